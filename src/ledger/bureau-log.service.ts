/**
 * Carrying the log of one bureau forward. Every step can be cut off anywhere; the next opening goes on from what is
 * durable. Where a crash is tried:
 *
 *     queue ─▶ leaves ─▶ tiles, read back ─▶ signer ─▶ checkpoint row ─▶ published
 *          F3       F4  F5              F6      F7   F8              F9         F10
 */

import { encodeBase64 } from './base64.ts';
import { formatEntry, type Statement } from './entry.ts';
import { growLog, storedNodes, TREES, treeOf } from './grow.service.ts';
import { findCheckpoint, findWork, insertCheckpoint, readLeaves } from './ledger.store.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import { type LogTree, sameTree } from './log-tree.ts';
import {
  assertOwn,
  databaseBehind,
  type LastAnchor,
  type LogParts,
  openLog,
  type OpenedLog,
  publish,
} from './open-log.service.ts';
import { checkConsistency, proveConsistency } from './proof.ts';
import { BATCH, findUnqueued, sequenceBatch } from './queue.store.ts';

/** An open log. After any error it must be opened anew: what it knows may no longer be so. */
export interface BureauLog {
  /**
   * Brings everything queued into the log and under a checkpoint; with `sweep` also acts that somebody wrote past the
   * queue. False when another sequencer interfered: open the log anew. Throws LogStop.
   */
  advance(sweep: boolean): Promise<boolean>;
}

/** The two trees are bound together at least at every 65 536th entry and once a day. */
const ANCHOR_ENTRIES = 65_536;
const ANCHOR_MS = 24 * 60 * 60 * 1000;

/** Opens the log of a bureau, see `openLog`. */
export async function openBureauLog(parts: LogParts): Promise<BureauLog> {
  const opened = await openLog(parts);
  return { advance: (sweep) => advance(parts, opened, sweep) };
}

/** A log that is being carried forward. */
type Log = { -readonly [K in keyof OpenedLog]: OpenedLog[K] };

async function advance(parts: LogParts, log: Log, sweep: boolean): Promise<boolean> {
  const { db, bureau } = parts;
  const { queued, ahead } = await findWork(db, bureau, log.size);
  // Leaves by another sequencer, which may have left them without a checkpoint.
  if (ahead) return false;
  if (!sweep && !queued && log.size === log.tree.size && !isDayOver(parts, log)) return true;
  for (let unqueued = sweep ? await findUnqueued(db, bureau) : []; ; unqueued = []) {
    let anchor: LastAnchor | null = null;
    const sequenced = await sequenceBatch(db, bureau, {
      atLeast: log.tree.size,
      unqueued,
      statements(size, acts) {
        const at = parts.now();
        const statement = nextStatement(log, size, acts, at);
        if (statement === null) return [];
        anchor = { index: size, at: at.getTime() };
        return [formatEntry({ kind: 'statement', statement })];
      },
      beforeCommit: () => parts.failpoints?.('F3'),
    });
    if (sequenced.outcome === 'overtaken') return false;
    if (sequenced.outcome === 'behind') throw databaseBehind(sequenced.size, log.tree.size);
    if (sequenced.size > log.size) parts.failpoints?.('F4');
    log.size = sequenced.size;
    log.anchor = anchor ?? log.anchor;
    while (log.tree.size < log.size) if (!(await checkpoint(parts, log))) return false;
    if (sequenced.acts < BATCH) return true;
  }
}

function isDayOver({ now }: LogParts, { anchor, tree }: Log): boolean {
  return anchor !== null && tree.size > 0 && now().getTime() - anchor.at >= ANCHOR_MS;
}

/** The genesis of a log that begins, the anchor of one that needs it, otherwise nothing. */
function nextStatement(log: Log, size: number, acts: number, now: Date): Statement | null {
  const { keys, tree, anchor } = log;
  const head = { v: 1, at: now.toISOString(), origin: keys.origin } as const;
  if (size === 0) {
    if (acts === 0) return null;
    return { ...head, type: 'log.genesis', hash: ['sha256', 'sm3'], keys: keys.vkeys };
  }
  const isFull = size + acts - (anchor?.index ?? 0) >= ANCHOR_ENTRIES;
  const isOld = now.getTime() - (anchor?.at ?? 0) >= ANCHOR_MS;
  if (tree.size === 0 || (!isFull && !isOld)) return null;
  const [root, root_sm3] = [encodeBase64(tree.root), encodeBase64(tree.rootSm3)];
  return { ...head, type: 'log.anchor', size: tree.size, root, root_sm3 };
}

/** One checkpoint further. False when another sequencer came first. */
async function checkpoint(parts: LogParts, log: Log): Promise<boolean> {
  const { db, bureau, store, signer } = parts;
  const known = log.tree.size === 0 ? null : log.tree;
  // What the signer remembers beyond the last checkpoint was interrupted: the next tree must contain it.
  const remembered = await signer.last(bureau, known);
  const from = remembered?.size ?? 0;
  if (from > log.size) return false;
  const target = Math.max(from, Math.min(log.size, log.tree.size + BATCH));
  const leaves = await readLeaves(db, bureau, log.tree.size, target);
  const edges = await growLog(store, log.edges, leaves, parts.failpoints);
  const next = treeOf(edges);
  const paths = await proveGrowth(parts, log.tree, next);
  const signed = await signer.sign({
    bureau,
    known,
    next,
    from,
    ...(from === log.tree.size ? paths : await pathsFrom(parts, from, target)),
  });
  if (signed === 'overtaken') return false;
  parts.failpoints?.('F8');
  assertOwn({ ...next, ...signed }, log.keys, '签名者交回的');
  if (!(await insertCheckpoint(db, bureau, { ...next, ...signed }, parts.now()))) {
    const stored = await findCheckpoint(db, bureau, target);
    if (stored === null || !sameTree(stored, next)) {
      throw new LogStop('guard/fork', `数据库里 ${target} 条的检查点是另一棵树的`);
    }
  }
  parts.failpoints?.('F9');
  log.tree = next;
  log.edges = edges;
  await publish(parts, log.keys);
  parts.failpoints?.('F10');
  return true;
}

interface Paths {
  readonly path: readonly Uint8Array[];
  readonly pathSm3: readonly Uint8Array[];
}

/** Consistency proofs in both trees, from what is stored. */
async function pathsFrom({ store }: LogParts, from: number, to: number): Promise<Paths> {
  const [path, pathSm3] = await Promise.all([
    proveConsistency(TREES.sha256.hasher, from, to, storedNodes(store, 'sha256', to)),
    proveConsistency(TREES.sm3.hasher, from, to, storedNodes(store, 'sm3', to)),
  ]);
  return { path, pathSm3 };
}

/** The same, checked: the stored new trees contain the stored old ones. */
async function proveGrowth(parts: LogParts, old: LogTree, next: LogTree): Promise<Paths> {
  const paths = await pathsFrom(parts, old.size, next.size);
  const sizes = { oldSize: old.size, newSize: next.size };
  try {
    checkConsistency(TREES.sha256.hasher, {
      ...sizes,
      oldRoot: old.root,
      newRoot: next.root,
      path: paths.path,
    });
    checkConsistency(TREES.sm3.hasher, {
      ...sizes,
      oldRoot: old.rootSm3,
      newRoot: next.rootSm3,
      path: paths.pathSm3,
    });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const what = `日志目录里 ${next.size} 条的树不是 ${old.size} 条的延续`;
    throw new LogStop('log/tile-differs', what, { cause: error });
  }
  return paths;
}
