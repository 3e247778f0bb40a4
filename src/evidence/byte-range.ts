/** The `Range` header of RFC 9110 §14 for a file of known length. Pure. */

import type { ByteRange } from '../platform/storage/blob-store.ts';

/** A part to send, everything, or nothing because no asked byte exists. */
export type RangeAnswer = ByteRange | 'whole' | 'unsatisfiable';

const SINGLE = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/u;

/**
 * Reads a `Range` header. Headers of other units, malformed ones and lists of several ranges are answered with the whole
 * file, as §14.2 allows.
 *
 * Example: for 1000 bytes, `bytes=0-99` is {start: 0, end: 100}, `bytes=-1` is {start: 999, end: 1000}.
 */
export function readRange(header: string | undefined, size: number): RangeAnswer {
  const [, first = '', last = ''] = SINGLE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size } : 'unsatisfiable';
  }
  const start = Number(first);
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  if (last !== '' && Number(last) < start) return 'whole';
  return start < size ? { start, end } : 'unsatisfiable';
}

/** The value of `Content-Range` of an answer. */
export function contentRange(range: ByteRange | 'unsatisfiable', size: number): string {
  return range === 'unsatisfiable'
    ? `bytes */${size}`
    : `bytes ${range.start}-${range.end - 1}/${size}`;
}
