import { request } from 'node:http';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proofs, vectorEntries, vectorFile } from '../../test/vectors/ledger/vectors.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { appendTo, type Edges, growLog, NO_EDGES, TREES, treeOf } from './grow.service.ts';
import { temporaryFolder } from './ledger.testkit.ts';
import { ledgerRoutes } from './ledger.routes.ts';
import { fileLogStore, type LogStore } from './log.store.ts';
import { checkConsistency, checkInclusion } from './proof.ts';

const LOG = '/log/350502';
const checkpoint = vectorFile('checkpoint-1000.note');
const entries = vectorEntries(1000);
const leaves = entries.map((entry, index) => ({
  index,
  entry,
  leafHash: TREES.sha256.hasher.leaf(entry),
  leafSm3: TREES.sm3.hasher.leaf(entry),
}));

let app: FastifyInstance;
let store: LogStore;

beforeAll(async () => {
  store = fileLogStore(await temporaryFolder());
  const empty = await temporaryFolder();
  let edges: Edges = NO_EDGES;
  for (const [from, to] of [
    [0, 300],
    [300, 1000],
  ] as const) {
    edges = await growLog(store, edges, leaves.slice(from, to));
  }
  await store.replace({ path: 'checkpoint', bytes: checkpoint });
  await store.replace({ path: 'sm3/checkpoint', bytes: checkpoint });
  await store.replace({ path: 'vkeys', bytes: Buffer.from('a+b+c\n') });
  app = Fastify();
  await app.register(ledgerRoutes, {
    prefix: '/log',
    store: (area) => (area === '350502' ? store : fileLogStore(`${empty}/${area}`)),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(() => app.close());

/** The status of a path sent as it is: other clients straighten out `..` before they send. */
async function statusOf(path: string): Promise<number | undefined> {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function get(url: string) {
  return app.inject({ method: 'GET', url });
}

describe('files', () => {
  test.each([
    ['checkpoint', 'text/plain; charset=utf-8', 'max-age=1'],
    ['sm3/checkpoint', 'text/plain; charset=utf-8', 'max-age=1'],
    ['vkeys', 'text/plain; charset=utf-8', 'max-age=1'],
    ['tile/0/000', 'application/octet-stream', 'max-age=31536000, immutable'],
    ['tile/0/001.p/44', 'application/octet-stream', 'max-age=31536000, immutable'],
    ['tile/0/003.p/232', 'application/octet-stream', 'max-age=31536000, immutable'],
    ['tile/1/000.p/3', 'application/octet-stream', 'max-age=31536000, immutable'],
    ['tile/entries/003.p/232', 'application/octet-stream', 'max-age=31536000, immutable'],
    ['sm3/tile/0/002', 'application/octet-stream', 'max-age=31536000, immutable'],
  ])('%s', async (path, type, cache) => {
    const answer = await get(`${LOG}/${path}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': type, 'cache-control': cache });
    expect(answer.rawPayload).toEqual(await store.read(path));
    expect(answer.rawPayload.length).toBeGreaterThan(0);
  });

  test('tiles are 32 bytes a hash', async () => {
    expect((await get(`${LOG}/tile/0/000`)).rawPayload).toHaveLength(8192);
    expect((await get(`${LOG}/tile/1/000.p/3`)).rawPayload).toHaveLength(96);
  });

  test.each([
    'tile/0/003',
    'tile/0/003.p/231',
    'tile/0/003.p/256',
    'tile/0/003.p/0',
    'tile/0/003.p/0232',
    'tile/00/000',
    'tile/64/000',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/000/',
    'tile/0//000',
    'tile/entries',
    'tile/',
    'sm3/tile/entries/000',
    'sm3/vkeys',
    'sm3',
    '.drafts',
    'checkpoint/',
    'Checkpoint',
    '',
    'constructor',
    'proof',
    'proof/constructor',
    'tile/0/%30%30%30',
    'tile%2f0%2f000',
    'checkpoint%00',
    '..%2f350502%2fcheckpoint',
    '../350502/checkpoint',
    '%2e%2e/350502/checkpoint',
    '../../../../etc/passwd',
    '..\\..\\etc\\passwd',
    'tile/0/../0/000',
  ])('does not exist: %j', async (path) => {
    expect(await statusOf(`${LOG}/${path}`)).toBe(404);
  });

  test.each(['350503', '35050', '350502-', '%33350502', '..', 'constructor', '350502%2f..'])(
    'no log of that name: %j',
    async (area) => {
      for (const path of ['checkpoint', 'tile/0/000', 'proof/inclusion?index=1&size=1000']) {
        expect(await statusOf(`/log/${area}/${path}`)).toBe(404);
      }
    },
  );

  test('the same way of asking finds what exists', async () => {
    expect(await statusOf(`${LOG}/tile/0/000`)).toBe(200);
  });

  test('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      expect((await app.inject({ method, url: `${LOG}/checkpoint` })).statusCode).toBe(404);
    }
  });
});

describe('proofs', () => {
  test('the published vectors', async () => {
    const inclusion = await get(`${LOG}/proof/inclusion?index=1&size=1000`);
    expect(inclusion.json()).toEqual({ index: 1, size: 1000, hashes: proofs.inclusion.path });
    expect(inclusion.headers['cache-control']).toBe('max-age=31536000, immutable');
    const consistency = await get(`${LOG}/proof/consistency?from=257&to=1000`);
    expect(consistency.json()).toEqual({ from: 257, to: 1000, hashes: proofs.consistency.path });
  });

  test('of any entry in any tree up to the served one', async () => {
    const { hasher } = TREES.sha256;
    let edges: Edges = NO_EDGES;
    const rootAt = [treeOf(edges).root];
    for (const leaf of leaves) {
      edges = appendTo(edges, [leaf]);
      rootAt.push(treeOf(edges).root);
    }
    for (const size of [1, 2, 255, 256, 257, 299, 300, 301, 512, 700, 999, 1000]) {
      const root = rootAt[size] ?? new Uint8Array();
      for (const index of new Set([0, size >> 1, size - 1])) {
        const { hashes } = (await get(`${LOG}/proof/inclusion?index=${index}&size=${size}`)).json();
        const path = hashes.map(decodeBase64);
        const leafHash = leaves[index]?.leafHash ?? new Uint8Array();
        checkInclusion(hasher, { index, size, leafHash, path, root });
      }
      const answer = await get(`${LOG}/proof/consistency?from=${size}&to=1000`);
      checkConsistency(hasher, {
        oldSize: size,
        oldRoot: root,
        newSize: 1000,
        newRoot: rootAt[1000] ?? new Uint8Array(),
        path: answer.json().hashes.map(decodeBase64),
      });
    }
    expect(encodeBase64(rootAt[1000] ?? new Uint8Array())).toBe(
      'fVVjdbvj3uNZ+NRBwS7g0e6v5E69imPFnOazfbbgqgA=',
    );
  });

  test.each([
    'inclusion',
    'inclusion?index=1',
    'inclusion?index=1000&size=1000',
    'inclusion?index=1&size=1001',
    'inclusion?index=1&size=0',
    'inclusion?index=-1&size=1000',
    'inclusion?index=01&size=1000',
    'inclusion?index=1.5&size=1000',
    'inclusion?index=1e1&size=1000',
    'inclusion?index=%31&size=1000',
    'inclusion?index=1&index=2&size=1000',
    'inclusion?index=1&size=1000&more=1',
    'inclusion?index=1&size=99999999999999999999',
    'consistency?from=1000&to=999',
    'consistency?from=1&to=1001',
    'consistency?from=1',
    'consistency?index=1&size=1000',
  ])('none for %s', async (query) => {
    expect((await get(`${LOG}/proof/${query}`)).statusCode).toBe(404);
  });
});
