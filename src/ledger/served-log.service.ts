/** Reading a log as the public can: from its storage alone, up to the checkpoint it serves. */

import { storedTile, TREES } from './grow.service.ts';
import type { LogStore } from './log.store.ts';
import { proveConsistency, proveInclusion } from './proof.ts';
import { readServed, type ServedCheckpoint } from './published.store.ts';
import { formatTilePath, type TileCoord, tileWidth } from './tile.ts';
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

/** Tiles kept in memory, 8 KiB each; the hashes worked out from one take about four times that. */
const KEPT_TILES = 512;
/** A checkpoint that was read is taken for the newest so long, unless somebody asks for more. */
const FRESH_MS = 500;

/** Tiles that were read last, of all logs that share it. A tile of a given width never changes. */
export class TileCache {
  readonly memory: TileMemory = new WeakMap();
  readonly #tiles = new Map<string, Uint8Array>();

  async read(key: string, load: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const bytes = this.#tiles.get(key) ?? (await load());
    this.#tiles.delete(key);
    this.#tiles.set(key, bytes);
    const [oldest] = this.#tiles.keys();
    if (this.#tiles.size > KEPT_TILES && oldest !== undefined) this.#tiles.delete(oldest);
    return bytes;
  }
}

/** Opens the log of this name in this store; nothing is read yet. */
export function openServedLog(store: LogStore, name: string, cache = new TileCache()): ServedLog {
  const { hasher } = TREES.sha256;
  let known = { size: 0, until: 0 };

  /** Of a tile that grew since the tree had this size, only the served width is sure to be there: it begins the same. */
  function readerAt(size: number, served: number): HashReader {
    const readTile = async (tile: TileCoord): Promise<Uint8Array> => {
      const whole = { ...tile, width: tileWidth(served, tile.level, tile.index) };
      const key = `${name}/${formatTilePath(whole)}`;
      const bytes = await cache.read(key, () => storedTile(store, '', whole));
      return whole.width === tile.width ? bytes : bytes.subarray(0, tile.width * HASH_LENGTH);
    };
    return tileHashReader(hasher, size, readTile, cache.memory);
  }

  async function readerUpTo(size: number): Promise<HashReader | null> {
    if (size > known.size || performance.now() > known.until) {
      const served = (await readServed(store))?.checkpoint.size ?? 0;
      known = { size: served, until: performance.now() + FRESH_MS };
    }
    return size <= known.size ? readerAt(size, known.size) : null;
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
