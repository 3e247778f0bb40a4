/**
 * Holds the three copies of a log against each other: leaves in the database, bundles, and tiles. Where the database is
 * proved by a signature, the others are measured by it; otherwise, where two agree the third is wrong. The tree goes on
 * from the copy that is right, so that one damaged copy is one finding.
 */

import { equalBytes, toHex } from './bytes.ts';
import type { LedgerFindingCode, Report } from './finding.ts';
import { TREES } from './grow.service.ts';
import type { LogStore } from './log.store.ts';
import {
  formatTile,
  formatTilePath,
  parseBundle,
  parseTile,
  TILE_WIDTH,
  type TileCoord,
  tileWidth,
} from './tile.ts';
import { tileRoot } from './tile-tree.ts';
import { LedgerError } from './ledger-error.ts';
import { HASH_LENGTH, type TreeHasher } from './tree.ts';

/** A leaf as the database has it. */
export interface LeafRow {
  readonly entry: Uint8Array;
  readonly leafHash: Uint8Array;
  readonly leafSm3: Uint8Array;
}

/** The entry that is right by two of three copies, with its leaf hashes. */
export type JudgedEntry = LeafRow;

const { sha256, sm3 } = TREES;

/** Checks the stored objects of a tree of `size`, a bundle of entries after the other. */
export class TileCheck {
  readonly #store: LogStore;
  readonly #size: number;
  readonly #isProved: boolean;
  readonly #report: Report;
  readonly #upper: readonly UpperTiles[];
  /** An entry nobody has: what stands above it cannot be worked out. */
  #broken = false;

  /** `isProved`: the entries in the database lead to a signed root. */
  constructor(store: LogStore, size: number, isProved: boolean, report: Report) {
    this.#store = store;
    this.#size = size;
    this.#isProved = isProved;
    this.#report = report;
    this.#upper = [sha256, sm3].map(
      ({ hasher, prefix }) => new UpperTiles(store, hasher, prefix, size, report),
    );
  }

  /** The next up to 256 entries, null where no copy has one. `rows` are the database's. */
  async judge(
    index: number,
    rows: readonly (LeafRow | undefined)[],
  ): Promise<(JudgedEntry | null)[]> {
    const width = tileWidth(this.#size, 'entries', index);
    const bundle = await this.#read('', { level: 'entries', index, width });
    const tile = await this.#read(sha256.prefix, { level: 0, index, width });
    const judged = Array.from({ length: Math.max(width, rows.length) }, (_, i) =>
      this.#judgeOne(index * TILE_WIDTH + i, rows[i], bundle?.[i], tile?.[i]),
    );
    const shadow = await this.#read(sm3.prefix, { level: 0, index, width });
    for (const [i, hash] of (shadow ?? []).entries()) {
      const right = judged[i]?.leafSm3;
      if (right && !equalBytes(hash, right)) {
        this.#differs('E_TILE', tileWhere(sm3.prefix, 0, index, width, i), right, hash);
      }
    }
    const whole = judged.filter((one) => one !== null);
    this.#broken ||= whole.length < width;
    if (width === TILE_WIDTH && !this.#broken) {
      await this.#upper[0]?.push(whole.map(({ leafHash }) => leafHash));
      await this.#upper[1]?.push(whole.map(({ leafSm3 }) => leafSm3));
    }
    return judged;
  }

  /** Checks the partial tiles at the edge; call it after the last bundle. */
  async finish(): Promise<void> {
    if (this.#broken) return;
    for (const upper of this.#upper) await upper.finish();
  }

  #judgeOne(
    at: number,
    row: LeafRow | undefined,
    stored: Uint8Array | undefined,
    hash: Uint8Array | undefined,
  ): JudgedEntry | null {
    const entry = this.#choose(at, row?.entry, stored, hash);
    if (!entry) return null;
    const judged = { entry, leafHash: sha256.hasher.leaf(entry), leafSm3: sm3.hasher.leaf(entry) };
    if (hash && !equalBytes(hash, judged.leafHash)) {
      const width = tileWidth(this.#size, 0, Math.floor(at / TILE_WIDTH));
      const where = tileWhere('', 0, Math.floor(at / TILE_WIDTH), width, at % TILE_WIDTH);
      this.#differs('E_TILE', where, judged.leafHash, hash);
    }
    if (row && equalBytes(row.entry, entry)) {
      if (!equalBytes(row.leafHash, judged.leafHash)) {
        this.#differs('E_LEAF', `leaf ${at} leaf_hash`, judged.leafHash, row.leafHash);
      }
      if (!equalBytes(row.leafSm3, judged.leafSm3)) {
        this.#differs('E_LEAF', `leaf ${at} leaf_sm3`, judged.leafSm3, row.leafSm3);
      }
    }
    return judged;
  }

  /** The entry that is right; the database's when all three copies differ. */
  #choose(
    at: number,
    row: Uint8Array | undefined,
    stored: Uint8Array | undefined,
    hash: Uint8Array | undefined,
  ): Uint8Array | undefined {
    if (!row) {
      this.#report('E_LEAF', `leaf ${at}`, stored ? toHex(stored) : null, null);
      return stored;
    }
    if (!stored || equalBytes(row, stored)) return row;
    const agree = hash !== undefined && equalBytes(hash, sha256.hasher.leaf(stored));
    if (agree && !this.#isProved) {
      this.#differs('E_LEAF', `leaf ${at}`, stored, row);
      return stored;
    }
    const index = Math.floor(at / TILE_WIDTH);
    const width = tileWidth(this.#size, 'entries', index);
    const where = tileWhere('', 'entries', index, width, at % TILE_WIDTH);
    this.#differs('E_BUNDLE', where, row, stored);
    return row;
  }

  /** The parts of a stored object; reported and null when there are none to speak of. */
  async #read(prefix: string, tile: TileCoord): Promise<Uint8Array[] | null> {
    if (tile.width === 0) return null;
    return readObject(this.#store, prefix, tile, this.#report);
  }

  #differs(code: LedgerFindingCode, where: string, expected: Uint8Array, found: Uint8Array): void {
    this.#report(code, where, toHex(expected), toHex(found));
  }
}

/** Tiles of level 1 and above, from the roots of full tiles below. */
class UpperTiles {
  readonly #levels: { index: number; hashes: Uint8Array[] }[] = [];
  readonly #store: LogStore;
  readonly #hasher: TreeHasher;
  readonly #prefix: string;
  readonly #size: number;
  readonly #report: Report;

  constructor(store: LogStore, hasher: TreeHasher, prefix: string, size: number, report: Report) {
    this.#store = store;
    this.#hasher = hasher;
    this.#prefix = prefix;
    this.#size = size;
    this.#report = report;
  }

  /** Takes the hashes of a full tile of level 0. */
  async push(hashes: readonly Uint8Array[]): Promise<void> {
    await this.#add(0, tileRoot(this.#hasher, formatTile(hashes)));
  }

  async finish(): Promise<void> {
    for (let level = 0; level < this.#levels.length; level += 1) await this.#compare(level);
  }

  async #add(level: number, root: Uint8Array): Promise<void> {
    const tile = (this.#levels[level] ??= { index: 0, hashes: [] });
    tile.hashes.push(root);
    if (tile.hashes.length < TILE_WIDTH) return;
    await this.#compare(level);
    const above = tileRoot(this.#hasher, formatTile(tile.hashes));
    this.#levels[level] = { index: tile.index + 1, hashes: [] };
    await this.#add(level + 1, above);
  }

  /** `level` counts from 0 for the tiles of level 1. */
  async #compare(level: number): Promise<void> {
    const { index, hashes } = this.#levels[level] ?? { index: 0, hashes: [] };
    const tile = { level: level + 1, index, width: tileWidth(this.#size, level + 1, index) };
    if (tile.width === 0 || hashes.length !== tile.width) return;
    const stored = await readObject(this.#store, this.#prefix, tile, this.#report);
    for (const [i, hash] of (stored ?? []).entries()) {
      const right = hashes[i];
      if (!right || equalBytes(hash, right)) continue;
      const where = tileWhere(this.#prefix, tile.level, index, tile.width, i);
      this.#report('E_TILE', where, toHex(right), toHex(hash));
    }
  }
}

async function readObject(
  store: LogStore,
  prefix: string,
  tile: TileCoord,
  report: Report,
): Promise<Uint8Array[] | null> {
  const path = `${prefix}${formatTilePath(tile)}`;
  const code = tile.level === 'entries' ? 'E_BUNDLE' : 'E_TILE';
  const bytes = await store.read(path);
  if (bytes === null) {
    report(code, path, `${tile.width} parts`, null);
    return null;
  }
  try {
    return tile.level === 'entries' ? parseBundle(bytes, tile.width) : parseTile(bytes, tile.width);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const expected = tile.level === 'entries' ? 'entries' : `${tile.width * HASH_LENGTH} bytes`;
    report(code, path, expected, `${bytes.length} bytes`);
    return null;
  }
}

function tileWhere(
  prefix: string,
  level: TileCoord['level'],
  index: number,
  width: number,
  part: number,
): string {
  const word = level === 'entries' ? 'entry' : 'hash';
  return `${prefix}${formatTilePath({ level, index, width })} ${word} ${part}`;
}
