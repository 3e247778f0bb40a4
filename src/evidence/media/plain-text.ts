import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Whether a file is plain text: UTF-8, UTF-16 with its mark, or GB 18030, without control characters, and not beginning
 * like something a browser or a shell would run.
 */
export function isPlainText(path: string): boolean {
  const head = Buffer.alloc(HEAD);
  const fd = openSync(path, 'r');
  try {
    const text = decode(head.subarray(0, readSync(fd, head, 0, HEAD, 0)));
    return text !== null && !CONTROL.test(text) && !ACTIVE.test(text);
  } finally {
    closeSync(fd);
  }
}

const HEAD = 64 * 1024;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/u;
const ACTIVE = /^\s*(?:#!|<\?|<!|<[a-z][\w:-]*[\s/>])/iu;

/** The beginning in the first encoding that fits. A character cut at the end of the piece is no fault. */
function decode(bytes: Uint8Array): string | null {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encodings = isUtf16 ? [bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      // not this encoding
    }
  }
  return null;
}
