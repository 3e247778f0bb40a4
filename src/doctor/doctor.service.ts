/**
 * The doctor: plays every stream again and compares every fact and work row with what it should be. Reads
 * as the auditor, in one snapshot of the database, and changes nothing.
 */
import { ACT_COLUMNS } from '../act/act.store.ts';
import type { StreamKind } from '../act/act.ts';
import type { Projection } from '../act/projection.ts';
import { type Row, rowKey } from '../act/row.ts';
import type { Client, Database } from '../platform/db/pool.ts';
import { compareTable, type Finding, type FoundRow } from './compare.ts';
import { textFinding, type TextSetting } from './decision-text.ts';
import { filesIn } from './files.ts';
import { replay, type StoredAct } from './replay.ts';
import { CHECKED_TABLES, type CheckedTable } from './tables.ts';

export interface DoctorOptions {
  readonly db: Database;
  readonly bureau: string;
  /** How the streams of a kind fold. */
  readonly projection: (kind: StreamKind) => Projection<unknown>;
  /** What decisions are checked by: that their text is what their values make. */
  readonly texts: TextSetting;
  /** Told of every finding as it is made. */
  readonly report: (finding: Finding) => void;
  readonly progress: (done: number, of: number) => void;
}

/** What was examined. */
export interface Examined {
  readonly streams: number;
  readonly acts: number;
  readonly rows: number;
  /** Length of every file that an act names, by its SHA-256. */
  readonly files: ReadonlyMap<string, number>;
}

/** Streams compared at once: rows of so many matters are in memory. */
const BATCH = 50;
const KINDS: readonly StreamKind[] = ['bureau', 'officer', 'matter'];

/** Compares all rows of the bureau. */
export function examineRows(options: DoctorOptions): Promise<Examined> {
  const { db, bureau, progress } = options;
  return db.transaction(
    'auditor',
    bureau,
    async (client) => {
      const counts = { streams: 0, acts: 0, rows: 0 };
      const files = new Map<string, number>();
      const heads = await readHeads(client, bureau);
      for (const kind of KINDS) {
        const ids = heads.filter((head) => head.kind === kind).map((head) => head.id);
        const tables = CHECKED_TABLES.filter((one) => one.kind === kind);
        const whole: Row[] = [];
        for (let start = 0; start < ids.length; start += BATCH) {
          const batch = ids.slice(start, start + BATCH);
          const rows: Row[] = [];
          for (const id of batch) {
            const stored = await readActs(client, bureau, id);
            counts.acts += stored.length;
            const replayed = replay(stored, id, options.projection(kind), options.report);
            for (const [sha256, size] of replayed.acts.flatMap(filesIn)) files.set(sha256, size);
            for (const act of replayed.acts) {
              const finding = textFinding(act, options.texts);
              if (finding) options.report(finding);
            }
            rows.push(...replayed.rows);
          }
          counts.rows += rows.length;
          for (const { table, stream } of tables) {
            const expected = rows.filter((row) => row.table.name === table.name);
            if (stream === null) whole.push(...expected);
            else
              report(
                options,
                table,
                expected,
                await readOf(client, bureau, { table, kind, stream }, batch),
              );
          }
          counts.streams += batch.length;
          progress(counts.streams, heads.length);
        }
        for (const { table } of tables.filter((one) => one.stream === null)) {
          const expected = whole.filter((row) => row.table.name === table.name);
          report(options, table, expected, await readAll(client, bureau, table.name));
        }
      }
      await findStrays(client, options);
      await findUnqueued(client, options);
      return { ...counts, files };
    },
    'repeatable read',
  );
}

function report(
  { report: tell }: DoctorOptions,
  table: CheckedTable['table'],
  expected: readonly Row[],
  found: readonly FoundRow[],
): void {
  for (const finding of compareTable(table, [...unique(expected)], found)) tell(finding);
}

/** Where two matters lay claim to one row the later stands, as the writer leaves it. */
function unique(rows: readonly Row[]): Iterable<Row> {
  return new Map(rows.map((row) => [rowKey(row), row])).values();
}

async function readHeads(
  client: Client,
  bureau: string,
): Promise<{ readonly id: string; readonly kind: StreamKind }[]> {
  const { rows } = await client.query<{ id: string; kind: StreamKind }>(
    `select stream_id as id, stream_kind as kind from acts.act where bureau_id = $1 and seq = 1 order by stream_id`,
    [bureau],
  );
  return rows;
}

async function readActs(client: Client, bureau: string, id: string): Promise<StoredAct[]> {
  const { rows } = await client.query<StoredAct>({
    name: 'doctor-acts',
    text: `select ${ACT_COLUMNS}, said from acts.act where bureau_id = $1 and stream_id = $2 order by seq`,
    values: [bureau, id],
  });
  return rows;
}

async function readOf(
  client: Client,
  bureau: string,
  { table, stream }: CheckedTable,
  ids: readonly string[],
): Promise<FoundRow[]> {
  const { rows } = await client.query<FoundRow>({
    name: `doctor ${table.name}`,
    text: `select * from ${table.name} where bureau_id = $1 and ${stream} = any ($2::uuid[])`,
    values: [bureau, ids],
  });
  return rows;
}

async function readAll(client: Client, bureau: string, name: string): Promise<FoundRow[]> {
  const { rows } = await client.query<FoundRow>(`select * from ${name} where bureau_id = $1`, [
    bureau,
  ]);
  return rows;
}

/** Rows that name a stream there is not. */
async function findStrays(client: Client, { bureau, report: tell }: DoctorOptions): Promise<void> {
  for (const { table, stream, kind } of CHECKED_TABLES) {
    if (stream === null) continue;
    const { rows } = await client.query<FoundRow>(
      `select * from ${table.name} t where bureau_id = $1 and not exists (
         select from acts.act a where a.bureau_id = $1 and a.stream_id = t.${stream} and a.seq = 1 and a.stream_kind = $2)`,
      [bureau, kind],
    );
    for (const finding of compareTable(table, [], rows)) tell(finding);
  }
}

/** Acts that have no place in the log and do not wait for one: whoever wrote them went past the program. */
async function findUnqueued(
  client: Client,
  { bureau, report: tell }: DoctorOptions,
): Promise<void> {
  const { rows } = await client.query<{ stream_id: string; seq: number }>(
    `select a.stream_id, a.seq from acts.act a where a.bureau_id = $1
       and not exists (select from ledger.leaf l where l.bureau_id = $1 and l.stream_id = a.stream_id and l.seq = a.seq)
       and not exists (select from ledger.queue q where q.bureau_id = $1 and q.stream_id = a.stream_id and q.seq = a.seq)
     order by a.stream_id, a.seq`,
    [bureau],
  );
  for (const { stream_id, seq } of rows)
    tell({
      code: 'act-unqueued',
      table: 'ledger.queue',
      key: { bureau_id: bureau, stream_id, seq: `${seq}` },
      column: null,
      expected: null,
      found: null,
    });
}
