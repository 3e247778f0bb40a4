/**
 * One SQL statement for one command: acts, facts, work rows, ledger queue and jobs commit together or
 * not at all, in one round trip.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Statement } from '../platform/db/pool.ts';
import { type Cell, type ColumnType, type Row, type Table, table } from './row.ts';
import { saidBy } from './said.ts';
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
  said: 'jsonb',
});

const QUEUE_TABLE = table('ledger.queue', 'fact', ['bureau_id', 'stream_id', 'seq'], {
  bureau_id: 'text',
  stream_id: 'uuid',
  seq: 'integer',
});

export const OUTBOX_TABLE = table('work.outbox', 'work', ['bureau_id', 'job_id'], {
  bureau_id: 'text',
  job_id: 'uuid',
  task: 'text',
  job_key: 'text',
  payload: 'jsonb',
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
  const parts: Part[] = [
    ...grouped('insert', [...write.acts.map((act) => actRow(act, write)), ...write.facts]),
    ...grouped('put', write.put),
    ...grouped('remove', write.remove),
    ...grouped(
      'insert',
      write.jobs.map((job) => jobRow(job, write.bureau)),
    ),
    ...grouped(
      'insert',
      write.acts.map(({ stream, seq }) => ({
        table: QUEUE_TABLE,
        cells: { bureau_id: write.bureau, stream_id: stream.id, seq },
      })),
    ),
  ];
  const values: unknown[] = [];
  for (const part of parts) addCells(part, values);
  return { ...shapeOf(parts), values };
}

function jobRow({ task, payload, key }: Job, bureau: string): Row {
  const cells = { bureau_id: bureau, job_id: randomUUID(), task, job_key: key, payload };
  return { table: OUTBOX_TABLE, cells };
}

/** Rows of one table to which the same is done. */
interface Part {
  readonly verb: 'insert' | 'put' | 'remove';
  readonly table: Table;
  readonly rows: readonly Row[];
}

type Shape = Required<Pick<Statement, 'name' | 'text'>>;

/** Shapes met so far: there are some hundreds, and the text of one has thousands of characters. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 2000;

function shapeOf(parts: readonly Part[]): Shape {
  const key = parts.map(({ verb, table: of, rows }) => `${verb} ${of.name} ${rows.length}`).join();
  let shape = shapes.get(key);
  if (!shape) {
    const text = textOf(parts);
    shape = { name: createHash('sha1').update(text).digest('base64url'), text };
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    shapes.set(key, shape);
  }
  return shape;
}

function textOf(parts: readonly Part[]): string {
  let count = 0;
  const place = (type: ColumnType): string => {
    count += 1;
    return `$${count}::${type}`;
  };
  const before = parts.map((part) => partSql(part, place));
  const last = before.pop() ?? '';
  return before.length === 0
    ? last
    : `with ${before.map((sql, index) => `p${index} as (${sql})`).join(', ')} ${last}`;
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
      said: saidBy(act),
    },
  };
}

/** Rows of one table together, in the order the tables first appear. */
function grouped(verb: Part['verb'], rows: readonly Row[]): Part[] {
  const groups = new Map<Table, Row[]>();
  for (const one of rows) {
    const group = groups.get(one.table);
    if (group) group.push(one);
    else groups.set(one.table, [one]);
  }
  return [...groups].map(([of, own]) => ({ verb, table: of, rows: own }));
}

/** The columns a part names: all of them, or the key of what is removed. */
function columnsOf({ verb, table: of }: Part): readonly string[] {
  return verb === 'remove' ? of.key : Object.keys(of.columns);
}

function partSql(part: Part, place: (type: ColumnType) => string): string {
  const { verb, table: of, rows } = part;
  const columns = columnsOf(part);
  const list = columns.join(', ');
  const tuple = (): string => `(${columns.map((column) => place(typeOf(of, column))).join(', ')})`;
  const tuples = rows.map(tuple).join(', ');
  if (verb === 'remove') return `delete from ${of.name} where (${list}) in (${tuples})`;
  const insert = `insert into ${of.name} (${list}) values ${tuples}`;
  return verb === 'put' ? `${insert}${onConflict(of)}` : insert;
}

function onConflict({ key, columns, fixed = [] }: Table): string {
  const changed = Object.keys(columns).filter(
    (column) => !key.includes(column) && !fixed.includes(column),
  );
  const set = changed.map((column) => `${column} = excluded.${column}`).join(', ');
  return ` on conflict (${key.join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`;
}

/** The cells of a part in the order of its places. */
function addCells(part: Part, values: unknown[]): void {
  const columns = columnsOf(part);
  for (const { cells } of part.rows)
    for (const column of columns) {
      const cell = cells[column];
      if (cell === undefined) throw new RangeError('a row without one of its columns');
      values.push(cell === null ? null : toDriver(cell, typeOf(part.table, column)));
    }
}

function typeOf(of: Table, column: string): ColumnType {
  const type = of.columns[column];
  if (type === undefined) throw new RangeError('a key that is not among the columns');
  return type;
}

/** What the driver expects: jsonb as text, bytes as a Buffer without copying. */
function toDriver(cell: Cell, type: ColumnType): unknown {
  if (type === 'jsonb') return JSON.stringify(cell);
  return cell instanceof Uint8Array && !Buffer.isBuffer(cell)
    ? Buffer.from(cell.buffer, cell.byteOffset, cell.byteLength)
    : cell;
}
