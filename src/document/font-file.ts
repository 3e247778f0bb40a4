/** Tables of TrueType and OpenType files (OpenType 1.9, `otff`, `name`). Only the table asked for is read: a 15 MB font costs a few hundred kB. */
import { closeSync, openSync, readSync } from 'node:fs';

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

/** A collection (`ttcf`) holds several fonts; the first stands for all, as their coverage is one. */
function firstFont(file: number): number {
  const head = readAt(file, 16, 0);
  return tagAt(head, 0) === 'ttcf' ? head.getUint32(12) : 0;
}

/**
 * One table of the font in a file.
 *
 * @param path a .ttf, .otf or .ttc file
 * @throws Error when the file is not a font or has no such table
 */
export function readTable(path: string, tag: string): DataView {
  const file = openSync(path, 'r');
  try {
    return tableOf(file, firstFont(file), tag);
  } finally {
    closeSync(file);
  }
}

const TYPOGRAPHIC_FAMILY = 16;
const FAMILY = 1;
const WINDOWS = 3;
const ENGLISH = 0x409;

/**
 * The family a font says it belongs to, by which a typesetter asks for it: the English name where there is one.
 *
 * @throws Error when the file is not a font or names no family
 */
export function familyOf(path: string): string {
  const names = readTable(path, 'name');
  const count = names.getUint16(2);
  const storage = names.getUint16(4);
  const found = Array.from({ length: count }, (_, index) => {
    const at = 6 + index * 12;
    return {
      platform: names.getUint16(at),
      language: names.getUint16(at + 4),
      id: names.getUint16(at + 6),
      text: () => utf16(names, storage + names.getUint16(at + 10), names.getUint16(at + 8)),
    };
  }).filter(({ platform }) => platform === WINDOWS);
  for (const id of [TYPOGRAPHIC_FAMILY, FAMILY]) {
    const all = found.filter((name) => name.id === id);
    const name = all.find(({ language }) => language === ENGLISH) ?? all[0];
    if (name) return name.text();
  }
  throw new Error(`${path}: the font names no family`);
}

function utf16(view: DataView, at: number, bytes: number): string {
  return String.fromCharCode(
    ...Array.from({ length: bytes / 2 }, (_, index) => view.getUint16(at + index * 2)),
  );
}
