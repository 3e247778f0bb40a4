import { readFile, writeFile, chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { log, vectorEntries } from '../../test/vectors/ledger/vectors.ts';
import { toHex } from './bytes.ts';
import { type Edges, growLog, NO_EDGES, readEdges, TREES, treeOf } from './grow.service.ts';
import { nodeHashes } from './hashes.node.ts';
import { temporaryFolder } from './ledger.testkit.ts';
import type { Leaf } from './ledger.store.ts';
import { fileLogStore, type LogStore } from './log.store.ts';
import type { LogStop } from './log-stop.ts';

function leavesOf(size: number): Leaf[] {
  return vectorEntries(size).map((entry, index) => ({
    index,
    entry,
    leafHash: TREES.sha256.hasher.leaf(entry),
    leafSm3: TREES.sm3.hasher.leaf(entry),
  }));
}

async function grow(store: LogStore, leaves: readonly Leaf[], step: number): Promise<Edges> {
  let edges = NO_EDGES;
  for (let at = 0; at < leaves.length; at += step) {
    edges = await growLog(store, edges, leaves.slice(at, at + step));
  }
  return edges;
}

test('the vector log of 70 000 entries is stored as published', async () => {
  const store = fileLogStore(await temporaryFolder());
  const edges = await grow(store, leavesOf(70_000), 4096);
  const { root, rootSm3 } = treeOf(edges);
  expect(log.roots.find(({ size }) => size === 70_000)).toEqual({
    size: 70_000,
    sha256: toHex(root),
    sm3: toHex(rootSm3),
  });
  expect(log.objects.length).toBeGreaterThan(5);
  for (const { path, bytes, sha256 } of log.objects) {
    const stored = await store.read(path);
    expect([path, stored?.length]).toEqual([path, bytes]);
    if (stored) expect(toHex(nodeHashes.sha256(stored))).toBe(sha256);
  }
  expect(treeOf(await readEdges(store, 70_000))).toEqual(treeOf(edges));
});

describe('damage is found before anything could be signed', () => {
  const leaves = leavesOf(600);
  let folder = '';

  beforeEach(async () => {
    folder = await temporaryFolder();
    await grow(fileLogStore(folder), leaves.slice(0, 300), 300);
  });

  async function refusal(store: LogStore, edges: Edges, more: readonly Leaf[]): Promise<string> {
    const error = await growLog(store, edges, more).catch((one: LogStop) => one);
    return 'code' in error ? error.code : 'grown';
  }

  async function flip(path: string, at: number): Promise<void> {
    const file = join(folder, path);
    const bytes = await readFile(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await chmod(file, 0o644);
    await writeFile(file, bytes);
  }

  const edgesAt = async (size: number): Promise<Edges> =>
    grow(fileLogStore(await temporaryFolder()), leaves.slice(0, size), 300);

  test.each([
    ['tile/0/001.p/44', 0],
    ['tile/0/001.p/44', 44 * 32 - 1],
    ['sm3/tile/0/001.p/44', 700],
    ['tile/1/000.p/1', 5],
    ['sm3/tile/1/000.p/1', 31],
    ['tile/entries/001.p/44', 20],
    ['tile/entries/001.p/44', 0],
  ])('one flipped bit at the edge that the tree grows from: %s, byte %i', async (path, at) => {
    const edges = await edgesAt(300);
    await flip(path, at);
    expect(await refusal(fileLogStore(folder), edges, leaves.slice(300))).toBe('log/tile-differs');
  });

  test.each([
    'tile/0/002.p/88',
    'tile/0/001',
    'sm3/tile/0/001',
    'tile/1/000.p/2',
    'sm3/tile/1/000.p/2',
    'tile/entries/002.p/88',
  ])('one flipped bit between writing and signing: %s', async (path) => {
    const edges = await edgesAt(300);
    const store = fileLogStore(folder);
    const flipping: LogStore = {
      ...store,
      async write(objects) {
        await store.write(objects);
        await flip(path, 9);
      },
    };
    expect(await refusal(flipping, edges, leaves.slice(300))).toBe('log/tile-differs');
  });

  test('a tile that the tree rests on is gone', async () => {
    const edges = await edgesAt(300);
    await rm(join(folder, 'tile/1/000.p/1'));
    expect(await refusal(fileLogStore(folder), edges, leaves.slice(300))).toBe(
      'log/storage-behind',
    );
  });

  test('a leaf whose hash is not that of its entry', async () => {
    const edges = await edgesAt(300);
    for (const change of ['leafHash', 'leafSm3'] as const) {
      const wrong = leaves
        .slice(300)
        .map((leaf, i) => (i === 70 ? { ...leaf, [change]: new Uint8Array(32) } : leaf));
      expect(await refusal(fileLogStore(await copyOf(300)), edges, wrong)).toBe('log/leaf-differs');
    }
  });

  async function copyOf(size: number): Promise<string> {
    const copy = await temporaryFolder();
    await grow(fileLogStore(copy), leaves.slice(0, size), 300);
    return copy;
  }

  test('other entries than those stored', async () => {
    const other = leavesOf(700).slice(400);
    const edges = await edgesAt(300);
    await growLog(fileLogStore(folder), edges, leaves.slice(300));
    expect(await refusal(fileLogStore(folder), edges, other)).toBe('log/storage-conflict');
  });
});
