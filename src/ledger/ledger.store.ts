/** Leaves and checkpoints in the database, as the sequencer sees them. */

import { isUniqueViolation } from '../platform/db/errors.ts';
import type { Database } from '../platform/db/pool.ts';
import { parseEntry, type Statement } from './entry.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import type { LogTree } from './log-tree.ts';

/** An entry in its place. */
export interface Leaf {
  readonly index: number;
  readonly entry: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly leafSm3: Uint8Array;
}

/** A tree with its signed checkpoints. */
export interface StoredCheckpoint extends LogTree {
  readonly note: string;
  readonly noteSm3: string;
}

interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly root_sm3: Buffer;
  readonly note: Buffer;
  readonly note_sm3: Buffer;
}

/** How many entries the log has. */
export async function countLeaves(db: Database, bureau: string): Promise<number> {
  const [row] = await db.query<{ size: number }>('sequencer', bureau, {
    name: 'count-leaves',
    text: 'select coalesce(max(idx) + 1, 0) as size from ledger.leaf where bureau_id = $1',
    values: [bureau],
  });
  return row?.size ?? 0;
}

/** Entries `from` up to and without `to`, in order. Throws LogStop `log/leaf-differs` when one is missing. */
export async function readLeaves(
  db: Database,
  bureau: string,
  from: number,
  to: number,
): Promise<Leaf[]> {
  const rows = await db.query<{ idx: number; entry: Buffer; leaf_hash: Buffer; leaf_sm3: Buffer }>(
    'sequencer',
    bureau,
    {
      name: 'read-leaves',
      text: `select idx, entry, leaf_hash, leaf_sm3 from ledger.leaf
        where bureau_id = $1 and idx >= $2 and idx < $3 order by idx`,
      values: [bureau, from, to],
    },
  );
  const gap = rows.findIndex(({ idx }, at) => idx !== from + at);
  if (gap >= 0 || rows.length !== to - from) {
    const index = from + (gap >= 0 ? gap : rows.length);
    throw new LogStop('log/leaf-differs', `数据库里没有第 ${index} 条日志条目`);
  }
  return rows.map(({ idx, entry, leaf_hash, leaf_sm3 }) => ({
    index: idx,
    entry,
    leafHash: leaf_hash,
    leafSm3: leaf_sm3,
  }));
}

/** The newest checkpoint, or the one of that size; null when there is none. */
export async function findCheckpoint(
  db: Database,
  bureau: string,
  size: number | null = null,
): Promise<StoredCheckpoint | null> {
  const [row] = await db.query<CheckpointRow & Record<string, unknown>>('sequencer', bureau, {
    name: 'find-checkpoint',
    text: `select size, root, root_sm3, note, note_sm3 from ledger.checkpoint
      where bureau_id = $1 and ($2::bigint is null or size = $2) order by size desc limit 1`,
    values: [bureau, size],
  });
  if (!row) return null;
  return {
    size: row.size,
    root: row.root,
    rootSm3: row.root_sm3,
    note: row.note.toString('utf8'),
    noteSm3: row.note_sm3.toString('utf8'),
  };
}

/** Stores a checkpoint; false when there is one of this size already. */
export async function insertCheckpoint(
  db: Database,
  bureau: string,
  { size, root, rootSm3, note, noteSm3 }: StoredCheckpoint,
  signedAt: Date,
): Promise<boolean> {
  try {
    await db.query('sequencer', bureau, {
      name: 'insert-checkpoint',
      text: `insert into ledger.checkpoint (bureau_id, size, root, root_sm3, note, note_sm3, signed_at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [bureau, size, root, rootSm3, Buffer.from(note), Buffer.from(noteSm3), signedAt],
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error, 'checkpoint_pkey')) return false;
    throw error;
  }
}

/** The log's own statements, at most `limit`. Throws LogStop `log/leaf-differs` for an entry that is none. */
export async function readStatements(
  db: Database,
  bureau: string,
  { newestFirst, limit }: { newestFirst: boolean; limit: number },
): Promise<{ index: number; statement: Statement }[]> {
  const order = newestFirst ? 'desc' : 'asc';
  const rows = await db.query<{ idx: number; entry: Buffer }>('sequencer', bureau, {
    name: `read-statements-${order}`,
    text: `select idx, entry from ledger.leaf
      where bureau_id = $1 and stream_id is null order by idx ${order} limit $2`,
    values: [bureau, limit],
  });
  return rows.map(({ idx, entry }) => ({ index: idx, statement: statementOf(entry, idx) }));
}

function statementOf(entry: Uint8Array, index: number): Statement {
  try {
    const parsed = parseEntry(entry);
    if (parsed.kind === 'statement') return parsed.statement;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
  }
  throw new LogStop('log/leaf-differs', `数据库里第 ${index} 条日志条目不是日志自己的声明`);
}

/** What is not yet under a checkpoint of `size`. */
export interface Waiting {
  readonly queued: number;
  /** When the oldest act not under it was recorded; null when there is none. */
  readonly since: Date | null;
}

export async function findWaiting(db: Database, bureau: string, size: number): Promise<Waiting> {
  const [row] = await db.query<{ queued: number; since: Date | null }>('sequencer', bureau, {
    name: 'find-waiting',
    text: `select count(*) as queued, least(min(q.enqueued_at), (
        select a.recorded_at from ledger.leaf l
        cross join lateral (
          select recorded_at from acts.act
          where bureau_id = $1 and stream_id = l.stream_id and seq = l.seq offset 0
        ) a
        where l.bureau_id = $1 and l.idx >= $2 order by l.idx limit 1)) as since
      from ledger.queue q where q.bureau_id = $1`,
    values: [bureau, size],
  });
  return row ?? { queued: 0, since: null };
}

/** What there is to do for a log known to have `size` entries: a look at two indexes. */
export async function findWork(
  db: Database,
  bureau: string,
  size: number,
): Promise<{ readonly queued: boolean; readonly ahead: boolean }> {
  const [row] = await db.query<{ queued: boolean; ahead: boolean }>('sequencer', bureau, {
    name: 'find-work',
    text: `select exists (select from ledger.queue where bureau_id = $1) as queued,
      exists (select from ledger.leaf where bureau_id = $1 and idx >= $2) as ahead`,
    values: [bureau, size],
  });
  return row ?? { queued: false, ahead: false };
}

/**
 * Returns once everything committed before is as safe as this database makes it: a commit whose wait for the standby
 * was cut short is visible before it is safe, and must not be signed.
 */
export async function confirmCommits(db: Database, bureau: string): Promise<void> {
  await db.query('sequencer', bureau, {
    name: 'confirm-commits',
    text: `select pg_logical_emit_message(true, 'zhuding', 'ledger')`,
  });
}
