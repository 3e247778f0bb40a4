/**
 * Inclusion and consistency proofs (RFC 6962 §2.1.1 and §2.1.2, checked as in RFC 9162 §2.1.3.2 and §2.1.4.2).
 *
 * An inclusion proof shows that one leaf is part of a tree; a consistency proof shows that a tree is a smaller one with
 * leaves appended and nothing else. Both are lists of hashes, from the leaf's level up to the child of the root.
 *
 * Making one goes in three steps, so that the arithmetic does no reading: a plan names the nodes, one read fetches them
 * all, and they are folded into the proof.
 *
 * Example: in a tree of 6, leaf 4 is proven by [{0,5}, {2,0}]: its sibling, and the root of leaves 0 to 3.
 */

import { equalBytes } from './bytes.ts';
import { LedgerError } from './ledger-error.ts';
import {
  assertTreeSize,
  foldNodes,
  HASH_LENGTH,
  type HashReader,
  rangeNodes,
  splitPoint,
  type TreeHasher,
} from './tree.ts';

/** One leaf of a tree and the path that proves it. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Two states of one tree and the hashes that connect them. */
export interface ConsistencyProof {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** The proof's hashes as ranges of leaves, each to be read as complete subtrees. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** PATH(m, D[n]) of RFC 6962 §2.1.1, from the leaf upwards. */
function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/** PROOF(m, D[n]) of RFC 6962 §2.1.2, from the old tree's edge upwards. */
function consistencyRanges(oldSize: number, newSize: number): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  let to = newSize;
  while (to !== oldSize) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The old tree itself is left out when it is one complete subtree: the checker has its root.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}

async function readRanges(
  hasher: TreeHasher,
  ranges: readonly Range[],
  read: HashReader,
): Promise<Uint8Array[]> {
  const groups = ranges.map(({ from, to }) => rangeNodes(from, to));
  const wanted = groups.flat();
  const hashes = wanted.length === 0 ? [] : await read(wanted);
  if (hashes.length !== wanted.length) {
    throw new Error(`asked for ${wanted.length} hashes, got ${hashes.length}`);
  }
  let at = 0;
  return groups.map((group) => {
    const nodes = hashes.slice(at, at + group.length);
    at += group.length;
    return foldNodes(hasher, nodes);
  });
}

/** The audit path of leaf `index` in the tree of `size` leaves. Throws `proof/index`, `tree/size`. */
export async function proveInclusion(
  hasher: TreeHasher,
  index: number,
  size: number,
  read: HashReader,
): Promise<Uint8Array[]> {
  assertIndex(index, size);
  return readRanges(hasher, inclusionRanges(index, size), read);
}

/**
 * Passes only if the leaf hash is at that index of the tree with that size and root. Throws `proof/index`,
 * `proof/too-short`, `proof/surplus`, `proof/hash-length`, `proof/root-differs` or `tree/size`.
 */
export function checkInclusion(hasher: TreeHasher, proof: InclusionProof): void {
  assertIndex(proof.index, proof.size);
  assertHashes([proof.leafHash, proof.root, ...proof.path]);
  let fn = proof.index;
  let sn = proof.size - 1;
  let hash = proof.leafHash;
  for (const sibling of proof.path) {
    if (sn === 0) throw surplus();
    if (fn % 2 === 1 || fn === sn) {
      hash = hasher.node(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = hasher.node(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) throw tooShort();
  if (!equalBytes(hash, proof.root)) throw rootDiffers();
}

/**
 * The proof that the tree of `newSize` extends the tree of `oldSize`; empty if the old one is empty or both are equal.
 * Throws `proof/old-beyond-new`, `tree/size`.
 */
export async function proveConsistency(
  hasher: TreeHasher,
  oldSize: number,
  newSize: number,
  read: HashReader,
): Promise<Uint8Array[]> {
  assertOrder(oldSize, newSize);
  if (oldSize === 0 || oldSize === newSize) return [];
  return readRanges(hasher, consistencyRanges(oldSize, newSize), read);
}

/**
 * Passes only if the new tree is the old one with leaves appended. Every tree extends the empty one, whose root must
 * be that of nothing. Throws `proof/old-beyond-new`, `proof/too-short`, `proof/surplus`, `proof/hash-length`,
 * `proof/root-differs` or `tree/size`.
 */
export function checkConsistency(hasher: TreeHasher, proof: ConsistencyProof): void {
  const { oldSize, oldRoot, newSize, newRoot, path } = proof;
  assertOrder(oldSize, newSize);
  assertHashes([oldRoot, newRoot, ...path]);
  if (oldSize === 0 || oldSize === newSize) {
    if (path.length > 0) throw surplus();
    if (!equalBytes(oldRoot, oldSize === 0 ? hasher.empty : newRoot)) throw rootDiffers();
    if (newSize === 0 && !equalBytes(newRoot, hasher.empty)) throw rootDiffers();
    return;
  }
  let fn = oldSize - 1;
  let sn = newSize - 1;
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  // An old tree that is one complete subtree starts from its own root, which the proof then leaves out.
  const [first, ...rest] = fn === 0 ? [oldRoot, ...path] : path;
  if (first === undefined) throw tooShort();
  let oldHash = first;
  let newHash = first;
  for (const hash of rest) {
    if (sn === 0) throw surplus();
    if (fn % 2 === 1 || fn === sn) {
      oldHash = hasher.node(hash, oldHash);
      newHash = hasher.node(hash, newHash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      newHash = hasher.node(newHash, hash);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) throw tooShort();
  if (!equalBytes(oldHash, oldRoot) || !equalBytes(newHash, newRoot)) throw rootDiffers();
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function assertIndex(index: number, size: number): void {
  assertTreeSize(size);
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new LedgerError('proof/index', `no index ${index} in a tree of ${size}`);
  }
}

function assertOrder(oldSize: number, newSize: number): void {
  assertTreeSize(oldSize);
  assertTreeSize(newSize);
  if (oldSize > newSize) {
    throw new LedgerError('proof/old-beyond-new', `${oldSize} is larger than ${newSize}`);
  }
}

function assertHashes(hashes: readonly Uint8Array[]): void {
  for (const { length } of hashes) {
    if (length !== HASH_LENGTH) {
      throw new LedgerError('proof/hash-length', `a hash of ${length} bytes`);
    }
  }
}

function surplus(): LedgerError {
  return new LedgerError('proof/surplus', 'the proof has more hashes than the tree has levels');
}

function tooShort(): LedgerError {
  return new LedgerError('proof/too-short', 'the proof ends before the root');
}

function rootDiffers(): LedgerError {
  return new LedgerError('proof/root-differs', 'the proof leads to another root');
}
