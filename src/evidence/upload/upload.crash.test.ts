import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { canTrace } from '../../../test/support/tracing.ts';
import { loaderFlags } from '../../platform/storage/start-worker.ts';
import {
  delivered,
  announce,
  offsetOf,
  PIECE,
  randomNumbers,
  resultOf,
  send,
  sha256,
  startServer,
  text,
} from './upload.testkit.ts';

const root = await mkdtemp(join(tmpdir(), 'zhuding-crash-'));
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

interface ServerProcess {
  readonly origin: string;
  readonly child: ChildProcess;
}

async function startProcess(folder: string): Promise<ServerProcess> {
  const file = new URL('./upload.server.testkit.ts', import.meta.url);
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  const child = fork(file, [folder], { execArgv: loaderFlags(file), env });
  children.add(child);
  const [origin] = await once(child, 'message');
  return { origin: String(origin), child };
}

async function kill({ child }: ServerProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** How far the upload is known to be durable, without disturbing it. */
async function recordedOffset(url: string): Promise<number> {
  return Number(Reflect.get(Object(await resultOf(url)), 'offset'));
}

/** Sends as fast as the server takes it, and waits until the connection breaks. `length` is what it says it will send. */
function stream(
  url: string,
  offset: number,
  bytes: Uint8Array,
  length = bytes.length - offset,
): Promise<void> {
  const { pathname, port } = new URL(url);
  const headers = { ...PIECE, 'Upload-Offset': offset, 'Content-Length': length };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`PATCH ${pathname} HTTP/1.1\r\nHost: x\r\n${lines.join('')}\r\n`);
      socket.write(bytes.subarray(offset));
    });
    socket.on('data', () => socket.end());
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}

describe('the server is killed while a file comes in', () => {
  it('and the upload goes on after the restart, to the identical hash', async () => {
    const bytes = text(200 * 1024 * 1024);
    const random = randomNumbers(118);
    const folder = join(root, 'killed');
    let server = await startProcess(folder);
    const path = new URL(await announce(server.origin, bytes.length)).pathname;
    const offsets = [0];
    for (let kills = 0; kills < 3; kills++) {
      const offset = offsets.at(-1) ?? 0;
      const sending = stream(`${server.origin}${path}`, offset, bytes);
      while ((await recordedOffset(`${server.origin}${path}`)) <= offset) await sleep(10);
      await sleep(random() * 100);
      await kill(server);
      await sending;
      server = await startProcess(folder);
      offsets.push(await offsetOf(`${server.origin}${path}`));
    }
    for (const [index, offset] of offsets.slice(1).entries()) {
      expect(offset).toBeGreaterThan(offsets[index] ?? 0);
    }
    const reached = offsets.at(-1) ?? 0;
    expect((await send(`${server.origin}${path}`, reached, bytes.slice(reached))).status).toBe(204);
    expect(await resultOf(`${server.origin}${path}`)).toMatchObject({
      state: 'stored',
      file: { descriptor: { sha256: sha256(bytes), size: bytes.length } },
    });
    await kill(server);
  });

  it('an acknowledged file is there after the kill', async () => {
    const folder = join(root, 'acknowledged');
    let server = await startProcess(folder);
    for (let round = 0; round < 3; round++) {
      const bytes = text(1_500_000 + round);
      const url = await announce(server.origin, bytes.length);
      const answer = await send(url, 0, bytes);
      await kill(server);
      expect(answer.status).toBe(204);
      server = await startProcess(folder);
      expect(await resultOf(`${server.origin}${new URL(url).pathname}`)).toMatchObject({
        state: 'stored',
        file: { descriptor: { sha256: sha256(bytes) } },
      });
    }
    await kill(server);
  });

  it('between the last byte and the answer: the file is finished when it is asked for', async () => {
    const folder = join(root, 'unsettled');
    const first = await startServer({ folder });
    const bytes = text(3000);
    const url = await announce(first.origin, 3000);
    await send(url, 0, bytes);
    const id = url.slice(-36);
    await first.close();
    const account = (await readdir(join(folder, 'uploads')))[0] ?? '';
    const place = join(folder, 'uploads', account, id);
    const state: unknown = JSON.parse(await readFile(`${place}.json`, 'utf8'));
    const hash = sha256(bytes);
    const blob = join(folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
    for (const [found, part] of [
      [null, true],
      [Reflect.get(Object(state), 'found'), true],
      [Reflect.get(Object(state), 'found'), false],
    ] as const) {
      await writeFile(
        `${place}.json`,
        JSON.stringify({ ...Object(state), found, outcome: 'open' }),
      );
      if (part) {
        await rm(blob);
        await writeFile(`${place}.part`, bytes);
      }
      const server = await startServer({ folder });
      const again = `${server.origin}${new URL(url).pathname}`;
      expect(await offsetOf(again)).toBe(3000);
      expect(await resultOf(again)).toEqual(
        expect.objectContaining({ state: 'stored', file: Reflect.get(Object(state), 'found') }),
      );
      expect(await server.store.stat(hash)).toEqual({ size: 3000 });
      await server.close();
    }
  });
});

describe('the server is stopped while a file comes in', () => {
  it('it does not wait for the rest, and keeps what has come', async () => {
    const folder = join(root, 'stopped');
    const server = await startServer({ folder });
    const bytes = text(900_000);
    const url = await announce(server.origin, bytes.length);
    const sending = stream(url, 0, bytes.subarray(0, 300_000), bytes.length);
    await delivered();
    await server.close();
    await sending;
    const next = await startServer({ folder });
    expect(await offsetOf(`${next.origin}${new URL(url).pathname}`)).toBe(300_000);
    await next.close();
  });
});

describe('two server processes with one folder', () => {
  it('take turns: the second is told to wait, and goes on where the first was', async () => {
    const folder = join(root, 'two');
    const [one, two] = await Promise.all([startProcess(folder), startProcess(folder)]);
    const bytes = text(900_000);
    const url = await announce(one.origin, bytes.length);
    const { pathname, port } = new URL(url);
    const slow = connect(Number(port), '127.0.0.1');
    slow.write(
      `PATCH ${pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nX-Account: wang\r\n` +
        `Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: 500000\r\n\r\n`,
    );
    slow.write(bytes.subarray(0, 1000));
    await delivered();
    const other = `${two.origin}${pathname}`;
    const busy = await send(other, 0, bytes);
    expect([busy.status, Reflect.get(Object(await busy.json()), 'code')]).toEqual([
      423,
      'evidence/busy',
    ]);
    slow.write(bytes.subarray(1000, 500_000));
    await once(slow, 'data');
    slow.destroy();
    expect(await offsetOf(other)).toBe(500_000);
    expect((await send(other, 500_000, bytes.slice(500_000))).status).toBe(204);
    for (const { origin } of [one, two]) {
      expect(await resultOf(`${origin}${pathname}`)).toMatchObject({
        state: 'stored',
        file: { descriptor: { sha256: sha256(bytes) } },
      });
    }
    await Promise.all([kill(one), kill(two)]);
  });

  it('a killed process leaves no lock behind', async () => {
    const folder = join(root, 'lock');
    const [one, two] = await Promise.all([startProcess(folder), startProcess(folder)]);
    const bytes = text(50_000);
    const url = await announce(one.origin, bytes.length);
    const sending = stream(url, 0, bytes.subarray(0, 20_000)).catch(() => undefined);
    await delivered();
    await kill(one);
    await sending;
    const other = `${two.origin}${new URL(url).pathname}`;
    const offset = await offsetOf(other);
    expect((await send(other, offset, bytes.slice(offset))).status).toBe(204);
    await kill(two);
  });
});

describe('a disk without room', () => {
  it('is answered with 507; after making room the upload goes on', async (context) => {
    const folder = join(root, 'small');
    await mkdir(folder);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder]).status !== 0) {
      context.skip('needs to mount a small file system: run as root');
    }
    const server = await startServer({ folder, limits: { reserve: 0 } });
    try {
      const bytes = text(5 * 1024 * 1024);
      const url = await announce(server.origin, bytes.length);
      await writeFile(join(folder, 'ballast'), text(5 * 1024 * 1024));
      const full = await send(url, 0, bytes);
      expect([full.status, Reflect.get(Object(await full.json()), 'code')]).toEqual([
        507,
        'storage/full',
      ]);
      await rm(join(folder, 'ballast'));
      const offset = await offsetOf(url);
      expect(offset).toBeLessThan(bytes.length);
      expect((await send(url, offset, bytes.slice(offset))).status).toBe(204);
      expect(await resultOf(url)).toMatchObject({
        file: { descriptor: { sha256: sha256(bytes) } },
      });
      await expect(announce(server.origin, 5 * 1024 * 1024)).rejects.toThrow('storage/full');
    } finally {
      await server.close();
      spawnSync('umount', [folder]);
    }
  });
});

describe('a disk that reports an error', () => {
  it('no file is acknowledged that was not made durable', async (context) => {
    if (!canTrace()) context.skip('needs strace, and leave to watch a process, to make fsync fail');
    const server = await startProcess(join(root, 'failing'));
    const url = await announce(server.origin, 1000);
    const inject = ['-e', 'trace=fsync', '-e', 'inject=fsync:error=EIO'];
    const strace = spawn('strace', [
      '-f',
      '-o',
      '/dev/null',
      ...inject,
      '-p',
      String(server.child.pid),
    ]);
    // It says when it has taken hold of every thread.
    await once(strace.stderr, 'data');
    await delivered();
    const answer = await send(url, 0, text(1000));
    expect([answer.status, Reflect.get(Object(await answer.json()), 'code')]).toEqual([
      500,
      'storage/failed',
    ]);
    expect(await resultOf(url)).toMatchObject({ state: 'receiving', offset: 0 });
    strace.kill('SIGINT');
    await once(strace, 'exit');
    expect((await send(url, 0, text(1000))).status).toBe(204);
    expect(await resultOf(url)).toMatchObject({ state: 'stored' });
    await kill(server);
  });
});
