import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProblemCode, PROBLEMS, problemOf, WARNINGS } from './evidence.problems.ts';
import { sendBlob } from './send-blob.ts';
import {
  announce,
  PIECE,
  resultOf,
  send,
  sha256,
  startServer,
  type TestServer,
  text,
  TUS,
  tryAnnounce,
} from './upload/upload.testkit.ts';

const MEDIA = new URL('../../test/fixtures/media/', import.meta.url);
let now = Date.parse('2026-11-22T08:00:00Z');
let server: TestServer;
let deliveries: string;
const app = Fastify();

beforeAll(async () => {
  const limits = { maxBytes: 1024 * 1024, maxOpen: 12, maxPixels: 100_000 };
  server = await startServer({ now: () => now, patience: 300, limits });
  app.get<{ Querystring: { sha256: string; size: string } }>('/blob', (request, reply) => {
    const { sha256: hash, size } = request.query;
    return sendBlob(request, reply, {
      store: server.store,
      sha256: hash,
      size: Number(size),
      type: 'text/plain',
      name: '笔记.txt',
    });
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.url);
    return reply
      .code(problem?.status ?? 500)
      .type('application/problem+json')
      .send(JSON.stringify(problem));
  });
  deliveries = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await server.close();
});

function fixture(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(new URL(name, MEDIA)).then((bytes) => Uint8Array.from(bytes));
}

/** Uploads a whole file and gives the answer to its last piece. */
async function upload(
  bytes: Uint8Array<ArrayBuffer>,
  pairs: Readonly<Record<string, string>>,
): Promise<Response> {
  return send(await announce(server.origin, bytes.length, pairs), 0, bytes);
}

async function cut(name: string): Promise<Response> {
  const bytes = await fixture(name);
  return upload(bytes.slice(0, bytes.length - 20), { filename: name });
}

function blobPath(hash: string): string {
  return join(server.folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
}

async function stored(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  await upload(bytes, { filename: '笔记.txt' });
  return sha256(bytes);
}

/** How each code comes about. `storage/failed` needs a disk that fails: it is among the crash tests. */
const PROVOKED: Record<Exclude<ProblemCode, 'storage/failed'>, () => Promise<Response>> = {
  'auth/needed': () =>
    fetch(`${server.origin}/api/uploads`, {
      method: 'POST',
      headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '1' },
    }),
  'evidence/malformed': () =>
    fetch(`${server.origin}/api/uploads`, {
      method: 'POST',
      headers: { ...TUS, 'Upload-Length': '-1' },
    }),
  'evidence/protocol': () =>
    fetch(`${server.origin}/api/uploads`, {
      method: 'POST',
      headers: { ...TUS, 'Tus-Resumable': '0.2.2' },
    }),
  'evidence/algorithm': async () =>
    send(await announce(server.origin, 9), 0, text(9), { 'Upload-Checksum': 'md5 YQ==' }),
  'evidence/media-type': async () =>
    send(await announce(server.origin, 9), 0, text(9), { 'Content-Type': 'text/plain' }),
  'evidence/not-found': () =>
    fetch(`${server.origin}/api/uploads/00000000-0000-4000-8000-000000000000`, {
      headers: { 'X-Account': 'wang' },
    }),
  'evidence/too-many': async () => {
    for (;;) {
      const answer = await tryAnnounce(server.origin, 9, { filename: 'x.txt' });
      if (answer.status !== 201) return answer;
    }
  },
  'evidence/busy': async () => {
    const url = await announce(server.origin, 100);
    const { pathname, port } = new URL(url);
    const first = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    const lines = Object.entries(PIECE).map(([name, value]) => `${name}: ${value}\r\n`);
    first.write(
      `PATCH ${pathname} HTTP/1.1\r\nHost: x\r\n${lines.join('')}Upload-Offset: 0\r\nContent-Length: 100\r\n\r\n`,
    );
    for (;;) {
      // Until the first has it: refused for its offset only.
      const answer = await send(url, 1, text(99));
      if (answer.status === 409) continue;
      first.destroy();
      return answer;
    }
  },
  'evidence/offset': async () => send(await announce(server.origin, 9), 1, text(8)),
  'evidence/beyond-length': async () => send(await announce(server.origin, 9), 0, text(10)),
  'evidence/checksum': async () =>
    send(await announce(server.origin, 9), 0, text(9), {
      'Upload-Checksum': 'sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=',
    }),
  'evidence/expired': async () => {
    const url = await announce(server.origin, 9);
    now += 24 * 3600 * 1000;
    const answer = await send(url, 0, text(9));
    now -= 24 * 3600 * 1000;
    return answer;
  },
  'evidence/too-large': () => tryAnnounce(server.origin, 1024 * 1024 + 1, { filename: 'x.txt' }),
  'evidence/empty': () => tryAnnounce(server.origin, 0, { filename: 'x.txt' }),
  'evidence/name': () => tryAnnounce(server.origin, 9, { filename: '../\u202e' }),
  'evidence/changed': () => upload(text(50), { filename: 'x.txt', sha256: '0'.repeat(64) }),
  'evidence/mistyped': async () => upload(await fixture('picture.webp'), { filename: '照片.jpg' }),
  'evidence/type-not-allowed': () =>
    upload(Uint8Array.from(Buffer.from('<html><script>1</script>')), { filename: '通知' }),
  'evidence/truncated': () => cut('clip.mp4'),
  'evidence/unreadable': async () => {
    const bytes = await fixture('photo.jpg');
    return upload(bytes.fill(0, 200), { filename: '照片.jpg' });
  },
  'evidence/too-many-pixels': async () =>
    upload(await fixture('photo.jpg'), { filename: '照片.jpg' }),
  'evidence/range': async () =>
    fetch(`${deliveries}/blob?sha256=${await stored(text(30))}&size=30`, {
      headers: { Range: 'bytes=30-' },
    }),
  'storage/full': async () => {
    const full = await startServer({ limits: { reserve: Number.MAX_SAFE_INTEGER } });
    const answer = await tryAnnounce(full.origin, 9, { filename: 'x.txt' });
    await full.close();
    return answer;
  },
  'storage/conflict': async () => {
    const bytes = text(61);
    const path = blobPath(sha256(bytes));
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text(60));
    return upload(bytes, { filename: 'x.txt' });
  },
  'storage/missing': () => fetch(`${deliveries}/blob?sha256=${'0'.repeat(64)}&size=1`),
  'storage/damaged': async () => {
    const hash = await stored(text(90));
    await truncate(blobPath(hash), 89);
    return fetch(`${deliveries}/blob?sha256=${hash}&size=90`);
  },
};

describe('every problem is answered by its code, its status, and what to do', () => {
  it.each(Object.entries(PROVOKED))('%s', async (code, provoke) => {
    const answer = await provoke();
    const body: unknown = await answer.json();
    expect(body).toMatchObject({ code, type: `urn:zhuding:problem:${code}` });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    const { title, detail, status } = Object(body);
    expect(status).toBe(answer.status);
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(detail).toMatch(/^[^{}！]*。$/u);
    // Leave no open upload to the next case.
    await sweepAll();
  });

  it('with the words that belong to the case', async () => {
    const mistyped = await PROVOKED['evidence/mistyped']();
    expect(await mistyped.json()).toMatchObject({
      detail:
        '文件名或声明的类型是 .jpg，内容却是「WebP 图片」。请把扩展名改为 .webp 后再传；如不是您改的名，请留意文件来源。',
    });
    const large = await PROVOKED['evidence/too-large']();
    expect(await large.json()).toMatchObject({
      status: 413,
      detail: '单个文件不能超过 1 MB。请分段录制，或与管理员联系。',
    });
  });
});

describe('a refused file', () => {
  it('leaves nothing in the store, and the refusal is told again to who asks again', async () => {
    const bytes = (await fixture('clip.mp4')).slice(0, -20);
    const url = await announce(server.origin, bytes.length, { filename: 'clip.mp4' });
    expect((await send(url, 0, bytes)).status).toBe(422);
    expect(await server.store.stat(sha256(bytes))).toBeNull();
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(422);
    expect(await resultOf(url)).toMatchObject({ code: 'evidence/truncated' });
    expect((await send(url, bytes.length, new Uint8Array())).status).toBe(422);
  });

  it.each([
    ['SHA-256 that is none', { filename: 'x.txt', sha256: 'abc' }, 400],
    ['no name at all', { filetype: 'text/plain' }, 400],
    ['a declared type we do not take', { filename: 'x.txt', filetype: 'image/svg+xml' }, 415],
    ['an ending we do not take', { filename: 'x.svg' }, 415],
    ['the ending of a program', { filename: '照片\u202egpj.exe' }, 415],
  ])('is refused before a byte is sent with %s', async (_, pairs, status) => {
    expect((await tryAnnounce(server.origin, 9, pairs)).status).toBe(status);
  });

  it('is refused by the declared type as well as by the name', async () => {
    const answer = await upload(await fixture('picture.png'), {
      filename: '图.png',
      filetype: 'image/webp',
    });
    expect(await answer.json()).toMatchObject({ code: 'evidence/mistyped' });
  });
});

it('texts are plain: no exclamation marks, every sentence ended, 您 and never 你', () => {
  const texts = [
    ...Object.values(PROBLEMS).map(({ detail }) => detail),
    ...Object.values(WARNINGS),
  ];
  for (const one of texts) expect(one).toMatch(/^[^！!你]*。$/u);
});

async function sweepAll(): Promise<void> {
  now += 400 * 24 * 3600 * 1000;
  await server.uploads.sweep();
  now -= 400 * 24 * 3600 * 1000;
}
