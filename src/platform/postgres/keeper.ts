/** The supervisor's own connection: it proves that the server answers, and holds the ownership. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';
import { SUPERUSER } from './cluster.ts';

/** Where the supervisor connects and the lock lives: advisory locks are per database. */
const MAINTENANCE_DATABASE = 'postgres';
/** 'zhuding' as an advisory lock: the owner of the cluster holds it for as long as it lives. */
const OWNERSHIP_LOCK = 0x7a_68_75_64;

export interface Keeper {
  readonly client: Client;
  /** False when another living process owns this cluster. */
  readonly owner: boolean;
}

/** Failures of a server that is coming up or going down, as SQLSTATE or as system error. */
const NOT_YET = new Set(['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/**
 * Connects to the server on `port`; null when it does not take connections yet. Throws when it
 * answers but is not the server of `clusterDir`, or does not know our password.
 */
export async function connectKeeper(
  port: number,
  password: string,
  clusterDir: string,
): Promise<Keeper | null> {
  const client = new Client({ ...maintenance(port, password), keepAlive: true });
  // Without a listener a lost connection would end the process; 'end' follows and is acted upon.
  client.on('error', () => {});
  try {
    await client.connect();
    const found = await client.query<{ dir: string }>(
      "select current_setting('data_directory') as dir",
    );
    const dir = found.rows[0]?.dir;
    if (dir !== clusterDir) {
      throw new Error(`Port ${port} belongs to a PostgreSQL in ${dir}, not in ${clusterDir}.`);
    }
    return { client, owner: await takeOwnership(client) };
  } catch (error) {
    await client.end().catch(() => {});
    if (isNotYet(error)) return null;
    throw error;
  }
}

/** True when the server answers a question on a new connection within five seconds. */
export async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ ...maintenance(port, password), query_timeout: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the application's database unless it exists. The owner closes the cluster's others to everybody. */
export async function ensureDatabase({ client, owner }: Keeper, name: string): Promise<void> {
  const { rows } = await client.query<{ open: boolean }>(
    `select has_database_privilege('public', '${MAINTENANCE_DATABASE}', 'CONNECT') as open`,
  );
  if (owner && rows[0]?.open === true) {
    await client.query(`revoke all on database ${MAINTENANCE_DATABASE}, template1 from public`);
  }
  const found = await client.query('select from pg_database where datname = $1', [name]);
  if (found.rowCount !== 0) return;
  try {
    await client.query(`create database ${escapeIdentifier(name)}`);
  } catch (error) {
    // Of two processes starting at once the other one made it.
    const state = error instanceof Error && 'code' in error ? error.code : null;
    if (state !== '42P04' && state !== '23505') throw error;
  }
}

/** The connection of an owner killed a moment ago may still be closing: ask for a fifth of a second. */
async function takeOwnership(client: Client): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    const result = await client.query<{ owner: boolean }>(
      'select pg_try_advisory_lock($1) as owner',
      [OWNERSHIP_LOCK],
    );
    if (result.rows[0]?.owner === true) return true;
    if (attempt === 10) return false;
    await sleep(20);
  }
}

function maintenance(port: number, password: string): ClientConfig {
  return {
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: MAINTENANCE_DATABASE,
    application_name: 'zhuding supervisor',
    connectionTimeoutMillis: 5_000,
  };
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return NOT_YET.has(error.code);
  // pg reports a connection cut during sign-in, and one not answered in time, without a code.
  return error.message.startsWith('Connection terminated');
}
