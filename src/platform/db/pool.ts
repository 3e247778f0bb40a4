/**
 * Connections to the database: a pool for each login role, each connection speaking for one bureau or
 * for none. Needs a connection to one server process for a session's length (a direct one, or a
 * pooler in session mode): a context token names that process.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { mintToken } from './context.ts';
import { isConnectionFailure } from './errors.ts';
import { loginName, ROLES, type Role } from './roles.ts';
import {
  assertReplicated,
  inTransaction,
  type Isolation,
  watchReplication,
} from './transaction.ts';
import { wireTypes } from './wire-types.ts';

export interface DatabaseOptions {
  /** Connection URLs of the roles this process may use. */
  readonly urls: Partial<Readonly<Record<Role, string>>>;
  /** From `contextKey`; null in a process that never speaks for a bureau. */
  readonly contextKey: Buffer | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Most connections a role may have open. */
  readonly connections?: Partial<Readonly<Record<Role, number>>>;
  /** A statement running longer is cancelled (SQLSTATE 57014). */
  readonly statementTimeoutMs?: number;
}

/** One statement with its parameters. With a name it is prepared once a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

export type Client = PoolClient;

export interface Database {
  /**
   * Lends `work` a connection of `role` that speaks for `bureauId`. The connection is whole again for
   * the next user whatever `work` does with it; it must not be used afterwards.
   */
  withBureau<T>(role: Role, bureauId: string, work: (client: Client) => Promise<T>): Promise<T>;
  /** As `withBureau`, for no bureau: row security by bureau then shows nothing. */
  withoutBureau<T>(role: Role, work: (client: Client) => Promise<T>): Promise<T>;
  /** `withBureau` (or for null `withoutBureau`) and one transaction around `work`. */
  transaction<T>(
    role: Role,
    bureauId: string | null,
    work: (client: Client) => Promise<T>,
    isolation?: Isolation,
  ): Promise<T>;
  /** One statement, committed by itself: one round trip. */
  query<Row extends QueryResultRow>(
    role: Role,
    bureauId: string | null,
    statement: Statement,
  ): Promise<Row[]>;
  /** Waits for the connections lent out, and closes all. */
  close(): Promise<void>;
}

const DEFAULT_CONNECTIONS: Readonly<Record<Role, number>> = {
  desk: 16,
  review: 4,
  rules: 2,
  staff: 4,
  portal: 10,
  sequencer: 3,
  worker: 4,
  shredder: 2,
  auditor: 4,
};
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
/** How long a call waits for a connection: when all are lent out, and while the server restarts. */
const PATIENCE_MS = 5_000;
const RECONNECT_PAUSE_MS = 50;

const TOKEN_LIFETIME_S = 600;
const TOKEN_RESERVE_S = 30;
const SET_CONTEXT = `select set_config('zhuding.context', $1, false)`;

/** What a connection's `zhuding.context` is set to. Absent from the map: never set. */
interface Context {
  readonly bureauId: string | null;
  /** Whole seconds since 1970. */
  readonly expiry: number;
}

/** Opens no connection yet: the first call does. */
export function openDatabase(options: DatabaseOptions): Database {
  const { contextKey, now } = options;
  const pools = new Map<Role, Pool>();
  const contexts = new WeakMap<Client, Context>();
  for (const role of ROLES) {
    const url = options.urls[role];
    if (url !== undefined) pools.set(role, openPool(role, url, options));
  }

  async function speakFor(client: Client, bureauId: string | null): Promise<void> {
    const context = contexts.get(client);
    if (bureauId === null) {
      if (context === undefined || context.bureauId === null) return;
      await client.query(SET_CONTEXT, ['']);
      contexts.set(client, { bureauId: null, expiry: 0 });
      return;
    }
    const seconds = Math.floor(now() / 1000);
    if (context?.bureauId === bureauId && context.expiry - seconds > TOKEN_RESERVE_S) return;
    if (contextKey === null) throw new Error('this process has no key to speak for a bureau');
    const expiry = seconds + TOKEN_LIFETIME_S;
    const token = mintToken(contextKey, bureauId, expiry, serverProcess(client));
    await client.query(SET_CONTEXT, [token]);
    contexts.set(client, { bureauId, expiry });
  }

  async function lend<T>(
    role: Role,
    bureauId: string | null,
    work: (client: Client) => Promise<T>,
  ): Promise<T> {
    const pool = pools.get(role);
    if (pool === undefined) throw new Error(`this process has no connection as ${role}`);
    const client = await connectPatiently(pool);
    try {
      await speakFor(client, bureauId);
      return await work(client);
    } finally {
      // Nobody inherits an open transaction: such a connection is closed, which rolls it back.
      client.release(client.getTransactionStatus() !== 'I');
    }
  }

  return {
    withBureau: lend,
    withoutBureau: (role, work) => lend(role, null, work),
    transaction: (role, bureauId, work, isolation) =>
      lend(role, bureauId, (client) => inTransaction(client, work, isolation)),
    query: <Row extends QueryResultRow>(
      role: Role,
      bureauId: string | null,
      statement: Statement,
    ) =>
      lend(role, bureauId, async (client) => {
        const result = await client.query<Row>({
          ...statement,
          values: [...(statement.values ?? [])],
        });
        assertReplicated(client);
        return result.rows;
      }),
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}

function openPool(role: Role, url: string, options: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: loginName(role),
    max: options.connections?.[role] ?? DEFAULT_CONNECTIONS[role],
    connectionTimeoutMillis: PATIENCE_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    types: wireTypes,
  });
  // A connection lost while idle leaves the pool by itself; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // While lent out the pool does not listen; the statement under way reports the loss.
    client.on('error', () => {});
    watchReplication(client);
  });
  return pool;
}

/** Connecting has no effect, so it may be tried again while the server comes up or fails over. */
async function connectPatiently(pool: Pool): Promise<Client> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      if (!isConnectionFailure(error) || performance.now() >= deadline) throw error;
      await sleep(RECONNECT_PAUSE_MS);
    }
  }
}

/** The server process behind a connection, which the server names at sign-in. */
function serverProcess(client: Client): number {
  if ('processID' in client && typeof client.processID === 'number') return client.processID;
  throw new Error('the connection does not know its server process');
}
