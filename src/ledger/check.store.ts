/** What a check of the ledger reads, as the auditor. */

import type { Database } from '../platform/db/pool.ts';
import type { ActRow } from './check-act.service.ts';
import type { StoredCheckpoint } from './ledger.store.ts';
import type { LogTree } from './log-tree.ts';

/** A leaf, and the act it stands for if that is there. */
export interface CheckedLeaf {
  readonly idx: number;
  readonly stream: string | null;
  readonly position: number | null;
  readonly entry: Buffer;
  readonly leafHash: Buffer;
  readonly leafSm3: Buffer;
  readonly act: ActRow | null;
}

type LeafAndAct = {
  readonly idx: number;
  readonly stream: string | null;
  readonly position: number | null;
  readonly entry: Buffer;
  readonly leaf_hash: Buffer;
  readonly leaf_sm3: Buffer;
} & { readonly [K in keyof ActRow]: ActRow[K] | null };

/** The leaves `from` up to and without `to` that are there; `offset 0` as in `queue.store.ts`. */
export async function readPage(
  db: Database,
  bureau: string,
  from: number,
  to: number,
): Promise<CheckedLeaf[]> {
  const rows = await db.query<LeafAndAct & Record<string, unknown>>('auditor', null, {
    name: 'check-leaves',
    text: `select l.idx, l.stream_id as stream, l.seq as position, l.entry, l.leaf_hash, l.leaf_sm3,
        a.act_id, a.stream_id, a.seq, a.type, a.happened_at, a.recorded_at, a.recorded_by,
        a.prev_seq, a.prev_commitment, a.commitment, a.event, a.salt, a.opened
      from ledger.leaf l
      left join lateral (
        select * from acts.act where bureau_id = $1 and stream_id = l.stream_id and seq = l.seq offset 0
      ) a on true
      where l.bureau_id = $1 and l.idx >= $2 and l.idx < $3`,
    values: [bureau, from, to],
  });
  return rows.map(({ idx, stream, position, entry, leaf_hash, leaf_sm3, ...act }) => ({
    idx,
    stream,
    position,
    entry,
    leafHash: leaf_hash,
    leafSm3: leaf_sm3,
    act: isAct(act) ? act : null,
  }));
}

/** The columns are NOT NULL where there is a row. */
function isAct(act: { readonly [K in keyof ActRow]: ActRow[K] | null }): act is ActRow {
  return act.act_id !== null;
}

/** The entries `from` up to and without `to` that are there, in order. */
export async function readEntries(
  db: Database,
  bureau: string,
  from: number,
  to: number,
): Promise<Buffer[]> {
  const rows = await db.query<{ entry: Buffer }>('auditor', null, {
    name: 'check-entries',
    text: `select entry from ledger.leaf
      where bureau_id = $1 and idx >= $2 and idx < $3 order by idx`,
    values: [bureau, from, to],
  });
  return rows.map(({ entry }) => entry);
}

/** The newest checkpoint, or the one of that size. */
export async function readCheckpoint(
  db: Database,
  bureau: string,
  size: number | null = null,
): Promise<(StoredCheckpoint & { readonly signedAt: Date }) | null> {
  const [row] = await db.query<{
    size: number;
    root: Buffer;
    root_sm3: Buffer;
    note: Buffer;
    note_sm3: Buffer;
    signed_at: Date;
  }>('auditor', null, {
    name: 'check-checkpoint',
    text: `select size, root, root_sm3, note, note_sm3, signed_at from ledger.checkpoint
      where bureau_id = $1 and ($2::bigint is null or size = $2) order by size desc limit 1`,
    values: [bureau, size],
  });
  if (!row) return null;
  const { root, root_sm3, note, note_sm3, signed_at } = row;
  return {
    size: row.size,
    root,
    rootSm3: root_sm3,
    note: note.toString('utf8'),
    noteSm3: note_sm3.toString('utf8'),
    signedAt: signed_at,
  };
}

/** Every tree a checkpoint was made of, smallest first. */
export async function readTrees(db: Database, bureau: string): Promise<LogTree[]> {
  const rows = await db.query<{ size: number; root: Buffer; root_sm3: Buffer }>('auditor', null, {
    name: 'check-trees',
    text: 'select size, root, root_sm3 from ledger.checkpoint where bureau_id = $1 order by size',
    values: [bureau],
  });
  return rows.map(({ size, root, root_sm3 }) => ({ size, root, rootSm3: root_sm3 }));
}

/** How far the leaves reach. */
export async function readLogSize(db: Database, bureau: string): Promise<number> {
  const [row] = await db.query<{ size: number }>('auditor', null, {
    name: 'check-size',
    text: 'select coalesce(max(idx) + 1, 0) as size from ledger.leaf where bureau_id = $1',
    values: [bureau],
  });
  return row?.size ?? 0;
}

/** Acts recorded before a moment that have no leaf, the oldest first, at most `limit`. */
export function findUnsequenced(
  db: Database,
  bureau: string,
  before: Date,
  limit: number,
): Promise<{ stream: string; seq: number; recorded: Date }[]> {
  return db.query('auditor', null, {
    text: `select a.stream_id as stream, a.seq, a.recorded_at as recorded from acts.act a
      where a.bureau_id = $1 and a.recorded_at < $2
        and not exists (select from ledger.leaf l
          where l.bureau_id = a.bureau_id and l.stream_id = a.stream_id and l.seq = a.seq)
      order by a.recorded_at limit $3`,
    values: [bureau, before, limit],
  });
}

/** The first entry beyond `size` whose act was recorded before a moment. */
export async function findUncovered(
  db: Database,
  bureau: string,
  size: number,
  before: Date,
): Promise<{ idx: number; recorded: Date } | null> {
  const [row] = await db.query<{ idx: number; recorded: Date }>('auditor', null, {
    text: `select l.idx, a.recorded_at as recorded from ledger.leaf l
      cross join lateral (
        select recorded_at from acts.act
        where bureau_id = $1 and stream_id = l.stream_id and seq = l.seq offset 0
      ) a
      where l.bureau_id = $1 and l.idx >= $2 and a.recorded_at < $3 order by l.idx limit 1`,
    values: [bureau, size, before],
  });
  return row ?? null;
}
