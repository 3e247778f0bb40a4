import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../../src/ledger/base64.ts';
import { toHex, utf8 } from '../../../src/ledger/bytes.ts';
import { openCheckpoint } from '../../../src/ledger/checkpoint.ts';
import { commitField } from '../../../src/ledger/commitment.ts';
import { parseEntry } from '../../../src/ledger/entry.ts';
import { parseEvent } from '../../../src/ledger/event.ts';
import { nodeHashes } from '../../../src/ledger/hashes.node.ts';
import { verifySignature } from '../../../src/ledger/key.ts';
import {
  checkConsistency,
  checkInclusion,
  proveConsistency,
  proveInclusion,
} from '../../../src/ledger/proof.ts';
import { refusal } from '../../../src/ledger/refusal.testkit.ts';
import { sm2Za } from '../../../src/ledger/sm2.ts';
import { formatTilePath, parseBundle, parseTile, parseTilePath } from '../../../src/ledger/tile.ts';
import { extendBundles, extendTiles, tileHashReader } from '../../../src/ledger/tile-tree.ts';
import {
  appendLeaves,
  emptyFrontier,
  type HashReader,
  rootOf,
  treeHasher,
} from '../../../src/ledger/tree.ts';
import negative from './negative.json' with { type: 'json' };
import { negativeVectors } from './negative.ts';
import {
  checkpoint1000,
  hex,
  log,
  proofs,
  vectorEntries,
  vectorFile,
  vectorKey,
  vectorSalt,
} from './vectors.ts';

const SIZE = 70_000;
const hashes = nodeHashes;
const sha256Tree = treeHasher(hashes.sha256);
const sm3Tree = treeHasher(hashes.sm3);
const keys = [vectorKey('log'), vectorKey('logSm2'), vectorKey('witness')];

function rootAt(size: number): Uint8Array {
  return hex(log.roots.find((root) => root.size === size)?.sha256 ?? '');
}

describe('the log of 70 000 entries', () => {
  let leaves: Uint8Array[] = [];
  let leavesSm3: Uint8Array[] = [];
  let stored: Map<string, Uint8Array> = new Map();
  const read: HashReader = (nodes) =>
    tileHashReader(sha256Tree, SIZE, async (tile) => {
      const bytes = stored.get(formatTilePath(tile));
      if (bytes === undefined) throw new Error('not stored');
      return bytes;
    })(nodes);

  beforeAll(() => {
    const entries = vectorEntries(SIZE);
    leaves = entries.map((entry) => sha256Tree.leaf(entry));
    leavesSm3 = entries.map((entry) => sm3Tree.leaf(entry));
    const objects = [
      ...extendTiles(sha256Tree, 0, [], leaves),
      ...extendBundles(0, undefined, entries),
    ];
    stored = new Map(objects.map(({ path, bytes }) => [path, bytes]));
  });

  test('first leaf hashes', () => {
    expect(leaves.slice(0, 2).map(toHex)).toEqual(log.leafHashes);
    expect(leavesSm3[1] && toHex(leavesSm3[1])).toBe(log.leafSm3[1]);
  });

  test('roots of both trees at every published size', () => {
    let [frontier, frontierSm3] = [emptyFrontier, emptyFrontier];
    for (const { size, sha256, sm3 } of log.roots) {
      frontier = appendLeaves(sha256Tree, frontier, leaves.slice(frontier.size, size));
      frontierSm3 = appendLeaves(sm3Tree, frontierSm3, leavesSm3.slice(frontierSm3.size, size));
      expect([size, toHex(rootOf(sha256Tree, frontier))]).toEqual([size, sha256]);
      expect([size, toHex(rootOf(sm3Tree, frontierSm3))]).toEqual([size, sm3]);
    }
  });

  test.each(log.objects)('$path', ({ path, bytes, sha256 }) => {
    const object = stored.get(path) ?? new Uint8Array();
    expect(object).toHaveLength(bytes);
    expect(toHex(hashes.sha256(object))).toBe(sha256);
  });

  test('the inclusion proof of entry 1 in size 1000, from tiles of the larger log', async () => {
    const { index, size, path } = proofs.inclusion;
    const made = await proveInclusion(sha256Tree, index, size, read);
    expect(made).toEqual(path.map(decodeBase64));
    const leafHash = leaves[index] ?? sha256Tree.empty;
    checkInclusion(sha256Tree, { index, size, leafHash, path: made, root: rootAt(size) });
  });

  test('the consistency proof from 257 to 1000', async () => {
    const { oldSize, newSize, path } = proofs.consistency;
    const made = await proveConsistency(sha256Tree, oldSize, newSize, read);
    expect(made).toEqual(path.map(decodeBase64));
    const [oldRoot, newRoot] = [rootAt(oldSize), rootAt(newSize)];
    checkConsistency(sha256Tree, { oldSize, newSize, oldRoot, newRoot, path: made });
  });
});

describe('the checkpoint at size 1000', () => {
  const bytes = vectorFile('checkpoint-1000.note');

  test('is the published file', () => {
    expect(bytes).toHaveLength(checkpoint1000.length);
    expect(toHex(hashes.sha256(bytes))).toBe(checkpoint1000.sha256);
    expect(openCheckpoint(hashes, bytes, keys).verified).toHaveLength(3);
  });

  test('its SM2 signature, taken apart', () => {
    const { publicKey, za, e, r, s } = checkpoint1000.sm2;
    const { note } = openCheckpoint(hashes, bytes, keys);
    expect(toHex(vectorKey('logSm2').publicKey)).toBe(publicKey);
    expect(toHex(sm2Za(hashes, hex(publicKey)))).toBe(za);
    expect(toHex(hashes.sm3(hex(za), utf8(note.text)))).toBe(e);
    expect(note.signatures[1]?.blob).toEqual(hex(r + s));
    expect(verifySignature(hashes, vectorKey('logSm2'), utf8(note.text), hex(r + s))).toBe(true);
  });

  test('the name of its origin in monitoring paths', () => {
    expect(toHex(hashes.sha256(utf8(log.origin)))).toBe(checkpoint1000.originSha256);
  });
});

describe('negative vectors', () => {
  const vectors = negativeVectors();

  test('negative.json is up to date', () => {
    expect(negative.vectors).toEqual(vectors);
    expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  });

  test.each(vectors)('$name', (vector) => {
    expect(
      refusal(() => {
        switch (vector.kind) {
          case 'checkpoint':
            return openCheckpoint(hashes, decodeBase64(vector.bytes), keys);
          case 'event':
            return parseEvent(decodeBase64(vector.bytes));
          case 'entry':
            return parseEntry(decodeBase64(vector.bytes));
          case 'field':
            return commitField(hashes, vector.field, 'value', hex(vector.salt));
          case 'bundle':
            return parseBundle(decodeBase64(vector.bytes), vector.width);
          case 'tile':
            return parseTile(decodeBase64(vector.bytes), vector.width);
          case 'tilePath':
            return parseTilePath(new TextDecoder().decode(decodeBase64(vector.bytes)));
          case 'inclusion': {
            const { index, size } = vector;
            const leafHash = hex(log.leafHashes[1] ?? '');
            const path = vector.path.map(decodeBase64);
            return checkInclusion(sha256Tree, { index, size, leafHash, path, root: rootAt(size) });
          }
          case 'consistency': {
            const { oldSize, newSize } = vector;
            const [oldRoot, newRoot] = [rootAt(oldSize), rootAt(newSize)];
            const path = vector.path.map(decodeBase64);
            return checkConsistency(sha256Tree, { oldSize, newSize, oldRoot, newRoot, path });
          }
        }
      }),
    ).toBe(vector.code);
  });

  test('the unspoilt originals pass', () => {
    expect(openCheckpoint(hashes, vectorFile('checkpoint-1000.note'), keys).checkpoint.size).toBe(
      1000,
    );
    expect(commitField(hashes, 'party', 'value', vectorSalt(1))).toHaveLength(64);
  });
});
