/**
 * Writing the entries of a log to storage, in both trees, and proving that what storage now holds is the tree: a
 * certificate log was once lost to one flipped bit, because its tree was signed over something else than was stored.
 */

import type { Failpoints } from './failpoint.ts';
import { hashLeaves } from './leaf-hashes.ts';
import type { Leaf } from './ledger.store.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import type { LogStore, StoredObject } from './log.store.ts';
import type { LogTree } from './log-tree.ts';
import { nodeHashes } from './hashes.node.ts';
import { equalBytes } from './bytes.ts';
import {
  edgeTiles,
  formatTilePath,
  parseBundle,
  parseTile,
  TILE_WIDTH,
  type TileCoord,
  tileWidth,
} from './tile.ts';
import { extendBundles, extendTiles, tileHashReader, tileRoot } from './tile-tree.ts';
import {
  appendLeaves,
  emptyFrontier,
  type Frontier,
  type HashReader,
  readFrontier,
  rootOf,
  type TreeHasher,
  treeHasher,
} from './tree.ts';

/** The two trees of a log: how each hashes, and where its tiles lie. */
export const TREES = {
  sha256: { hasher: treeHasher(nodeHashes.sha256), prefix: '' },
  sm3: { hasher: treeHasher(nodeHashes.sm3), prefix: 'sm3/' },
} as const;

type TreeName = keyof typeof TREES;
const NAMES: readonly TreeName[] = ['sha256', 'sm3'];

/** The edges of both trees at one size. */
export type Edges = Readonly<Record<TreeName, Frontier>>;

export const NO_EDGES: Edges = { sha256: emptyFrontier, sm3: emptyFrontier };

/** Size and roots of the trees with these edges. */
export function treeOf({ sha256, sm3 }: Edges): LogTree {
  return {
    size: sha256.size,
    root: rootOf(TREES.sha256.hasher, sha256),
    rootSm3: rootOf(TREES.sm3.hasher, sm3),
  };
}

/** The edges after these leaves. Nothing is read or written. */
export function appendTo(
  edges: Edges,
  leaves: readonly Pick<Leaf, 'leafHash' | 'leafSm3'>[],
): Edges {
  return {
    sha256: appendLeaves(
      TREES.sha256.hasher,
      edges.sha256,
      leaves.map(({ leafHash }) => leafHash),
    ),
    sm3: appendLeaves(
      TREES.sm3.hasher,
      edges.sm3,
      leaves.map(({ leafSm3 }) => leafSm3),
    ),
  };
}

/** Reads the nodes of a stored tree of this size. Throws LogStop `log/storage-behind` for a tile that is not there. */
export function storedNodes(store: LogStore, name: TreeName, size: number): HashReader {
  const { hasher, prefix } = TREES[name];
  return tileHashReader(hasher, size, (tile) => storedTile(store, prefix, tile));
}

/** The edges of the stored trees. Throws LogStop `log/storage-behind`, `log/tile-differs`. */
export async function readEdges(store: LogStore, size: number): Promise<Edges> {
  const [sha256, sm3] = await Promise.all(
    NAMES.map((name) => readFrontier(size, storedNodes(store, name, size))),
  );
  if (!sha256 || !sm3) throw new Error('a tree was not read');
  return { sha256, sm3 };
}

/**
 * Appends leaves to the stored trees and returns their new edges. On return all tiles and bundles are durable, have been
 * read back, hold the entries, and lead to the roots that follow from the leaves. Throws LogStop `log/storage-*`,
 * `log/tile-differs`, `log/leaf-differs`.
 */
export async function growLog(
  store: LogStore,
  edges: Edges,
  leaves: readonly Leaf[],
  failpoint: Failpoints = () => {},
): Promise<Edges> {
  const oldSize = edges.sha256.size;
  const grown = appendTo(edges, leaves);
  const objects = await newObjects(store, oldSize, leaves);
  await store.write(objects);
  const stored = await readBack(store, objects);
  await checkStored(stored, oldSize, leaves);
  const again = await readEdges(store, grown.sha256.size);
  if (!sameRoots(treeOf(again), treeOf(grown))) {
    throw new LogStop(
      'log/tile-differs',
      `从日志目录算出的 ${grown.sha256.size} 条的根与数据库不符`,
    );
  }
  failpoint('F6');
  return grown;
}

function sameRoots(a: LogTree, b: LogTree): boolean {
  return equalBytes(a.root, b.root) && equalBytes(a.rootSm3, b.rootSm3);
}

async function newObjects(
  store: LogStore,
  oldSize: number,
  leaves: readonly Leaf[],
): Promise<StoredObject[]> {
  const objects: StoredObject[] = [];
  for (const name of NAMES) {
    const { hasher, prefix } = TREES[name];
    const edge = await Promise.all(
      edgeTiles(oldSize).map((tile) => storedTile(store, prefix, tile)),
    );
    const hashes = leaves.map(({ leafHash, leafSm3 }) => (name === 'sm3' ? leafSm3 : leafHash));
    for (const { path, bytes } of extendTiles(hasher, oldSize, edge, hashes)) {
      objects.push({ path: `${prefix}${path}`, bytes });
    }
  }
  const partial = lastBundle(oldSize);
  const bundle = partial === null ? undefined : await storedTile(store, '', partial);
  const entries = leaves.map(({ entry }) => entry);
  for (const { path, bytes } of refusingDamage(() => extendBundles(oldSize, bundle, entries))) {
    objects.push({ path, bytes });
  }
  return objects;
}

/** The partial bundle at the end of a log of this size, null when it ends with a full one. */
function lastBundle(size: number): TileCoord | null {
  const width = size % TILE_WIDTH;
  return width === 0 ? null : { level: 'entries', index: Math.floor(size / TILE_WIDTH), width };
}

/** The bytes of a stored tile or bundle. Throws LogStop `log/storage-behind`, and `log/tile-differs` for a wrong length. */
export async function storedTile(
  store: LogStore,
  prefix: string,
  tile: TileCoord,
): Promise<Uint8Array> {
  const path = `${prefix}${formatTilePath(tile)}`;
  const bytes = await store.read(path);
  if (bytes === null) throw new LogStop('log/storage-behind', `日志目录里没有 ${path}`);
  if (tile.level !== 'entries') refusingDamage(() => parseTile(bytes, tile.width), path);
  return bytes;
}

/** Stored bytes that cannot even be parsed. */
function refusingDamage<T>(work: () => T, path = '最后一个条目文件'): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new LogStop('log/tile-differs', `日志目录里的 ${path} 残缺`, { cause: error });
  }
}

async function readBack(
  store: LogStore,
  objects: readonly StoredObject[],
): Promise<Map<string, Uint8Array>> {
  const stored = new Map<string, Uint8Array>();
  for (const { path, bytes } of objects) {
    const found = await store.read(path);
    if (found === null || !equalBytes(found, bytes)) throw differs(path);
    stored.set(path, found);
  }
  return stored;
}

/** From the entries as they are stored: every hash of level 0 is that of its entry, every one above of its tile. */
async function checkStored(
  stored: ReadonlyMap<string, Uint8Array>,
  oldSize: number,
  leaves: readonly Leaf[],
): Promise<void> {
  const size = oldSize + leaves.length;
  for (let index = Math.floor(oldSize / TILE_WIDTH); index * TILE_WIDTH < size; index++) {
    const width = tileWidth(size, 'entries', index);
    const bundle = stored.get(formatTilePath({ level: 'entries', index, width }));
    const entries = parseBundle(bundle ?? new Uint8Array(), width);
    for (const name of NAMES) {
      const { hasher, prefix } = TREES[name];
      const path = `${prefix}${formatTilePath({ level: 0, index, width })}`;
      const hashes = parseTile(stored.get(path) ?? new Uint8Array(), width);
      const right = await hashLeaves(hasher, entries);
      const wrong = hashes.findIndex((hash, i) => !equalBytes(hash, right[i] ?? hash));
      if (wrong >= 0) throw blame(path, index * TILE_WIDTH + wrong, oldSize);
      checkParents(stored, prefix, hasher, size, { level: 0, index, width });
    }
  }
}

/** A wrong hash before `oldSize` came with the old edge; a later one from the leaf's own row. */
function blame(path: string, index: number, oldSize: number): LogStop {
  if (index < oldSize) return differs(path);
  return new LogStop('log/leaf-differs', `数据库里第 ${index} 条日志条目的散列值不是其内容的`);
}

function checkParents(
  stored: ReadonlyMap<string, Uint8Array>,
  prefix: string,
  hasher: TreeHasher,
  size: number,
  tile: TileCoord,
): void {
  if (tile.width < TILE_WIDTH || tile.level === 'entries') return;
  const index = Math.floor(tile.index / TILE_WIDTH);
  const level = tile.level + 1;
  const parent = { level, index, width: tileWidth(size, level, index) };
  const path = `${prefix}${formatTilePath(parent)}`;
  const bytes = stored.get(path);
  const child = stored.get(`${prefix}${formatTilePath(tile)}`);
  // A full tile whose parent is not among the new objects was complete before.
  if (bytes === undefined || child === undefined) return;
  const hash = parseTile(bytes, parent.width)[tile.index % TILE_WIDTH];
  if (!hash || !equalBytes(hash, tileRoot(hasher, child))) throw differs(path);
  checkParents(stored, prefix, hasher, size, parent);
}

function differs(path: string): LogStop {
  return new LogStop('log/tile-differs', `日志目录里的 ${path} 不是应有的内容`);
}
