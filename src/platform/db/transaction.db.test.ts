import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { startPostgres } from '../postgres/postgres.ts';
import { openDatabase } from './pool.ts';
import { UnreplicatedCommit } from './transaction.ts';

// A server of its own: waiting for a standby is set for the whole server.
const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-replication-'));
await chmod(dataDir, 0o711);
const postgres = await startPostgres({ dataDir, log: { info: () => {}, warn: () => {} } });
const database = openDatabase({
  urls: { desk: postgres.adminUrl },
  contextKey: null,
  now: Date.now,
});
const admin = new Client({ connectionString: postgres.adminUrl });
await admin.connect();
await admin.query('create table t (id int primary key)');
await admin.query(`alter system set synchronous_standby_names = 'a_standby_that_is_away'`);
await admin.query('select pg_reload_conf()');

afterAll(async () => {
  await admin.end();
  await postgres.stop();
  await database.close();
  await rm(dataDir, { recursive: true });
});

/** Cancels the commit that waits for the standby, as an impatient administrator would. */
async function cancelWaitingCommit(): Promise<void> {
  for (;;) {
    const { rowCount } = await admin.query(
      `select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`,
    );
    if (rowCount === 1) return;
    await sleep(10);
  }
}

it.each([
  [
    'a transaction',
    () => database.transaction('desk', null, (client) => client.query('insert into t values (1)')),
  ],
  [
    'a single statement',
    () => database.query('desk', null, { text: 'insert into t values ($1)', values: [2] }),
  ],
])('%s whose wait for the standby was cancelled is not acknowledged', async (_, write) => {
  const outcome = write().catch((error: unknown) => error);
  await cancelWaitingCommit();
  expect(await outcome).toBeInstanceOf(UnreplicatedCommit);
  // The connection is good, and its next answer is not blamed for the last.
  expect(await database.query('desk', null, { text: 'select 1 as one' })).toEqual([{ one: 1 }]);
});
