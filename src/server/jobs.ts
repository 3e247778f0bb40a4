/** Work outside the transaction of an act: bringing what was published before the public, with its proof and its page. */
import { run, Logger as JobLogger } from 'graphile-worker';
import { openQueuePool } from '../platform/jobs/queue-pool.ts';
import type { Logger } from './log.ts';
import { watchOutbox } from './outbox.ts';
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
  const pgPool = openQueuePool(connectionString);
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
  // A job whose worker was killed stays taken for hours; what it was to do is asked for anew.
  for (const bureau of await world.registry.bureaus())
    await runner.addJob('publish', { bureau }, { jobKey: `publish:${bureau}` });
  const outbox = watchOutbox(
    world.db,
    () => world.registry.bureaus(),
    (error) => log.warn({ err: error }, 'outbox'),
  );
  return {
    async stop() {
      await outbox.stop();
      await runner.stop();
      await pgPool.end();
    },
  };
}

function bureauIn(payload: unknown): string {
  const bureau: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'bureau') : null;
  if (typeof bureau !== 'string') throw new Error('a job without a bureau');
  return bureau;
}
