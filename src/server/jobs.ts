/** Work outside the transaction of an act: bringing what was published before the public, with its proof and its page. */
import { type Runner, run, Logger as JobLogger } from 'graphile-worker';
import type { Logger } from './log.ts';
import type { World } from './world.ts';

/** How long a proof may be missing before the worker looks again, in milliseconds. */
const POLL_MS = 2000;

/** What the queue says that somebody should read. */
const LOUD: ReadonlySet<string> = new Set(['error', 'warning']);

/** Starts the workers; stop them before the world closes. */
export function runJobs(world: World, connectionString: string, log: Logger): Promise<Runner> {
  return run({
    connectionString,
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
}

function bureauIn(payload: unknown): string {
  const bureau: unknown =
    typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'bureau') : null;
  if (typeof bureau !== 'string') throw new Error('a job without a bureau');
  return bureau;
}
