/** A state of a log: how many entries, and the roots of its two trees over them. */

import { equalBytes } from './bytes.ts';

/** What a checkpoint and the checkpoint of its shadow say together. */
export interface LogTree {
  readonly size: number;
  /** SHA-256 root, 32 bytes. */
  readonly root: Uint8Array;
  /** SM3 root, 32 bytes. */
  readonly rootSm3: Uint8Array;
}

export function sameTree(a: LogTree, b: LogTree): boolean {
  return a.size === b.size && equalBytes(a.root, b.root) && equalBytes(a.rootSm3, b.rootSm3);
}
