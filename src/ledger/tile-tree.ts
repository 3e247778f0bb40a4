/**
 * Growing a log that is stored as tiles, and reading nodes of the tree back from them. The bytes come and go through
 * functions given by the caller; nothing here knows where tiles are kept.
 */

import { LedgerError } from './ledger-error.ts';
import {
  assertTile,
  formatBundle,
  formatTile,
  formatTilePath,
  newTilesOfLevel,
  parseBundle,
  parseTile,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileCoord,
  tileLevelSize,
  tileWidth,
} from './tile.ts';
import {
  assertTreeSize,
  HASH_LENGTH,
  type HashReader,
  type NodeCoord,
  type TreeHasher,
} from './tree.ts';

/** A tile or bundle with the path and the bytes under which it is stored. */
export interface TileObject {
  readonly tile: TileCoord;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a tile of exactly this width. Where only the full tile is kept (tlog-tiles lets partial ones go once it exists),
 * the reader returns its first `width` hashes.
 */
export type TileReader = (tile: TileCoord) => Promise<Uint8Array>;

/** Nodes inside one tile, by their number in a heap: the tile's root is 1, its children are 2 and 3. */
type TileNodes = Map<number, Uint8Array>;

/** The root over 2^height hashes of a tile, starting at one of them. */
function subtreeRoot(
  hasher: TreeHasher,
  tile: Uint8Array,
  from: number,
  height: number,
  known?: TileNodes,
): Uint8Array {
  if (height === 0) return tile.slice(from * HASH_LENGTH, (from + 1) * HASH_LENGTH);
  const place = (TILE_WIDTH + from) / 2 ** height;
  const remembered = known?.get(place);
  if (remembered !== undefined) return remembered;
  const half = 2 ** (height - 1);
  const hash = hasher.node(
    subtreeRoot(hasher, tile, from, height - 1, known),
    subtreeRoot(hasher, tile, from + half, height - 1, known),
  );
  known?.set(place, hash);
  return hash;
}

/** Root of a full tile: the hash that stands for it one level up. Throws `tile/length` unless it holds 256 hashes. */
export function tileRoot(hasher: TreeHasher, bytes: Uint8Array): Uint8Array {
  assertTile(bytes, TILE_WIDTH);
  return subtreeRoot(hasher, bytes, 0, TILE_HEIGHT);
}

/**
 * The tiles (not the bundles) that appear when leaf hashes are appended to a tree of `oldSize`. `edge` holds the bytes
 * of `edgeTiles(oldSize)`, in that order. Lowest level first, so that writing them in order never leaves a hash without
 * the tile it stands for. Throws `tile/length` for an edge tile of the wrong length.
 */
export function extendTiles(
  hasher: TreeHasher,
  oldSize: number,
  edge: readonly Uint8Array[],
  leafHashes: readonly Uint8Array[],
): TileObject[] {
  const newSize = oldSize + leafHashes.length;
  assertTreeSize(newSize);
  const edges = edge.values();
  const objects: TileObject[] = [];
  let appended: readonly Uint8Array[] = leafHashes;
  for (let level = 0; appended.length > 0; level++) {
    const kept = tileLevelSize(oldSize, level) % TILE_WIDTH;
    const edgeHashes = kept > 0 ? parseTile(edges.next().value ?? new Uint8Array(), kept) : [];
    const hashes = [...edgeHashes, ...appended];
    const roots: Uint8Array[] = [];
    let at = 0;
    for (const tile of newTilesOfLevel(oldSize, newSize, level)) {
      const bytes = formatTile(hashes.slice(at, at + tile.width));
      objects.push({ tile, path: formatTilePath(tile), bytes });
      if (tile.width === TILE_WIDTH) roots.push(tileRoot(hasher, bytes));
      at += tile.width;
    }
    appended = roots;
  }
  return objects;
}

/**
 * The entry bundles that appear when entries are appended to a tree of `oldSize`. `partial` holds the last, partial
 * bundle of that tree, if it has one. Throws `bundle/length` if that one is not what its width says.
 */
export function extendBundles(
  oldSize: number,
  partial: Uint8Array | undefined,
  entries: readonly Uint8Array[],
): TileObject[] {
  const newSize = oldSize + entries.length;
  assertTreeSize(newSize);
  const kept = oldSize % TILE_WIDTH;
  const edgeEntries = kept > 0 ? parseBundle(partial ?? new Uint8Array(), kept) : [];
  const all = [...edgeEntries, ...entries];
  const objects: TileObject[] = [];
  let at = 0;
  for (const tile of newTilesOfLevel(oldSize, newSize, 'entries')) {
    const bytes = formatBundle(all.slice(at, at + tile.width));
    objects.push({ tile, path: formatTilePath(tile), bytes });
    at += tile.width;
  }
  return objects;
}

/** The tile that holds what a node is made of, the first hash in it, and the height of the node above the tile. */
function placeOf(
  node: NodeCoord,
  size: number,
): { tile: TileCoord; first: number; height: number } {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const height = node.level % TILE_HEIGHT;
  const start = node.index * 2 ** height;
  const index = Math.floor(start / TILE_WIDTH);
  const first = start % TILE_WIDTH;
  const width = tileWidth(size, level, index);
  if (first + 2 ** height > width) {
    throw new LedgerError(
      'proof/index',
      `a tree of ${size} has no node {${node.level}, ${node.index}}`,
    );
  }
  return { tile: { level, index, width }, first, height };
}

/** What is remembered of tiles, by the array that holds one: it goes when the caller's cache drops that array. */
export type TileMemory = WeakMap<Uint8Array, TileNodes>;

/**
 * Reads nodes of the tree of this size from its tiles: each tile once per call, in parallel. Hashes inside a tile are
 * worked out when needed and remembered in `memory`, so a cache that hands out the same array for the same tile also
 * saves the hashing. Throws `tile/length`, and `proof/index` for a node outside the tree.
 */
export function tileHashReader(
  hasher: TreeHasher,
  size: number,
  readTile: TileReader,
  memory: TileMemory = new WeakMap(),
): HashReader {
  assertTreeSize(size);

  async function readAll(tiles: Iterable<TileCoord>): Promise<Map<string, Uint8Array>> {
    const distinct = new Map([...tiles].map((tile) => [formatTilePath(tile), tile]));
    const read = [...distinct].map(async ([path, tile]): Promise<[string, Uint8Array]> => {
      const bytes = await readTile(tile);
      assertTile(bytes, tile.width);
      return [path, bytes];
    });
    return new Map(await Promise.all(read));
  }

  return async (nodes) => {
    const places = nodes.map((node) => placeOf(node, size));
    const tiles = await readAll(places.map(({ tile }) => tile));
    return places.map(({ tile, first, height }) => {
      const bytes = tiles.get(formatTilePath(tile));
      if (bytes === undefined) throw new Error('a tile was not read');
      const known = memory.get(bytes) ?? new Map<number, Uint8Array>();
      memory.set(bytes, known);
      return subtreeRoot(hasher, bytes, first, height, known);
    });
  };
}
