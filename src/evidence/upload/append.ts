import { createHash, timingSafeEqual } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { namedError } from '../../platform/storage/storage-error.ts';
import type { Checksum } from './tus.ts';

/** Bytes from a connection into a file, at a given place. */
export interface Appending {
  readonly file: FileHandle;
  /** where to begin */
  readonly at: number;
  /** most bytes to take */
  readonly limit: number;
  readonly checksum: Checksum | null;
  /** Told after each write how far the file is written; the next write waits for it. */
  readonly written: (end: number) => Promise<void>;
}

/**
 * - `complete`: the body ended
 * - `broken`: the connection did
 * - `too-long`: the body holds more than `limit`, of which nothing is kept beyond
 * - `corrupted`: the checksum differs
 */
export type AppendResult = 'complete' | 'broken' | 'too-long' | 'corrupted';

/** Bytes written at once: few system calls, and little memory for each upload. */
const BATCH = 1024 * 1024;
/** Milliseconds after which less is written: on a slow line a crash shall not cost minutes. */
const BATCH_AGE = 1000;

/**
 * Appends what comes until the body or the connection ends. While one batch is written the next one is received; what has
 * arrived when the connection breaks is kept.
 *
 * @throws StorageError or Error of the disk, after which what `written` was told is still there
 */
export async function appendBody(body: Readable, target: Appending): Promise<AppendResult> {
  const { checksum, limit } = target;
  const hash = checksum && createHash(checksum.algorithm);
  const writer = newWriter(target);
  let left = limit;
  const end = await readBody(body, (chunk) => {
    const taken = chunk.length <= left ? chunk : chunk.subarray(0, left);
    hash?.update(taken);
    left -= taken.length;
    return { wait: writer.add(taken), isEnough: taken.length < chunk.length };
  });
  await writer.end();
  if (!hash || !checksum || end !== 'complete') return end;
  const expected = Buffer.from(checksum.digest, 'base64');
  const digest = hash.digest();
  return expected.length === digest.length && timingSafeEqual(expected, digest) ? end : 'corrupted';
}

interface Taken {
  /** until then nothing more is read */
  readonly wait: Promise<void> | null;
  readonly isEnough: boolean;
}

/** Reads by events: an iterator throws away what has arrived and was not yet asked for when the connection breaks. */
function readBody(
  body: Readable,
  take: (chunk: Buffer) => Taken,
): Promise<'complete' | 'broken' | 'too-long'> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      // Not the listener for errors: a broken connection may tell so twice.
      body.off('data', onData).off('end', onEnd).off('close', onClose).pause();
    };
    const onEnd = (): void => {
      stop();
      resolve('complete');
    };
    const onClose = (): void => {
      stop();
      // What arrived before the connection broke, or before anybody listened, is still there. Errors show at the end.
      for (let chunk = nextChunk(body); chunk; chunk = nextChunk(body))
        take(chunk).wait?.catch(() => undefined);
      resolve('broken');
    };
    const onData = (chunk: Buffer): void => {
      const { wait, isEnough } = take(chunk);
      if (isEnough) {
        stop();
        resolve('too-long');
      } else if (wait) {
        body.pause();
        wait.then(
          () => body.resume(),
          (error: unknown) => {
            stop();
            reject(error);
          },
        );
      }
    };
    body.on('error', onClose).on('close', onClose).on('end', onEnd).on('data', onData);
    if (body.destroyed) onClose();
  });
}

/** The body of a request is a stream of bytes without encoding. */
function nextChunk(body: Readable): Buffer | null {
  return body.read() as Buffer | null;
}

interface Writer {
  /** Takes a chunk; when a batch is full, the promise to wait for before the next. */
  add(chunk: Buffer): Promise<void> | null;
  end(): Promise<void>;
}

function newWriter({ file, at, written }: Appending): Writer {
  let batch: Buffer[] = [];
  let held = 0;
  let since = performance.now();
  let end = at;
  let writing: Promise<unknown> = Promise.resolve();

  async function write(chunks: Buffer[], length: number): Promise<void> {
    try {
      await writeAll(file, chunks, end);
    } catch (error) {
      throw namedError(error);
    }
    end += length;
    await written(end);
  }

  async function flush(): Promise<void> {
    await writing;
    const [chunks, length] = [batch, held];
    batch = [];
    held = 0;
    since = performance.now();
    if (length === 0) return;
    writing = write(chunks, length);
    // Whoever waits next is told; until then it is not unhandled.
    writing.catch(() => undefined);
  }

  return {
    add(chunk) {
      batch.push(chunk);
      held += chunk.length;
      return held >= BATCH || performance.now() - since >= BATCH_AGE ? flush() : null;
    },
    async end() {
      await flush();
      await writing;
    },
  };
}

/** The system may write less than asked, above all when the disk is nearly full. */
async function writeAll(file: FileHandle, chunks: Buffer[], at: number): Promise<void> {
  let rest = chunks;
  let position = at;
  while (rest.length > 0) {
    let { bytesWritten } = await file.writev(rest, position);
    position += bytesWritten;
    while (rest[0] && bytesWritten >= rest[0].length) {
      bytesWritten -= rest[0].length;
      rest = rest.slice(1);
    }
    const [first, ...others] = rest;
    if (first && bytesWritten > 0) rest = [first.subarray(bytesWritten), ...others];
  }
}
