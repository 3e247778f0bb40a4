/** A server for uploads, and clients that send as well and as badly as is wanted. For tests. */

import { setTimeout as sleep } from 'node:timers/promises';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyRequest } from 'fastify';
import type { BlobStore } from '../../platform/storage/blob-store.ts';
import { openDescriber } from '../../platform/storage/describer.ts';
import { openBlobStore } from '../../platform/storage/disk-blob-store.ts';
import { openInspector } from '../media/inspector.ts';
import type { Owner } from './upload.ts';
import { uploadRoutes } from './upload.routes.ts';
import { openUploads, type Uploads, type UploadsOptions } from './uploads.ts';

export interface TestServer {
  readonly origin: string;
  readonly folder: string;
  readonly store: BlobStore;
  readonly uploads: Uploads;
  close(): Promise<void>;
}

type Settings = Pick<UploadsOptions, 'limits' | 'now' | 'patience'> & { readonly folder?: string };

export const OFFICER: Owner = { bureau: '350502', account: 'wang' };

/** The account is what the header says; without it nobody is signed in. */
function authenticate({ headers }: FastifyRequest): Owner | null {
  const account = headers['x-account'];
  return typeof account === 'string' ? { ...OFFICER, account } : null;
}

/** Starts a server on a free port, in a folder of its own unless one is given. */
export async function startServer({ folder, ...settings }: Settings = {}): Promise<TestServer> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'zhuding-uploads-')));
  const describer = openDescriber({ pairs: 1 });
  const store = await openBlobStore(join(place, 'blobs'), describer);
  const inspector = openInspector();
  const uploads = await openUploads({
    store,
    describer,
    inspector,
    folder: join(place, 'uploads'),
    ...settings,
  });
  const app = Fastify();
  uploadRoutes(app, { uploads, authenticate });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin,
    folder: place,
    store,
    uploads,
    async close() {
      await app.close();
      uploads.close();
      inspector.close();
      await describer.close();
      if (folder === undefined) await rm(place, { recursive: true });
    },
  };
}

export const TUS = { 'Tus-Resumable': '1.0.0', 'X-Account': OFFICER.account } as const;
export const PIECE = { ...TUS, 'Content-Type': 'application/offset+octet-stream' } as const;

export function metadata(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}

/** Announces a file and returns its address. @throws Error when refused */
export async function announce(
  origin: string,
  length: number,
  pairs: Readonly<Record<string, string>> = { filename: '笔记.txt' },
): Promise<string> {
  const answer = await tryAnnounce(origin, length, pairs);
  const location = answer.headers.get('location');
  if (answer.status !== 201 || location === null) throw new Error(await answer.text());
  return `${origin}${location}`;
}

export function tryAnnounce(
  origin: string,
  length: number,
  pairs: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${origin}/api/uploads`, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Length': String(length), 'Upload-Metadata': metadata(pairs) },
  });
}

/** Sends bytes from an offset on. */
export function send(
  url: string,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'PATCH',
    headers: { ...PIECE, 'Upload-Offset': String(offset), ...headers },
    body: bytes,
  });
}

/** Where the server wants to go on. */
export async function offsetOf(url: string): Promise<number> {
  const answer = await fetch(url, { method: 'HEAD', headers: TUS });
  if (answer.status !== 200) throw new Error(`HEAD was answered with ${answer.status}`);
  return Number(answer.headers.get('upload-offset'));
}

/** What became of it. */
export async function resultOf(url: string): Promise<unknown> {
  return (await fetch(url, { headers: { 'X-Account': OFFICER.account } })).json();
}

/** What was written to a socket has reached the server, also one whose machine is busy. */
export const delivered = (): Promise<void> => sleep(1_000);

/** Promises all of `bytes`, sends the first `sent` of them, and breaks off; returns when the server has noticed. */
export function sendPart(
  url: string,
  offset: number,
  bytes: Uint8Array,
  sent: number,
): Promise<void> {
  const { hostname, port, pathname } = new URL(url);
  const head = [
    `PATCH ${pathname} HTTP/1.1`,
    `Host: ${hostname}:${port}`,
    ...Object.entries(PIECE).map(([name, value]) => `${name}: ${value}`),
    `Upload-Offset: ${offset}`,
    `Content-Length: ${bytes.length}`,
  ];
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.end(bytes.subarray(0, sent));
    });
    socket.resume();
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Text of a given length, no two places of which look alike for long. */
export function text(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = 48 + ((Math.imul(at, 2654435761) >>> 20) % 75);
  return bytes;
}

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
