import type { Client as SingleClient } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import * as errors from './errors.ts';
import type { Database } from './pool.ts';
import { openDatabase } from './pool.ts';
import { contextKey } from './secrets.ts';
import { inTransaction } from './transaction.ts';

const fresh = await freshDatabase();
const admin = await fresh.connect('admin');

for (const sql of [
  'set role zhuding_owner',
  `create table facts.sample (bureau_id text not null, id int not null, ref int,
     constraint sample_pkey primary key (bureau_id, id),
     constraint sample_ref foreign key (bureau_id, ref) references facts.sample (bureau_id, id),
     constraint sample_positive check (id > 0))`,
  'alter table facts.sample enable row level security',
  'alter table facts.sample force row level security',
  `create policy desk_select on facts.sample for select to zhuding_desk
     using (bureau_id = (select context.bureau()))`,
  `create policy desk_insert on facts.sample for insert to zhuding_desk
     with check (bureau_id = (select context.bureau()))`,
  'grant select, insert on facts.sample to zhuding_desk',
  'grant usage on schema facts to zhuding_desk',
  'reset role',
]) {
  await admin.query(sql);
}

const opened: Database[] = [];

/** Pools of one connection a role, so that what one call leaves behind meets the next. */
function open(options: { now?: () => number; connections?: number } = {}): Database {
  const { desk } = fresh.urls;
  const database = openDatabase({
    urls: { desk },
    contextKey: contextKey(fresh.secrets),
    now: options.now ?? Date.now,
    connections: { desk: options.connections ?? 1 },
  });
  opened.push(database);
  return database;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await admin.query('truncate facts.sample');
});

async function bureauOf(database: Database, bureauId: string | null): Promise<unknown> {
  const rows = await database.query('desk', bureauId, {
    text: 'select context.bureau() as bureau',
  });
  return rows[0]?.['bureau'];
}

/** The token the connection carries. */
async function tokenOf(database: Database, bureauId: string): Promise<string> {
  const rows = await database.query<{ token: string }>('desk', bureauId, {
    text: `select current_setting('zhuding.context', true) as token`,
  });
  return rows[0]?.token ?? '';
}

describe('the bureau of a connection', () => {
  it('is the one asked for, and none without', async () => {
    const database = open();
    expect(await bureauOf(database, '350502')).toBe('350502');
    expect(await bureauOf(database, '410725')).toBe('410725');
    expect(await bureauOf(database, null)).toBeNull();
    expect(await bureauOf(database, '350502')).toBe('350502');
  });

  it('is the right one for every one of many calls at once', async () => {
    const database = open({ connections: 5 });
    const asked = Array.from({ length: 400 }, (_, index) =>
      index % 4 === 0 ? null : `bureau-${index % 7}`,
    );
    expect(await Promise.all(asked.map((bureau) => bureauOf(database, bureau)))).toEqual(asked);
  });

  it('is proved by the same token until 30 s before its end, then by a new one', async () => {
    let now = Date.now();
    const database = open({ now: () => now });
    const first = await tokenOf(database, '350502');
    now += 569_000;
    expect(await tokenOf(database, '350502')).toBe(first);
    now += 1_000;
    const second = await tokenOf(database, '350502');
    expect(second).not.toBe(first);
    expect(Number(second.split('.')[2]) - Number(first.split('.')[2])).toBe(570);
  });

  it('cannot be asked for without the key', async () => {
    const database = openDatabase({
      urls: { desk: fresh.urls.desk },
      contextKey: null,
      now: Date.now,
    });
    opened.push(database);
    await expect(bureauOf(database, '350502')).rejects.toThrow('no key');
    expect(await bureauOf(database, null)).toBeNull();
  });

  it('cannot be a role the process has no connection for', async () => {
    const database = open();
    await expect(database.query('auditor', null, { text: 'select 1' })).rejects.toThrow(
      'this process has no connection as auditor',
    );
  });
});

describe('a connection given back', () => {
  it('takes no open transaction to the next user', async () => {
    const database = open();
    await database.withBureau('desk', '350502', async (client) => {
      await client.query('begin');
      await client.query(`insert into facts.sample values ('350502', 1)`);
    });
    const rows = await database.query('desk', '350502', { text: 'select id from facts.sample' });
    expect(rows).toEqual([]);
  });

  it('is used again after a refused statement', async () => {
    const database = open();
    const pid = { text: 'select pg_backend_pid() as pid' };
    const before = await database.query('desk', null, pid);
    await expect(database.query('desk', null, { text: 'select 1/0' })).rejects.toThrow();
    expect(await database.query('desk', null, pid)).toEqual(before);
  });
});

describe('transactions', () => {
  it('commit what succeeds and undo what fails', async () => {
    const database = open();
    const insert = (id: number) => (client: { query(sql: string): Promise<unknown> }) =>
      client.query(`insert into facts.sample values ('350502', ${id})`);
    await database.transaction('desk', '350502', insert(1));
    const failing = database.transaction('desk', '350502', async (client) => {
      await insert(2)(client);
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    const rows = await database.query('desk', '350502', { text: 'select id from facts.sample' });
    expect(rows).toEqual([{ id: 1 }]);
  });

  it('do not call a rollback a commit', async () => {
    const database = open();
    const swallowing = database.transaction('desk', '350502', async (client) => {
      await client.query(`insert into facts.sample values ('350502', 1)`);
      await client.query('select 1/0').catch(() => {});
    });
    await expect(swallowing).rejects.toThrow('an error inside it was ignored');
  });

  it('run at the isolation asked for', async () => {
    const database = open();
    const level = await database.transaction(
      'desk',
      null,
      async (client) => (await client.query('show transaction_isolation')).rows,
      'serializable',
    );
    expect(level).toEqual([{ transaction_isolation: 'serializable' }]);
  });
});

describe('refusals', () => {
  const refusal = (sql: string): Promise<unknown> =>
    open()
      .query('desk', '350502', { text: sql })
      .catch((error: unknown) => error);

  it('are told by state and constraint', async () => {
    await admin.query(`insert into facts.sample values ('350502', 1)`);
    const unique = await refusal(`insert into facts.sample values ('350502', 1)`);
    expect(errors.isUniqueViolation(unique, 'sample_pkey')).toBe(true);
    expect(errors.isUniqueViolation(unique, 'another')).toBe(false);
    expect(errors.violatedConstraint(unique)).toBe('sample_pkey');
    const foreign = await refusal(`insert into facts.sample values ('350502', 2, 9)`);
    expect(errors.isForeignKeyViolation(foreign, 'sample_ref')).toBe(true);
    expect(errors.isUniqueViolation(foreign)).toBe(false);
    const check = await refusal(`insert into facts.sample values ('350502', 0)`);
    expect(errors.isCheckViolation(check, 'sample_positive')).toBe(true);
    const privilege = await refusal('delete from facts.sample');
    expect(errors.isInsufficientPrivilege(privilege)).toBe(true);
    expect(errors.violatedConstraint(privilege)).toBeNull();
    expect(errors.isInsufficientPrivilege(new Error('42501'))).toBe(false);
  });

  it('include a statement that takes too long', async () => {
    const database = openDatabase({
      urls: { desk: fresh.urls.desk },
      contextKey: null,
      now: Date.now,
      statementTimeoutMs: 50,
    });
    opened.push(database);
    const late: unknown = await database
      .query('desk', null, { text: 'select pg_sleep(5)' })
      .catch((error: unknown) => error);
    expect(errors.hasState(late, 'queryCanceled')).toBe(true);
  });

  it('tell a transaction worth trying again', async () => {
    const [one, two] = [await fresh.connect('admin'), await fresh.connect('admin')];
    const overlap = async (client: SingleClient, id: number, meet: () => Promise<void>) =>
      inTransaction(
        client,
        async () => {
          await client.query('select count(*) from facts.sample');
          await meet();
          await client.query(`insert into facts.sample values ('350502', ${id})`);
        },
        'serializable',
      ).catch((error: unknown) => error);
    let waiting = 2;
    let release: () => void = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const meet = (): Promise<void> => {
      waiting -= 1;
      if (waiting === 0) release();
      return all;
    };
    const outcomes = await Promise.all([overlap(one, 1, meet), overlap(two, 2, meet)]);
    expect(outcomes.filter((outcome) => outcome !== undefined)).toHaveLength(1);
    expect(outcomes.some((outcome) => errors.isRetryable(outcome))).toBe(true);
  });
});

describe('values', () => {
  it('come without loss', async () => {
    const [row] = await open().query('desk', null, {
      text: `select date '2026-11-20' as day, 9007199254740991::bigint as large, count(*) as count,
        timestamptz '2026-11-20 08:00+08' as moment, 1.10::numeric as numeric, '\\x00ff'::bytea as bytes
        from generate_series(1, 3)`,
    });
    expect(row).toEqual({
      day: '2026-11-20',
      large: 9_007_199_254_740_991,
      count: 3,
      moment: new Date('2026-11-20T00:00:00Z'),
      numeric: '1.10',
      bytes: Buffer.from([0, 255]),
    });
  });

  it('are refused when they cannot', async () => {
    const attempt = open().query('desk', null, { text: 'select 9007199254740992::bigint' });
    await expect(attempt).rejects.toThrow('too large to be exact: 9007199254740992');
  });
});

describe('a lost connection', () => {
  it('is replaced by the next call, whether idle or in use', async () => {
    const database = open();
    const pid = { text: 'select pg_backend_pid() as pid' };
    const kill = async (): Promise<void> => {
      await admin.query(
        `select pg_terminate_backend(pid, 1000) from pg_stat_activity
         where usename = 'zhuding_desk' and datname = current_database()`,
      );
    };
    await database.query('desk', '350502', pid);
    await kill();
    // The news of the loss needs a moment to arrive; a call before it may fail, none after.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await bureauOf(database, '350502')).toBe('350502');

    const inUse: unknown = await database
      .withBureau('desk', '350502', async (client) => {
        await kill();
        return client.query('select 1');
      })
      .catch((error: unknown) => error);
    expect(errors.isConnectionFailure(inUse)).toBe(true);
    expect(await bureauOf(database, '350502')).toBe('350502');
  });
});

it('close lets the work under way end', async () => {
  const database = openDatabase({
    urls: { desk: fresh.urls.desk },
    contextKey: null,
    now: Date.now,
  });
  const slow = database.query('desk', null, { text: 'select 1 as one from pg_sleep(0.2)' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await database.close();
  expect(await slow).toEqual([{ one: 1 }]);
  await expect(database.query('desk', null, { text: 'select 1' })).rejects.toThrow('end');
});
