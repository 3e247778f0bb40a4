/**
 * Connections for the job queue, which gives up on a database that is away for a moment, and takes the program down with it
 * when it then cannot say what became of a job.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { isConnectionFailure } from '../db/errors.ts';

const PAUSE_MS = 250;
/** `cannot_connect_now`: the one loss of the database after which the queue tries again what it was about. */
const AGAIN = '57P03';

/**
 * A pool whose `connect` waits until the database is back, and whose clients report a lost connection as one to try again.
 * The queue's own statements may be repeated: each says which job, and who has taken it.
 */
export function openQueuePool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 4, application_name: 'zhuding jobs' });
  // The queue reports what matters; without a listener a lost connection would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    retryLosses(client);
  });
  const connect = pool.connect.bind(pool);
  const patiently = async (): Promise<PoolClient> => {
    for (;;) {
      try {
        return await connect();
      } catch (error) {
        if (pool.ending || !isConnectionFailure(error)) throw error;
        await sleep(PAUSE_MS);
      }
    }
  };
  type Callback = Parameters<typeof connect>[0];
  // With a callback the queue listens for new jobs, and connects again by itself.
  const either = (callback?: Callback) => (callback ? connect(callback) : patiently());
  pool.connect = either as Pool['connect']; // both of its forms
  return pool;
}

function retryLosses(client: PoolClient): void {
  const query = client.query.bind(client) as (...values: unknown[]) => unknown; // any of its forms
  const retried = (...values: unknown[]): unknown => {
    const result = query(...values);
    return result instanceof Promise ? result.catch(again) : result;
  };
  client.query = retried as PoolClient['query'];
}

function again(error: unknown): never {
  if (!(error instanceof Error) || !isConnectionFailure(error)) throw error;
  throw Object.assign(new Error(error.message, { cause: error }), { code: AGAIN });
}
