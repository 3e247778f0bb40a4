/**
 * Two bureaus at work in a database of their own, founded by SQL with the roles that may, and
 * connections of every role that speak for one of them.
 */
import type { Client } from 'pg';
import { mintToken } from '../../src/platform/db/context.ts';
import type { Role } from '../../src/platform/db/roles.ts';
import { contextKey } from '../../src/platform/db/secrets.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { HOME, LICENCE_SINCE, OLD_PACK, OTHER, OTHER_PACK, PACK, type RulePack } from './law.ts';
import { type Cast, staff } from './people.ts';
import { attempt, insertion, type Outcome, type Row, type Step, uuid } from './rows.ts';
import { StreamWriter } from './stream.ts';

export interface Place {
  readonly id: string;
  readonly stream: StreamWriter;
  readonly unit: string;
  readonly cast: Cast;
  readonly pack: RulePack;
}

export interface World {
  readonly database: TestDatabase;
  /** May do everything. */
  readonly admin: Client;
  readonly home: Place;
  readonly other: Place;
  /** A connection of `role` that speaks for a bureau; the same each time. */
  client(role: Role, bureau?: string): Promise<Client>;
  /** Commits step after step, each as its own role, until one is refused. */
  play(steps: readonly Step[]): Promise<Outcome>;
}

/** Call it at the top of a test file, as `freshDatabase`. */
export async function openWorld(): Promise<World> {
  const database = await freshDatabase();
  const clients = new Map<string, Promise<Client>>();
  const client = (role: Role, bureau = HOME): Promise<Client> => {
    const key = `${role} ${bureau}`;
    const known = clients.get(key) ?? connectFor(database, role, bureau);
    clients.set(key, known);
    return known;
  };
  const play = async (steps: readonly Step[]): Promise<Outcome> => {
    for (const { role, bureau, rows } of steps) {
      const outcome = await attempt(await client(role, bureau), insertion(rows));
      if (outcome !== 'accepted') return outcome;
    }
    return 'accepted';
  };
  const found = async (bureau: string, packs: readonly RulePack[]): Promise<Place> => {
    const place = founded(bureau, packs);
    const outcome = await play(place.steps);
    if (outcome !== 'accepted') throw new Error(`not founded: ${JSON.stringify(outcome)}`);
    return place;
  };
  return {
    database,
    admin: await database.connect('admin'),
    home: await found(HOME, [OLD_PACK, PACK]),
    other: await found(OTHER, [OTHER_PACK]),
    client,
    play,
  };
}

/** Makes `client` speak for a bureau for the rest of the file. */
export async function speakFor(
  database: TestDatabase,
  client: Client,
  bureau: string,
): Promise<string> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const expiry = Math.floor(Date.now() / 1000) + 3600;
  const token = mintToken(contextKey(database.secrets), bureau, expiry, rows[0]?.pid ?? 0);
  await client.query(`select set_config('zhuding.context', $1, false)`, [token]);
  return token;
}

async function connectFor(database: TestDatabase, role: Role, bureau: string): Promise<Client> {
  const client = await database.connect(role);
  await speakFor(database, client, bureau);
  return client;
}

function founded(bureau: string, packs: readonly RulePack[]): Place & { steps: Step[] } {
  const stream = new StreamWriter(bureau, uuid(Number(bureau)), 'bureau');
  const unit = uuid(Number(bureau) * 100 + 99);
  const at = '2024-01-01T08:00:00+08:00';
  const act = (type: string): Row => stream.act(type, at);
  const place = () => ({ bureau_id: bureau, stream_id: stream.id, seq: stream.seq });
  const rules: Row[] = [
    act('bureau.founded'),
    {
      table: 'facts.bureau',
      cells: {
        ...place(),
        act_type: 'bureau.founded',
        name: bureau,
        short_name: bureau,
        pack: 'national',
        rehearsal: true,
      },
    },
    ...packs.flatMap((pack) => adoption(stream, pack)),
  ];
  const last = packs.at(-1);
  if (!last) throw new Error('a bureau needs rules');
  const people = staff(bureau, unit, last.hash);
  const opened: Row[] = [
    act('unit.opened'),
    {
      table: 'facts.unit',
      cells: {
        ...place(),
        act_type: 'unit.opened',
        unit_id: unit,
        name: '法规股',
        kind: 'department',
        functions: [],
      },
    },
  ];
  return {
    id: bureau,
    stream,
    unit,
    cast: people.cast,
    pack: last,
    steps: [
      { role: 'rules', bureau, rows: rules },
      { role: 'staff', bureau, rows: opened },
      { role: 'staff', bureau, rows: people.rows },
    ],
  };
}

/** The act and the fact of adopting a pack. */
export function adoption(stream: StreamWriter, pack: RulePack): [Row, Row] {
  const act = stream.act('rules.adopted', '2024-01-01T08:30:00+08:00');
  return [
    act,
    {
      table: 'facts.rule_pack',
      cells: {
        bureau_id: stream.bureau,
        pack_hash: pack.hash,
        stream_id: stream.id,
        seq: stream.seq,
        act_type: 'rules.adopted',
        review_scope: pack.scope,
        review_list: pack.list,
        review_items: pack.items,
        review_items_penalty: pack.itemsPenalty,
        licence_for: pack.licenceFor,
        licence_since: LICENCE_SINCE,
        summary_natural: pack.natural,
        summary_organisation: pack.organisation,
      },
    },
  ];
}
