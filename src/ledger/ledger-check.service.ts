/**
 * Checking the whole log of a bureau: signatures, the signer's memory, stored files, leaves, the acts they stand for, and
 * what waits. Reads as the auditor, changes nothing, and may run beside a sequencer.
 */

import type { Database } from '../platform/db/pool.ts';
import { decodeBase64 } from './base64.ts';
import { equalBytes, toHex, utf8 } from './bytes.ts';
import { checkAct, type StreamEnds } from './check-act.service.ts';
import {
  type CheckedLeaf,
  findUncovered,
  findUnsequenced,
  readCheckpoint,
  readEntries,
  readLogSize,
  readPage,
  readTrees,
} from './check.store.ts';
import { type JudgedEntry, TileCheck } from './check-tiles.service.ts';
import { type AnchorStatement, type Entry, parseEntry } from './entry.ts';
import type { LedgerFinding, Report } from './finding.ts';
import { appendTo, type Edges, NO_EDGES, TREES, treeOf } from './grow.service.ts';
import { hashLeaves } from './leaf-hashes.ts';
import { LedgerError } from './ledger-error.ts';
import type { StoredCheckpoint } from './ledger.store.ts';
import type { BureauKeys, LogKeys } from './log-keys.store.ts';
import { LogStop } from './log-stop.ts';
import type { LogStore } from './log.store.ts';
import { type LogTree, sameTree } from './log-tree.ts';
import { assertOwn } from './open-log.service.ts';
import { shadowOrigin } from './origin.ts';
import { CHECKPOINT, CHECKPOINT_SM3, openOwn } from './published.store.ts';
import type { CheckpointSigner } from './signer.service.ts';
import { TILE_WIDTH } from './tile.ts';

export interface LedgerCheckOptions {
  readonly db: Database;
  readonly store: (bureau: string) => LogStore;
  readonly keys: LogKeys;
  readonly signer: CheckpointSigner;
  readonly now: () => Date;
}

/** More findings of one log say nothing more. */
const MOST_FINDINGS = 1_000;
const PROVED_AT_ONCE = 4_096;
/** The maximum merge delay: an act waits no longer for its entry. */
const MERGE_DELAY_MS = 60_000;

/** All differences found in the log of a bureau, at most 1 000; none for a log that is whole. */
export async function checkLedger(
  options: LedgerCheckOptions,
  bureau: string,
): Promise<LedgerFinding[]> {
  const { db, keys } = options;
  const findings: LedgerFinding[] = [];
  const report: Report = (code, where, expected = null, found = null) => {
    if (findings.length < MOST_FINDINGS) findings.push({ code, where, expected, found });
  };
  const newest = await readCheckpoint(db, bureau);
  const own = await keys.find(bureau);
  if (newest && own) {
    opened(() => assertOwn(newest, own, '数据库中的'), `checkpoint ${newest.size}`, report);
    await checkServed(options, bureau, own, newest, report);
  }
  await checkEntries(options, bureau, newest, report);
  await checkMemory(options, bureau, newest, report);
  await checkWaiting(options, bureau, newest?.size ?? 0, report);
  return findings;
}

/** What a checkpoint opens to; reported and null when it is not one this log has signed. */
function opened<T>(open: () => T, where: string, report: Report): T | null {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof LogStop)) throw error;
    report('E_CP_SIG', where, null, error.message);
    return null;
  }
}

/** What is served is what is stored, byte for byte. */
async function checkServed(
  { db, store, now }: LedgerCheckOptions,
  bureau: string,
  { origin, vkeys }: BureauKeys,
  newest: StoredCheckpoint & { readonly signedAt: Date },
  report: Report,
): Promise<void> {
  for (const [path, name] of [
    [CHECKPOINT, origin],
    [CHECKPOINT_SM3, shadowOrigin(origin)],
  ] as const) {
    const bytes = await store(bureau).read(path);
    if (bytes === null) {
      report('E_CP_SIG', path, `a checkpoint of ${newest.size}`, null);
      continue;
    }
    const size = opened(() => openOwn(bytes, name, vkeys, path), path, report)?.size;
    if (size === undefined) continue;
    const stored = size === newest.size ? newest : await readCheckpoint(db, bureau, size);
    const note = path === CHECKPOINT ? stored?.note : stored?.noteSm3;
    if (note === undefined || !equalBytes(utf8(note), bytes)) {
      report('E_CP_SIG', path, `the stored checkpoint of ${newest.size}`, `one of ${size}`);
    } else if (size < newest.size && now().getTime() - newest.signedAt.getTime() > MERGE_DELAY_MS) {
      report('E_LAG', path, `a checkpoint of ${newest.size}`, `one of ${size}`);
    }
  }
}

/** Every entry in all its copies, every act, and every tree a checkpoint or an anchor states. */
async function checkEntries(
  { db, store, keys }: LedgerCheckOptions,
  bureau: string,
  newest: LogTree | null,
  report: Report,
): Promise<void> {
  const signed = newest?.size ?? 0;
  const size = Math.max(signed, await readLogSize(db, bureau));
  const tiles = new TileCheck(store(bureau), signed, await isProved(db, bureau, newest), report);
  const trees = new TreeCheck(await readTrees(db, bureau), report);
  const ends: StreamEnds = new Map();
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const first = index * TILE_WIDTH;
    const page = await readPage(db, bureau, first, first + TILE_WIDTH);
    const rows: (CheckedLeaf | undefined)[] = Array.from({
      length: Math.min(TILE_WIDTH, size - first),
    });
    for (const leaf of page) rows[leaf.idx - first] = leaf;
    const judged = await tiles.judge(index, rows);
    trees.append(judged);
    for (const [i, entry] of judged.entries()) {
      if (entry === null) continue;
      const parsed = readEntry(entry.entry);
      checkRow(rows[i], first + i, keys.origin(bureau), parsed, ends, report);
      if (parsed?.kind === 'statement' && parsed.statement.type === 'log.anchor') {
        trees.checkAnchor(first + i, parsed.statement);
      }
    }
  }
  await tiles.finish();
}

/** Whether the entries in the database, by themselves, lead to the newest checkpoint. */
async function isProved(db: Database, bureau: string, newest: LogTree | null): Promise<boolean> {
  if (newest === null) return false;
  let edges = NO_EDGES;
  for (let from = 0; from < newest.size; from += PROVED_AT_ONCE) {
    const entries = await readEntries(
      db,
      bureau,
      from,
      Math.min(newest.size, from + PROVED_AT_ONCE),
    );
    const hashes = await hashLeaves(TREES.sha256.hasher, entries);
    const shadow = await hashLeaves(TREES.sm3.hasher, entries);
    edges = appendTo(
      edges,
      hashes.map((leafHash, i) => ({ leafHash, leafSm3: shadow[i] ?? leafHash })),
    );
  }
  return sameTree(treeOf(edges), newest);
}

function readEntry(bytes: Uint8Array): Entry | null {
  try {
    return parseEntry(bytes);
  } catch (error) {
    if (error instanceof LedgerError) return null;
    throw error;
  }
}

/** A leaf that names an act commits to it; one that names none is a statement. */
function checkRow(
  row: CheckedLeaf | undefined,
  index: number,
  origin: string,
  entry: Entry | null,
  ends: StreamEnds,
  report: Report,
): void {
  if (!row) return;
  if (entry === null) {
    report('E_LEAF', `leaf ${index}`, 'an entry', toHex(row.entry));
  } else if (entry.kind === 'event' && row.act) {
    checkAct(row.act, origin, entry.commitment, ends, report);
  } else if (entry.kind === 'event' || row.stream !== null) {
    const act = row.stream === null ? 'an act' : `act ${row.stream}/${row.position}`;
    report('E_ROW_MISSING', `leaf ${index}`, act, null);
  }
}

/** The trees the entries make, against those that were signed or anchored. */
class TreeCheck {
  readonly #stated: ReadonlyMap<number, LogTree>;
  readonly #made = new Map<number, LogTree>();
  readonly #report: Report;
  #edges: Edges | null = NO_EDGES;

  constructor(stated: readonly LogTree[], report: Report) {
    this.#stated = new Map(stated.map((tree) => [tree.size, tree]));
    this.#report = report;
  }

  /** Stops at the first entry that is missing and the first tree that differs: all later ones would. */
  append(entries: readonly (JudgedEntry | null)[]): void {
    let pending: JudgedEntry[] = [];
    for (const entry of entries) {
      if (this.#edges === null || entry === null) {
        this.#edges = null;
        return;
      }
      pending.push(entry);
      const stated = this.#stated.get(this.#edges.sha256.size + pending.length);
      if (!stated) continue;
      this.#edges = appendTo(this.#edges, pending);
      pending = [];
      const made = treeOf(this.#edges);
      this.#made.set(made.size, made);
      if (sameTree(made, stated)) continue;
      this.#report('E_CONSISTENCY', `checkpoint ${made.size}`, show(made), show(stated));
      this.#edges = null;
    }
    if (this.#edges) this.#edges = appendTo(this.#edges, pending);
  }

  checkAnchor(index: number, { size, root, root_sm3 }: AnchorStatement): void {
    const made = this.#made.get(size);
    if (!made && this.#edges === null) return;
    const stated = { size, root: decodeBase64(root), rootSm3: decodeBase64(root_sm3) };
    if (made && sameTree(made, stated)) return;
    this.#report('E_CONSISTENCY', `leaf ${index} anchor`, made ? show(made) : null, show(stated));
  }
}

function show({ size, root, rootSm3 }: LogTree): string {
  return `${size} ${toHex(root)} ${toHex(rootSm3)}`;
}

async function checkMemory(
  { signer }: LedgerCheckOptions,
  bureau: string,
  newest: LogTree | null,
  report: Report,
): Promise<void> {
  try {
    await signer.last(bureau, newest);
  } catch (error) {
    if (!(error instanceof LogStop)) throw error;
    report('E_CONSISTENCY', 'signer', newest ? show(newest) : null, error.message);
  }
}

async function checkWaiting(
  { db, now }: LedgerCheckOptions,
  bureau: string,
  size: number,
  report: Report,
): Promise<void> {
  const before = new Date(now().getTime() - MERGE_DELAY_MS);
  for (const act of await findUnsequenced(db, bureau, before, MOST_FINDINGS)) {
    report('E_LAG', `act ${act.stream}/${act.seq}`, 'an entry', act.recorded.toISOString());
  }
  const uncovered = await findUncovered(db, bureau, size, before);
  if (uncovered) {
    const { idx, recorded } = uncovered;
    report('E_LAG', `leaf ${idx}`, 'a checkpoint', recorded.toISOString());
  }
}
