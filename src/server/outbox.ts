/** From the outbox to the queue: jobs of recorded acts, put in by the role that owns the queue. */
import type { Database } from '../platform/db/pool.ts';

/** How long a job may lie in the outbox before the worker looks again, in milliseconds. */
const POLL_MS = 500;

/** Moves what lies in a bureau's outbox into the queue, one transaction for all of it; gives how many jobs that were. */
export async function emptyOutbox(db: Database, bureau: string): Promise<number> {
  const [row] = await db.query<{ moved: number }>('worker', bureau, {
    text: `with taken as (delete from work.outbox returning task, payload, job_key)
      select count(graphile_worker.add_job(task, payload::json, job_key => job_key))::integer as moved from taken`,
  });
  return row?.moved ?? 0;
}

/** Moves jobs until stopped; `failed` hears of what went wrong, which is tried again. */
export function watchOutbox(
  db: Database,
  bureaus: () => Promise<readonly string[]>,
  failed: (error: unknown) => void,
): { stop(): Promise<void> } {
  const emptyAll = async (): Promise<void> => {
    for (const bureau of await bureaus()) await emptyOutbox(db, bureau);
  };
  let running: Promise<unknown> | null = null;
  const look = (): void => {
    running ??= emptyAll()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, POLL_MS);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
