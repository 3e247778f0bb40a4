/** Binding the pieces of a file into one PDF, in a worker thread, bytes coming out as pieces go in. */
import type { Worker } from 'node:worker_threads';
import { siblingFile, startWorker } from '../../platform/storage/start-worker.ts';
import type { BindAnswer, BindRequest } from './bind.worker.ts';
import type { FileAbout } from './pdf-writer.ts';

export type Piece = NonNullable<BindRequest['piece']>;

/** Milliseconds a piece may take. */
const PIECE_MS = 120_000;

/**
 * The bytes of the PDF, piece by piece. `pieces` are asked for one at a time. Whoever stops reading stops the thread.
 *
 * @throws Error when a piece cannot be read, has other pages than it should, or takes too long
 */
export async function* bind(
  about: FileAbout,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Uint8Array> {
  const worker = startWorker(siblingFile('bind.worker', import.meta.url), about);
  try {
    for await (const piece of pieces) yield await ask(worker, { piece });
    yield await ask(worker, { piece: null });
  } finally {
    await worker.terminate();
  }
}

function ask(worker: Worker, request: BindRequest): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const stop = (error: Error): void => {
      clear();
      reject(error);
    };
    const answered = (answer: BindAnswer): void => {
      clear();
      if ('fault' in answer) reject(new Error(`binding: ${answer.fault}`));
      else resolve(answer.bytes);
    };
    const exited = (): void => stop(new Error('the binding thread stopped'));
    const timer = setTimeout(() => stop(new Error('binding took too long')), PIECE_MS);
    const clear = (): void => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', stop).off('exit', exited);
    };
    worker.once('message', answered).once('error', stop).once('exit', exited);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request);
  });
}
