/**
 * WebM and Matroska (RFC 8794, RFC 9559): elements of an id, a length and content. Recorders in browsers write segment
 * and clusters before they know their length, as all ones; such a cluster ends where an element of the segment begins.
 *
 * Example: `1F 43 B6 75 01 FF FF FF FF FF FF FF` begins a cluster of unknown length.
 */

import type { ByteReader } from './byte-reader.ts';
import { type Structure, TRUNCATED, UNREADABLE, WHOLE } from './structure.ts';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
/** Elements directly in a segment: seek head, info, tracks, chapters, cluster, cues, attachments, tags. */
const IN_SEGMENT = new Set([
  0x114d9b74,
  0x1549a966,
  0x1654ae6b,
  0x1043a770,
  CLUSTER,
  0x1c53bb6b,
  0x1941a469,
  0x1254c367,
]);
const LONGEST_ID = 4;
const LONGEST_LENGTH = 8;

interface Element {
  readonly id: number;
  readonly content: number;
  /** null when the length is not known */
  readonly end: number | null;
}

/** Whether every element is all there, down to the blocks of clusters of unknown length. */
export function checkElements(reader: ByteReader): Structure {
  const head = elementAt(reader, 0);
  if (head === 'cut' || head === 'malformed' || head.id !== EBML || head.end === null)
    return UNREADABLE;
  const segment = elementAt(reader, head.end);
  if (segment === 'cut') return TRUNCATED;
  if (segment === 'malformed' || segment.id !== SEGMENT) return UNREADABLE;
  const end = segment.end ?? reader.size;
  return end > reader.size ? TRUNCATED : checkSegment(reader, segment.content, end);
}

function checkSegment(reader: ByteReader, start: number, end: number): Structure {
  let clusters = 0;
  for (let at = start; at < end; ) {
    const element = elementAt(reader, at);
    if (element === 'cut') return TRUNCATED;
    if (element === 'malformed') return UNREADABLE;
    if (element.end !== null && element.end > end) return TRUNCATED;
    if (element.end === null && element.id !== CLUSTER) return UNREADABLE;
    if (element.id === CLUSTER) clusters += 1;
    at = element.end ?? element.content;
    // Inside a cluster of unknown length its blocks are met here, in the same row: each has a length of its own.
    if (!IN_SEGMENT.has(element.id) && clusters === 0 && !isFiller(element.id)) return UNREADABLE;
  }
  return clusters > 0 ? WHOLE : TRUNCATED;
}

/** Void and checksum may stand anywhere. */
function isFiller(id: number): boolean {
  return id === 0xec || id === 0xbf;
}

function elementAt(reader: ByteReader, at: number): Element | 'cut' | 'malformed' {
  const id = numberAt(reader, at, LONGEST_ID, true);
  if (typeof id === 'string') return id;
  const length = numberAt(reader, at + id.width, LONGEST_LENGTH, false);
  if (typeof length === 'string') return length;
  const content = at + id.width + length.width;
  return { id: id.value, content, end: length.unknown ? null : content + length.value };
}

interface VariableNumber {
  readonly value: number;
  readonly width: number;
  readonly unknown: boolean;
}

/** A number whose first byte tells its width by the zeros it begins with. An id keeps that mark, a length does not. */
function numberAt(
  reader: ByteReader,
  at: number,
  widest: number,
  keepMark: boolean,
): VariableNumber | 'cut' | 'malformed' {
  const first = reader.view(at, 1)?.getUint8(0);
  if (first === undefined) return 'cut';
  const width = Math.clz32(first) - 23;
  if (width > widest) return 'malformed';
  const bytes = reader.bytes(at, width);
  if (bytes.length < width) return 'cut';
  const mark = 0x80 >> (width - 1);
  let value = keepMark ? first : first & (mark - 1);
  let ones = (first & (mark - 1)) === mark - 1;
  for (const byte of bytes.subarray(1)) {
    value = value * 256 + byte;
    ones &&= byte === 0xff;
  }
  return { value, width, unknown: ones };
}
