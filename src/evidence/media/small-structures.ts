/** Completeness of PNG, RIFF (WAV, WebP), Ogg and PDF. */

import type { ByteReader } from './byte-reader.ts';
import { type Structure, TRUNCATED, UNREADABLE, WHOLE } from './structure.ts';

/** Chunks of a PNG up to `IEND`: length, four letters, content, checksum (PNG §5.3). */
export function checkPng(reader: ByteReader): Structure {
  for (let at = 8; ; ) {
    const head = reader.view(at, 8);
    if (!head) return TRUNCATED;
    const type = reader.text(at + 4, 4);
    at += 12 + head.getUint32(0);
    if (at > reader.size) return TRUNCATED;
    if (type === 'IEND') return WHOLE;
  }
}

/**
 * The length in the head of a RIFF file. Recorders that could not go back to write it leave 0 or all ones.
 */
export function checkRiff(reader: ByteReader): Structure {
  const length = reader.view(4, 4)?.getUint32(0, true);
  if (length === undefined) return TRUNCATED;
  if (length === 0 || length === 0xffffffff) return { verdict: 'whole', unclosed: true };
  return length + 8 > reader.size ? TRUNCATED : WHOLE;
}

/** Pages of an Ogg stream (RFC 3533 §6); the last of each stream carries a mark, which a crash leaves out. */
export function checkOgg(reader: ByteReader): Structure {
  const open = new Set<number>();
  for (let at = 0; at < reader.size; ) {
    const head = reader.view(at, 27);
    if (!head) return TRUNCATED;
    if (head.getUint32(0) !== 0x4f676753) return UNREADABLE;
    const isLast = (head.getUint8(5) & 4) !== 0;
    const serial = head.getUint32(14);
    const segments = head.getUint8(26);
    const lengths = reader.bytes(at + 27, segments);
    if (lengths.length < segments) return TRUNCATED;
    at += 27 + segments + lengths.reduce((sum, length) => sum + length, 0);
    if (at > reader.size) return TRUNCATED;
    if (isLast) open.delete(serial);
    else open.add(serial);
  }
  return { verdict: 'whole', unclosed: open.size > 0 };
}

/** Readers look for the end of a PDF in its last kilobyte; scanners add padding. */
const PDF_TAIL = 4096;
const PDF_END = /startxref\s+(\d{1,15})\s+%%EOF/gu;

/**
 * The end of a PDF, and that the cross-reference table it points to is inside the file (ISO 32000-1 §7.5.5). A table that
 * is elsewhere than told is found by every reader, so it is no fault.
 */
export function checkPdf(reader: ByteReader): Structure {
  const length = Math.min(PDF_TAIL, reader.size);
  const tail = reader.text(reader.size - length, length) ?? '';
  const last = [...tail.matchAll(PDF_END)].at(-1)?.[1];
  return last === undefined || Number(last) >= reader.size ? TRUNCATED : WHOLE;
}
