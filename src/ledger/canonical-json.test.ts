import canonicalizePackage from 'canonicalize';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { spec } from '../../test/vectors/ledger/vectors.ts';
import { utf8 } from './bytes.ts';
import { canonicalize, type Json, parseCanonical } from './canonical-json.ts';
import { refusal } from './refusal.testkit.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((s) => s.normalize('NFC'))
  .filter((s) => !LONE_SURROGATE.test(s));
const han = fc.string({
  unit: fc.constantFrom(...'市场监督管理局〔2026〕12号。，、\n"\\'),
  maxLength: 12,
});
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    text,
    han,
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(text, han), tie('tree'), { maxKeys: 6 }),
  ),
}));

test('writes what the canonicalize package writes', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(canonicalize(value)).toBe(canonicalizePackage(value));
    }),
    { numRuns: 1000 },
  );
});

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(tree, (value) => {
      const bytes = utf8(canonicalize(value));
      expect(canonicalize(parseCanonical(bytes))).toBe(canonicalize(value));
    }),
  );
});

test('sorts keys by UTF-16 code units as in RFC 8785 §3.2.3', () => {
  const value = JSON.parse(spec.keyOrder.input) as Json;
  const written = canonicalize(value);
  expect([...written.matchAll(/:"([^"]*)"/g)].map(([, v]) => v)).toEqual(spec.keyOrder.values);
  // The key the RFC has in this place decomposes in normal form C, so this subset refuses it.
  expect(refusal(() => canonicalize({ '\ufb33': 1 }))).toBe('json/not-nfc');
});

test('keys that read like numbers are sorted as text', () => {
  expect(canonicalize({ '10': 1, '9': 2, a: 3, '1': 4 })).toBe('{"1":4,"10":1,"9":2,"a":3}');
});

test('a member called __proto__ is a member like any other', () => {
  const bytes = utf8('{"__proto__":{"a":1},"b":2}');
  expect(canonicalize(parseCanonical(bytes))).toBe('{"__proto__":{"a":1},"b":2}');
});

test('writes the edges of what it allows', () => {
  expect(canonicalize([2 ** 53 - 1, -(2 ** 53 - 1), -0])).toBe(
    '[9007199254740991,-9007199254740991,0]',
  );
  expect(canonicalize('\u0000\u001f"\\\u007f\u2028')).toBe('"\\u0000\\u001f\\"\\\\\u007f\u2028"');
  expect(canonicalize('')).toBe('""');
});

test.each<[string, unknown]>([
  ['json/not-integer', 1.5],
  ['json/not-integer', Number.NaN],
  ['json/not-integer', Number.POSITIVE_INFINITY],
  ['json/unsafe-integer', 2 ** 53],
  ['json/lone-surrogate', 'a\ud800'],
  ['json/lone-surrogate', '\udc00b'],
  ['json/not-nfc', 'e\u0301'],
  ['json/not-nfc', '\u2126'],
  ['json/not-json', undefined],
  ['json/not-json', { a: undefined }],
  ['json/not-json', [() => 0]],
  ['json/not-json', 1n],
  ['json/not-json', new Map([['a', 1]])],
  ['json/not-json', new Date(0)],
])('refuses a value: %s', (code, value) => {
  expect(refusal(() => canonicalize(value as Json))).toBe(code);
});

test.each<[string, string | Uint8Array]>([
  ['json/not-canonical', '{"b":1,"a":2}'],
  ['json/not-canonical', '{"a":1,"a":1}'],
  ['json/not-canonical', '{"a":1,"a":2}'],
  ['json/not-canonical', '{"a": 1}'],
  ['json/not-canonical', '{"a":1}\n'],
  ['json/not-canonical', '1.0'],
  ['json/not-canonical', '1e3'],
  ['json/not-canonical', '-0'],
  ['json/not-canonical', '"\\u0041"'],
  ['json/not-canonical', '"\\/"'],
  ['json/not-integer', '0.5'],
  ['json/not-integer', '1e400'],
  ['json/unsafe-integer', '9007199254740992'],
  ['json/lone-surrogate', '"\\ud800"'],
  ['json/not-nfc', '"e\u0301"'],
  ['json/syntax', '\ufeff{}'],
  ['json/syntax', ''],
  ['json/syntax', '{"a":1'],
  ['json/not-utf8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ['json/not-utf8', Uint8Array.of(0x22, 0xc0, 0x80, 0x22)],
  ['json/too-deep', '['.repeat(65) + ']'.repeat(65)],
  ['json/too-deep', '['.repeat(200_000) + ']'.repeat(200_000)],
])('refuses bytes: %s %j', (code, input) => {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  expect(refusal(() => parseCanonical(bytes))).toBe(code);
});

test('nesting of 64 is allowed', () => {
  const text64 = '['.repeat(64) + ']'.repeat(64);
  expect(canonicalize(parseCanonical(utf8(text64)))).toBe(text64);
});

test('the short way for plain text writes what the long way would, for every character of the plane', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const char = String.fromCharCode(code);
    if (LONE_SURROGATE.test(char) || char.normalize('NFC') !== char) {
      expect(refusal(() => canonicalize(char))).toMatch(/^json\/(lone-surrogate|not-nfc)$/);
    } else if (canonicalize(char) !== JSON.stringify(char)) {
      expect.fail(`U+${code.toString(16)}`);
    }
  }
});

test('no two characters of the short way compose: every decomposed character of Unicode is refused', () => {
  let refused = 0;
  for (let code = 0; code <= 0x10ffff; code++) {
    const decomposed = String.fromCodePoint(code).normalize('NFD');
    if (decomposed.normalize('NFC') === decomposed) continue;
    if (refusal(() => canonicalize(decomposed)) !== 'json/not-nfc') {
      expect.fail(`U+${code.toString(16)}`);
    }
    refused += 1;
  }
  expect(refused).toBeGreaterThan(12_000);
});
