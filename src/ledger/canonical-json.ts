/**
 * Canonical JSON: the subset of RFC 8785 (JCS) in which everything that is hashed is written.
 *
 * Objects, arrays, strings, `true`, `false`, `null` and integers from -(2^53-1) to 2^53-1. No fractions, no exponents:
 * amounts are integer 分, coordinates integer 1e-7 degrees. Strings and keys are well-formed Unicode in normal form C,
 * checked and never repaired, because a repaired text is not the text that was signed. Keys are sorted by UTF-16 code
 * units (RFC 8785 §3.2.3), no key occurs twice, nesting is at most 64 deep.
 *
 * Example: `{"n":1,"党":["a",null]}` is canonical; `{"n":1.0}`, `{"党":1,"n":1}` and `{ "n":1}` are not.
 */

import { decodeUtf8 } from './bytes.ts';
import { LedgerError } from './ledger-error.ts';

/** A value that canonical JSON can hold. Numbers are safe integers. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}

const MAX_DEPTH = 64;

/**
 * Strings of these characters only are written between quotes as they are: none of them is escaped (RFC 8785
 * §3.2.2.2), none is half of a surrogate pair, and each is "NFC quick check: yes" with combining class 0, which makes
 * any sequence of them normal form C (UAX #15 §9). Nearly all text of a case file takes this path.
 */
const PLAIN =
  /^[ !#-[\]-\u02ff\u2010-\u2027\u2030-\u205e\u3000-\u3029\u3030-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text))
    throw new LedgerError('json/lone-surrogate', 'a string holds half a surrogate pair');
  if (text.normalize('NFC') !== text)
    throw new LedgerError('json/not-nfc', 'a string is not in normal form C');
  return JSON.stringify(text);
}

function writeNumber(value: number): string {
  if (!Number.isInteger(value))
    throw new LedgerError('json/not-integer', `${value} is not an integer`);
  if (!Number.isSafeInteger(value)) {
    throw new LedgerError('json/unsafe-integer', `${value} lies outside ±(2^53-1)`);
  }
  return value === 0 ? '0' : `${value}`;
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function sortedKeys(value: object): string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) {
    // Writers mostly list keys in order already. Comparison is by UTF-16 code units, as RFC 8785 asks.
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort();
  }
  return keys;
}

function writeObject(value: object, depth: number): string {
  if (!isPlainObject(value)) throw new LedgerError('json/not-json', 'not a plain object');
  let text = '';
  for (const key of sortedKeys(value)) {
    text += `${text === '' ? '{' : ','}${quote(key)}:${write(value[key], depth)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function writeArray(value: readonly unknown[], depth: number): string {
  let text = '[';
  for (let i = 0; i < value.length; i++) text += `${i === 0 ? '' : ','}${write(value[i], depth)}`;
  return `${text}]`;
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return writeNumber(value);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'object')
    throw new LedgerError('json/not-json', `a value of type ${typeof value}`);
  if (depth === MAX_DEPTH)
    throw new LedgerError('json/too-deep', `nested deeper than ${MAX_DEPTH}`);
  return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
}

/**
 * The canonical text of a value (RFC 8785 §3.2). Its UTF-8 bytes are what is hashed.
 * Throws `json/*` for whatever the subset excludes, `undefined` members included: a missing value is left out by the
 * caller, knowingly, or it is `null`.
 */
export function canonicalize(value: Json): string {
  return write(value, 0);
}

/**
 * The value of canonical bytes: parses, writes again and refuses bytes that differ, so that each value has one byte
 * string. That covers key order, repeated keys, spaces, `1.0`, `1e3`, `-0`, needless escapes and a byte order mark.
 * Throws `json/*`.
 */
export function parseCanonical(bytes: Uint8Array): Json {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new LedgerError('json/not-utf8', 'not UTF-8');
  const value = parseJson(text);
  if (canonicalize(value) !== text)
    throw new LedgerError('json/not-canonical', 'not in canonical form');
  return value;
}

function parseJson(text: string): Json {
  try {
    // JSON.parse is typed `any`; what it returns is JSON by definition, and `canonicalize` checks every part of it.
    return JSON.parse(text) as Json;
  } catch {
    throw new LedgerError('json/syntax', 'not JSON');
  }
}

/** Whether a JSON value is an object rather than an array or a scalar. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
