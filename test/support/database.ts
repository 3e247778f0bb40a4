/** A migrated database of its own for a test file. */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/db/pool.ts';
import { ensureRoles, type Role, roleUrls } from '../../src/platform/db/roles.ts';
import { contextKey, type Secrets, secretsFrom } from '../../src/platform/db/secrets.ts';

export interface TestDatabase {
  /** May do everything, as `migrate` may. */
  readonly adminUrl: string;
  readonly urls: Readonly<Record<Role, string>>;
  readonly secrets: Secrets;
  /** The folder `db/` lies in. */
  readonly packageRoot: string;
  /** Pools of all roles, closed at the end of the file. The clock is the machine's unless given. */
  open(now?: () => number): Database;
  /** A single connection as `role`, or as the administrator; closed at the end of the file. */
  connect(role: Role | 'admin'): Promise<Client>;
}

/**
 * Makes the database. Call it at the top of a test file (`const database = await freshDatabase()`) or of
 * a `describe` that awaits it: it is dropped after the tests beside it, with whatever is still connected.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const secrets = secretsFrom(Buffer.from(server.secret, 'hex'));
  const name = `zhuding_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  const adminUrl = url.href;
  const urls = roleUrls(adminUrl, secrets);
  const closing: (() => Promise<void>)[] = [];

  await administer(server.adminUrl, (client) =>
    client.query(`create database ${name} template ${server.template}`),
  );
  // Rights on the database itself are not copied from a template.
  await administer(adminUrl, (client) => ensureRoles(client, server.packageRoot));

  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    await administer(server.adminUrl, (client) =>
      client.query(`drop database ${name} with (force)`),
    );
  });

  return {
    adminUrl,
    urls,
    secrets,
    packageRoot: server.packageRoot,
    open(now = Date.now) {
      const opened = openDatabase({ urls, contextKey: contextKey(secrets), now });
      closing.push(() => opened.close());
      return opened;
    },
    async connect(role) {
      const client = new Client({ connectionString: role === 'admin' ? adminUrl : urls[role] });
      // A connection a test has the server end reports it; the query under way does so too.
      client.on('error', () => {});
      await client.connect();
      closing.push(() => client.end().catch(() => {}));
      return client;
    },
  };
}

async function administer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
