/**
 * Sequencing: acts that wait in the queue become leaves of the log, in one transaction. Nothing is locked: two
 * sequencers want the same index, the primary key gives it to one, and the other looks again.
 */

import { isUniqueViolation } from '../platform/db/errors.ts';
import type { Client, Database } from '../platform/db/pool.ts';
import { formatEntry } from './entry.ts';
import { nodeHashes } from './hashes.node.ts';
import { hashLeaves } from './leaf-hashes.ts';
import { treeHasher } from './tree.ts';

/** Most queue rows one transaction takes. */
export const BATCH = 4096;

/** The last act of a stream that lacks a leaf, and needs one though it is not queued. */
export interface StreamTip {
  readonly stream: string;
  readonly seq: number;
}

export interface BatchPlan {
  /** The log is known to have at least this many entries. */
  readonly atLeast: number;
  /** Statements that come before the acts, given the log's size and the number of acts. */
  readonly statements: (size: number, acts: number) => readonly Uint8Array[];
  /** Acts to take whether they are queued or not, with all before them in their streams. */
  readonly unqueued?: readonly StreamTip[];
  /** Called after the leaves are written and before the commit. */
  readonly beforeCommit?: () => void;
}

export type Sequenced =
  | { readonly outcome: 'sequenced'; readonly acts: number; readonly size: number }
  /** Another sequencer came first: look again. */
  | { readonly outcome: 'overtaken' }
  /** The database has fewer entries than are known. */
  | { readonly outcome: 'behind'; readonly size: number };

const SHA256 = treeHasher(nodeHashes.sha256);
const SM3 = treeHasher(nodeHashes.sm3);

interface ActRow {
  readonly stream_id: string;
  readonly seq: number;
  readonly commitment: Buffer;
}

/**
 * The oldest queued acts, and whatever comes before them in their streams and has no leaf. The leaves of a stream are
 * always its first acts, so what is missing is everything after the last leaf. An act goes no later than any that
 * follows it in its stream, whatever the clocks of the servers said.
 *
 * `offset 0` makes PostgreSQL look up each stream by the whole key. Where its statistics do not know a young bureau yet,
 * it would otherwise go through all acts of the bureau once for each of them.
 */
const SELECT_ACTS = `
  with oldest as (
    select stream_id, seq from ledger.queue where bureau_id = $1 order by enqueued_at, stream_id, seq limit ${BATCH}
  ), wanted as (
    select stream_id, seq from oldest
    union all select * from unnest($2::uuid[], $3::integer[])
  ), upto as (
    select w.stream_id, max(w.seq) as seq, coalesce((
      select l.seq from ledger.leaf l where l.bureau_id = $1 and l.stream_id = w.stream_id order by l.seq desc limit 1
    ), 0) as done
    from wanted w group by w.stream_id
  )
  select u.stream_id, a.seq, a.commitment
  from upto u
  cross join lateral (
    select seq, commitment from acts.act
    where bureau_id = $1 and stream_id = u.stream_id and seq > u.done and seq <= u.seq offset 0
  ) a
  left join lateral (
    select enqueued_at from ledger.queue
    where bureau_id = $1 and stream_id = u.stream_id and seq = a.seq offset 0
  ) q on true
  order by min(q.enqueued_at) over (
    partition by u.stream_id order by a.seq rows between current row and unbounded following
  ), u.stream_id, a.seq`;

const DELETE_QUEUED = `
  delete from ledger.queue where bureau_id = $1 and ctid = any (array(
    select q.ctid from unnest($2::uuid[], $3::integer[]) as taken (stream_id, seq)
    cross join lateral (
      select ctid from ledger.queue
      where bureau_id = $1 and stream_id = taken.stream_id and seq = taken.seq offset 0
    ) q))`;

const INSERT_LEAVES = `
  insert into ledger.leaf (bureau_id, idx, stream_id, seq, entry, leaf_hash, leaf_sm3)
  select $1, $2 + n - 1, stream_id, seq, entry, leaf_hash, leaf_sm3
  from unnest($3::uuid[], $4::integer[], $5::bytea[], $6::bytea[], $7::bytea[])
    with ordinality as leaf (stream_id, seq, entry, leaf_hash, leaf_sm3, n)`;

/** Gives the oldest queued acts of a bureau their places in the log. */
export async function sequenceBatch(
  db: Database,
  bureau: string,
  plan: BatchPlan,
): Promise<Sequenced> {
  try {
    return await db.transaction('sequencer', bureau, (client) => sequence(client, bureau, plan));
  } catch (error) {
    if (isUniqueViolation(error)) return { outcome: 'overtaken' };
    throw error;
  }
}

async function sequence(client: Client, bureau: string, plan: BatchPlan): Promise<Sequenced> {
  const size = await countIn(client, bureau);
  if (size < plan.atLeast) return { outcome: 'behind', size };
  const acts = await selectActs(client, bureau, plan.unqueued ?? []);
  const statements = plan.statements(size, acts.length);
  const added = statements.length + acts.length;
  if (added === 0) return { outcome: 'sequenced', acts: 0, size };
  await takeFromQueue(client, bureau, acts);
  await insertLeaves(client, bureau, size, statements, acts);
  plan.beforeCommit?.();
  return { outcome: 'sequenced', acts: acts.length, size: size + added };
}

async function countIn(client: Client, bureau: string): Promise<number> {
  const { rows } = await client.query<{ size: number }>({
    name: 'sequence-count',
    text: 'select coalesce(max(idx) + 1, 0) as size from ledger.leaf where bureau_id = $1',
    values: [bureau],
  });
  return rows[0]?.size ?? 0;
}

async function selectActs(
  client: Client,
  bureau: string,
  unqueued: readonly StreamTip[],
): Promise<ActRow[]> {
  const { rows } = await client.query<ActRow>({
    name: 'sequence-select',
    text: SELECT_ACTS,
    values: [bureau, unqueued.map(({ stream }) => stream), unqueued.map(({ seq }) => seq)],
  });
  return rows;
}

/** Rows another sequencer takes are waited for; what it took then has its leaf, and a second one is refused. */
async function takeFromQueue(
  client: Client,
  bureau: string,
  acts: readonly ActRow[],
): Promise<void> {
  await client.query({
    name: 'sequence-delete',
    text: DELETE_QUEUED,
    values: [bureau, acts.map(({ stream_id }) => stream_id), acts.map(({ seq }) => seq)],
  });
}

async function insertLeaves(
  client: Client,
  bureau: string,
  first: number,
  statements: readonly Uint8Array[],
  acts: readonly ActRow[],
): Promise<void> {
  const entries = [
    ...statements,
    ...acts.map(({ commitment }) => formatEntry({ kind: 'event', commitment })),
  ];
  const none = statements.map(() => null);
  await client.query({
    name: 'sequence-insert',
    text: INSERT_LEAVES,
    values: [
      bureau,
      first,
      [...none, ...acts.map(({ stream_id }) => stream_id)],
      [...none, ...acts.map(({ seq }) => seq)],
      entries,
      await hashLeaves(SHA256, entries),
      await hashLeaves(SM3, entries),
    ],
  });
}

/**
 * Streams with acts that have neither leaf nor place in the queue: whoever wrote them went past the program. Reads all
 * acts of the bureau.
 */
export async function findUnqueued(db: Database, bureau: string): Promise<StreamTip[]> {
  const rows = await db.query<{ stream: string; seq: number }>('sequencer', bureau, {
    text: `select a.stream_id as stream, max(a.seq) as seq from acts.act a
      where a.bureau_id = $1
        and not exists (select from ledger.leaf l
          where l.bureau_id = $1 and l.stream_id = a.stream_id and l.seq = a.seq)
        and not exists (select from ledger.queue q
          where q.bureau_id = $1 and q.stream_id = a.stream_id and q.seq = a.seq)
      group by a.stream_id order by min(a.recorded_at) limit ${BATCH}`,
    values: [bureau],
  });
  return rows;
}
