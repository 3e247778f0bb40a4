import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commitment, hex } from '../../test/vectors/ledger/vectors.ts';
import { encodeBase64Url } from './base64.ts';
import { BLOB_CHUNK, type BlobDescriptor, blobHasher } from './blob.ts';
import { utf8 } from './bytes.ts';
import { canonicalize } from './canonical-json.ts';
import { nodeHashes } from './hashes.node.ts';
import { pureHashes } from './hashes.pure.ts';
import { treeHasher } from './tree.ts';
import { oracleRoot } from './tree-oracle.testkit.ts';

const [small, large] = commitment.blobs;
const counter = Uint8Array.from({ length: 1_048_581 }, (_, i) => i & 255);

function describeBlob(bytes: Uint8Array, cuts: readonly number[] = []): BlobDescriptor {
  const hasher = blobHasher(nodeHashes);
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    hasher.update(bytes.subarray(at, Math.max(at, cut)));
    at = Math.max(at, cut);
  }
  return hasher.finish('text/plain');
}

describe.each([
  ['node', nodeHashes],
  ['pure', pureHashes],
])('%s', (_name, hashes) => {
  test('the published descriptors', () => {
    const first = blobHasher(hashes);
    first.update(utf8(small?.text ?? ''));
    expect(first.finish('text/plain')).toEqual(small?.descriptor);
    const second = blobHasher(hashes);
    second.update(counter);
    const { mroot_hex, ...expected } = { mroot_hex: '', ...large?.descriptor };
    const mroot = encodeBase64Url(hex(mroot_hex));
    expect(second.finish('video/mp4')).toEqual({ ...expected, mroot, type: 'video/mp4' });
  });
});

test('a descriptor is canonical JSON as it is', () => {
  const descriptor = describeBlob(utf8(small?.text ?? ''));
  expect(canonicalize(descriptor)).toBe(canonicalize(small?.descriptor ?? null));
});

test('an empty file has the root of nothing', () => {
  const empty = describeBlob(new Uint8Array());
  expect(empty).toMatchObject({ size: 0, mroot: encodeBase64Url(nodeHashes.sha256()) });
  expect(empty.sha256).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the pieces a file comes in do not matter', () => {
  const whole = describeBlob(counter);
  fc.assert(
    fc.property(fc.array(fc.nat(counter.length), { maxLength: 6 }), (cuts) => {
      expect(
        describeBlob(
          counter,
          cuts.sort((a, b) => a - b),
        ),
      ).toEqual(whole);
    }),
    { numRuns: 15 },
  );
});

test('the root is that of RFC 6962 over the chunks, told one by one', () => {
  for (const length of [BLOB_CHUNK, BLOB_CHUNK + 1, 3 * BLOB_CHUNK, 5 * BLOB_CHUNK - 1]) {
    const bytes = new Uint8Array(length).map((_, i) => i % 251);
    const told: Uint8Array[] = [];
    const hasher = blobHasher(nodeHashes, (index, leafHash) => {
      expect(index).toBe(told.length);
      told.push(leafHash);
    });
    hasher.update(bytes);
    const { mroot } = hasher.finish('video/mp4');
    const tree = treeHasher(nodeHashes.sha256);
    const leaves = Array.from({ length: Math.ceil(length / BLOB_CHUNK) }, (_, i) =>
      tree.leaf(bytes.subarray(i * BLOB_CHUNK, (i + 1) * BLOB_CHUNK)),
    );
    expect(told).toEqual(leaves);
    expect(mroot).toBe(encodeBase64Url(oracleRoot(tree, leaves)));
  }
});
