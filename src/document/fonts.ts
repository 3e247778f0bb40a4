import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FontFaces } from './print.ts';

/** Where the fonts of printed documents come from. */

/**
 * A bureau's own fonts. No free 仿宋 or 楷体 covers names, so these faces are a setting: bureaus own licensed ones.
 * Families that lack a character pass it to the next of the list, hence the list should end with a family that has them all.
 */
export interface FontSettings {
  /** folders with further .ttf, .otf or .ttc files */
  readonly folders?: readonly string[];
  /** families to use instead of the shipped ones, e.g. `{ fang: ['FangSong_GB2312', 'Noto Serif SC', 'HanaMinB'] }` */
  readonly faces?: Partial<FontFaces>;
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
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
      .sort()
      .map((name) => join(folder, name)),
  );
  return { folders, files, faces: { ...SHIPPED, ...settings.faces } };
}
