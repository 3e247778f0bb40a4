/**
 * Bringing a database up to this program: roles, schema, job queue, context key. Safe to run at every
 * start and by several processes at once; there is no way back, only forward.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, DatabaseError, type QueryConfig } from 'pg';
import { hmacPads } from './context.ts';
import { migrateJobQueue } from './job-queue.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { ensureRoles, missingRights, OWNER, roleUrl, setPasswords } from './roles.ts';
import { contextKey, type Secrets } from './secrets.ts';
import { inTransaction } from './transaction.ts';

export interface MigrateOptions {
  /** A superuser's connection, or one of a user who may make roles and owns the database. */
  readonly adminUrl: string;
  readonly secrets: Secrets;
  /** The folder `db/` lies in. */
  readonly packageRoot: string;
}

export interface MigrationReport {
  /** Names of the files applied by this call, in order. */
  readonly applied: readonly string[];
}

/** The key of the lock on migrating: nobody else can guess it, or a login role could keep us waiting. */
function migrationLock(secrets: Secrets): string {
  return secrets.derive('zhuding/v1/migration-lock').readBigInt64BE().toString();
}

const LOCK_PATIENCE_MS = 600_000;

/**
 * Applies what is missing. Waits while another process migrates the same database.
 *
 * Throws Error, saying what to do, when the connection lacks rights, a file that was applied has changed
 * since, or the database has migrations this program does not know. A migration that fails leaves
 * nothing behind, unless it is marked `-- no transaction`.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationReport> {
  const { adminUrl, secrets, packageRoot } = options;
  const migrations = await readMigrations(packageRoot);
  const admin = new Client({ connectionString: adminUrl, application_name: 'zhuding migrate' });
  // Without a listener a lost connection would end the process; the statement under way reports it.
  admin.on('error', () => {});
  await admin.connect();
  try {
    await lock(admin, migrationLock(secrets));
    const missing = await missingRights(admin);
    if (missing.length > 0) throw new Error(`Migration is not possible:\n${missing.join('\n')}`);
    await ensureRoles(admin, packageRoot);
    await setPasswords(admin, secrets);
    await admin.query(`set role ${OWNER}`);
    await admin.query(`set search_path = ''`);
    await admin.query(`set timezone = 'UTC'`);
    const applied = await applyAll(admin, migrations);
    await storeContextKey(admin, secrets);
    await admin.query('reset role');
    await migrateJobQueue(admin, roleUrl(adminUrl, 'worker', secrets), packageRoot);
    return { applied };
  } finally {
    await admin.end();
  }
}

/**
 * Asks again and again instead of waiting in the server: a waiting statement holds a snapshot, and
 * CREATE INDEX CONCURRENTLY in the other process waits for every snapshot to end.
 */
async function lock(admin: Client, key: string): Promise<void> {
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const result = await admin.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [key],
    );
    if (result.rows[0]?.taken === true) return;
    if (performance.now() > deadline) {
      throw new Error('Another process has been migrating this database for ten minutes.');
    }
    await sleep(50);
  }
}

async function applyAll(admin: Client, migrations: readonly Migration[]): Promise<string[]> {
  const known = await readHistory(admin);
  for (const { number, name, sha256 } of known) {
    const migration = migrations[number - 1];
    if (migration === undefined) {
      throw new Error(
        `The database has migration ${name}, which this program does not have: it is newer than ` +
          'the program. Use a program at least as new as the one that migrated it.',
      );
    }
    if (migration.sha256 !== sha256) {
      throw new Error(
        `${migration.name} has changed since it was applied (then ${sha256}, now ` +
          `${migration.sha256}). Restore the file, and put the change into a new migration.`,
      );
    }
  }
  const pending = migrations.slice(known.length);
  for (const migration of pending) await apply(admin, migration);
  return pending.map(({ name }) => name);
}

interface HistoryRow {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

async function readHistory(admin: Client): Promise<HistoryRow[]> {
  const found = await admin.query<{ found: boolean }>(
    `select to_regclass('migration.history') is not null as found`,
  );
  if (found.rows[0]?.found !== true) {
    await inTransaction(admin, async () => {
      for (const statement of HISTORY) await admin.query(statement);
    });
  }
  const history = await admin.query<HistoryRow>(
    'select number, name, sha256 from migration.history order by number',
  );
  return history.rows;
}

const HISTORY = [
  'create schema migration',
  `comment on schema migration is 'Which files of db/migrations this database has.'`,
  `create table migration.history (
    number integer not null,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint history_pkey primary key (number)
  )`,
  `comment on table migration.history is 'One row a migration file applied, with the hash it had.'`,
];

/** The extended protocol refuses a text of more than one statement. pg knows it, its types do not. */
interface OneStatement extends QueryConfig {
  readonly queryMode: 'extended';
}

async function apply(admin: Client, migration: Migration): Promise<void> {
  if (migration.transactional) await inTransaction(admin, () => run(admin, migration));
  else await run(admin, migration);
}

async function run(admin: Client, migration: Migration): Promise<void> {
  const { number, name, sha256, statements, transactional } = migration;
  for (const { text, line } of statements) {
    try {
      const query: OneStatement = { text, queryMode: 'extended' };
      await admin.query(query);
    } catch (error) {
      throw new Error(`${name}, statement at line ${line}: ${messageOf(error)}`, { cause: error });
    }
    if (transactional && admin.getTransactionStatus() !== 'T') {
      throw new Error(`${name}, statement at line ${line}: ends the transaction of the file`);
    }
  }
  await admin.query('insert into migration.history (number, name, sha256) values ($1, $2, $3)', [
    number,
    name,
    sha256,
  ]);
}

async function storeContextKey(admin: Client, secrets: Secrets): Promise<void> {
  const { inner, outer } = hmacPads(contextKey(secrets));
  await admin.query(
    `insert into context.key as k (inner_pad, outer_pad) values ($1, $2)
     on conflict (only_row) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
     where (k.inner_pad, k.outer_pad) is distinct from (excluded.inner_pad, excluded.outer_pad)`,
    [inner, outer],
  );
}

function messageOf(error: unknown): string {
  if (!(error instanceof DatabaseError)) return String(error);
  const hints = [error.detail, error.hint].filter((hint) => hint !== undefined);
  return [error.message, ...hints].join(' ');
}
