/**
 * Base64 with exactly one text per byte string (RFC 4648 §3.5).
 *
 * The usual decoders ignore the unused low bits of the last character, so that `…q2I=` and `…q2J=` decode to the same
 * bytes: a changed character would go unnoticed. The decoders here encode again and refuse a text that differs.
 */

import { LedgerError } from './ledger-error.ts';

const STANDARD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

interface Alphabet {
  /** The two characters of each 12-bit group: half as many steps as one character at a time. */
  readonly pairs: readonly string[];
  readonly chars: string;
  /** Value of each ASCII character, 255 for those outside the alphabet. */
  readonly values: Uint8Array;
  readonly padded: boolean;
}

function alphabet(chars: string, padded: boolean): Alphabet {
  const pairs: string[] = [];
  for (const high of chars) for (const low of chars) pairs.push(high + low);
  const values = new Uint8Array(128).fill(255);
  for (let i = 0; i < 64; i++) values[chars.charCodeAt(i)] = i;
  return { pairs, chars, values, padded };
}

const standard = alphabet(STANDARD, true);
const urlSafe = alphabet(URL_SAFE, false);

function encode(bytes: Uint8Array, { pairs, chars, padded }: Alphabet): string {
  const { length } = bytes;
  let text = '';
  let i = 0;
  for (; i + 2 < length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += `${pairs[group >> 12]}${pairs[group & 4095]}`;
  }
  if (length - i === 1) {
    text += `${pairs[(bytes[i] ?? 0) << 4]}${padded ? '==' : ''}`;
  } else if (length - i === 2) {
    const group = ((bytes[i] ?? 0) << 10) | ((bytes[i + 1] ?? 0) << 2);
    text += `${pairs[group >> 6]}${chars[group & 63]}${padded ? '=' : ''}`;
  }
  return text;
}

function decode(text: string, form: Alphabet): Uint8Array {
  const body = form.padded ? text.replace(/={1,2}$/, '') : text;
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < body.length; i++) {
    const value = form.values[body.charCodeAt(i)] ?? 255;
    if (value === 255) throw new LedgerError('base64/not-canonical', 'not a base64 character');
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  if (encode(bytes, form) !== text) {
    throw new LedgerError('base64/not-canonical', 'base64 text does not encode back to itself');
  }
  return bytes;
}

/** Padded base64 (RFC 4648 §4), as in notes, checkpoints and proofs. */
export function encodeBase64(bytes: Uint8Array): string {
  return encode(bytes, standard);
}

/** Bytes of padded base64. Throws `base64/not-canonical` unless the text is the one encoding of its bytes. */
export function decodeBase64(text: string): Uint8Array {
  return decode(text, standard);
}

/** Base64url without padding (RFC 4648 §5), as in events and descriptors. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encode(bytes, urlSafe);
}

/** Bytes of unpadded base64url. Throws `base64/not-canonical` unless the text is the one encoding of its bytes. */
export function decodeBase64Url(text: string): Uint8Array {
  return decode(text, urlSafe);
}
