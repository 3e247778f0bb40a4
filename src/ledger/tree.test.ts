import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { nodeHashes } from './hashes.node.ts';
import { refusal } from './refusal.testkit.ts';
import {
  appendLeaves,
  assertTreeSize,
  emptyFrontier,
  foldNodes,
  rangeNodes,
  readFrontier,
  rootOf,
  splitPoint,
  treeHasher,
} from './tree.ts';
import { oracleRoot } from './tree-oracle.testkit.ts';

describe.each([
  ['SHA-256', treeHasher(nodeHashes.sha256)],
  ['SM3', treeHasher(nodeHashes.sm3)],
])('%s', (_name, hasher) => {
  const leaves = Array.from({ length: 300 }, (_, i) => hasher.leaf(utf8(`entry ${i}`)));

  test('appended one by one, the root is that of RFC 6962 §2.1 at every size', () => {
    let frontier = emptyFrontier;
    for (let size = 0; size <= leaves.length; size++) {
      expect(frontier.size).toBe(size);
      expect(rootOf(hasher, frontier)).toEqual(oracleRoot(hasher, leaves.slice(0, size)));
      frontier = appendLeaves(hasher, frontier, leaves.slice(size, size + 1));
    }
  });

  test('appended in batches of any size, the root is the same', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 6 }), (batches) => {
        let frontier = emptyFrontier;
        for (const batch of batches) {
          const { size } = frontier;
          frontier = appendLeaves(hasher, frontier, leaves.slice(size, size + batch));
        }
        expect(rootOf(hasher, frontier)).toEqual(
          oracleRoot(hasher, leaves.slice(0, frontier.size)),
        );
      }),
    );
  });

  test('a frontier read from a stored tree continues it', async () => {
    for (const size of [0, 1, 2, 7, 64, 100]) {
      const frontier = await readFrontier(size, async (nodes) =>
        nodes.map(({ level, index }) =>
          oracleRoot(hasher, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
        ),
      );
      const grown = appendLeaves(hasher, frontier, leaves.slice(size, 130));
      expect(rootOf(hasher, grown)).toEqual(oracleRoot(hasher, leaves.slice(0, 130)));
    }
  });

  test('appending leaves the given frontier as it was', () => {
    const before = appendLeaves(hasher, emptyFrontier, leaves.slice(0, 5));
    const root = rootOf(hasher, before);
    appendLeaves(hasher, before, leaves.slice(5, 8));
    expect(rootOf(hasher, before)).toEqual(root);
    expect(rootOf(hasher, emptyFrontier)).toEqual(hasher.empty);
  });
});

test('a leaf and an inner node never hash the same bytes', () => {
  const hasher = treeHasher(nodeHashes.sha256);
  const [a, b] = [hasher.leaf(utf8('a')), hasher.leaf(utf8('b'))];
  expect(hasher.node(a, b)).not.toEqual(hasher.leaf(new Uint8Array([...a, ...b])));
});

test('the split is the largest power of two below n', () => {
  expect([2, 3, 4, 5, 8, 9, 2 ** 40 + 1].map(splitPoint)).toEqual([1, 2, 2, 4, 4, 8, 2 ** 40]);
});

test('ranges fall into complete subtrees', () => {
  expect(rangeNodes(0, 6)).toEqual([
    { level: 2, index: 0 },
    { level: 1, index: 2 },
  ]);
  expect(rangeNodes(4, 4)).toEqual([]);
  expect(rangeNodes(0, 2 ** 53 - 1)).toHaveLength(53);
  expect(foldNodes(treeHasher(nodeHashes.sha256), [])).toEqual(nodeHashes.sha256());
});

test.each([-1, 1.5, Number.NaN, 2 ** 53])('a size of %s is refused', (size) => {
  expect(refusal(() => assertTreeSize(size))).toBe('tree/size');
});
