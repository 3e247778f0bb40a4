/**
 * Hashing thread: one half of the descriptors of several files at once. It reads the files itself, each as far as it
 * has been told that bytes are written, a few megabytes of each in turn.
 */

import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import {
  type BlobDescriptor,
  blobHasher,
  type Hashes,
  nodeHashes,
  toHex,
} from '../../ledger/index.ts';

/** Which half: SM3 takes five times as long as everything with SHA-256 in it, so it has a thread of its own. */
export type HashHalf = 'sha256' | 'sm3';

/** `finish` comes after the last `advance`; nothing comes after `finish` or `drop`. */
export type HashOrder =
  | { readonly do: 'open'; readonly path: string }
  | { readonly do: 'advance'; readonly to: number }
  | { readonly do: 'finish'; readonly type: string }
  | { readonly do: 'drop' };

export type HashRequest = HashOrder & { readonly id: number };

/** The `sha256` half fills everything but `sm3`, which then is empty. */
export type HashResult =
  | { readonly half: 'sha256'; readonly descriptor: BlobDescriptor; readonly leaves: Uint8Array }
  | { readonly half: 'sm3'; readonly sm3: string };

export type HashAnswer =
  | { readonly id: number; readonly at: number }
  | { readonly id: number; readonly result: HashResult }
  | { readonly id: number; readonly fault: string };

interface HalfHasher {
  update(bytes: Uint8Array): void;
  finish(type: string): HashResult;
}

interface Job {
  readonly fd: number;
  readonly hasher: HalfHasher;
  at: number;
  to: number;
  /** media type, once the file is complete */
  type: string | undefined;
}

const SLICE = 1024 * 1024;
const SLICES_A_TURN = 4;

const noHash: Hashes['sm3Stream'] = () => ({
  update() {},
  digest: () => new Uint8Array(),
});

function sha256Half(): HalfHasher {
  const leaves: Uint8Array[] = [];
  const hasher = blobHasher({ ...nodeHashes, sm3Stream: noHash }, (_, leaf) => leaves.push(leaf));
  return {
    update: (bytes) => hasher.update(bytes),
    finish: (type) => {
      const descriptor = hasher.finish(type);
      return { half: 'sha256', descriptor, leaves: Uint8Array.from(Buffer.concat(leaves)) };
    },
  };
}

function sm3Half(): HalfHasher {
  const hash = nodeHashes.sm3Stream();
  return {
    update: (bytes) => hash.update(bytes),
    finish: () => ({ half: 'sm3', sm3: toHex(hash.digest()) }),
  };
}

const newHasher = workerData === 'sm3' ? sm3Half : sha256Half;
const jobs = new Map<number, Job>();
const buffer = new Uint8Array(SLICE);
let turning = false;

function answer(message: HashAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

function close(id: number): void {
  const job = jobs.get(id);
  if (!job) return;
  jobs.delete(id);
  closeSync(job.fd);
}

/** Reads what the job may read now; true when it has more to do than one turn allows. */
function work(id: number, job: Job): boolean {
  const before = job.at;
  for (let slice = 0; slice < SLICES_A_TURN && job.at < job.to; slice++) {
    const read = readSync(job.fd, buffer, 0, Math.min(SLICE, job.to - job.at), job.at);
    if (read === 0) throw new Error(`the file ends at ${job.at}, ${job.to} were announced`);
    job.hasher.update(buffer.subarray(0, read));
    job.at += read;
  }
  if (job.at > before) answer({ id, at: job.at });
  if (job.at < job.to) return true;
  if (job.type !== undefined) {
    answer({ id, result: job.hasher.finish(job.type) });
    close(id);
  }
  return false;
}

function fail(id: number, error: unknown): void {
  answer({ id, fault: error instanceof Error ? error.message : String(error) });
  close(id);
}

function turn(): void {
  let more = false;
  for (const [id, job] of jobs) {
    try {
      more = work(id, job) || more;
    } catch (error) {
      fail(id, error);
    }
  }
  turning = more;
  if (more) setImmediate(turn);
}

function take(request: HashRequest): void {
  const { id } = request;
  if (request.do === 'open') {
    const fd = openSync(request.path, 'r');
    jobs.set(id, { fd, hasher: newHasher(), at: 0, to: 0, type: undefined });
    return;
  }
  if (request.do === 'drop') {
    close(id);
    return;
  }
  const job = jobs.get(id);
  if (!job) return;
  if (request.do === 'advance') job.to = request.to;
  else job.type = request.type;
  if (turning) return;
  turning = true;
  setImmediate(turn);
}

parentPort?.on('message', (request: HashRequest) => {
  try {
    take(request);
  } catch (error) {
    fail(request.id, error);
  }
});
