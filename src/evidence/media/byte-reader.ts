import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Random access to a file for walking its structure: big-endian and little-endian numbers, a window at a time. It
 * blocks, so it belongs into the process that inspects files, not into the server.
 */
export interface ByteReader {
  /** length of the file in bytes */
  readonly size: number;
  /** Up to `length` bytes from `at` on; fewer at the end of the file. Valid until the next call. */
  bytes(at: number, length: number): Uint8Array;
  /** The same for all of them, null when the file ends before. */
  view(at: number, length: number): DataView | null;
  /** Four or so bytes as text of one byte a character, null when the file ends before. */
  text(at: number, length: number): string | null;
}

/** Small, since most steps are far apart: the rest of the window would be read in vain. */
const WINDOW = 4096;

/** Opens the file for the time of `use`. */
export function withReader<Result>(path: string, use: (reader: ByteReader) => Result): Result {
  const fd = openSync(path, 'r');
  try {
    return use(newReader(fd, fstatSync(fd).size));
  } finally {
    closeSync(fd);
  }
}

function newReader(fd: number, size: number): ByteReader {
  let window = new Uint8Array(WINDOW);
  let start = 0;
  let end = 0;

  function fill(at: number, length: number): void {
    if (length > window.length) window = new Uint8Array(length);
    start = at;
    end = at;
    while (end - start < Math.min(window.length, size - start)) {
      const read = readSync(fd, window, end - start, window.length - (end - start), end);
      if (read === 0) return;
      end += read;
    }
  }

  function bytes(at: number, length: number): Uint8Array {
    const last = Math.min(at + length, size);
    if (at >= last) return new Uint8Array();
    if (at < start || last > end) fill(at, last - at);
    return window.subarray(at - start, Math.min(last, end) - start);
  }

  function view(at: number, length: number): DataView | null {
    const found = bytes(at, length);
    if (found.length < length) return null;
    return new DataView(found.buffer, found.byteOffset, length);
  }

  return {
    size,
    bytes,
    view,
    text(at, length) {
      const found = bytes(at, length);
      return found.length < length ? null : Buffer.from(found).toString('latin1');
    },
  };
}
