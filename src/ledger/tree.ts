/**
 * The Merkle tree of the log: shape, root and growth (RFC 6962 §2.1, RFC 9162 §2.1.1), over any 32-byte hash. The log
 * itself uses SHA-256, its shadow SM3; shape and prefixes are the same.
 *
 *     root of nothing   = H("")
 *     leaf              = H(0x00 ‖ entry)
 *     inner node        = H(0x01 ‖ left ‖ right)      n leaves split at the largest power of two below n
 *
 * A node that covers 2^level leaves starting at index · 2^level is named by its coordinate {level, index}; such a node
 * never changes once its leaves exist. Sizes and indices are numbers up to 2^53-1.
 *
 * Example: a tree of 6 leaves has the root H(1 ‖ {2,0} ‖ {1,2}): its frontier is [{2,0}, {1,2}].
 */

import type { Hash } from './hashes.ts';
import { LedgerError } from './ledger-error.ts';

/** Length of every hash of a tree, in bytes. */
export const HASH_LENGTH = 32;

/** How a tree hashes. */
export interface TreeHasher {
  /** Root of the tree without leaves. */
  readonly empty: Uint8Array;
  leaf(entry: Uint8Array): Uint8Array;
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
}

/** A complete subtree: the 2^level leaves from index · 2^level on. */
export interface NodeCoord {
  readonly level: number;
  readonly index: number;
}

/**
 * The roots of the complete subtrees a tree falls into, largest first: all that is needed to append to it and to know
 * its root. At most 53 hashes.
 */
export interface Frontier {
  readonly size: number;
  readonly nodes: readonly Uint8Array[];
}

/**
 * Reads the hashes of complete subtrees, in the order asked for, all or none. What it returns is not trusted: a proof
 * or root made of wrong hashes does not pass its check.
 */
export type HashReader = (nodes: readonly NodeCoord[]) => Promise<readonly Uint8Array[]>;

const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

/** The tree hashing of RFC 6962 over a hash function, for example `treeHasher(hashes.sm3)`. */
export function treeHasher(hash: Hash): TreeHasher {
  return {
    empty: hash(),
    leaf(entry) {
      return hash(LEAF_PREFIX, entry);
    },
    node(left, right) {
      return hash(NODE_PREFIX, left, right);
    },
  };
}

/** Refuses with `tree/size` what cannot be the size of a tree. */
export function assertTreeSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new LedgerError('tree/size', `${size} is not a tree size`);
  }
}

/** The largest power of two below n, for n ≥ 2: where RFC 6962 splits. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * The complete subtrees that leaves [from, to) fall into, left to right. For the ranges of RFC 6962 (`from` a multiple
 * of the power of two that `to - from` needs) they get smaller to the right, and `foldNodes` gives the range's root.
 */
export function rangeNodes(from: number, to: number): NodeCoord[] {
  const nodes: NodeCoord[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      level += 1;
      width *= 2;
    }
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}

/** The root over complete subtrees given left to right, largest first. */
export function foldNodes(hasher: TreeHasher, nodes: readonly Uint8Array[]): Uint8Array {
  let root: Uint8Array | undefined;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const left = nodes[i];
    if (left !== undefined) root = root === undefined ? left : hasher.node(left, root);
  }
  return root ?? hasher.empty;
}

/** The tree before its first entry. */
export const emptyFrontier: Frontier = { size: 0, nodes: [] };

/** The frontier of a stored tree of this size: to continue it, or to work out its root. Throws `tree/size`. */
export async function readFrontier(size: number, read: HashReader): Promise<Frontier> {
  assertTreeSize(size);
  const nodes = size === 0 ? [] : await read(rangeNodes(0, size));
  return { size, nodes };
}

/** The frontier after more leaf hashes, in order. One node hash per leaf on average; the given frontier stays as it is. */
export function appendLeaves(
  hasher: TreeHasher,
  frontier: Frontier,
  leafHashes: Iterable<Uint8Array>,
): Frontier {
  const nodes = [...frontier.nodes];
  let { size } = frontier;
  for (const leafHash of leafHashes) {
    let node = leafHash;
    // Each one-bit at the low end of the size is a complete subtree that now has its right-hand twin.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = nodes.pop();
      if (left === undefined) throw new Error(`a frontier of size ${size} lacks nodes`);
      node = hasher.node(left, node);
    }
    nodes.push(node);
    size += 1;
  }
  assertTreeSize(size);
  return { size, nodes };
}

/** The root of the tree with this frontier. */
export function rootOf(hasher: TreeHasher, frontier: Frontier): Uint8Array {
  return foldNodes(hasher, frontier.nodes);
}
