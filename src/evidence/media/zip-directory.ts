/**
 * The directory at the end of a ZIP archive (APPNOTE 6.3.10 §4.3): names only, nothing is unpacked. DOCX, XLSX and OFD
 * are archives told by what is in them.
 */

import type { ByteReader } from './byte-reader.ts';

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const LOCATOR_64 = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
/** More names than any document has; enough to recognise one. */
const MOST_NAMES = 10_000;

/** Names of the archive's first entries; null when the directory is missing or cut, which an archive cut short shows. */
export function zipNames(reader: ByteReader): string[] | null {
  const directory = findDirectory(reader);
  if (!directory) return null;
  const names: string[] = [];
  let at = directory.start;
  for (let index = 0; index < Math.min(directory.count, MOST_NAMES); index++) {
    const entry = reader.view(at, ENTRY_LENGTH);
    if (entry?.getUint32(0, true) !== ENTRY) return null;
    const length = entry.getUint16(28, true);
    const rest = entry.getUint16(30, true) + entry.getUint16(32, true);
    const name = reader.bytes(at + ENTRY_LENGTH, length);
    names.push(new TextDecoder().decode(name));
    at += ENTRY_LENGTH + length + rest;
  }
  return names;
}

interface Directory {
  readonly start: number;
  readonly count: number;
}

function findDirectory(reader: ByteReader): Directory | null {
  const first = Math.max(0, reader.size - END_LENGTH - LONGEST_COMMENT);
  const tail = Uint8Array.from(reader.bytes(first, reader.size - first));
  const view = new DataView(tail.buffer);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) > tail.length) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== 0xffffffff) return { start, count };
    return findDirectory64(reader, first + at);
  }
  return null;
}

/** Archives beyond 4 GB or 65,535 entries, and those of programs that write this way always. */
function findDirectory64(reader: ByteReader, end: number): Directory | null {
  const locator = reader.view(end - 20, 20);
  if (locator?.getUint32(0, true) !== LOCATOR_64) return null;
  const record = reader.view(Number(locator.getBigUint64(8, true)), 56);
  if (record?.getUint32(0, true) !== END_64) return null;
  return {
    count: Number(record.getBigUint64(32, true)),
    start: Number(record.getBigUint64(48, true)),
  };
}
