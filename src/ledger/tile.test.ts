import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spec } from '../../test/vectors/ledger/vectors.ts';
import { refusal } from './refusal.testkit.ts';
import {
  edgeTiles,
  formatBundle,
  formatTile,
  formatTilePath,
  newTiles,
  parseBundle,
  parseTile,
  parseTilePath,
  type TileCoord,
  tileWidth,
} from './tile.ts';

test.each(spec.tilePaths)('$path names its tile both ways', ({ path, level, index, width }) => {
  const tile = { level: level === 'entries' ? level : Number(level), index, width } as const;
  expect(formatTilePath(tile)).toBe(path);
  expect(parseTilePath(path)).toEqual(tile);
});

test('every tile has one path', () => {
  const level = fc.oneof(fc.constant('entries' as const), fc.nat(63));
  const width = fc.integer({ min: 1, max: 256 });
  fc.assert(
    fc.property(level, fc.maxSafeNat(), width, (l, index, w) => {
      const tile: TileCoord = { level: l, index, width: w };
      expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
    }),
  );
});

test.each([
  'tile/0/000.p/0',
  'tile/0/000.p/256',
  'tile/0/000.p/999',
  'tile/0/000.p/01',
  'tile/0/000.p/',
  'tile/64/000',
  'tile/00/000',
  'tile/-1/000',
  'tile/0/0',
  'tile/0/0000',
  'tile/0/x000/001',
  'tile/0/001/234',
  'tile/0/x001/x234',
  'tile/0/000/',
  '/tile/0/000',
  'tile/entry/000',
  'tile/0/../000',
  'tile/0/000\n',
  'tile/0/x999/x999/x999/x999/x999/999',
  '',
])('%j is not the path of a tile', (path) => {
  expect(refusal(() => parseTilePath(path))).toBe('tile/path');
});

test('a tree of 70 000 has the tiles the specification counts', () => {
  const tiles = [...newTiles(0, 70_000)];
  const counts = spec.tilesOf70000.map(({ level }) => {
    const ofLevel = tiles.filter((tile) => tile.level === level);
    const partial = ofLevel.filter(({ width }) => width < 256);
    expect(ofLevel.map(({ index }) => index)).toEqual(ofLevel.map((_, i) => i));
    return { level, full: ofLevel.length - partial.length, partial: partial[0]?.width };
  });
  expect(counts).toEqual(spec.tilesOf70000);
  expect(tiles).toHaveLength(274 + 2 + 1 + 274);
  expect(edgeTiles(70_000)).toEqual([
    { level: 0, index: 273, width: 112 },
    { level: 1, index: 1, width: 17 },
    { level: 2, index: 0, width: 1 },
  ]);
});

test('new tiles are those the larger tree has and the smaller has not', () => {
  const sizes = fc.nat(200_000);
  fc.assert(
    fc.property(sizes, fc.nat(3000), (oldSize, grown) => {
      const paths = (from: number, to: number) => [...newTiles(from, to)].map(formatTilePath);
      const before = new Set(paths(0, oldSize));
      const expected = paths(0, oldSize + grown).filter((path) => !before.has(path));
      expect(paths(oldSize, oldSize + grown)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});

test('edge tiles are the partial tiles of the tree', () => {
  for (const size of [0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 256 ** 3, 256 ** 3 + 1]) {
    const partial = [...newTiles(0, size)].filter(
      ({ level, width }) => level !== 'entries' && width < 256,
    );
    expect(edgeTiles(size)).toEqual(partial);
  }
});

test('a tile beyond the tree has no width', () => {
  expect(tileWidth(1000, 0, 3)).toBe(232);
  expect(tileWidth(1000, 0, 4)).toBe(0);
  expect(tileWidth(1000, 1, 0)).toBe(3);
  expect(tileWidth(1000, 2, 0)).toBe(0);
});

test('hashes of a tile read back; other lengths are refused', () => {
  const hashes = Array.from({ length: 256 }, (_, i) => new Uint8Array(32).fill(i));
  const bytes = formatTile(hashes);
  expect(bytes).toHaveLength(8192);
  expect(parseTile(bytes, 256)).toEqual(hashes);
  expect(refusal(() => parseTile(bytes.subarray(1), 256))).toBe('tile/length');
  expect(refusal(() => parseTile(bytes, 255))).toBe('tile/length');
  expect(refusal(() => parseTile(new Uint8Array(), 0))).toBe('tile/width');
  expect(refusal(() => parseTile(bytes, 257))).toBe('tile/width');
  expect(refusal(() => formatTile([]))).toBe('tile/width');
});

test('entries of a bundle read back', () => {
  const entry = fc.uint8Array({ maxLength: 100 });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 256 }), (entries) => {
      expect(parseBundle(formatBundle(entries), entries.length)).toEqual(entries);
    }),
  );
  const longest = new Uint8Array(65_535).fill(7);
  expect(parseBundle(formatBundle([longest]), 1)).toEqual([longest]);
});

test('a bundle that its width and lengths do not fill is refused', () => {
  const bundle = formatBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
  expect(bundle).toEqual(Uint8Array.of(0, 3, 1, 2, 3, 0, 1, 4));
  expect(refusal(() => parseBundle(bundle, 1))).toBe('bundle/length');
  expect(refusal(() => parseBundle(bundle, 3))).toBe('bundle/length');
  expect(refusal(() => parseBundle(bundle.subarray(0, 7), 2))).toBe('bundle/length');
  expect(refusal(() => parseBundle(bundle.subarray(0, 6), 2))).toBe('bundle/length');
  expect(refusal(() => parseBundle(Uint8Array.of(255, 255, 1), 1))).toBe('bundle/length');
  expect(refusal(() => formatBundle([new Uint8Array(65_536)]))).toBe('entry/length');
});
