/**
 * A process of its own that runs the embedded database, for tests that kill it:
 *
 *     node --import tsx postgres-process.ts <data folder> [write]
 *
 * Prints one line of JSON when the server answers; with `write` then the number of every row PostgreSQL
 * has acknowledged. SIGTERM ends it in order.
 */
import { Client } from 'pg';
import { startPostgres } from '../../src/platform/postgres/postgres.ts';

const [dataDir = '', mode = ''] = process.argv.slice(2);
const postgres = await startPostgres({
  dataDir,
  log: { info: () => {}, warn: () => {} },
});
const ending = new AbortController();
process.once('SIGTERM', () => {
  ending.abort();
  void postgres.stop();
});
const { origin, pid, adminUrl } = postgres;
process.stdout.write(`${JSON.stringify({ origin, pid, adminUrl })}\n`);

if (mode === 'write') {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('create table if not exists acknowledged (id bigint primary key)');
  const { rows } = await client.query<{ last: string }>(
    'select coalesce(max(id), 0) as last from acknowledged',
  );
  for (let id = Number(rows[0]?.last) + 1; !ending.signal.aborted; id += 1) {
    await client.query('insert into acknowledged values ($1)', [id]);
    process.stdout.write(`${id}\n`);
  }
}
