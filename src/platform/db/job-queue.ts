/** Installing the job queue: graphile-worker's own migrations, and `db/job-queue.sql`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { type Client, Pool } from 'pg';
import { splitSql } from './split-sql.ts';

const SCHEMA = 'graphile_worker';

/**
 * Brings the queue up to this program, as the role that owns it (`workerUrl`). `admin` owns the database
 * and lets that role make its schema for as long as it needs to.
 */
export async function migrateJobQueue(
  admin: Client,
  workerUrl: string,
  packageRoot: string,
): Promise<void> {
  const { rows } = await admin.query<{ name: string; installed: boolean }>(
    `select quote_ident(current_database()) as name,
       exists (select from pg_tables where schemaname = '${SCHEMA}' and tablename = 'migrations')
         as installed`,
  );
  const database = rows[0]?.name;
  const installed = rows[0]?.installed === true;
  if (!installed) await admin.query(`grant create on database ${database} to zhuding_worker`);
  const worker = new Pool({ connectionString: workerUrl, max: 1 });
  worker.on('error', () => {});
  worker.on('connect', (client) => client.on('error', () => {}));
  try {
    // PostgreSQL lets everybody execute a new function unless told otherwise beforehand.
    await worker.query('alter default privileges revoke execute on functions from public');
    const logger = new Logger(() => () => {});
    await runMigrations({ pgPool: worker, schema: SCHEMA, logger });
    const additions = await readFile(join(packageRoot, 'db', 'job-queue.sql'), 'utf8');
    for (const { text } of splitSql(additions)) await worker.query(text);
  } finally {
    await worker.end();
    if (!installed) await admin.query(`revoke create on database ${database} from zhuding_worker`);
  }
}
