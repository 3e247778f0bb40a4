import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDescriber } from '../platform/storage/describer.ts';
import { openBlobStore } from '../platform/storage/disk-blob-store.ts';
import { type Delivery, sendBlob } from './send-blob.ts';

const folder = await mkdtemp(join(tmpdir(), 'zhuding-send-'));
const describer = openDescriber({ pairs: 1 });
const store = await openBlobStore(folder, describer);
const clip = await readFile(new URL('../../test/fixtures/media/clip.mp4', import.meta.url));
const stored = await store.put(clip, 'video/mp4');
const app = Fastify();
const size = clip.length;
let delivery: Delivery = { store, ...stored, name: '现场 执法视频(一).mp4' };

beforeAll(async () => {
  app.get('/clip', (request, reply) => sendBlob(request, reply, delivery));
});
afterAll(async () => {
  await app.close();
  await describer.close();
  await rm(folder, { recursive: true });
});

function get(
  headers: Record<string, string> = {},
  method: 'GET' | 'HEAD' = 'GET',
): Promise<LightMyRequestResponse> {
  return app.inject({ method, url: '/clip', headers });
}

const TAG = `"${stored.sha256}"`;

describe('the whole', () => {
  it('is sent with its length, its hash as entity tag, and the offer of ranges', async () => {
    const answer = await get();
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.equals(clip)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(size),
      'accept-ranges': 'bytes',
      etag: TAG,
    });
  });

  it('is not sent for HEAD, nor to who has it', async () => {
    const head = await get({}, 'HEAD');
    expect([head.statusCode, head.rawPayload.length]).toEqual([200, 0]);
    expect(head.headers).toMatchObject({
      'content-length': String(size),
      'accept-ranges': 'bytes',
    });
    for (const tags of [TAG, `W/${TAG}`, `"x", ${TAG}`, '*']) {
      const answer = await get({ 'if-none-match': tags });
      expect([tags, answer.statusCode, answer.rawPayload.length]).toEqual([tags, 304, 0]);
    }
    expect((await get({ 'if-none-match': '"x"' })).statusCode).toBe(200);
  });
});

describe('ranges', () => {
  it.each([
    ['bytes=0-', 0, size],
    ['bytes=0-0', 0, 1],
    ['bytes=100-199', 100, 200],
    [`bytes=${size - 1}-`, size - 1, size],
    ['bytes=-10', size - 10, size],
    [`bytes=30000-${size + 5}`, 30000, size],
  ])('%s', async (range, start, end) => {
    const answer = await get({ range });
    expect(answer.statusCode).toBe(206);
    expect(answer.headers).toMatchObject({
      'content-range': `bytes ${start}-${end - 1}/${size}`,
      'content-length': String(end - start),
      etag: TAG,
    });
    expect(answer.rawPayload.equals(clip.subarray(start, end))).toBe(true);
  });

  it('beyond the end are refused with the true length', async () => {
    const answer = await get({ range: `bytes=${size}-` });
    expect([answer.statusCode, answer.headers['content-range']]).toEqual([416, `bytes */${size}`]);
    expect(answer.json()).toMatchObject({ code: 'evidence/range' });
  });

  it.each(['bytes=5-1', 'bytes=0-1,3-4', 'lines=1-2'])(
    '%s is answered with the whole',
    async (range) => {
      expect((await get({ range })).statusCode).toBe(200);
    },
  );

  it('are continued only of the very same bytes', async () => {
    const range = 'bytes=10-19';
    expect((await get({ range, 'if-range': TAG })).statusCode).toBe(206);
    for (const other of ['"x"', `W/${TAG}`, 'Fri, 20 Nov 2026 02:20:30 GMT']) {
      expect([other, (await get({ range, 'if-range': other })).statusCode]).toEqual([other, 200]);
    }
  });

  it('are not for HEAD', async () => {
    const answer = await get({ range: 'bytes=0-1' }, 'HEAD');
    expect([answer.statusCode, answer.headers['content-length']]).toEqual([200, String(size)]);
  });
});

describe('what the browser may do with it', () => {
  it('is to show it, and nothing else', async () => {
    const { headers } = await get();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-cache',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('allow-scripts');
  });

  it('names are sent in any script', async () => {
    const { headers } = await get();
    expect(headers['content-disposition']).toBe(
      'inline; filename="__ ____(_).mp4"; ' +
        "filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E6%89%A7%E6%B3%95%E8%A7%86%E9%A2%91%28%E4%B8%80%29.mp4",
    );
  });

  it.each([
    ['video/mp4', undefined, 'inline', 'video/mp4'],
    ['video/mp4', true, 'attachment', 'video/mp4'],
    ['application/pdf', undefined, 'inline', 'application/pdf'],
    ['application/zip', undefined, 'attachment', 'application/zip'],
    ['text/plain', undefined, 'attachment', 'text/plain'],
    ['image/heic', undefined, 'attachment', 'image/heic'],
    ['text/html', undefined, 'attachment', 'application/octet-stream'],
    ['image/svg+xml', undefined, 'attachment', 'application/octet-stream'],
  ])('%s, download %j: %s', async (type, download, kind, sent) => {
    const before = delivery;
    delivery = { ...before, type, ...(download === undefined ? {} : { download }) };
    const { headers } = await get();
    delivery = before;
    expect(headers['content-type']).toBe(sent);
    expect(String(headers['content-disposition']).split(';')[0]).toBe(kind);
  });

  it('a name cannot break out of its header', async () => {
    const before = delivery;
    delivery = { ...before, name: 'a"; x="\r\nSet-Cookie: b=\ud800.mp4' };
    const { headers } = await get();
    delivery = before;
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-disposition']).toBe(
      'inline; filename="a_; x=___Set-Cookie: b=_.mp4"; ' +
        "filename*=UTF-8''a%22%3B%20x%3D%22%0D%0ASet-Cookie%3A%20b%3D%EF%BF%BD.mp4",
    );
  });
});
