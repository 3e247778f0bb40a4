/**
 * Tiles and entry bundles: the static files a log is served as (C2SP tlog-tiles, with tiles of 256 hashes).
 *
 *     tile/<L>/<N>[.p/<W>]         W (or 256) hashes of 32 bytes: nodes {8·L, 256·N} to {8·L, 256·N + W - 1}
 *     tile/entries/<N>[.p/<W>]     W (or 256) entries, each preceded by its length as 16 bits, big-endian
 *
 * L is 0 to 63. N is written in groups of three digits, all but the last preceded by `x`: 1234067 is `x001/x234/067`.
 * The suffix `.p/<W>` marks a partial tile of 1 to 255. Every hash of level L ≥ 1 is the root of a full tile of level
 * L-1; partial tiles are never hashed upwards, so a full tile never changes.
 *
 * Example: a tree of 70 000 has `tile/0/000` to `tile/0/272` and `tile/0/273.p/112`; `tile/1/000` and `tile/1/001.p/17`;
 * `tile/2/000.p/1`; and bundles shaped like level 0.
 */

import { LedgerError } from './ledger-error.ts';
import { assertTreeSize, HASH_LENGTH } from './tree.ts';

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;
/** Levels of the tree that one level of tiles spans. */
export const TILE_HEIGHT = 8;
/** The longest entry a bundle can hold, in bytes: lengths are 16 bits. */
const MAX_ENTRY_LENGTH = 65_535;

/** One tile: its level, its place in the level, and how many of its 256 hashes (or entries) it holds. */
export interface TileCoord {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

const PATH =
  /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** The path of a tile below the log's prefix, for example `tile/0/x001/x234/067` or `tile/entries/273.p/112`. */
export function formatTilePath({ level, index, width }: TileCoord): string {
  let rest = index;
  let digits = '';
  do {
    const group = String(rest % 1000).padStart(3, '0');
    digits = digits === '' ? group : `x${group}/${digits}`;
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  return `tile/${level}/${digits}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

/** The tile a path names. Throws `tile/path` unless the path is the one path of that tile. */
export function parseTilePath(path: string): TileCoord {
  const [, level = '', digits = '', width] = PATH.exec(path) ?? [];
  const tile: TileCoord = {
    level: level === 'entries' ? level : Number(level),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const valid =
    digits !== '' &&
    (tile.level === 'entries' || tile.level <= 63) &&
    Number.isSafeInteger(tile.index) &&
    (width === undefined || tile.width < TILE_WIDTH);
  // Writing the path again refuses surplus groups such as x000/001.
  if (!valid || formatTilePath(tile) !== path) {
    throw new LedgerError('tile/path', `not the path of a tile: ${path.slice(0, 80)}`);
  }
  return tile;
}

/** Hashes at this tile level in a tree of this size: the complete subtrees of 256^level leaves. */
export function tileLevelSize(size: number, level: number | 'entries'): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** Width of the tile at this place in a tree of this size; 0 if the tree does not reach it. */
export function tileWidth(size: number, level: number | 'entries', index: number): number {
  const width = tileLevelSize(size, level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, width));
}

/**
 * The tiles, and last the bundles, that a tree of `newSize` has and its earlier state of `oldSize` had not. With
 * `oldSize` 0 these are all tiles of the tree. Throws `tree/size`.
 */
export function* newTiles(oldSize: number, newSize: number): Generator<TileCoord> {
  assertTreeSize(oldSize);
  assertTreeSize(newSize);
  for (let level = 0; tileLevelSize(newSize, level) > 0; level++) {
    yield* newTilesOfLevel(oldSize, newSize, level);
  }
  yield* newTilesOfLevel(oldSize, newSize, 'entries');
}

/** The same for one level. */
export function* newTilesOfLevel(
  oldSize: number,
  newSize: number,
  level: number | 'entries',
): Generator<TileCoord> {
  const before = tileLevelSize(oldSize, level);
  const after = tileLevelSize(newSize, level);
  if (after <= before) return;
  for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index++) {
    yield { level, index, width: tileWidth(newSize, level, index) };
  }
}

/**
 * The partial tiles, without bundles, at the right-hand edge of a tree: what must be read before it can grow.
 * Throws `tree/size`.
 */
export function edgeTiles(size: number): TileCoord[] {
  assertTreeSize(size);
  const tiles: TileCoord[] = [];
  for (let level = 0; tileLevelSize(size, level) > 0; level++) {
    const count = tileLevelSize(size, level);
    const width = count % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(count / TILE_WIDTH), width });
  }
  return tiles;
}

/** The bytes of a tile of these hashes. Throws `tile/width` for none or more than 256. */
export function formatTile(hashes: readonly Uint8Array[]): Uint8Array {
  assertWidth(hashes.length);
  const bytes = new Uint8Array(hashes.length * HASH_LENGTH);
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * HASH_LENGTH);
  return bytes;
}

/** The hashes of a tile, as views on its bytes. Throws `tile/width`, and `tile/length` unless there are `width`. */
export function parseTile(bytes: Uint8Array, width: number): Uint8Array[] {
  assertTile(bytes, width);
  return Array.from({ length: width }, (_, i) =>
    bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
  );
}

/** Refuses bytes that are not a tile of `width` hashes: `tile/width`, `tile/length`. */
export function assertTile(bytes: Uint8Array, width: number): void {
  assertWidth(width);
  if (bytes.length !== width * HASH_LENGTH) {
    throw new LedgerError('tile/length', `a tile of ${width} hashes with ${bytes.length} bytes`);
  }
}

/** The bytes of an entry bundle. Throws `tile/width`, and `entry/length` for an entry over 65 535 bytes. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  assertWidth(entries.length);
  let length = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_LENGTH) {
      throw new LedgerError('entry/length', `an entry of ${entry.length} bytes`);
    }
    length += 2 + entry.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const entry of entries) {
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle, as views on its bytes. Throws `tile/width`, and `bundle/length` unless `width` fill it. */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  assertWidth(width);
  const entries: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; i < width; i++) {
    const start = at + 2;
    const end = start + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    if (end > bytes.length) {
      throw new LedgerError('bundle/length', `entry ${i} reaches beyond the end of its bundle`);
    }
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  if (at !== bytes.length) {
    throw new LedgerError('bundle/length', `${bytes.length - at} bytes after the last entry`);
  }
  return entries;
}

function assertWidth(width: number): void {
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) {
    throw new LedgerError('tile/width', `a tile holds 1 to ${TILE_WIDTH} hashes, not ${width}`);
  }
}
