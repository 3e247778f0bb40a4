import type { Worker } from 'node:worker_threads';
import type { HashAnswer, HashHalf, HashOrder } from './describe.worker.ts';
import { siblingFile, startWorker } from './start-worker.ts';

/** The hashing threads, in pairs of one for each half of a descriptor. They start when first needed. */
export interface HashThreads {
  /** Begins a task on the next pair. @throws Error when closed */
  begin(events: HashEvents): HashTask;
  /** Stops the threads; tasks under way are lost. */
  close(): Promise<void>;
}

/** What a task is told. After `lost`, nothing more. */
export interface HashEvents {
  answered(half: HashHalf, answer: HashAnswer): void;
  lost(error: Error): void;
}

export interface HashTask {
  send(order: HashOrder): void;
  /** Says whether somebody waits for the task: only then do the threads keep the program running. */
  hold(waiting: boolean): void;
  /** No more answers, please. */
  end(): void;
}

interface Thread {
  readonly worker: Worker;
  holds: number;
}

export const HALVES = ['sha256', 'sm3'] as const satisfies readonly HashHalf[];

export function openHashThreads(pairs: number): HashThreads {
  const file = siblingFile('describe.worker', import.meta.url);
  const threads = new Map<string, Thread>();
  const tasks = new Map<number, HashEvents>();
  let lastId = 0;
  let closed = false;

  function loseAll(error: Error): void {
    const lost = [...tasks.values()];
    tasks.clear();
    for (const events of lost) events.lost(error);
  }

  /** A thread that dies takes all tasks with it and is replaced with the next task. */
  function start(half: HashHalf, seat: string): Thread {
    const worker = startWorker(file, half);
    const thread: Thread = { worker, holds: 0 };
    const stopped = (error: Error): void => {
      if (threads.get(seat) !== thread) return;
      threads.delete(seat);
      loseAll(error);
    };
    worker.unref();
    worker.on('message', (answer: HashAnswer) => tasks.get(answer.id)?.answered(half, answer));
    worker.on('error', stopped);
    worker.on('exit', () => stopped(new Error('a hashing thread stopped')));
    threads.set(seat, thread);
    return thread;
  }

  return {
    begin(events) {
      if (closed) throw new Error('the describer is closed');
      lastId += 1;
      const id = lastId;
      const pair = HALVES.map((half) => {
        const seat = `${half} ${id % pairs}`;
        return threads.get(seat) ?? start(half, seat);
      });
      tasks.set(id, events);
      return {
        send(order) {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          for (const { worker } of pair) worker.postMessage({ ...order, id });
        },
        hold(waiting) {
          for (const thread of pair) {
            thread.holds += waiting ? 1 : -1;
            if (thread.holds > 0) thread.worker.ref();
            else thread.worker.unref();
          }
        },
        end() {
          tasks.delete(id);
        },
      };
    },
    async close() {
      closed = true;
      const running = [...threads.values()];
      threads.clear();
      loseAll(new Error('the describer is closed'));
      await Promise.all(running.map(({ worker }) => worker.terminate()));
    },
  };
}
