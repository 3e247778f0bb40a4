/**
 * Recovery of a log's storage: all its files written anew from the database, after the entries there have proved to be
 * those that were signed. Two persons do this, after moving the old folder out of the way.
 */

import { hashLeaves } from './leaf-hashes.ts';
import { appendTo, growLog, NO_EDGES, TREES, treeOf } from './grow.service.ts';
import { findCheckpoint, type Leaf, readLeaves } from './ledger.store.ts';
import { LogStop } from './log-stop.ts';
import { sameTree } from './log-tree.ts';
import { assertOwn, type LogParts, publish } from './open-log.service.ts';
import { BATCH } from './queue.store.ts';

/**
 * Writes tiles, bundles, checkpoints and verifier keys up to the newest checkpoint, and returns its size; 0 for a log
 * without one. Tiles of earlier sizes that were partial are not brought back. Nothing is written unless the entries in
 * the database lead to the newest checkpoint, that is signed by the log, and the signer remembers it. Throws LogStop.
 */
export async function rebuildStorage(parts: LogParts): Promise<number> {
  const { db, bureau, store, signer } = parts;
  const checkpoint = await findCheckpoint(db, bureau);
  if (checkpoint === null) return 0;
  const keys = await parts.keys.find(bureau);
  if (keys === null) throw new LogStop('log/keys-missing', `日志 ${bureau} 的密钥文件不在`);
  assertOwn(checkpoint, keys, '数据库中的');
  await signer.last(bureau, checkpoint);
  let proved = NO_EDGES;
  for await (const leaves of pages(parts, checkpoint.size)) {
    proved = appendTo(proved, await hashedAnew(leaves));
  }
  if (!sameTree(treeOf(proved), checkpoint)) {
    throw new LogStop('log/leaf-differs', `数据库中的条目不是 ${checkpoint.size} 条的检查点所签的`);
  }
  let written = NO_EDGES;
  for await (const leaves of pages(parts, checkpoint.size)) {
    written = await growLog(store, written, leaves);
  }
  await publish(parts, keys);
  return checkpoint.size;
}

async function* pages({ db, bureau }: LogParts, size: number): AsyncGenerator<Leaf[]> {
  for (let from = 0; from < size; from += BATCH) {
    yield await readLeaves(db, bureau, from, Math.min(size, from + BATCH));
  }
}

/** What counts is what the entries are, not what the rows say their hashes are. */
async function hashedAnew(leaves: readonly Leaf[]): Promise<Leaf[]> {
  const entries = leaves.map(({ entry }) => entry);
  const hashes = await hashLeaves(TREES.sha256.hasher, entries);
  const shadow = await hashLeaves(TREES.sm3.hasher, entries);
  return leaves.map((leaf, i) => ({
    ...leaf,
    leafHash: hashes[i] ?? leaf.leafHash,
    leafSm3: shadow[i] ?? leaf.leafSm3,
  }));
}
