/**
 * That a connection sees and writes the bureau it proves to speak for, and no other: every table with a
 * bureau, from the catalogue, by every role, under a context that is its own, none, or forged.
 */
import type { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { mintToken } from '../../src/platform/db/context.ts';
import { loginName, type Role, ROLES } from '../../src/platform/db/roles.ts';
import { contextKey } from '../../src/platform/db/secrets.ts';
import { HOME, OTHER } from './law.ts';
import { attempt } from './rows.ts';
import { fill, tenanted } from './seed.ts';
import { openWorld, speakFor } from './world.ts';

const world = await openWorld();
await fill(world, world.home);
await fill(world, world.other);
const tables = await tenanted(world.admin);

/** What everybody may read, whichever bureau it is of. */
const WHOLE: Readonly<Record<string, readonly Role[]>> = {
  'published.bureau': ['desk', 'review', 'rules', 'staff', 'portal', 'worker', 'auditor'],
  'published.entry': ['portal', 'auditor'],
  'published.withdrawal': ['portal', 'auditor'],
  'published.slot': ['portal', 'auditor'],
  'published.proof': ['portal', 'auditor'],
  'published.page': ['portal', 'auditor'],
  'published.notice': ['portal', 'auditor'],
};
const seesAll = (role: Role, table: string): boolean =>
  role === 'auditor' || (WHOLE[table] ?? []).includes(role);

/** The public writes to whichever bureau it chooses. */
const writesAnywhere = (role: Role, table: string): boolean =>
  role === 'portal' && table === 'intake.request';

async function can(role: Role, verb: string, table: string): Promise<boolean> {
  const { rows } = await world.admin.query<{ can: boolean }>(
    `select has_any_column_privilege($1, $2, $3) as can`,
    [loginName(role), table, verb],
  );
  return rows[0]?.can === true;
}

async function canDelete(role: Role, table: string): Promise<boolean> {
  const { rows } = await world.admin.query<{ can: boolean }>(
    `select has_table_privilege($1, $2, 'DELETE') as can`,
    [loginName(role), table],
  );
  return rows[0]?.can === true;
}

async function bureausSeen(client: Client, table: string): Promise<string[]> {
  const sql = `select distinct bureau_id as id from ${table} order by 1`;
  return (await client.query<{ id: string }>(sql)).rows.map(({ id }) => id);
}

/** The rows of a bureau, with the columns that can be given. */
async function copies(table: string, bureau: string): Promise<{ columns: string; rows: string[] }> {
  const columns = await world.admin.query<{ list: string }>(
    `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const rows = await world.admin.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${table} t where bureau_id = $1`,
    [bureau],
  );
  return { columns: columns.rows[0]?.list ?? '', rows: rows.rows.map(({ row }) => row) };
}

/** The SQLSTATEs with which copies of a bureau's rows are refused, or `accepted`; nothing is kept. */
async function insertCopies(client: Client, table: string, bureau: string): Promise<Set<string>> {
  const { columns, rows } = await copies(table, bureau);
  const states = new Set<string>();
  for (const row of rows) {
    await client.query('begin');
    const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    const outcome = await attempt(client, { text, values: [row] });
    states.add(outcome === 'accepted' ? outcome : outcome.state);
    await client.query('rollback');
  }
  return states;
}

/** A column that may be changed, of tables in which not all may. */
const CHANGEABLE: Readonly<Record<string, string>> = {
  'acts.act': 'salt',
  'published.slot': 'reason',
};

it('every table with a bureau has rows of both', () => {
  expect(tables.map(({ name }) => name)).toContain('facts.decision');
  for (const { name, bureaus } of tables) expect(bureaus, name).toEqual([HOME, OTHER]);
});

describe.each([...ROLES])('%s', (role) => {
  it('reads its own bureau and no other', async () => {
    const client = await world.client(role);
    for (const { name } of tables) {
      if (!(await can(role, 'SELECT', name))) {
        expect(await attempt(client, `select from ${name}`), name).toMatchObject({
          state: '42501',
        });
        continue;
      }
      expect(await bureausSeen(client, name), name).toEqual(
        seesAll(role, name) ? [HOME, OTHER] : [HOME],
      );
    }
  });

  it('writes its own bureau and no other', async () => {
    const client = await world.client(role);
    for (const { name } of tables) {
      const states = await insertCopies(client, name, OTHER);
      if (writesAnywhere(role, name)) expect([...states], name).toEqual(['23505']);
      else expect([...states], name).toEqual(['42501']);
      // That it was the bureau that was refused: of its own, at least one row fails only for being there.
      if (await can(role, 'INSERT', name))
        expect([...(await insertCopies(client, name, HOME))], name).toContain('23505');
    }
  });

  it('changes and removes nothing of another bureau, and moves nothing there', async () => {
    const client = await world.client(role);
    for (const { name } of tables) {
      await client.query('begin');
      if (await can(role, 'UPDATE', name)) {
        const column = CHANGEABLE[name] ?? 'bureau_id';
        const { rowCount } = await client.query(
          `update ${name} set ${column} = ${column} where bureau_id = '${OTHER}'`,
        );
        expect(rowCount, name).toBe(0);
        await client.query('savepoint moved');
        const move = `update ${name} set bureau_id = '${OTHER}'`;
        expect(await attempt(client, move), name).toMatchObject({ state: '42501' });
        await client.query('rollback to moved');
      }
      if (await canDelete(role, name)) {
        const { rowCount } = await client.query(`delete from ${name} where bureau_id = '${OTHER}'`);
        expect(rowCount, name).toBe(0);
      }
      await client.query('rollback');
    }
  });

  it.each([
    ['none', () => ''],
    ['one made for another connection', (token: string) => token],
    [
      'the other bureau written into its own',
      (_token: string, own: string) => own.replace(HOME, OTHER),
    ],
    ['a bureau without a proof', () => OTHER],
  ] as const)('sees and writes nothing with a context that is %s', async (_name, forge) => {
    const [client, donor] = [
      await world.database.connect(role),
      await world.database.connect(role),
    ];
    const token = await speakFor(world.database, donor, HOME);
    const own = await speakFor(world.database, client, HOME);
    await client.query(`select set_config('zhuding.context', $1, false)`, [forge(token, own)]);
    for (const { name } of tables) {
      if (await can(role, 'SELECT', name))
        expect(await bureausSeen(client, name), name).toEqual(
          seesAll(role, name) ? [HOME, OTHER] : [],
        );
      if (writesAnywhere(role, name)) continue;
      expect([...(await insertCopies(client, name, HOME))], name).toEqual(['42501']);
    }
    await Promise.all([client.end(), donor.end()]);
  });
});

it('a statement prepared for one bureau writes nothing for another', async () => {
  const desk = await world.database.connect('desk');
  await speakFor(world.database, desk, HOME);
  const { columns, rows } = await copies('facts.decision', HOME);
  const insert = {
    name: 'insert-decision',
    text: `insert into facts.decision (${columns}) select ${columns} from jsonb_populate_record(null::facts.decision, $1)`,
    values: rows.slice(0, 1),
  };
  for (let times = 0; times < 7; times += 1)
    expect(await attempt(desk, insert)).toEqual({ state: '23505', constraint: 'decision_pkey' });
  const key = contextKey(world.database.secrets);
  const expiry = Math.floor(Date.now() / 1000) + 60;
  const pid = await desk.query<{ pid: number }>('select pg_backend_pid() as pid');
  for (const token of ['', mintToken(key, OTHER, expiry, pid.rows[0]?.pid ?? 0)]) {
    await desk.query(`select set_config('zhuding.context', $1, false)`, [token]);
    expect(await attempt(desk, insert)).toEqual({ state: '42501', constraint: null });
  }
});
