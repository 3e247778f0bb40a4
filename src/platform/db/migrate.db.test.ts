import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { hmacPads } from './context.ts';
import { migrate, type MigrationReport } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { contextKey } from './secrets.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');
const SHIPPED = (await readMigrations(database.packageRoot)).length;

const root = await mkdtemp(join(tmpdir(), 'zhuding-migrate-'));
afterAll(() => rm(root, { recursive: true }));

/** The number of the n-th migration after those shipped, as its file has it. */
function numbered(n: number): string {
  return String(SHIPPED + n).padStart(4, '0');
}

async function put(name: string, sql: string): Promise<void> {
  await writeFile(join(root, 'db', 'migrations', name), sql);
}

function run(): Promise<MigrationReport> {
  return migrate({ adminUrl: database.adminUrl, secrets: database.secrets, packageRoot: root });
}

async function value(client: Client, sql: string): Promise<unknown> {
  const { rows } = await client.query<{ value: unknown }>(`select (${sql}) as value`);
  return rows[0]?.value;
}

beforeEach(async () => {
  await rm(join(root, 'db'), { recursive: true, force: true });
  await cp(join(database.packageRoot, 'db'), join(root, 'db'), { recursive: true });
  await admin.query('drop schema if exists sample cascade');
  await admin.query('delete from migration.history where number > $1', [SHIPPED]);
});

describe('migrate', () => {
  it('finds nothing to do in a migrated database', async () => {
    expect(await run()).toEqual({ applied: [] });
  });

  it('applies new files in order, as the owner', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;\ncreate table sample.t (a int);');
    await put(`${numbered(2)}-two.sql`, 'insert into sample.t values (1);');
    expect(await run()).toEqual({ applied: [`${numbered(1)}-one.sql`, `${numbered(2)}-two.sql`] });
    expect(await run()).toEqual({ applied: [] });
    expect(await value(admin, 'select count(*)::int from sample.t')).toBe(1);
    expect(await value(admin, `select relowner::regrole from pg_class where relname = 't'`)).toBe(
      'zhuding_owner',
    );
  });

  it('applies each file once when many start at once', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;\ncreate table sample.t (a int);');
    await put(`${numbered(2)}-two.sql`, 'insert into sample.t values (1);\nselect pg_sleep(0.2);');
    const reports = await Promise.all(Array.from({ length: 5 }, run));
    expect(reports.flatMap(({ applied }) => applied)).toHaveLength(2);
    expect(await value(admin, 'select count(*)::int from sample.t')).toBe(1);
  });

  it('leaves nothing of a file that fails, and names file, line and reason', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;');
    await put(
      `${numbered(2)}-two.sql`,
      '-- a comment\ncreate table sample.t (a int);\n\ninsert into sample.t\nvalues (1, 2);',
    );
    await expect(run()).rejects.toThrow(
      `${numbered(2)}-two.sql, statement at line 4: INSERT has more expressions than target columns`,
    );
    expect(await value(admin, `select to_regclass('sample.t')`)).toBeNull();
    expect(await value(admin, `select max(number) from migration.history`)).toBe(SHIPPED + 1);

    await put(`${numbered(2)}-two.sql`, 'create table sample.t (a int);');
    expect(await run()).toEqual({ applied: [`${numbered(2)}-two.sql`] });
  });

  it('runs a file marked so without a transaction, also while others wait', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;\ncreate table sample.t (a int);');
    await put(
      `${numbered(2)}-two.sql`,
      '-- no transaction\ncreate index concurrently if not exists t_a on sample.t (a);',
    );
    const reports = await Promise.all([run(), run(), run()]);
    expect(reports.flatMap(({ applied }) => applied)).toHaveLength(2);
    expect(
      await value(
        admin,
        `select indisvalid from pg_index where indexrelid = 'sample.t_a'::regclass`,
      ),
    ).toBe(true);
  });

  it('refuses a file that changed after it was applied', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;');
    await run();
    await put(`${numbered(1)}-one.sql`, 'create schema sample; -- a harmless comment');
    await expect(run()).rejects.toThrow(`${numbered(1)}-one.sql has changed since it was applied`);
  });

  it('refuses a database newer than the program', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;');
    await run();
    await rm(join(root, 'db', 'migrations', `${numbered(1)}-one.sql`));
    await expect(run()).rejects.toThrow(
      `The database has migration ${numbered(1)}-one.sql, which this program does not have`,
    );
  });

  it.each([
    [`${numbered(2)}-gap.sql`, `the next migration must be named ${numbered(1)}-….sql`],
    ['0001-again.sql', `the next migration must be named`],
    ['one.sql', 'the next migration must be named'],
  ])('refuses the file %s before touching the database', async (name, message) => {
    await put(name, 'create schema sample;');
    await expect(run()).rejects.toThrow(message);
    expect(await value(admin, `select to_regnamespace('sample')`)).toBeNull();
  });

  it('refuses SQL that does not end before touching the database', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;');
    await put(`${numbered(2)}-two.sql`, "select 'a;");
    await expect(run()).rejects.toThrow(
      `${numbered(2)}-two.sql: line 1: a string that does not end`,
    );
    expect(await value(admin, `select to_regnamespace('sample')`)).toBeNull();
  });

  it('does not let a file end its own transaction unnoticed', async () => {
    await put(`${numbered(1)}-one.sql`, 'create schema sample;\nrollback;');
    await expect(run()).rejects.toThrow(
      `${numbered(1)}-one.sql, statement at line 2: ends the transaction of the file`,
    );
    expect(
      await value(admin, `select count(*)::int from migration.history where number > ${SHIPPED}`),
    ).toBe(0);
  });

  it('gives no role a right to make things, not even the queue its schema a second time', async () => {
    await run();
    expect(
      await value(
        admin,
        `select array_agg(rolname) from pg_roles where rolname like 'zhuding\\_%'
         and rolname not in ('zhuding_owner', 'zhuding_admin') and rolcanlogin and not rolsuper
         and has_database_privilege(rolname, current_database(), 'CREATE')`,
      ),
    ).toBeNull();
  });

  it('puts the derived key back when it was replaced or lost', async () => {
    const key = `select encode(inner_pad || outer_pad, 'hex') from context.key`;
    const { inner, outer } = hmacPads(contextKey(database.secrets));
    const derived = Buffer.concat([inner, outer]).toString('hex');
    expect(await value(admin, key)).toBe(derived);
    await admin.query('update context.key set inner_pad = outer_pad');
    expect(await value(admin, key)).not.toBe(derived);
    await run();
    expect(await value(admin, key)).toBe(derived);
    await admin.query('delete from context.key');
    await run();
    expect(await value(admin, key)).toBe(derived);
  });
});

describe('the job queue', () => {
  it('is closed to everybody but its owner', async () => {
    for (const role of ['desk', 'review', 'rules', 'staff', 'auditor'] as const) {
      const client = await database.connect(role);
      for (const sql of [
        'select * from graphile_worker.jobs',
        `select graphile_worker.add_job('publish')`,
      ])
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
