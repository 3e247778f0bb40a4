import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { type Postgres, startPostgres } from '../postgres/postgres.ts';
import { run } from '../postgres/run.ts';
import { dumpPrivileges } from './dump-privileges.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { openDatabase } from './pool.ts';
import { roleUrls } from './roles.ts';
import { contextKey, secretsFrom } from './secrets.ts';

// A server the way a bureau's own administrator hands one over: no superuser, a database, a user who
// owns it and may make roles. Once with the newest version, once with the oldest Zhuding works with.

const { packageRoot } = inject('databaseServer');
const secrets = secretsFrom(Buffer.alloc(32, 5));
/** Where Debian 12 has PostgreSQL 15. */
const OLDEST = process.env['ZHUDING_PG15_BIN'] ?? '/usr/lib/postgresql/15/bin';
const found = await run(join(OLDEST, 'postgres'), ['--version']);
const hasOldest = /\(PostgreSQL\) 15/.test(found.stdout);
if (!hasOldest) process.stderr.write(`no PostgreSQL 15 in ${OLDEST}: the oldest is NOT TESTED\n`);

const servers: [string, string | undefined][] = [['the packaged PostgreSQL', undefined]];
if (hasOldest) servers.push(['PostgreSQL 15', OLDEST]);

describe.each(servers)(
  'on %s, for an administrator who is not superuser,',
  async (_, systemBin) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-external-'));
    await chmod(dataDir, 0o711);
    const log = { info: () => {}, warn: () => {} };
    const server = await startPostgres({ dataDir, log, systemBin });
    afterAll(async () => {
      await server.stop();
      await rm(dataDir, { recursive: true });
    });
    await asSuperuser(server, [
      `create role dba login createrole password 'dba'`,
      `create role other_dba login createrole password 'dba'`,
      'create database bureau owner dba',
    ]);
    const adminUrl = server.url({ user: 'dba', password: 'dba' }, 'bureau');

    it('all migrations run, once', async () => {
      const names = (await readMigrations(packageRoot)).map(({ name }) => name);
      expect(await migrate({ adminUrl, secrets, packageRoot })).toEqual({ applied: names });
      expect(await migrate({ adminUrl, secrets, packageRoot })).toEqual({ applied: [] });
    });

    it('a connection speaks for its bureau', async () => {
      const urls = roleUrls(adminUrl, secrets);
      const database = openDatabase({ urls, contextKey: contextKey(secrets), now: Date.now });
      const statement = { text: 'select context.bureau() as bureau' };
      expect(await database.query('desk', '350502', statement)).toEqual([{ bureau: '350502' }]);
      expect(await database.query('desk', null, statement)).toEqual([{ bureau: null }]);
      await database.close();
    });

    it('PUBLIC gets no rights, and no role a right to make things', async () => {
      const privileges = await dumpPrivileges(adminUrl);
      expect(privileges).toContain('== rights of public\n(nothing)\n');
      const makers = privileges.split('\n').filter((line) => /\b(CREATE|TEMP)\b/.test(line));
      expect(makers.map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
        'database CONNECT CREATE',
      ]);
    });

    it('what another administrator lacks is listed', async () => {
      const url = server.url({ user: 'other_dba', password: 'dba' }, 'bureau');
      await asSuperuser(server, ['grant connect on database bureau to other_dba']);
      const attempt: unknown = await migrate({ adminUrl: url, secrets, packageRoot }).catch(
        (error: unknown) => error,
      );
      expect(String(attempt)).toContain(
        'other_dba does not own the database; dba does. Run: ALTER DATABASE bureau OWNER TO other_dba',
      );
      // From 16 on the right to make roles is no right over those another has made.
      const lacksAdmin = String(attempt).includes(
        'other_dba may not change the role zhuding_desk. Run: GRANT zhuding_desk TO other_dba WITH ADMIN OPTION',
      );
      expect(lacksAdmin).toBe(systemBin === undefined);
    });
  },
);

async function asSuperuser(server: Postgres, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
