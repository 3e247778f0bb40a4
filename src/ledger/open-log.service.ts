/**
 * Opening the log of one bureau: everything that remembers it is compared before anything is added. Database, storage
 * and signer may each have been restored from an older copy; only what an interrupted run leaves behind is mended.
 */

import type { Database } from '../platform/db/pool.ts';
import { equalBytes, utf8 } from './bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Failpoints } from './failpoint.ts';
import { type Edges, NO_EDGES, readEdges, treeOf } from './grow.service.ts';
import {
  confirmCommits,
  countLeaves,
  findCheckpoint,
  readStatements,
  type StoredCheckpoint,
} from './ledger.store.ts';
import type { BureauKeys, LogKeys } from './log-keys.store.ts';
import { LogStop } from './log-stop.ts';
import type { LogStore } from './log.store.ts';
import { type LogTree, sameTree } from './log-tree.ts';
import { shadowOrigin } from './origin.ts';
import { CHECKPOINT, CHECKPOINT_SM3, openOwn, VKEYS } from './published.store.ts';
import type { CheckpointSigner } from './signer.service.ts';

/** What a log works with. */
export interface LogParts {
  readonly db: Database;
  readonly bureau: string;
  readonly store: LogStore;
  readonly signer: CheckpointSigner;
  readonly keys: LogKeys;
  readonly now: () => Date;
  readonly failpoints?: Failpoints;
}

/** When a log last bound its two trees together: an anchor, or for a young log its genesis. */
export interface LastAnchor {
  readonly index: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A log as it was found. */
export interface OpenedLog {
  readonly keys: BureauKeys;
  /** Entries in the database, some of them perhaps not yet under a checkpoint. */
  readonly size: number;
  /** The newest checkpoint; size 0 before there is one. */
  readonly tree: LogTree;
  readonly edges: Edges;
  readonly anchor: LastAnchor | null;
}

/** How far back the last anchor is looked for among the log's statements. */
const STATEMENTS = 100;

/**
 * Opens a log, makes its keys if it has never had any, and publishes a checkpoint that was stored and not published.
 * Throws LogStop for whatever an interrupted run cannot have left behind.
 */
export async function openLog(parts: LogParts): Promise<OpenedLog> {
  const { db, bureau, store, signer } = parts;
  const own = await parts.keys.find(bureau);
  // Another sequencer may be at work: what can only be behind the database is read before it.
  const served = [await store.read(CHECKPOINT), await store.read(CHECKPOINT_SM3)];
  const before = await signer.last(bureau, null);
  const checkpoint = await findCheckpoint(db, bureau);
  const size = await countLeaves(db, bureau);
  const known = Math.max(before?.size ?? 0, checkpoint?.size ?? 0);
  if (size < known) throw databaseBehind(size, known);
  await signer.last(bureau, checkpoint);
  const isNew =
    size === 0 && before === null && checkpoint === null && served.every((one) => one === null);
  const keys = own ?? (await firstKeys(parts, isNew));
  const anchor = size === 0 ? null : await findAnchor(parts, keys);
  const edges = await openTree(parts, keys, checkpoint);
  const published = assertServed(served, keys, checkpoint);
  if (checkpoint && published < checkpoint.size) await publish(parts, keys);
  if (size > (checkpoint?.size ?? 0)) await confirmCommits(db, bureau);
  return { keys, size, tree: treeOf(edges), edges, anchor };
}

export function databaseBehind(size: number, known: number): LogStop {
  return new LogStop(
    'log/database-behind',
    `数据库里的日志只有 ${size} 条，而已经签名到 ${known} 条`,
  );
}

/** Keys that were not there a moment ago: now made, or made meanwhile by another sequencer. */
async function firstKeys({ keys, bureau }: LogParts, isNew: boolean): Promise<BureauKeys> {
  const made = isNew ? await keys.create(bureau) : await keys.find(bureau);
  if (made) return made;
  throw new LogStop('log/keys-missing', `日志 ${bureau} 已有内容，而它的密钥文件不在`);
}

/** Also holds the keys against those the log began with. */
async function findAnchor({ db, bureau }: LogParts, keys: BureauKeys): Promise<LastAnchor | null> {
  const genesis = await readStatements(db, bureau, { newestFirst: false, limit: 1 });
  const [first] = genesis;
  if (first?.statement.type !== 'log.genesis' || first.index !== 0) {
    throw new LogStop('log/leaf-differs', '数据库里的日志不以创世记录开头');
  }
  if (first.statement.keys.join('\n') !== keys.vkeys.join('\n')) {
    throw new LogStop('log/keys-differ', '密钥文件里的密钥不是创世记录中的密钥');
  }
  const statements = await readStatements(db, bureau, { newestFirst: true, limit: STATEMENTS });
  const last = [...statements, first].find(
    ({ statement: { type } }) => type === 'log.anchor' || type === 'log.genesis',
  );
  return last ? { index: last.index, at: Date.parse(last.statement.at) } : null;
}

/** The edges of the stored trees, which must be those of the newest checkpoint. */
async function openTree(
  { store }: LogParts,
  keys: BureauKeys,
  checkpoint: StoredCheckpoint | null,
): Promise<Edges> {
  if (checkpoint === null) return NO_EDGES;
  assertOwn(checkpoint, keys, '数据库中的');
  const edges = await readEdges(store, checkpoint.size);
  if (sameTree(treeOf(edges), checkpoint)) return edges;
  throw new LogStop('log/tile-differs', `从日志目录算出的 ${checkpoint.size} 条的根与检查点不符`);
}

/** Passes only if both notes are checkpoints of this tree, signed by this log. Throws LogStop `log/checkpoint-damaged`. */
export function assertOwn(
  { note, noteSm3, ...tree }: StoredCheckpoint,
  { origin, vkeys }: BureauKeys,
  where: string,
): void {
  const shadow = shadowOrigin(origin);
  assertStates(openOwn(note, origin, vkeys, `${where}检查点`), tree.size, tree.root, where);
  const opened = openOwn(noteSm3, shadow, vkeys, `${where}国密检查点`);
  assertStates(opened, tree.size, tree.rootSm3, where);
}

function assertStates(checkpoint: Checkpoint, size: number, root: Uint8Array, where: string): void {
  if (checkpoint.size === size && equalBytes(checkpoint.root, root)) return;
  throw new LogStop('log/checkpoint-damaged', `${where} ${size} 条的检查点与记录的根不符`);
}

/** The size both served checkpoints have reached. They may lag behind the database by an interrupted run, never lead. */
function assertServed(
  served: readonly (Uint8Array | null)[],
  { origin, vkeys }: BureauKeys,
  newest: LogTree | null,
): number {
  const origins = [origin, shadowOrigin(origin)];
  const roots = [newest?.root, newest?.rootSm3];
  const sizes = served.map((bytes, i) => {
    if (bytes === null) return 0;
    const opened = openOwn(bytes, origins[i] ?? '', vkeys, '日志目录中的检查点');
    if (opened.size > (newest?.size ?? 0)) throw databaseBehind(newest?.size ?? 0, opened.size);
    const root = roots[i];
    if (opened.size === newest?.size && root) {
      assertStates(opened, newest.size, root, '日志目录中');
    }
    return opened.size;
  });
  return Math.min(...sizes);
}

/** Puts the newest stored checkpoint where it is served, and looks again: a slower sequencer may have come between. */
export async function publish({ db, bureau, store }: LogParts, keys: BureauKeys): Promise<void> {
  await publishVkeys(store, keys);
  for (let published = 0; ; ) {
    const newest = await findCheckpoint(db, bureau);
    if (newest === null || newest.size === published) return;
    await store.replace({ path: CHECKPOINT_SM3, bytes: utf8(newest.noteSm3) });
    await store.replace({ path: CHECKPOINT, bytes: utf8(newest.note) });
    published = newest.size;
  }
}

async function publishVkeys(store: LogStore, { vkeys }: BureauKeys): Promise<void> {
  const bytes = utf8(`${vkeys.join('\n')}\n`);
  const served = await store.read(VKEYS);
  if (served === null || !equalBytes(served, bytes)) await store.replace({ path: VKEYS, bytes });
}
