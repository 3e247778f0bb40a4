/**
 * Which characters a set of fonts can print, read from the `cmap` table of TrueType and OpenType files
 * (OpenType 1.9, `cmap`, subtable formats 4 and 12). Only the tables needed are read: a 15 MB font costs a few hundred kB.
 */

import { closeSync, openSync, readSync } from 'node:fs';

/** First and last code point of a run a font maps to glyphs. */
interface Run {
  readonly first: number;
  readonly last: number;
}

function readAt(file: number, length: number, position: number): DataView {
  const bytes = new Uint8Array(length);
  const read = readSync(file, bytes, 0, length, position);
  if (read !== length) throw new Error('font file is cut short');
  return new DataView(bytes.buffer);
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)));
}

function tableOf(file: number, start: number, tag: string): DataView {
  const count = readAt(file, 12, start).getUint16(4);
  const directory = readAt(file, count * 16, start + 12);
  for (let entry = 0; entry < count * 16; entry += 16) {
    if (tagAt(directory, entry) !== tag) continue;
    return readAt(file, directory.getUint32(entry + 12), directory.getUint32(entry + 8));
  }
  throw new Error(`font has no ${tag} table`);
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

/** A collection (`ttcf`) holds several fonts; the first stands for all, as their coverage is one. */
function firstFont(file: number): number {
  const head = readAt(file, 16, 0);
  return tagAt(head, 0) === 'ttcf' ? head.getUint32(12) : 0;
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
  for (const path of paths) {
    const file = openSync(path, 'r');
    try {
      for (const { first, last } of runsOf(tableOf(file, firstFont(file), 'cmap'))) {
        for (let code = first; code <= last; code += 1) known.add(code);
      }
    } finally {
      closeSync(file);
    }
  }
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
