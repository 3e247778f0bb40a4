import type { Client } from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { mintToken } from './context.ts';
import { isInsufficientPrivilege } from './errors.ts';
import { contextKey } from './secrets.ts';

const database = await freshDatabase();
const key = contextKey(database.secrets);
const admin = await database.connect('admin');
const [mine, other] = [await database.connect('desk'), await database.connect('desk')];

// The convention of 0001-foundation.sql, on a table of the tests' own.
for (const sql of [
  'set role zhuding_owner',
  `create table facts.sample (bureau_id text not null, id int not null,
     constraint sample_pkey primary key (bureau_id, id))`,
  'alter table facts.sample enable row level security',
  'alter table facts.sample force row level security',
  `create policy desk_select on facts.sample for select to zhuding_desk
     using (bureau_id = (select context.bureau()))`,
  `create policy desk_insert on facts.sample for insert to zhuding_desk
     with check (bureau_id = (select context.bureau()))`,
  'grant select, insert on facts.sample to zhuding_desk',
  'grant usage on schema facts to zhuding_desk',
  'reset role',
  `insert into facts.sample values ('350502', 1), ('350502', 2), ('410725', 3)`,
]) {
  await admin.query(sql);
}

const pid = await processOf(mine);

async function processOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

async function present(client: Client, token: string): Promise<void> {
  await client.query(`select set_config('zhuding.context', $1, false)`, [token]);
}

/** What the connection may see: its bureau by the function, and the rows of the table. */
async function sight(client: Client): Promise<{ bureau: string | null; ids: number[] }> {
  const bureau = await client.query<{ bureau: string | null }>('select context.bureau() as bureau');
  const rows = await client.query<{ id: number }>('select id from facts.sample order by id');
  return { bureau: bureau.rows[0]?.bureau ?? null, ids: rows.rows.map(({ id }) => id) };
}

const NOTHING = { bureau: null, ids: [] };

beforeEach(async () => {
  await mine.query('reset all');
  await other.query('reset all');
});

describe('a valid token', () => {
  it('shows the rows of its bureau and no other', async () => {
    await present(mine, mintToken(key, '350502', inSeconds(60), pid));
    expect(await sight(mine)).toEqual({ bureau: '350502', ids: [1, 2] });
    await present(mine, mintToken(key, '410725', inSeconds(60), pid));
    expect(await sight(mine)).toEqual({ bureau: '410725', ids: [3] });
  });

  it('lets rows of its bureau in and refuses those of another', async () => {
    await present(mine, mintToken(key, '410725', inSeconds(60), pid));
    const refusal: unknown = await mine
      .query(`insert into facts.sample values ('350502', 9)`)
      .catch((error: unknown) => error);
    expect(isInsufficientPrivilege(refusal)).toBe(true);
    await mine.query(`insert into facts.sample values ('410725', 4)`);
    expect(await sight(mine)).toEqual({ bureau: '410725', ids: [3, 4] });
    await admin.query('delete from facts.sample where id = 4');
  });

  it('is asked about once a statement, not once a row', async () => {
    await present(mine, mintToken(key, '350502', inSeconds(60), pid));
    const plan = await mine.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, costs off, timing off, summary off) select * from facts.sample`,
    );
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/InitPlan[\s\S]*Result \(actual rows=1(\.00)? loops=1\)/);
  });

  it('holds for a prepared statement that was planned under another', async () => {
    const statement = { name: 'ids', text: 'select id from facts.sample order by id' };
    await present(mine, mintToken(key, '350502', inSeconds(60), pid));
    for (let times = 0; times < 8; times += 1) await mine.query(statement);
    await present(mine, mintToken(key, '410725', inSeconds(60), pid));
    expect((await mine.query(statement)).rows).toEqual([{ id: 3 }]);
    await present(mine, '');
    expect((await mine.query(statement)).rows).toEqual([]);
  });

  it('ends when it expires, also within a transaction', async () => {
    await present(mine, mintToken(key, '350502', inSeconds(2), pid));
    await mine.query('begin');
    expect(await sight(mine)).toEqual({ bureau: '350502', ids: [1, 2] });
    await mine.query('select pg_sleep(2)');
    expect(await sight(mine)).toEqual(NOTHING);
    await mine.query('rollback');
  });
});

describe('a token that does not hold shows nothing and refuses no differently', () => {
  const valid = (): string => mintToken(key, '350502', inSeconds(60), pid);
  const forged: [string, () => string][] = [
    ['another key', () => mintToken(Buffer.alloc(32), '350502', inSeconds(60), pid)],
    ['an expired time', () => mintToken(key, '350502', inSeconds(-1), pid)],
    ['another process', () => mintToken(key, '350502', inSeconds(60), pid + 1)],
    ['another bureau written in', () => valid().replace('.350502.', '.410725.')],
    ['another expiry written in', () => valid().replace(/^(v1\.\w+\.)\d+/, '$19999999999')],
    ['another process written in', () => valid().replace(`.${pid}.`, `.${pid + 1}.`)],
    ['another version written in', () => valid().replace('v1', 'v2')],
    ['the mac in capitals', () => valid().replace(/\w{64}$/, (mac) => mac.toUpperCase())],
    ['the mac cut short', () => valid().slice(0, -1)],
    ['something behind', () => `${valid()}0`],
    ['something before', () => ` ${valid()}`],
    ['no mac', () => valid().replace(/\.\w{64}$/, '')],
    ['an empty mac', () => valid().replace(/\w{64}$/, '')],
    ['another sign before the mac', () => valid().replace(/\.(\w{64})$/, ':$1')],
    ['nothing', () => ''],
    ['only dots', () => '....'],
    ['the bureau alone', () => '350502'],
    ['a number too large', () => `v1.350502.1e999.${pid}.${'0'.repeat(64)}`],
    ['SQL', () => `' or true --`],
    ['Chinese', () => '泉州市鲤城区市场监督管理局'.repeat(8)],
    ['a megabyte', () => 'v1.'.repeat(350_000)],
  ];

  it.each(forged)('%s', async (_, make) => {
    const token = make();
    expect(token).not.toBe(valid());
    await present(mine, token);
    expect(await sight(mine)).toEqual(NOTHING);
    const refusal: unknown = await mine
      .query(`insert into facts.sample values ('350502', 9)`)
      .catch((error: unknown) => error);
    expect(isInsufficientPrivilege(refusal)).toBe(true);
  });

  it('each single changed character', async () => {
    const token = valid();
    for (let at = 0; at < token.length; at += 1) {
      const changed = token[at] === '0' ? '1' : '0';
      await present(mine, token.slice(0, at) + changed + token.slice(at + 1));
      expect(await sight(mine), `changed at ${at}`).toEqual(NOTHING);
    }
  });

  it('never set', async () => {
    const fresh = await database.connect('desk');
    expect(await sight(fresh)).toEqual(NOTHING);
  });

  it('copied from another connection', async () => {
    const token = valid();
    await present(mine, token);
    expect(await sight(mine)).toEqual({ bureau: '350502', ids: [1, 2] });
    await present(other, token);
    expect(await sight(other)).toEqual(NOTHING);
  });

  it('left behind for later connections of the role', async () => {
    const token = valid();
    const leave = `set zhuding.context = '${token}'`;
    await expect(mine.query(`alter role current_user ${leave}`)).rejects.toMatchObject({
      code: '42501',
    });
    const name = new URL(database.adminUrl).pathname.slice(1);
    await admin.query(`alter role zhuding_desk in database ${name} ${leave}`);
    const later = await database.connect('desk');
    expect((await later.query('show zhuding.context')).rows).toEqual([
      { 'zhuding.context': token },
    ]);
    expect(await sight(later)).toEqual(NOTHING);
    await admin.query(`alter role zhuding_desk in database ${name} reset zhuding.context`);
  });

  it('held by a role without rights on the table', async () => {
    const portal = await database.connect('portal');
    await present(portal, mintToken(key, '350502', inSeconds(60), await processOf(portal)));
    await expect(portal.query('select * from facts.sample')).rejects.toMatchObject({
      code: '42501',
    });
  });
});

it('the owner of the table is bound by its policies too', async () => {
  await admin.query('set role zhuding_owner');
  expect((await admin.query('select * from facts.sample')).rows).toEqual([]);
  await admin.query('reset role');
});

it('no token shows anything when the key is gone', async () => {
  await admin.query('begin');
  const { rows } = await admin.query<{ pid: number }>('select pg_backend_pid() as pid');
  const token = mintToken(key, '350502', inSeconds(60), rows[0]?.pid ?? 0);
  await admin.query(`select set_config('zhuding.context', $1, true)`, [token]);
  expect((await admin.query('select context.bureau() as b')).rows).toEqual([{ b: '350502' }]);
  await admin.query('delete from context.key');
  expect((await admin.query('select context.bureau() as b')).rows).toEqual([{ b: null }]);
  await admin.query('rollback');
});
