import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  metadata,
  offsetOf,
  PIECE,
  resultOf,
  send,
  sha256,
  startServer,
  type TestServer,
  text,
  TUS,
} from './upload.testkit.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('the protocol tus 1.0.0', () => {
  it('says what it offers to anybody who asks', async () => {
    for (const path of ['/api/uploads', '/api/uploads/x']) {
      const answer = await fetch(`${server.origin}${path}`, { method: 'OPTIONS' });
      expect(answer.status).toBe(204);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'tus-resumable': '1.0.0',
        'tus-version': '1.0.0',
        'tus-extension': 'creation,expiration,checksum,termination',
        'tus-max-size': '4294967296',
        'tus-checksum-algorithm': 'sha1,sha256',
      });
    }
  });

  it('announces, sends in pieces, and describes the stored file', async () => {
    const bytes = text(3000);
    const created = await fetch(`${server.origin}/api/uploads`, {
      method: 'POST',
      headers: {
        ...TUS,
        'Upload-Length': '3000',
        'Upload-Metadata': metadata({ filename: '笔记.txt' }),
      },
    });
    expect(created.status).toBe(201);
    expect(created.headers.get('upload-offset')).toBe('0');
    expect(created.headers.get('location')).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/u);
    const url = `${server.origin}${created.headers.get('location')}`;

    const first = await send(url, 0, bytes.slice(0, 1000));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '1000']);
    const head = await fetch(url, { method: 'HEAD', headers: TUS });
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'upload-offset': '1000',
      'upload-length': '3000',
      'upload-metadata': metadata({ filename: '笔记.txt' }),
      'cache-control': 'no-store',
    });
    expect(Date.parse(head.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now());
    expect(await resultOf(url)).toMatchObject({
      state: 'receiving',
      offset: 1000,
      length: 3000,
      file: null,
    });

    const last = await send(url, 1000, bytes.slice(1000));
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, '3000']);
    expect(last.headers.get('upload-expires')).toBeNull();
    expect(await resultOf(url)).toMatchObject({
      state: 'stored',
      offset: 3000,
      expires: null,
      file: {
        name: '笔记.txt',
        format: 'text',
        descriptor: { sha256: sha256(bytes), size: 3000, type: 'text/plain', chunk: 1048576 },
        media: { kind: 'other', duration: null },
        thumbnail: null,
        warnings: [],
      },
    });
    expect(await server.store.stat(sha256(bytes))).toEqual({ size: 3000 });
  });

  it('still answers for a finished upload, and takes an empty last piece again', async () => {
    const url = await announce(server.origin, 10);
    await send(url, 0, text(10));
    expect(await offsetOf(url)).toBe(10);
    expect((await send(url, 10, new Uint8Array())).status).toBe(204);
    expect((await send(url, 0, text(10))).status).toBe(409);
  });

  it('checks a piece by its checksum and keeps all of it or nothing', async () => {
    const bytes = text(2000);
    const url = await announce(server.origin, 2000);
    for (const [algorithm, from, to] of [
      ['sha1', 0, 800],
      ['sha256', 800, 2000],
    ] as const) {
      const piece = bytes.slice(from, to);
      const digest = createHash(algorithm).update(piece).digest('base64');
      const broken = piece.slice();
      broken[17] = (broken[17] ?? 0) ^ 1;
      const header = { 'Upload-Checksum': `${algorithm} ${digest}` };
      const refused = await send(url, from, broken, header);
      expect([refused.status, await offsetOf(url)]).toEqual([460, from]);
      expect((await send(url, from, piece, header)).status).toBe(204);
    }
    expect(await resultOf(url)).toMatchObject({ file: { descriptor: { sha256: sha256(bytes) } } });
  });

  it('works through proxies that know only GET and POST', async () => {
    const bytes = text(100);
    const url = await announce(server.origin, 100);
    const overridden = (
      method: string,
      headers: Record<string, string>,
      body?: Uint8Array<ArrayBuffer>,
    ) =>
      fetch(url, {
        method: 'POST',
        headers: { ...headers, 'X-HTTP-Method-Override': method },
        ...(body ? { body } : {}),
      });
    expect((await overridden('PATCH', { ...PIECE, 'Upload-Offset': '0' }, bytes)).status).toBe(204);
    expect((await overridden('DELETE', TUS)).status).toBe(204);
    expect((await overridden('DELETE', TUS)).status).toBe(404);
  });

  it('gives an upload up when told, with all that was received', async () => {
    const url = await announce(server.origin, 1000);
    await send(url, 0, text(500));
    expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(204);
    expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(404);
    const left = await readdir(join(server.folder, 'uploads'), { recursive: true });
    expect(left.filter((name) => name.includes(url.slice(-36)))).toEqual([]);
  });

  it('[XZ-R-20a] giving up an upload that is stored does not touch the original', async () => {
    const bytes = text(77);
    const url = await announce(server.origin, 77);
    await send(url, 0, bytes);
    expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(204);
    expect(await server.store.stat(sha256(bytes))).toEqual({ size: 77 });
  });
});

describe('an upload is its owner’s', () => {
  it('for other accounts and other bureaus it does not exist', async () => {
    const url = await announce(server.origin, 100);
    await send(url, 0, text(50));
    const other = { 'X-Account': 'li' };
    for (const [method, headers] of [
      ['GET', other],
      ['HEAD', { ...TUS, ...other }],
      ['PATCH', { ...PIECE, ...other, 'Upload-Offset': '50' }],
      ['DELETE', { ...TUS, ...other }],
    ] as const) {
      expect([method, (await fetch(url, { method, headers })).status]).toEqual([method, 404]);
    }
    const elsewhere = { bureau: '140900', account: 'wang' };
    await expect(server.uploads.view(elsewhere, url.slice(-36))).rejects.toMatchObject({
      code: 'evidence/not-found',
    });
    expect(await offsetOf(url)).toBe(50);
  });

  it('only its owner finds the stored file', async () => {
    const url = await announce(server.origin, 60);
    const id = url.slice(-36);
    const owner = { bureau: '350502', account: 'wang' };
    expect(await server.uploads.find(owner, id)).toBeNull();
    await send(url, 0, text(60));
    expect((await server.uploads.find(owner, id))?.descriptor.sha256).toBe(sha256(text(60)));
    expect(await server.uploads.find({ ...owner, account: 'li' }, id)).toBeNull();
    expect(await server.uploads.find(owner, '../x')).toBeNull();
  });
});

describe('what is stored', () => {
  it('the same bytes uploaded twice are one file on disk', async () => {
    const bytes = text(5000);
    const hash = sha256(bytes);
    const path = join(server.folder, 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash);
    for (const name of ['一.txt', '二.txt']) {
      const url = await announce(server.origin, 5000, { filename: name });
      expect((await send(url, 0, bytes)).status).toBe(204);
      expect(await resultOf(url)).toMatchObject({ file: { name, descriptor: { sha256: hash } } });
    }
    expect((await stat(path)).nlink).toBe(1);
    const files = await readdir(join(server.folder, 'blobs'), { recursive: true });
    expect(files.filter((name) => name.endsWith(hash))).toHaveLength(1);
    expect(files.filter((name) => name.startsWith('tmp/'))).toEqual([]);
  });

  it('no received byte stays outside the store', async () => {
    const url = await announce(server.origin, 40);
    await send(url, 0, text(40));
    const left = await readdir(join(server.folder, 'uploads'), { recursive: true });
    expect(left.filter((name) => name.includes(url.slice(-36)))).toEqual([
      expect.stringMatching(/\.json$/u),
    ]);
  });

  it('a name that had to be changed is told, one without an ending gets the right one', async () => {
    for (const [filename, name] of [
      ['C:\\fakepath\\现场.txt', '现场.txt'],
      ['现场', '现场.txt'],
    ] as const) {
      const url = await announce(server.origin, 20, { filename });
      await send(url, 0, text(20));
      expect(await resultOf(url)).toMatchObject({
        name,
        file: { name, warnings: [{ code: 'evidence/renamed' }] },
      });
    }
  });
});

describe('time', () => {
  it('what nobody goes on with for 24 hours is gone, and forgotten after 30 days', async () => {
    let now = Date.parse('2026-11-20T08:00:00Z');
    const aged = await startServer({ now: () => now });
    try {
      const hour = 3600 * 1000;
      const url = await announce(aged.origin, 100);
      const head = () => fetch(url, { method: 'HEAD', headers: TUS });
      now += 23 * hour;
      expect((await send(url, 0, text(50))).status).toBe(204);
      now += 23 * hour;
      const answer = await head();
      expect([answer.status, answer.headers.get('upload-expires')]).toEqual([
        200,
        'Sun, 22 Nov 2026 07:00:00 GMT',
      ]);
      now += hour;
      expect((await head()).status).toBe(410);
      expect((await send(url, 50, text(100).slice(50))).status).toBe(410);
      await aged.uploads.sweep();
      const files = () => readdir(join(aged.folder, 'uploads'), { recursive: true });
      expect((await files()).filter((name) => name.endsWith('.part'))).toEqual([]);
      expect((await head()).status).toBe(410);
      now += 30 * 24 * hour;
      await aged.uploads.sweep();
      expect((await files()).filter((name) => name.includes(url.slice(-36)))).toEqual([]);
      expect((await head()).status).toBe(404);
    } finally {
      await aged.close();
    }
  });

  it('sweeping leaves alone what is still wanted', async () => {
    const url = await announce(server.origin, 100);
    await send(url, 0, text(30));
    await server.uploads.sweep();
    expect(await offsetOf(url)).toBe(30);
  });
});
