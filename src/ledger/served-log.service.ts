/** Reading a log as the public can: from its storage alone, up to the checkpoint it serves. */

import { storedTile, TREES } from './grow.service.ts';
import type { LogStore } from './log.store.ts';
import { proveConsistency, proveInclusion } from './proof.ts';
import { readServed, type ServedCheckpoint } from './published.store.ts';
import { formatTilePath, TILE_WIDTH, type TileCoord, tileWidth } from './tile.ts';
import { tileHashReader, type TileMemory } from './tile-tree.ts';
import { HASH_LENGTH, type HashReader } from './tree.ts';

/** A log as it is served. Every answer is null where the served tree does not reach. */
export interface ServedLog {
  checkpoint(): Promise<ServedCheckpoint | null>;
  /** The audit path of an entry in the tree of that size. */
  inclusion(index: number, size: number): Promise<Uint8Array[] | null>;
  /** The proof that the tree of `to` entries extends the one of `from`. */
  consistency(from: number, to: number): Promise<Uint8Array[] | null>;
}

/** Full tiles kept in memory, with the hashes worked out from them. */
const KEPT_TILES = 256;

/** Opens the log of this store; nothing is read yet. */
export function openServedLog(store: LogStore): ServedLog {
  const { hasher } = TREES.sha256;
  const tiles = new Map<string, Uint8Array>();
  const memory: TileMemory = new WeakMap();

  async function readFull(path: string, tile: TileCoord): Promise<Uint8Array> {
    const known = tiles.get(path) ?? (await storedTile(store, '', tile));
    tiles.delete(path);
    tiles.set(path, known);
    for (const oldest of tiles.keys()) {
      if (tiles.size <= KEPT_TILES) break;
      tiles.delete(oldest);
    }
    return known;
  }

  /** Of a tile that grew since the tree had this size, only the served width is sure to be there: it begins the same. */
  function readerAt(size: number, served: number): HashReader {
    return tileHashReader(
      hasher,
      size,
      async (tile) => {
        const width = tileWidth(served, tile.level, tile.index);
        const whole = { ...tile, width };
        const bytes =
          width === TILE_WIDTH
            ? await readFull(formatTilePath(whole), whole)
            : await storedTile(store, '', whole);
        return width === tile.width ? bytes : bytes.subarray(0, tile.width * HASH_LENGTH);
      },
      memory,
    );
  }

  async function readerUpTo(size: number): Promise<HashReader | null> {
    const served = (await readServed(store))?.checkpoint.size ?? 0;
    return size <= served ? readerAt(size, served) : null;
  }

  return {
    checkpoint: () => readServed(store),
    async inclusion(index, size) {
      const reader = index < size ? await readerUpTo(size) : null;
      return reader && proveInclusion(hasher, index, size, reader);
    },
    async consistency(from, to) {
      const reader = from <= to ? await readerUpTo(to) : null;
      return reader && proveConsistency(hasher, from, to, reader);
    },
  };
}
