import type { FileHandle } from 'node:fs/promises';
import { syncFile } from '../../platform/storage/sync.ts';

/** Makes received bytes durable while more come in, and has it written down how far. */
export interface Progress {
  /** Tells how far the file is written. Does not wait. @throws StorageError when an earlier step failed */
  written(end: number): void;
  /** Makes everything written durable and recorded. @throws StorageError */
  finish(): Promise<void>;
}

/** How much is lost at most when the machine stops: this many bytes, or this many milliseconds of receiving. */
const STEP_BYTES = 32 * 1024 * 1024;
const STEP_MS = 5000;

/** `record` makes it durable that the file is durable up to there; calls never overlap. */
export function trackProgress(
  file: FileHandle,
  start: number,
  record: (end: number) => Promise<void>,
): Progress {
  let end = start;
  let recorded = start;
  let since = performance.now();
  let running: Promise<void> | null = null;
  let failure: unknown;

  async function step(): Promise<void> {
    const reached = end;
    since = performance.now();
    await syncFile(file);
    await record(reached);
    recorded = reached;
  }

  return {
    written(to) {
      if (failure !== undefined) throw failure;
      end = to;
      const isDue = end - recorded >= STEP_BYTES || performance.now() - since >= STEP_MS;
      if (running || !isDue) return;
      running = step()
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => {
          running = null;
        });
    },
    async finish() {
      await running;
      if (failure !== undefined) throw failure;
      if (end > recorded) await step();
    },
  };
}
