import { Client, type DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.ts';
import { isInsufficientPrivilege } from './errors.ts';
import { migrate } from './migrate.ts';
import { ensureRoles, loginName, OWNER, ROLES, roleUrls } from './roles.ts';
import { secretsFrom } from './secrets.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');

/** The SQLSTATE `sql` is refused with, or what it gave. */
async function outcome(client: Client, sql: string): Promise<string> {
  try {
    const { rows } = await client.query(sql);
    return JSON.stringify(rows);
  } catch (error) {
    // Everything PostgreSQL refuses is one; another error fails the comparison as well.
    return (error as DatabaseError).code ?? String(error);
  }
}

describe.each([...ROLES])('the role %s', async (role) => {
  const client = await database.connect(role);

  it('has no attribute that passes a check, and is a member of nothing', async () => {
    const { rows } = await admin.query(
      `select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls, rolcanlogin,
         (select count(*) from pg_auth_members m where m.member = r.oid)::int as memberships
       from pg_roles r where rolname = $1`,
      [loginName(role)],
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        rolbypassrls: false,
        rolcanlogin: true,
        memberships: 0,
      },
    ]);
  });

  it('owns nothing of ours', async () => {
    const { rows } = await admin.query(
      `select c.oid::regclass as name from pg_class c
       where c.relowner = $1::regrole and c.relnamespace::regnamespace <> 'graphile_worker'::regnamespace
         and c.relkind in ('r', 'p', 'v', 'm', 'S')`,
      [loginName(role)],
    );
    expect(rows).toEqual([]);
  });

  const others = [OWNER, ...ROLES.filter((other) => other !== role).map(loginName)];
  it.each([
    ...others.map((other) => `set role ${other}`),
    ...others.map((other) => `set session authorization ${other}`),
    'select * from context.key',
    'update context.key set only_row = true',
    'delete from context.key',
    'truncate context.key',
    'copy context.key to stdout',
    'do $$ begin lock table context.key; end $$',
    'select * from migration.history',
    'create table public.t ()',
    'create table context.t ()',
    'create table acts.t ()',
    'create temporary table t ()',
    'create schema s',
    'create database d',
    'create role r',
    'create function public.f() returns int return 1',
    'create or replace function context.bureau() returns text return null',
    'alter function context.bureau() owner to current_user',
    'drop function context.bureau()',
    `grant ${OWNER} to current_user`,
    'create extension pg_trgm schema context',
    `alter role ${OWNER} login`,
    'alter role current_user superuser',
    'alter role current_user bypassrls',
    'alter database postgres set log_statement = none',
    'alter system set log_statement = none',
    `select pg_read_file('postgresql.conf')`,
    `copy (select 1) to program 'true'`,
    'select rolpassword from pg_authid',
    'select lo_create(0)',
    'select lo_creat(-1)',
    `select lo_from_bytea(0, 'x')`,
  ])('is refused: %s', async (sql) => {
    expect(await outcome(client, sql)).toBe('42501');
  });

  it('passes on no right of its own', async () => {
    await client.query('grant execute on function context.bureau() to public');
    const { rows } = await admin.query(
      `select has_function_privilege('public', 'context.bureau()', 'EXECUTE') as passed`,
    );
    expect(rows).toEqual([{ passed: false }]);
  });

  it('is not known by another password', async () => {
    const url = new URL(database.urls[role]);
    url.password = 'wrong';
    const stranger = new Client({ connectionString: url.href });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});

it('nobody signs in as the owner', async () => {
  await admin.query(`alter role ${OWNER} password 'known'`);
  const url = new URL(database.adminUrl);
  url.username = OWNER;
  url.password = 'known';
  const client = new Client({ connectionString: url.href });
  await expect(client.connect()).rejects.toMatchObject({ code: '28000' });
  await admin.query(`alter role ${OWNER} password null`);
});

describe('ensureRoles', () => {
  it('puts back what was changed', async () => {
    await admin.query('begin');
    try {
      const name = loginName('shredder');
      await admin.query(`alter role ${name} superuser createrole createdb bypassrls nologin`);
      await admin.query(`grant ${OWNER} to ${name}`);
      await admin.query(`grant create, temporary on database ${databaseName()} to ${name}`);
      await admin.query(`alter role ${name} set search_path = public`);
      await admin.query(
        `alter role ${name} in database ${databaseName()} set statement_timeout = 1`,
      );
      await admin.query(`alter role ${OWNER} login`);
      await ensureRoles(admin, database.packageRoot);
      const { rows } = await admin.query(
        `select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolcanlogin,
           pg_has_role(rolname, '${OWNER}', 'MEMBER') as owner,
           has_database_privilege(rolname, current_database(), 'CREATE') as creates,
           has_database_privilege(rolname, current_database(), 'TEMP') as temporary,
           (select array_agg(s.setconfig::text order by s.setdatabase) from pg_db_role_setting s
            where s.setrole = r.oid) as settings
         from pg_roles r where rolname in ('${name}', '${OWNER}') order by rolname`,
      );
      const none = {
        rolsuper: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolbypassrls: false,
      };
      expect(rows).toEqual([
        {
          ...none,
          rolname: OWNER,
          rolcanlogin: false,
          owner: true,
          creates: true,
          temporary: false,
          settings: null,
        },
        {
          ...none,
          rolname: name,
          rolcanlogin: true,
          owner: false,
          creates: false,
          temporary: false,
          settings: ['{"search_path=\\"\\"",TimeZone=UTC}'],
        },
      ]);
    } finally {
      await admin.query('rollback');
    }
  });
});

describe('an administrator who is not superuser', async () => {
  const secrets = secretsFrom(Buffer.alloc(32, 7));
  const name = `zhuding_test_dba_${process.pid}`;
  const dba = new URL(database.adminUrl);
  dba.username = name;
  dba.password = 'dba';

  it('is told every right it lacks', async () => {
    await admin.query(`create role ${name} login password 'dba'`);
    await admin.query(`grant connect on database ${databaseName()} to ${name}`);
    try {
      const attempt = migrate({ adminUrl: dba.href, secrets, packageRoot: database.packageRoot });
      await expect(attempt).rejects.toThrow(
        `${name} may not make roles. Run: ALTER ROLE ${name} CREATEROLE\n` +
          `${name} does not own the database; `,
      );
    } finally {
      await admin.query(`revoke connect on database ${databaseName()} from ${name}`);
      await admin.query(`drop role ${name}`);
    }
  });
});

it('the URLs of the roles differ in user and password only', () => {
  const urls = roleUrls('postgres://a:b@db.example:5433/z?sslmode=require', database.secrets);
  expect(urls.desk).toMatch(
    /^postgres:\/\/zhuding_desk:[\w-]{43}@db\.example:5433\/z\?sslmode=require$/,
  );
});

it('the refusal is recognised by its state', async () => {
  const client = await database.connect('portal');
  const error: unknown = await client.query('select * from context.key').catch((e: unknown) => e);
  expect(isInsufficientPrivilege(error)).toBe(true);
});

function databaseName(): string {
  return new URL(database.adminUrl).pathname.slice(1);
}
