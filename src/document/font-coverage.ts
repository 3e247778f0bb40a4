/**
 * Which characters a set of fonts can print, read from the `cmap` table of TrueType and OpenType files
 * (OpenType 1.9, `cmap`, subtable formats 4 and 12). Only the tables needed are read: a 15 MB font costs a few hundred kB.
 */

import { readTable } from './font-file.ts';

/** First and last code point of a run a font maps to glyphs. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function runsOfFormat4(view: DataView, at: number): Run[] {
  const segments = view.getUint16(at + 6) / 2;
  const runs: Run[] = [];
  for (let index = 0; index < segments; index += 1) {
    const last = view.getUint16(at + 14 + index * 2);
    const first = view.getUint16(at + 16 + segments * 2 + index * 2);
    if (first <= last && first !== 0xffff) runs.push({ first, last });
  }
  return runs;
}

function runsOfFormat12(view: DataView, at: number): Run[] {
  const groups = view.getUint32(at + 12);
  return Array.from({ length: groups }, (_, index) => ({
    first: view.getUint32(at + 16 + index * 12),
    last: view.getUint32(at + 20 + index * 12),
  }));
}

function runsOf(cmap: DataView): Run[] {
  const tables = cmap.getUint16(2);
  const runs: Run[] = [];
  for (let index = 0; index < tables; index += 1) {
    const at = cmap.getUint32(8 + index * 8);
    const format = cmap.getUint16(at);
    if (format === 12) runs.push(...runsOfFormat12(cmap, at));
    else if (format === 4) runs.push(...runsOfFormat4(cmap, at));
  }
  return runs;
}

/** Characters a set of fonts can print. */
export interface FontCoverage {
  /** Characters of `text` that no font of the set has, each once, in order of appearance. White space is never missing. */
  missing(text: string): string[];
}

/**
 * Reads the coverage of font files taken together.
 *
 * @param paths .ttf, .otf or .ttc files
 * @throws Error when a file is not a font
 */
export function readCoverage(paths: readonly string[]): FontCoverage {
  const known = new Set<number>();
  for (const path of paths)
    for (const { first, last } of runsOf(readTable(path, 'cmap')))
      for (let code = first; code <= last; code += 1) known.add(code);
  return {
    missing: (text) => {
      const missing = new Set<string>();
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        if (!known.has(code) && !/\s/.test(character)) missing.add(character);
      }
      return [...missing];
    },
  };
}
