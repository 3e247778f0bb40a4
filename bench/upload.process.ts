/**
 * The parts of the upload benchmark, each in a process of its own: `serve`, `send`, and the floors `write` and `hash`.
 * A part reports by messages to its parent and takes its task from the command line.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { buffer, json } from 'node:stream/consumers';
import Fastify from 'fastify';
import { openInspector } from '../src/evidence/media/inspector.ts';
import { uploadRoutes } from '../src/evidence/upload/upload.routes.ts';
import { openUploads } from '../src/evidence/upload/uploads.ts';
import { openDescriber } from '../src/platform/storage/describer.ts';
import { openBlobStore } from '../src/platform/storage/disk-blob-store.ts';
import { BLOCK, recording } from './upload.bytes.ts';

/** What the parts report. */
export type PartReport =
  | { readonly origin: string }
  | { readonly peakMegabytes: number }
  | { readonly seconds: number };

const TUS = { 'tus-resumable': '1.0.0' };

async function serve(folder: string): Promise<void> {
  const describer = openDescriber();
  const store = await openBlobStore(join(folder, 'blobs'), describer);
  const inspector = openInspector();
  const uploads = await openUploads({
    store,
    describer,
    inspector,
    folder: join(folder, 'uploads'),
  });
  const app = Fastify();
  uploadRoutes(app, { uploads, authenticate: () => ({ bureau: '350502', account: 'bench' }) });
  process.on('message', () => {
    report({ peakMegabytes: process.resourceUsage().maxRSS / 1024 });
  });
  report({ origin: await app.listen({ port: 0, host: '127.0.0.1' }) });
}

/** From the announcement to the answer that says the file is durable. A small file goes first, to start what sleeps. */
async function send(origin: string, bytes: number): Promise<void> {
  await upload(origin, BLOCK);
  report({ seconds: await timed(() => upload(origin, bytes)) });
}

async function upload(origin: string, bytes: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const metadata = `filename ${Buffer.from('录音.wav').toString('base64')}`;
  const announce = { ...TUS, 'upload-length': bytes, 'upload-metadata': metadata };
  const created = await exchange(origin, '/api/uploads', 'POST', announce, agent, []);
  const path = created.headers.location ?? '';
  const piece = {
    ...TUS,
    'upload-offset': 0,
    'content-type': 'application/offset+octet-stream',
    'content-length': bytes,
  };
  await exchange(origin, path, 'PATCH', piece, agent, recording(bytes));
  const answer = await exchange(origin, path, 'GET', {}, agent, []);
  const stored: unknown = await json(answer);
  agent.destroy();
  if (!JSON.stringify(stored).includes('"state":"stored"'))
    throw new Error('the file was not stored');
}

async function exchange(
  origin: string,
  path: string,
  method: string,
  headers: Record<string, string | number>,
  agent: Agent,
  body: Iterable<Buffer>,
): Promise<IncomingMessage> {
  const sent = request(`${origin}${path}`, { method, headers, agent });
  const answered = once(sent, 'response');
  for (const block of body) {
    if (!sent.write(block)) await Promise.race([once(sent, 'drain'), answered]);
  }
  sent.end();
  // The first value of `response` is the answer.
  const [answer] = (await answered) as [IncomingMessage];
  if ((answer.statusCode ?? 500) >= 300) throw new Error(String(await buffer(answer)));
  if (method !== 'GET') answer.resume();
  return answer;
}

/** Floor: the same bytes into a file and to the disk, with nothing between. */
async function write(folder: string, bytes: number): Promise<void> {
  const path = join(folder, 'floor');
  const blocks = [...recording(16 * BLOCK)];
  const seconds = await timed(async () => {
    const file = await open(path, 'w');
    for (let at = 0; at < bytes; at += BLOCK) await file.write(blockAt(blocks, at));
    await file.sync();
    await file.close();
  });
  await rm(path);
  report({ seconds });
}

/** Floor: both hashes over the same bytes, with nothing between. */
async function hash(bytes: number): Promise<void> {
  const blocks = [...recording(16 * BLOCK)];
  const hashes = [createHash('sha256'), createHash('sm3')];
  const seconds = await timed(async () => {
    for (let at = 0; at < bytes; at += BLOCK) {
      for (const one of hashes) one.update(blockAt(blocks, at));
    }
    for (const one of hashes) one.digest();
  });
  report({ seconds });
}

function blockAt(blocks: readonly Buffer[], at: number): Buffer {
  return blocks[(at / BLOCK) % blocks.length] ?? Buffer.alloc(0);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function report(message: PartReport): void {
  process.send?.(message);
}

const [part, place = '', size = '0'] = process.argv.slice(2);
if (part === 'serve') await serve(place);
else if (part === 'send') await send(place, Number(size));
else if (part === 'write') await write(place, Number(size));
else if (part === 'hash') await hash(Number(size));
else throw new Error(`no part ${part}`);
if (part !== 'serve') process.disconnect();
