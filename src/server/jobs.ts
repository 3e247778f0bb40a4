/** Work outside the transaction of an act: bringing what was published before the public, with its proof and its page. */
import { run, Logger as JobLogger } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from './log.ts';
import type { World } from './world.ts';

/** How long a proof may be missing before the worker looks again, in milliseconds. */
const POLL_MS = 2000;

/** What the queue says that somebody should read. */
const LOUD: ReadonlySet<string> = new Set(['error', 'warning']);

/** Workers at their jobs. */
export interface Jobs {
  /** Finishes the jobs in hand, and takes no more. */
  stop(): Promise<void>;
}

/** Starts the workers; stop them before the world closes. */
export async function runJobs(world: World, connectionString: string, log: Logger): Promise<Jobs> {
  const pgPool = openPool(connectionString);
  const runner = await run({
    pgPool,
    concurrency: 2,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: new JobLogger(() => (level: string, message) => {
      if (LOUD.has(level)) log.warn({ job: message }, 'job');
    }),
    taskList: {
      publish: async (payload) => {
        const bureau = bureauIn(payload);
        await world.sequencer.sequenceOnce(bureau);
        await world.proofs.proveEntries(bureau);
        await world.portal.storePages(bureau);
      },
    },
  });
  return {
    async stop() {
      await runner.stop();
      await pgPool.end();
    },
  };
}

/** A pool of our own: the queue's would neither be waited for nor outlive the loss of an idle connection at the end. */
function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 4, application_name: 'zhuding jobs' });
  // The queue reports what matters; without a listener a lost connection would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function bureauIn(payload: unknown): string {
  const bureau: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'bureau') : null;
  if (typeof bureau !== 'string') throw new Error('a job without a bureau');
  return bureau;
}
