/**
 * One SQL statement for one command: acts, facts, work rows, ledger queue and jobs commit together or
 * not at all, in one round trip.
 */
import { createHash } from 'node:crypto';
import type { Statement } from '../platform/db/pool.ts';
import { type Cell, type ColumnType, type Row, type Table, table } from './row.ts';
import type { SealedAct } from './seal.ts';

export const ACT_TABLE = table('acts.act', 'fact', ['bureau_id', 'stream_id', 'seq'], {
  bureau_id: 'text',
  stream_id: 'uuid',
  seq: 'integer',
  act_id: 'uuid',
  stream_kind: 'text',
  type: 'text',
  happened_at: 'timestamptz',
  recorded_at: 'timestamptz',
  recorded_by: 'uuid',
  prev_seq: 'integer',
  prev_commitment: 'bytea',
  commitment: 'bytea',
  event: 'bytea',
  salt: 'bytea',
  opened: 'bytea',
  request_hash: 'bytea',
});

const QUEUE_TABLE = table('ledger.queue', 'fact', ['bureau_id', 'stream_id', 'seq'], {
  bureau_id: 'text',
  stream_id: 'uuid',
  seq: 'integer',
});

/** A job to be done after the commit, handed to the queue in the same transaction. */
export interface Job {
  readonly task: string;
  readonly payload: object;
  /** A job with a key replaces one with the same key that has not begun. */
  readonly key: string | null;
}

export interface Write {
  readonly bureau: string;
  readonly acts: readonly SealedAct[];
  readonly requestHash: Uint8Array;
  readonly facts: readonly Row[];
  readonly put: readonly Row[];
  readonly remove: readonly Row[];
  readonly jobs: readonly Job[];
}

/** The statement that writes all of it. Named by its shape, so that each connection prepares it once. */
export function commitStatement(write: Write): Statement {
  const values: unknown[] = [];
  const parts: string[] = [];
  for (const rows of grouped([...write.acts.map((act) => actRow(act, write)), ...write.facts]))
    parts.push(insertSql(rows, values, ''));
  for (const rows of grouped(write.put)) parts.push(insertSql(rows, values, onConflict(rows[0])));
  for (const rows of grouped(write.remove)) parts.push(deleteSql(rows, values));
  for (const job of write.jobs) parts.push(jobSql(job, values));
  const queue = insertSql(
    write.acts.map(({ stream, seq }) => ({
      table: QUEUE_TABLE,
      cells: { bureau_id: write.bureau, stream_id: stream.id, seq },
    })),
    values,
    '',
  );
  const text =
    parts.length === 0
      ? queue
      : `with ${parts.map((sql, index) => `p${index} as (${sql})`).join(', ')} ${queue}`;
  return { name: createHash('sha1').update(text).digest('base64url'), text, values };
}

function actRow(
  { act, stream, seq, recorded, prev, commitment, event, salt, opened }: SealedAct,
  { bureau, requestHash }: Write,
): Row {
  return {
    table: ACT_TABLE,
    cells: {
      bureau_id: bureau,
      stream_id: stream.id,
      seq,
      act_id: act.id,
      stream_kind: stream.kind,
      type: act.type,
      happened_at: act.happened,
      recorded_at: recorded,
      recorded_by: act.recordedBy,
      prev_seq: seq === 1 ? null : prev.seq,
      prev_commitment: prev.commitment,
      commitment,
      event,
      salt,
      opened,
      request_hash: requestHash,
    },
  };
}

/** Rows of one table together, in the order the tables first appear. */
function grouped(rows: readonly Row[]): Row[][] {
  const groups = new Map<Table, Row[]>();
  for (const one of rows) {
    const group = groups.get(one.table);
    if (group) group.push(one);
    else groups.set(one.table, [one]);
  }
  return [...groups.values()];
}

function insertSql(rows: readonly Row[], values: unknown[], tail: string): string {
  const of = rows[0]?.table;
  if (!of) throw new RangeError('nothing to insert');
  const columns = Object.entries(of.columns);
  const tuples = rows.map(
    ({ cells }) =>
      `(${columns.map(([column, type]) => parameter(cells[column], type, values)).join(', ')})`,
  );
  return `insert into ${of.name} (${columns.map(([column]) => column).join(', ')}) values ${tuples.join(', ')}${tail}`;
}

function onConflict(first: Row | undefined): string {
  if (!first) return '';
  const { key, columns } = first.table;
  const changed = Object.keys(columns).filter((column) => !key.includes(column));
  const set = changed.map((column) => `${column} = excluded.${column}`).join(', ');
  return ` on conflict (${key.join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`;
}

function deleteSql(rows: readonly Row[], values: unknown[]): string {
  const of = rows[0]?.table;
  if (!of) throw new RangeError('nothing to delete');
  const tuples = rows.map(
    ({ cells }) =>
      `(${of.key.map((column) => parameter(cells[column], of.columns[column], values)).join(', ')})`,
  );
  return `delete from ${of.name} where (${of.key.join(', ')}) in (${tuples.join(', ')})`;
}

function jobSql({ task, payload, key }: Job, values: unknown[]): string {
  const place = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  return `select graphile_worker.enqueue(${place(task, 'text')}, ${place(JSON.stringify(payload), 'json')}, ${place(key, 'text')})`;
}

function parameter(
  cell: Cell | undefined,
  type: ColumnType | undefined,
  values: unknown[],
): string {
  if (cell === undefined || type === undefined)
    throw new RangeError('a row without one of its columns');
  const place = values.push(cell === null ? null : toDriver(cell, type));
  return `$${place}::${type}`;
}

/** What the driver expects: jsonb as text, bytes as a Buffer without copying. */
function toDriver(cell: Cell, type: ColumnType): unknown {
  if (type === 'jsonb') return JSON.stringify(cell);
  return cell instanceof Uint8Array && !Buffer.isBuffer(cell)
    ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength)
    : cell;
}
