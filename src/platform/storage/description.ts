/** Descriptions of blobs: made of bytes in memory, and compared. Pure. */

import {
  appendLeaves,
  type BlobDescriptor,
  blobHasher,
  concatBytes,
  emptyFrontier,
  encodeBase64Url,
  equalBytes,
  HASH_LENGTH,
  nodeHashes,
  rootOf,
  treeHasher,
} from '../../ledger/index.ts';
import type { BlobDescription } from './blob-store.ts';

const hasher = treeHasher(nodeHashes.sha256);

/** Describes bytes at once, on this thread. For a few megabytes at most. */
export function describeBytes(bytes: Uint8Array, type: string): BlobDescription {
  const leaves: Uint8Array[] = [];
  const blob = blobHasher(nodeHashes, (_, leaf) => leaves.push(leaf));
  blob.update(bytes);
  const descriptor = blob.finish(type);
  return { descriptor, leaves: concatBytes(...leaves) };
}

/** Whether two descriptors are of the same bytes by every hash. The media type is not compared. */
export function sameBytes(a: BlobDescriptor, b: BlobDescriptor): boolean {
  return a.sha256 === b.sha256 && a.sm3 === b.sm3 && a.mroot === b.mroot && a.size === b.size;
}

/** Whether these are the chunk hashes of the blob described. */
export function leavesMatch(leaves: Uint8Array, descriptor: BlobDescriptor): boolean {
  const frontier = appendLeaves(hasher, emptyFrontier, split(leaves));
  return encodeBase64Url(rootOf(hasher, frontier)) === descriptor.mroot;
}

/** The first chunk whose hash differs, or that only one side has; null when both are the same. */
export function firstDifference(expected: Uint8Array, found: Uint8Array): number | null {
  const [a, b] = [split(expected), split(found)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (!left || !right || !equalBytes(left, right)) return index;
  }
  return null;
}

function split(leaves: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(leaves.length / HASH_LENGTH) }, (_, index) =>
    leaves.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH),
  );
}
