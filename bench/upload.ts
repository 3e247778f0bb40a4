/**
 * How fast a file of 1 GB becomes durable evidence: over HTTP, hashed with SHA-256 and SM3, inspected, fsynced, in the
 * store. Client and server are separate processes. The floor is the slower of two things that must happen anyway,
 * measured in the same run: writing and fsyncing the same bytes, and hashing them with both functions in one process.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beside, type Figure } from './figure.ts';
import type { PartReport } from './upload.process.ts';

export interface UploadBenchOptions {
  /** bytes of the file, a multiple of 1 MiB; 1 GiB by default */
  readonly bytes?: number;
  /** how often everything is done; the best of each counts, being the least disturbed. 3 by default */
  readonly rounds?: number;
  /** folder on the disk to measure; the system's temporary folder by default */
  readonly folder?: string;
}

const MEGABYTE = 1024 * 1024;
/** The server with its threads and buffers. It must not grow with the file. */
const MOST_MEGABYTES = 320;

/** @throws Error when the server took more memory than any file may cost */
export async function bench(options: UploadBenchOptions = {}): Promise<Figure[]> {
  const { bytes = 1024 * MEGABYTE, rounds = 3, folder = tmpdir() } = options;
  const place = await mkdtemp(join(folder, 'zhuding-bench-'));
  const speeds = { upload: [] as number[], write: [] as number[], hash: [] as number[] };
  const speed = (taken: number): number => bytes / MEGABYTE / taken;
  try {
    for (let round = 0; round < rounds; round++) {
      speeds.write.push(speed(await seconds('write', place, bytes)));
      speeds.hash.push(speed(await seconds('hash', place, bytes)));
      speeds.upload.push(speed(await uploadSeconds(join(place, String(round)), bytes)));
      await rm(join(place, String(round)), { recursive: true });
    }
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  const value = Math.max(...speeds.upload);
  const floor = Math.min(Math.max(...speeds.write), Math.max(...speeds.hash));
  return [beside('upload', value, 'MiB/s', floor)];
}

async function uploadSeconds(folder: string, bytes: number): Promise<number> {
  const server = start('serve', folder);
  try {
    const started = await reported(server);
    if (!('origin' in started)) throw new Error('the server did not start');
    const taken = await seconds('send', started.origin, bytes);
    server.send('peak');
    const memory = await reported(server);
    if (!('peakMegabytes' in memory)) throw new Error('the server did not answer');
    if (memory.peakMegabytes > MOST_MEGABYTES) {
      throw new Error(`the server took ${Math.round(memory.peakMegabytes)} MB of memory`);
    }
    return taken;
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function seconds(part: string, place: string, bytes: number): Promise<number> {
  const report = await reported(start(part, place, bytes));
  if (!('seconds' in report)) throw new Error(`${part} did not measure`);
  return report.seconds;
}

function start(part: string, place: string, bytes = 0): ChildProcess {
  const file = fileURLToPath(new URL('./upload.process.ts', import.meta.url));
  return fork(file, [part, place, String(bytes)], { execArgv: ['--import', 'tsx'] });
}

async function reported(child: ChildProcess): Promise<PartReport> {
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`a part of the benchmark ended with ${String(code)}`);
  });
  // The parts send nothing else.
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [PartReport];
  ended.catch(() => undefined);
  return message;
}
