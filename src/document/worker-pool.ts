import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './render.worker.ts';

/** A pool of typesetting workers: one document at a time each, first come first served. */

/** How to run the pool. */
export interface PoolOptions {
  readonly setup: WorkerSetup;
  /** file of the worker; a `.ts` file is run through tsx, found below `root` */
  readonly worker: URL;
  readonly root: string;
  readonly size: number;
  /** documents after which a worker is replaced: the compiler's memory is returned for certain */
  readonly recycleAfter: number;
  /** milliseconds a document may take before its worker is stopped */
  readonly timeout: number;
}

/** A running pool. */
export interface WorkerPool {
  /** @throws Error when the worker dies or takes too long; the pool goes on with a new one */
  run(request: WorkerRequest): Promise<WorkerAnswer>;
  close(): Promise<void>;
}

interface Job {
  readonly request: WorkerRequest;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Seat {
  worker: Worker | undefined;
  job: Job | undefined;
  done: number;
  timer: NodeJS.Timeout | undefined;
}

/** Sources need tsx inside the worker: Node 20 does not take a loader from `execArgv` there. */
function newWorker({ worker, root, setup }: PoolOptions): Worker {
  if (!worker.pathname.endsWith('.ts')) return new Worker(worker, { workerData: setup });
  const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/esm/api/index.mjs')).href;
  const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${worker.href}'); })`;
  return new Worker(start, { eval: true, workerData: setup, execArgv: [] });
}

/** Starts a pool. Workers start with the first document and do not keep the process alive while idle. */
export function openPool(options: PoolOptions): WorkerPool {
  const seats: Seat[] = Array.from({ length: options.size }, () => ({
    worker: undefined,
    job: undefined,
    done: 0,
    timer: undefined,
  }));
  const waiting: Job[] = [];
  let closed = false;

  function start(seat: Seat): Worker {
    const worker = newWorker(options);
    worker.on('message', (answer: WorkerAnswer) => finish(seat, (job) => job.resolve(answer)));
    worker.on('error', (error) => drop(seat, worker, error));
    worker.on('exit', () => drop(seat, worker, new Error('the typesetting worker stopped')));
    seat.worker = worker;
    seat.done = 0;
    return worker;
  }

  function drop(seat: Seat, worker: Worker, error: Error): void {
    if (seat.worker !== worker) return;
    seat.worker = undefined;
    finish(seat, (job) => job.reject(error));
  }

  function finish(seat: Seat, settle: (job: Job) => void): void {
    const { job, worker } = seat;
    clearTimeout(seat.timer);
    seat.job = undefined;
    seat.done += 1;
    worker?.unref();
    if (worker && seat.done >= options.recycleAfter) {
      seat.worker = undefined;
      void worker.terminate();
    }
    if (job) settle(job);
    advance();
  }

  function advance(): void {
    for (const seat of seats) {
      if (seat.job || closed) continue;
      const job = waiting.shift();
      if (!job) return;
      const worker = seat.worker ?? start(seat);
      seat.job = job;
      worker.ref();
      seat.timer = setTimeout(() => {
        seat.worker = undefined;
        void worker.terminate();
        finish(seat, (late) => late.reject(new Error('typesetting took too long')));
      }, options.timeout);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(job.request);
    }
  }

  return {
    run: (request) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new Error('the renderer is closed'));
        else {
          waiting.push({ request, resolve, reject });
          advance();
        }
      }),
    close: async () => {
      closed = true;
      for (const job of waiting.splice(0)) job.reject(new Error('the renderer is closed'));
      await Promise.all(seats.map(async (seat) => seat.worker?.terminate()));
    },
  };
}
