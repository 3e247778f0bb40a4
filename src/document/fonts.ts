import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from './font-file.ts';
import type { FontFaces } from './print.ts';

/** Where the fonts of printed documents come from. */

/**
 * A bureau's own fonts. No free 仿宋 or 楷体 covers names, and no free font all characters of names: bureaus put licensed ones
 * into a folder. What the shipped families lack is taken from there.
 */
export interface FontSettings {
  /** folders with further .ttf, .otf or .ttc files */
  readonly folders?: readonly string[];
}

/** Fonts as the renderer uses them. */
export interface Fonts {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly faces: FontFaces;
}

const SERIF = ['Noto Serif SC'];
const SANS = ['Noto Sans SC'];

/** Shipped faces: Noto Serif SC covers the 8105 characters of 通用规范汉字表 and all of Extension A. */
const SHIPPED: FontFaces = { song: SERIF, fang: SERIF, hei: SANS, kai: SERIF };

/** Two weights of each family: every other weight would cost memory in each worker. */
const SHIPPED_FOLDERS = [
  'noto-serif-sc/400Regular',
  'noto-serif-sc/700Bold',
  'noto-sans-sc/400Regular',
  'noto-sans-sc/700Bold',
];

/**
 * Fonts below the package root, together with a bureau's own.
 *
 * @param root folder of the package (the one with `node_modules`)
 * @throws Error naming a folder that does not exist
 */
export function findFonts(root: string, settings: FontSettings = {}): Fonts {
  const shipped = SHIPPED_FOLDERS.map((folder) =>
    join(root, 'node_modules/@expo-google-fonts', folder),
  );
  const folders = [...shipped, ...(settings.folders ?? [])];
  const absent = folders.filter((folder) => !existsSync(folder));
  if (absent.length > 0) throw new Error(`no such font folder: ${absent.join(', ')}`);
  const own = (settings.folders ?? []).flatMap(fontsIn);
  const files = [...shipped.flatMap(fontsIn), ...own];
  return { folders, files, faces: facesWith([...new Set(own.map(familyOf))]) };
}

function fontsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Families that are 仿宋 or 楷体 by their name come first in that face; all come last in every face, for what is missing. */
function facesWith(own: readonly string[]): FontFaces {
  const face = (shipped: readonly string[], named?: RegExp): string[] => [
    ...new Set([...own.filter((family) => named?.test(family)), ...shipped, ...own]),
  ];
  return {
    song: face(SHIPPED.song),
    fang: face(SHIPPED.fang, /fang ?song|仿宋/i),
    hei: face(SHIPPED.hei),
    kai: face(SHIPPED.kai, /kai ?ti|楷体/i),
  };
}
