/** Leaf hashes of many entries, without keeping everybody else waiting. */

import type { TreeHasher } from './tree.ts';

/** Some two milliseconds of work. */
const SLICE = 512;

/** The leaf hash of each entry. Lets other work of the process run in between. */
export async function hashLeaves(
  hasher: TreeHasher,
  entries: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < entries.length; at += SLICE) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, 0));
    for (const entry of entries.slice(at, at + SLICE)) hashes.push(hasher.leaf(entry));
  }
  return hashes;
}
