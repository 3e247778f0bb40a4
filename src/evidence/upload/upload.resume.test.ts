import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  delivered,
  announce,
  offsetOf,
  randomNumbers,
  resultOf,
  send,
  sendPart,
  sha256,
  startServer,
  type TestServer,
  text,
} from './upload.testkit.ts';

let server: TestServer;
const folder = await mkdtemp(join(tmpdir(), 'zhuding-resume-'));

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function storedHash(url: string): Promise<unknown> {
  const { file } = Object(await resultOf(url));
  return file?.descriptor?.sha256;
}

describe('an interrupted upload', () => {
  it('goes on at every offset of a small file, keeps every byte received, and ends with the same hash', async () => {
    const bytes = text(256);
    const expected = sha256(bytes);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const url = await announce(server.origin, bytes.length);
      await sendPart(url, 0, bytes, cut);
      const offset = await offsetOf(url);
      expect([cut, offset]).toEqual([cut, cut]);
      expect((await send(url, offset, bytes.slice(offset))).status).toBe(204);
      expect(await storedHash(url)).toBe(expected);
    }
  });

  it('goes on at random offsets of a larger file, cut again and again', async () => {
    const bytes = text(9 * 1024 * 1024 + 11);
    const expected = sha256(bytes);
    const random = randomNumbers(20_261_120);
    for (let round = 0; round < 8; round++) {
      const url = await announce(server.origin, bytes.length);
      let cuts = 0;
      for (let offset = 0; offset < bytes.length; offset = await offsetOf(url)) {
        const rest = bytes.slice(offset);
        const sent = cuts < 6 ? Math.floor(random() * rest.length) : rest.length;
        await sendPart(url, offset, rest, sent);
        expect(await offsetOf(url)).toBe(offset + sent);
        cuts += 1;
      }
      expect(await storedHash(url)).toBe(expected);
    }
  });

  it('a piece with a checksum that breaks off counts as nothing', async () => {
    const bytes = text(200_000);
    const url = await announce(server.origin, bytes.length);
    const { pathname, port } = new URL(url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `PATCH ${pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nX-Account: wang\r\n` +
            'Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n' +
            `Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=\r\nContent-Length: ${bytes.length}\r\n\r\n`,
        );
        socket.end(bytes.subarray(0, 150_000));
      });
      socket.resume().once('close', () => resolve());
    });
    expect(await offsetOf(url)).toBe(0);
    expect((await send(url, 0, bytes)).status).toBe(204);
    expect(await storedHash(url)).toBe(sha256(bytes));
  });

  it('a stale or early piece changes nothing', async () => {
    const bytes = text(1000);
    const url = await announce(server.origin, 1000);
    await send(url, 0, bytes.slice(0, 400));
    for (const wrong of [0, 399, 401, 1000]) {
      const answer = await send(url, wrong, bytes.slice(0, 100));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([409, '400']);
    }
    expect((await send(url, 400, bytes.slice(400))).status).toBe(204);
    expect(await storedHash(url)).toBe(sha256(bytes));
  });
});

describe('two clients on one upload', () => {
  it('cannot mix their bytes: the file is whole whoever sent what', async () => {
    const bytes = text(6 * 1024 * 1024);
    const random = randomNumbers(7);
    const url = await announce(server.origin, bytes.length);
    async function client(): Promise<void> {
      for (;;) {
        const offset = await offsetOf(url).catch(() => 0);
        if (offset === bytes.length) return;
        const end = Math.min(bytes.length, offset + 1 + Math.floor(random() * 900_000));
        // Refused, interrupted or taken: the next turn asks again.
        await send(url, offset, bytes.slice(offset, end)).catch(() => undefined);
      }
    }
    await Promise.all([client(), client(), client()]);
    expect(await storedHash(url)).toBe(sha256(bytes));
  });

  it('a new request ends the one whose connection hangs, and goes on where that one was', async () => {
    const bytes = text(300_000);
    const url = await announce(server.origin, bytes.length);
    const { pathname, port } = new URL(url);
    const hanging = connect(Number(port), '127.0.0.1');
    hanging.write(
      `PATCH ${pathname} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nX-Account: wang\r\n` +
        'Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n' +
        `Content-Length: ${bytes.length}\r\n\r\n`,
    );
    hanging.write(bytes.subarray(0, 100_000));
    hanging.on('error', () => undefined);
    await delivered();
    const offset = await offsetOf(url);
    expect(offset).toBe(100_000);
    expect((await send(url, offset, bytes.slice(offset))).status).toBe(204);
    expect(hanging.destroyed || hanging.readableEnded || !hanging.writable).toBe(true);
    expect(await storedHash(url)).toBe(sha256(bytes));
    hanging.destroy();
  });
});

/** A wire that breaks after a random number of bytes, in either direction. */
function brokenWire(
  target: number,
  random: () => number,
): Promise<{ port: number; close(): void; cuts: () => number }> {
  let cuts = 0;
  const wire: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const life = Math.floor(random() * 3_000_000);
    let carried = 0;
    const carry = (from: Socket, to: Socket) => (chunk: Buffer) => {
      carried += chunk.length;
      if (carried > life) {
        cuts += 1;
        near.destroy();
        far.destroy();
      } else if (!to.write(chunk)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
    };
    near
      .on('data', carry(near, far))
      .on('error', () => far.destroy())
      .on('close', () => far.end());
    far
      .on('data', carry(far, near))
      .on('error', () => near.destroy())
      .on('close', () => near.end());
  });
  return new Promise((resolve) => {
    wire.listen(0, '127.0.0.1', () => {
      const address = wire.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      resolve({ port, close: () => wire.close(), cuts: () => cuts });
    });
  });
}

describe('an independent client (tus-js-client)', () => {
  it.each([512 * 1024, Number.POSITIVE_INFINITY])(
    'brings a file over a wire that breaks all the time, in pieces of %d bytes',
    async (chunkSize) => {
      const bytes = text(12 * 1024 * 1024 + 5);
      const path = join(folder, '长录音笔记.txt');
      await writeFile(path, bytes);
      const wire = await brokenWire(Number(new URL(server.origin).port), randomNumbers(42));
      const upload = await new Promise<Upload>((resolve, reject) => {
        const started: Upload = new Upload(createReadStream(path), {
          endpoint: `http://127.0.0.1:${wire.port}/api/uploads`,
          headers: { 'X-Account': 'wang' },
          metadata: { filename: '长录音笔记.txt', filetype: 'text/plain', sha256: sha256(bytes) },
          uploadSize: bytes.length,
          chunkSize,
          retryDelays: Array.from({ length: 200 }, () => 5),
          onError: reject,
          onSuccess: () => resolve(started),
        });
        started.start();
      });
      wire.close();
      expect(wire.cuts()).toBeGreaterThan(2);
      const id = upload.url?.slice(-36) ?? '';
      expect(await storedHash(`${server.origin}/api/uploads/${id}`)).toBe(
        sha256(await readFile(path)),
      );
    },
    60_000,
  );
});
