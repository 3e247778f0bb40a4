import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { BlobDescription } from './blob-store.ts';
import type { HashAnswer, HashHalf, HashResult } from './describe.worker.ts';
import { HALVES, type HashThreads, openHashThreads } from './hash-threads.ts';

/**
 * Descriptors of files (SHA-256, SM3, chunk tree) in one pass over the bytes and on two cores. The hashing threads read
 * the file behind the writer, out of the system's cache: what is hashed is what was stored, nothing is copied between
 * threads, memory stays the same whatever the length, and reading back the first part of an interrupted upload is the
 * same as following a new one.
 */

/** A file being hashed while it grows. Its bytes below the announced length must not change any more. */
export interface Following {
  /** Announces that the file is written up to `size`, never less than before. */
  advance(size: number): void;
  /** Waits until no more than `lag` announced bytes are unhashed. @throws Error when the file cannot be read */
  caughtUp(lag: number): Promise<void>;
  /** The description of the announced bytes; ends the following. @throws Error when the file cannot be read */
  finish(type: string): Promise<BlobDescription>;
  /** Ends the following. */
  drop(): void;
}

export interface Describer {
  follow(path: string): Following;
  /** Describes a finished file. `type` is the media type. @throws Error when the file cannot be read */
  describe(path: string, type: string): Promise<BlobDescription>;
  close(): Promise<void>;
}

/** How to run the describer. */
export interface DescriberOptions {
  /** pairs of threads; by default one for every two cores. Each file uses one pair */
  readonly pairs?: number;
}

/** Opens a describer. Its threads start with the first file and do not keep an idle program running. */
export function openDescriber(options: DescriberOptions = {}): Describer {
  const pairs = options.pairs ?? Math.max(1, Math.floor(availableParallelism() / 2));
  const threads = openHashThreads(pairs);
  return {
    follow: (path) => followFile(threads, path),
    async describe(path, type) {
      const { size } = await stat(path);
      const following = followFile(threads, path);
      following.advance(size);
      return following.finish(type);
    },
    close: () => threads.close(),
  };
}

function followFile(threads: HashThreads, path: string): Following {
  const hashed = new Map<HashHalf, number>(HALVES.map((half) => [half, 0]));
  const results = new Map<HashHalf, HashResult>();
  const waiters = new Set<() => void>();
  let announced = 0;
  let end: Error | undefined;

  const task = threads.begin({ answered, lost: stop });

  function answered(half: HashHalf, answer: HashAnswer): void {
    if ('fault' in answer) stop(new Error(`${path}: ${answer.fault}`));
    else if ('at' in answer) hashed.set(half, answer.at);
    else results.set(half, answer.result);
    for (const waiter of waiters) waiter();
  }

  function stop(error: Error): void {
    end ??= error;
    task.end();
    task.send({ do: 'drop' });
    for (const waiter of waiters) waiter();
  }

  async function until(isDone: () => boolean): Promise<void> {
    if (!end && !isDone()) {
      task.hold(true);
      await new Promise<void>((resolve) => {
        const waiter = (): void => {
          if (!end && !isDone()) return;
          waiters.delete(waiter);
          resolve();
        };
        waiters.add(waiter);
      });
      task.hold(false);
    }
    if (end) throw end;
  }

  task.send({ do: 'open', path });
  return {
    advance(size) {
      if (size < announced) throw new RangeError(`${path} went from ${announced} to ${size}`);
      if (size === announced) return;
      announced = size;
      task.send({ do: 'advance', to: size });
    },
    caughtUp: (lag) => until(() => announced - Math.min(...hashed.values()) <= lag),
    async finish(type) {
      task.send({ do: 'finish', type });
      await until(() => results.size === HALVES.length);
      task.end();
      return join(results);
    },
    drop: () => stop(new Error(`${path}: nobody wants the hashes any more`)),
  };
}

function join(results: ReadonlyMap<HashHalf, HashResult>): BlobDescription {
  const sha256 = results.get('sha256');
  const sm3 = results.get('sm3');
  if (sha256?.half !== 'sha256' || sm3?.half !== 'sm3') throw new Error('half a descriptor');
  return { descriptor: { ...sha256.descriptor, sm3: sm3.sm3 }, leaves: sha256.leaves };
}
