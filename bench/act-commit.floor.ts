/**
 * The floor of `act-commit`: the bare driver writing rows of the very same bytes into like tables, each act with its rows in
 * one transaction, on 16 connections. No rules, no foreign keys, no row security, no HTTP. A process of its own.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Client, type QueryConfig } from 'pg';
import { recordedAct, type ActRow } from '../src/act/act.store.ts';
import type { Projection } from '../src/act/projection.ts';
import { workChange } from '../src/act/row.ts';
import { commitStatement, type Write } from '../src/act/statement.ts';
import { workCalendar } from '../src/calendar/calendar.ts';
import { matterProjection } from '../src/matter/matter.projection.ts';
import type { CaseFile, FoldContext } from '../src/matter/case-file.ts';
import { wireTypes } from '../src/platform/db/wire-types.ts';
import { openPackStore } from '../src/platform/rules/pack-store.ts';
import type { Measured } from './act-commit.client.ts';

/** What the parent sends. */
export interface FloorLoad {
  /** A connection that may make the schema `floor`. */
  readonly adminUrl: string;
  readonly dataDir: string;
  /** Names of the bureau and its rules. */
  readonly bureau: string;
  readonly pack: string;
  readonly connections: number;
  readonly matters: readonly string[];
  /** The acts recorded since then, ISO 8601, are written again. */
  readonly since: string;
}

const TABLE = /\b(insert into|delete from) (\w+)\.(\w+)/g;

// The parent sends nothing else.
process.once('message', (message) => void report(message as FloorLoad));

async function report(load: FloorLoad): Promise<void> {
  process.send?.(await work(load));
  process.disconnect();
}

async function work(load: FloorLoad): Promise<Measured> {
  const clients = await Promise.all(
    Array.from({ length: load.connections }, async () => {
      const client = new Client({ connectionString: load.adminUrl, types: wireTypes });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients;
  if (!first) throw new Error('no connection');
  const projection = projectionOf(load);
  const queries = clients.map((): QueryConfig[] => []);
  for (const [index, matter] of load.matters.entries())
    queries[index % clients.length]?.push(...(await queriesOf(first, load, projection, matter)));
  await likeTables(first, queries.flat());
  const milliseconds: number[] = [];
  const start = performance.now();
  await Promise.all(
    clients.map(async (client, own) => {
      for (const query of queries[own] ?? []) {
        const sent = performance.now();
        await client.query(query);
        milliseconds.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await first.query('drop schema floor cascade');
  await Promise.all(clients.map((client) => client.end()));
  return { seconds, milliseconds };
}

type StoredAct = ActRow & {
  readonly event: Buffer;
  readonly salt: Buffer;
  readonly prev_commitment: Buffer | null;
  readonly request_hash: Buffer;
};

/** The statements the program sent for the acts of a matter, to like tables. */
async function queriesOf(
  client: Client,
  { bureau, since }: FloorLoad,
  projection: Projection<CaseFile>,
  matter: string,
): Promise<QueryConfig[]> {
  const { rows } = await client.query<StoredAct>(
    'select * from acts.act where bureau_id = $1 and stream_id = $2 order by seq',
    [bureau, matter],
  );
  const queries: QueryConfig[] = [];
  let state: CaseFile | null = null;
  for (const row of rows) {
    const act = recordedAct(row, matter);
    const after = projection.fold(state, act);
    if (act.recorded >= since) {
      const { seq, prev_commitment: commitment, request_hash: requestHash } = row;
      const write: Write = {
        bureau,
        acts: [{ ...row, ...act, act, prev: { seq: seq - 1, commitment } }],
        requestHash,
        facts: projection.facts(state, act, after),
        ...workChange(state ? projection.work(state) : [], projection.work(after)),
        jobs: [],
      };
      const { name, text, values } = commitStatement(write);
      queries.push({
        name: name ?? '',
        text: text.replace(TABLE, '$1 floor.$2_$3'),
        values: [...(values ?? [])],
      });
    }
    state = after;
  }
  return queries;
}

function projectionOf({ bureau, pack, dataDir }: FloorLoad): Projection<CaseFile> {
  const packs = openPackStore(fileURLToPath(new URL('..', import.meta.url)), dataDir);
  const known = new Map<string, FoldContext>();
  const lawByHash = (hash: string): FoldContext => {
    const found = packs.byHash(hash);
    const context = known.get(hash) ?? { pack: found, law: found.law(pack) };
    known.set(hash, context);
    return context;
  };
  return matterProjection(bureau, lawByHash, workCalendar(packs.current.pack.holidays));
}

/** The same columns, keys and indexes for every table that is written to, and nothing that would be looked up or checked. */
async function likeTables(client: Client, queries: readonly QueryConfig[]): Promise<void> {
  await client.query('drop schema if exists floor cascade');
  await client.query('create schema floor');
  const names = new Set(queries.flatMap(({ text }) => text.match(/\bfloor\.\w+/g) ?? []));
  for (const name of names) {
    const real = name.replace('floor.', '').replace('_', '.');
    await client.query(`create table ${name} (like ${real} including defaults including indexes)`);
  }
}
