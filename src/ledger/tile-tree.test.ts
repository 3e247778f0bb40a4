import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalBytes, utf8 } from './bytes.ts';
import { nodeHashes } from './hashes.node.ts';
import { checkConsistency, checkInclusion, proveConsistency, proveInclusion } from './proof.ts';
import { refusal } from './refusal.testkit.ts';
import { edgeTiles, formatTilePath, newTiles, type TileCoord } from './tile.ts';
import {
  extendBundles,
  extendTiles,
  type TileMemory,
  type TileReader,
  tileHashReader,
  tileRoot,
} from './tile-tree.ts';
import { appendLeaves, emptyFrontier, readFrontier, rootOf, treeHasher } from './tree.ts';

const SIZE = 70_000;
const hasher = treeHasher(nodeHashes.sha256);
const entries = Array.from({ length: SIZE }, (_, i) => utf8(`entry ${i}`));
const leaves = entries.map((entry) => hasher.leaf(entry));

/** A log stored in memory, grown step by step as a sequencer would. */
function grow(steps: readonly number[]): { stored: Map<string, Uint8Array>; size: number } {
  const stored = new Map<string, Uint8Array>();
  let size = 0;
  for (const step of steps) {
    const next = Math.min(size + step, SIZE);
    const edge = edgeTiles(size).map(
      (tile) => stored.get(formatTilePath(tile)) ?? new Uint8Array(),
    );
    const width = size % 256;
    const partial = stored.get(
      formatTilePath({ level: 'entries', index: Math.floor(size / 256), width }),
    );
    const objects = [
      ...extendTiles(hasher, size, edge, leaves.slice(size, next)),
      ...extendBundles(size, width === 0 ? undefined : partial, entries.slice(size, next)),
    ];
    expect(objects.map(({ path }) => path)).toEqual([...newTiles(size, next)].map(formatTilePath));
    for (const { path, bytes } of objects) stored.set(path, bytes);
    size = next;
  }
  return { stored, size };
}

function readerOf(stored: ReadonlyMap<string, Uint8Array>): TileReader {
  return async (tile) => {
    const bytes = stored.get(formatTilePath(tile));
    if (bytes === undefined) throw new Error(`not stored: ${formatTilePath(tile)}`);
    return bytes;
  };
}

function rootAt(size: number): Uint8Array {
  return rootOf(hasher, appendLeaves(hasher, emptyFrontier, leaves.slice(0, size)));
}

test('a log grown in steps has the same tiles as one made at once', () => {
  const whole = grow([SIZE]);
  const stepped = grow([1, 254, 1, 1, 3000, 62_279, 1, 4000, 463]);
  expect(stepped.size).toBe(SIZE);
  for (const [path, bytes] of whole.stored) {
    if (!equalBytes(stepped.stored.get(path) ?? new Uint8Array(), bytes)) expect.fail(path);
  }
});

test('however a log grows, its tiles give the root of its leaves', async () => {
  const steps = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (batches) => {
      const { stored, size } = grow(batches);
      const read = tileHashReader(hasher, size, readerOf(stored));
      expect(rootOf(hasher, await readFrontier(size, read))).toEqual(rootAt(size));
    }),
    { numRuns: 25 },
  );
});

test('proofs read from tiles pass, for leaves and earlier sizes anywhere in the log', async () => {
  const sizes = [1, 2, 255, 256, 257, 1000, 65_535, 65_536, 65_537, SIZE];
  const { stored } = grow(sizes.map((size, i) => size - (sizes[i - 1] ?? 0)));
  const memory: TileMemory = new WeakMap();
  for (const size of sizes) {
    const read = tileHashReader(hasher, size, readerOf(stored), memory);
    const root = rootAt(size);
    for (let i = 0; i < 40; i++) {
      const index = (i * 7919) % size;
      const leafHash = leaves[index] ?? root;
      const path = await proveInclusion(hasher, index, size, read);
      checkInclusion(hasher, { index, size, leafHash, path, root });
    }
    for (const oldSize of sizes.filter((s) => s <= size)) {
      const path = await proveConsistency(hasher, oldSize, size, read);
      checkConsistency(hasher, {
        oldSize,
        newSize: size,
        oldRoot: rootAt(oldSize),
        newRoot: root,
        path,
      });
    }
  }
});

test('one proof reads each tile once, and few of them', async () => {
  const { stored } = grow([SIZE]);
  const asked: string[] = [];
  const read = tileHashReader(hasher, SIZE, (tile) => {
    asked.push(formatTilePath(tile));
    return readerOf(stored)(tile);
  });
  await proveInclusion(hasher, 12_345, SIZE, read);
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('remembered nodes belong to the bytes, not to the place', async () => {
  const { stored } = grow([1000]);
  const memory: TileMemory = new WeakMap();
  await proveInclusion(hasher, 5, 1000, tileHashReader(hasher, 1000, readerOf(stored), memory));
  const spoilt = new Map([...stored].map(([path, bytes]) => [path, bytes.map((b) => b ^ 1)]));
  const read = tileHashReader(hasher, 1000, readerOf(spoilt), memory);
  const path = await proveInclusion(hasher, 5, 1000, read);
  const proof = {
    index: 5,
    size: 1000,
    leafHash: leaves[5] ?? hasher.empty,
    path,
    root: rootAt(1000),
  };
  expect(refusal(() => checkInclusion(hasher, proof))).toBe('proof/root-differs');
});

test('a tile of the wrong length is refused', async () => {
  const { stored } = grow([1000]);
  const cut: TileReader = async (tile: TileCoord) => (await readerOf(stored)(tile)).subarray(0, -1);
  const read = tileHashReader(hasher, 1000, cut);
  await expect(proveInclusion(hasher, 5, 1000, read)).rejects.toMatchObject({
    code: 'tile/length',
  });
  expect(refusal(() => extendTiles(hasher, 10, [new Uint8Array(9 * 32)], leaves.slice(0, 1)))).toBe(
    'tile/length',
  );
  expect(refusal(() => extendTiles(hasher, 10, [], leaves.slice(0, 1)))).toBe('tile/length');
  expect(refusal(() => extendBundles(10, undefined, entries.slice(0, 1)))).toBe('bundle/length');
  expect(refusal(() => tileRoot(hasher, new Uint8Array(8191)))).toBe('tile/length');
});

test('a node outside the tree is refused', async () => {
  const { stored } = grow([1000]);
  const read = tileHashReader(hasher, 1000, readerOf(stored));
  await expect(read([{ level: 0, index: 1000 }])).rejects.toMatchObject({ code: 'proof/index' });
  await expect(read([{ level: 10, index: 0 }])).rejects.toMatchObject({ code: 'proof/index' });
});

test('nothing appended, nothing new', () => {
  expect(extendTiles(hasher, 0, [], [])).toEqual([]);
  expect(extendBundles(0, undefined, [])).toEqual([]);
});
