import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { nodeHashes } from './hashes.node.ts';
import {
  type ConsistencyProof,
  checkConsistency,
  checkInclusion,
  type InclusionProof,
  proveConsistency,
  proveInclusion,
} from './proof.ts';
import { refusal } from './refusal.testkit.ts';
import { type HashReader, type NodeCoord, treeHasher } from './tree.ts';
import { oracleConsistency, oraclePath, oracleRoot } from './tree-oracle.testkit.ts';

const hasher = treeHasher(nodeHashes.sha256);
const leaves = Array.from({ length: 64 }, (_, i) => hasher.leaf(utf8(`entry ${i}`)));
const roots = Array.from({ length: 65 }, (_, size) => oracleRoot(hasher, leaves.slice(0, size)));

const read: HashReader = async (nodes) =>
  nodes.map(({ level, index }) =>
    oracleRoot(hasher, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
  );

function at<T>(list: readonly T[], i: number): T {
  const item = list[i];
  if (item === undefined) throw new Error(`nothing at ${i}`);
  return item;
}

async function inclusion(index: number, size: number): Promise<InclusionProof> {
  const path = await proveInclusion(hasher, index, size, read);
  return { index, size, leafHash: at(leaves, index), path, root: at(roots, size) };
}

async function consistency(oldSize: number, newSize: number): Promise<ConsistencyProof> {
  const path = await proveConsistency(hasher, oldSize, newSize, read);
  return { oldSize, newSize, oldRoot: at(roots, oldSize), newRoot: at(roots, newSize), path };
}

function flip(hash: Uint8Array, bit: number): Uint8Array {
  const changed = hash.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

/** The same list of hashes spoilt in every way that keeps them hashes: a flipped bit, one less, one more, swapped. */
function spoilt(path: readonly Uint8Array[]): Uint8Array[][] {
  const variants: Uint8Array[][] = [[...path, new Uint8Array(32)]];
  for (let i = 0; i < path.length; i++) {
    variants.push(path.map((hash, k) => (k === i ? flip(hash, (i * 37) % 256) : hash)));
    variants.push(path.filter((_, k) => k !== i));
    variants.push(path.toSpliced(i, 0, at(path, i)));
    if (i > 0) variants.push(path.toSpliced(i - 1, 2, at(path, i), at(path, i - 1)));
  }
  return variants;
}

test('every leaf of every size to 64 is proven as in RFC 6962 §2.1.1', async () => {
  for (let size = 1; size <= 64; size++) {
    for (let index = 0; index < size; index++) {
      const proof = await inclusion(index, size);
      expect(proof.path).toEqual(oraclePath(hasher, index, leaves.slice(0, size)));
      checkInclusion(hasher, proof);
    }
  }
});

test('every spoilt inclusion proof of every size to 64 is refused', async () => {
  let refused = 0;
  for (let size = 1; size <= 64; size++) {
    for (let index = 0; index < size; index++) {
      const proof = await inclusion(index, size);
      const wrong = [
        ...spoilt(proof.path).map((path) => ({ ...proof, path })),
        { ...proof, leafHash: flip(proof.leafHash, index) },
        { ...proof, root: flip(proof.root, size) },
        { ...proof, index: (index + 1) % size, root: size === 1 ? hasher.empty : proof.root },
        { ...proof, index: size },
      ];
      for (const attempt of wrong) {
        if (refusal(() => checkInclusion(hasher, attempt)) === undefined) {
          expect.fail(`accepted: ${index} in ${size}`);
        }
        refused += 1;
      }
    }
  }
  expect(refused).toBeGreaterThan(50_000);
});

test('every pair of sizes to 64 is consistent as in RFC 6962 §2.1.2', async () => {
  for (let newSize = 0; newSize <= 64; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const proof = await consistency(oldSize, newSize);
      const expected =
        oldSize === 0 || oldSize === newSize
          ? []
          : oracleConsistency(hasher, oldSize, leaves.slice(0, newSize));
      expect(proof.path).toEqual(expected);
      checkConsistency(hasher, proof);
    }
  }
});

test('every spoilt consistency proof of every pair to 64 is refused', async () => {
  let refused = 0;
  for (let newSize = 1; newSize <= 64; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const proof = await consistency(oldSize, newSize);
      const wrong = [
        ...spoilt(proof.path).map((path) => ({ ...proof, path })),
        { ...proof, oldRoot: flip(proof.oldRoot, oldSize) },
        ...(oldSize === 0 ? [] : [{ ...proof, newRoot: flip(proof.newRoot, newSize) }]),
        { ...proof, oldSize: newSize + 1 },
      ];
      for (const attempt of wrong) {
        if (refusal(() => checkConsistency(hasher, attempt)) === undefined) {
          expect.fail(`accepted: ${oldSize} to ${newSize}`);
        }
        refused += 1;
      }
    }
  }
  expect(refused).toBeGreaterThan(30_000);
});

test('every single bit of a proof counts', async () => {
  const included = await inclusion(41, 61);
  const grown = await consistency(41, 61);
  for (let i = 0; i < Math.max(included.path.length, grown.path.length); i++) {
    for (let bit = 0; bit < 256; bit++) {
      const spoil = (path: readonly Uint8Array[]): Uint8Array[] =>
        path.map((hash, k) => (k === i ? flip(hash, bit) : hash));
      if (i < included.path.length) {
        const attempt = { ...included, path: spoil(included.path) };
        expect(refusal(() => checkInclusion(hasher, attempt))).toBe('proof/root-differs');
      }
      if (i < grown.path.length) {
        const attempt = { ...grown, path: spoil(grown.path) };
        expect(refusal(() => checkConsistency(hasher, attempt))).toBe('proof/root-differs');
      }
    }
  }
});

/**
 * A tree of any size in which every leaf has the same hash: nodes depend on their level alone, so trees far beyond
 * memory can be proven.
 */
const uniform: Uint8Array[] = [at(leaves, 0)];
for (let level = 1; level <= 53; level++) {
  const below = at(uniform, level - 1);
  uniform.push(hasher.node(below, below));
}
const readUniform: HashReader = async (nodes) =>
  nodes.map(({ level }: NodeCoord) => at(uniform, level));

function uniformRoot(size: number): Uint8Array {
  if (size === 0) return hasher.empty;
  const levels = Array.from({ length: 53 }, (_, level) => level).filter(
    (level) => Math.floor(size / 2 ** level) % 2 === 1,
  );
  return levels
    .map((level) => at(uniform, level))
    .reduce((right, left) => hasher.node(left, right));
}

test('trees of any size up to 2^53-1 are proven, and one hash less or more is refused', async () => {
  const sizes = fc.maxSafeNat();
  await fc.assert(
    fc.asyncProperty(sizes, sizes, async (a, b) => {
      const [oldSize, size] = [Math.min(a, b), Math.max(a, b)];
      if (size === 0) return;
      const index = oldSize === size ? size - 1 : oldSize;
      const root = uniformRoot(size);
      const path = await proveInclusion(hasher, index, size, readUniform);
      const proof = { index, size, leafHash: at(uniform, 0), path, root };
      checkInclusion(hasher, proof);
      const longer = { ...proof, path: [...path, root] };
      expect(refusal(() => checkInclusion(hasher, longer))).toBe('proof/surplus');
      if (path.length > 0) {
        const shorter = { ...proof, path: path.slice(0, -1) };
        expect(refusal(() => checkInclusion(hasher, shorter))).toBe('proof/too-short');
      }
      checkConsistency(hasher, {
        oldSize,
        newSize: size,
        oldRoot: uniformRoot(oldSize),
        newRoot: root,
        path: await proveConsistency(hasher, oldSize, size, readUniform),
      });
    }),
    { numRuns: 500 },
  );
});

test('what cannot be proven is refused before anything is read', async () => {
  const never: HashReader = () => Promise.reject(new Error('read'));
  for (const [index, size] of [
    [0, 0],
    [5, 5],
    [-1, 5],
    [0.5, 5],
  ] as const) {
    await expect(proveInclusion(hasher, index, size, never)).rejects.toMatchObject({
      code: 'proof/index',
    });
  }
  await expect(proveConsistency(hasher, 6, 5, never)).rejects.toMatchObject({
    code: 'proof/old-beyond-new',
  });
  await expect(proveInclusion(hasher, 0, 2 ** 53, never)).rejects.toMatchObject({
    code: 'tree/size',
  });
});

test('a reader that returns too few hashes is a fault, not a proof', async () => {
  await expect(proveInclusion(hasher, 3, 9, async () => [])).rejects.toThrow('asked for 4 hashes');
});

test('the roots of nothing and of equal sizes must be right', async () => {
  const empty = { oldSize: 0, newSize: 0, oldRoot: hasher.empty, newRoot: hasher.empty, path: [] };
  checkConsistency(hasher, empty);
  const root = at(roots, 3);
  for (const attempt of [
    { ...empty, oldRoot: root, newRoot: root },
    { ...empty, newRoot: root },
    { oldSize: 0, newSize: 3, oldRoot: root, newRoot: root, path: [] },
    { oldSize: 3, newSize: 3, oldRoot: root, newRoot: at(roots, 4), path: [] },
  ]) {
    expect(refusal(() => checkConsistency(hasher, attempt))).toBe('proof/root-differs');
  }
});

test('a hash that is not 32 bytes is refused', async () => {
  const proof = await inclusion(1, 4);
  const short = { ...proof, path: proof.path.map((hash) => hash.slice(1)) };
  expect(refusal(() => checkInclusion(hasher, short))).toBe('proof/hash-length');
});
