/** For tests: the recursive definitions of RFC 6962 §2.1, word for word and slow. */

import type { TreeHasher } from './tree.ts';

function split(n: number): number {
  return 2 ** Math.ceil(Math.log2(n) - 1);
}

/** MTH(D[n]) */
export function oracleRoot(hasher: TreeHasher, leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return hasher.empty;
  if (leaves.length === 1) return first;
  const k = split(leaves.length);
  return hasher.node(oracleRoot(hasher, leaves.slice(0, k)), oracleRoot(hasher, leaves.slice(k)));
}

/** PATH(m, D[n]) */
export function oraclePath(
  hasher: TreeHasher,
  m: number,
  leaves: readonly Uint8Array[],
): Uint8Array[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k
    ? [...oraclePath(hasher, m, left), oracleRoot(hasher, right)]
    : [...oraclePath(hasher, m - k, right), oracleRoot(hasher, left)];
}

/** PROOF(m, D[n]), for 0 < m < n */
export function oracleConsistency(
  hasher: TreeHasher,
  m: number,
  leaves: readonly Uint8Array[],
): Uint8Array[] {
  return subproof(hasher, m, leaves, true);
}

function subproof(
  hasher: TreeHasher,
  m: number,
  leaves: readonly Uint8Array[],
  whole: boolean,
): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [oracleRoot(hasher, leaves)];
  const k = split(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...subproof(hasher, m, left, whole), oracleRoot(hasher, right)]
    : [...subproof(hasher, m - k, right, false), oracleRoot(hasher, left)];
}
