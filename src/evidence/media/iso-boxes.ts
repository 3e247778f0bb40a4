/**
 * MP4, MOV, M4A and HEIC: a row of boxes, each a 32-bit length (big-endian, with itself), four letters, content. Length 1
 * is followed by a 64-bit length, 0 means up to the end of the file. ISO/IEC 14496-12 §4.2.
 *
 * Example: `00 00 00 18 66 74 79 70 …` is a box `ftyp` of 24 bytes.
 */

import type { ByteReader } from './byte-reader.ts';
import { type Structure, TRUNCATED, UNREADABLE } from './structure.ts';

interface Box {
  readonly type: string;
  readonly content: number;
  readonly end: number;
}

/** Seconds from the epoch of MP4, 1 January 1904, to that of 1970. */
const EPOCH_1904 = 2_082_844_800;
/** Recorders without a clock write 1904 or 1970; nothing before this is taken for a moment of recording. */
const FIRST_SECOND = Date.UTC(2000, 0, 1) / 1000;
const LETTERS = /^[\u0020-\u007e\u00a9]{4}$/u;

/** Whether every box is all there, and the one that describes the content: `moov` of recordings, `meta` of photos. */
export function checkBoxes(reader: ByteReader, index: 'moov' | 'meta'): Structure {
  let created: Date | null = null;
  let hasIndex = false;
  for (let at = 0; at < reader.size; ) {
    const box = boxAt(reader, at, reader.size);
    if (box === 'cut' || box === 'malformed') {
      // Padding behind a finished file is harmless.
      if (hasIndex && box === 'malformed') break;
      return box === 'cut' ? TRUNCATED : UNREADABLE;
    }
    if (box.type === index) hasIndex = true;
    if (box.type === 'moov') created = createdIn(reader, box);
    at = box.end;
  }
  return hasIndex ? { verdict: 'whole', created } : TRUNCATED;
}

function boxAt(reader: ByteReader, at: number, limit: number): Box | 'cut' | 'malformed' {
  const head = reader.view(at, 8);
  if (!head) return 'cut';
  const short = head.getUint32(0);
  const type = reader.text(at + 4, 4) ?? '';
  if (!LETTERS.test(type)) return 'malformed';
  if (short === 0) return { type, content: at + 8, end: limit };
  if (short !== 1) return sized(type, at, short, 8, limit);
  const long = reader.view(at + 8, 8)?.getBigUint64(0);
  return long === undefined ? 'cut' : sized(type, at, Number(long), 16, limit);
}

function sized(
  type: string,
  at: number,
  length: number,
  head: number,
  limit: number,
): Box | 'cut' | 'malformed' {
  if (length < head) return 'malformed';
  return at + length > limit ? 'cut' : { type, content: at + head, end: at + length };
}

/** The creation time of `mvhd`, in UTC by the standard; devices that write local time there cannot be told apart. */
function createdIn(reader: ByteReader, moov: Box): Date | null {
  for (let at = moov.content; at < moov.end; ) {
    const box = boxAt(reader, at, moov.end);
    if (typeof box === 'string') return null;
    if (box.type === 'mvhd') return createdOf(reader, box);
    at = box.end;
  }
  return null;
}

function createdOf(reader: ByteReader, { content }: Box): Date | null {
  const version = reader.view(content, 1)?.getUint8(0);
  const stamp =
    version === 1
      ? Number(reader.view(content + 4, 8)?.getBigUint64(0) ?? 0)
      : (reader.view(content + 4, 4)?.getUint32(0) ?? 0);
  const seconds = stamp - EPOCH_1904;
  return seconds >= FIRST_SECOND && seconds < 2 ** 33 ? new Date(seconds * 1000) : null;
}
