import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  commitment as vectors,
  hex,
  vectorField,
  vectorSalt,
} from '../../test/vectors/ledger/vectors.ts';
import { decodeUtf8, toHex, utf8 } from './bytes.ts';
import { type Json, type JsonObject, parseCanonical } from './canonical-json.ts';
import { commitField, commitEvent } from './commitment.ts';
import { checkField, type EventDraft, parseEvent, sealEvent } from './event.ts';
import { nodeHashes } from './hashes.node.ts';
import { refusal } from './refusal.testkit.ts';

const hashes = nodeHashes;
const draft: EventDraft = {
  log: 'log.example.gov.cn/350502',
  id: '0195f000-0000-7000-8000-000000000001',
  type: 'evidence.sealed',
  at: '2026-03-02T01:02:03.456Z',
  stream: '0195f000-0000-7000-8000-00000000000a',
  n: 1,
  prev: null,
  pub: { kind: '现场笔录' },
};
const fields = { party: vectorField('party'), 'blob/0': vectorField('blob/0') };
const commitment64 = hex(vectors.event.commitment);

function eventBytes(change: Partial<Record<string, Json>>): Uint8Array {
  const event = JSON.parse(vectors.event.bytes) as JsonObject;
  const changed = Object.entries({ ...event, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return utf8(JSON.stringify(Object.fromEntries(changed.sort(([a], [b]) => (a < b ? -1 : 1)))));
}

describe('commitments', () => {
  test.each(vectors.fields)('of field $name', ({ name, value, salt, commitment }) => {
    expect(toHex(commitField(hashes, name, value, vectorSalt(salt)))).toBe(commitment);
  });

  test('salts of the vectors are what they say', () => {
    expect([0, 1, 2].map((i) => toHex(vectorSalt(i)))).toEqual(vectors.salts);
  });

  test('name, value and salt all count', () => {
    const base = toHex(commitField(hashes, 'party', 'a', vectorSalt(1)));
    expect(toHex(commitField(hashes, 'party', 'b', vectorSalt(1)))).not.toBe(base);
    expect(toHex(commitField(hashes, 'party2', 'a', vectorSalt(1)))).not.toBe(base);
    expect(toHex(commitField(hashes, 'party', 'a', vectorSalt(2)))).not.toBe(base);
  });

  test.each([31, 33, 0])('a salt of %i bytes is refused', (length) => {
    const salt = new Uint8Array(length);
    expect(refusal(() => commitField(hashes, 'party', 'a', salt))).toBe('field/salt');
    expect(refusal(() => commitEvent(hashes, utf8('{}'), salt))).toBe('field/salt');
  });

  test.each(['', 'Party', '当事人', 'a b', 'a"', 'a'.repeat(65)])(
    'the field name %j is refused',
    (name) => {
      expect(refusal(() => commitField(hashes, name, 'a', vectorSalt(1)))).toBe('field/name');
    },
  );
});

describe('sealing', () => {
  test('gives the published event, byte for byte', () => {
    const { bytes, commitment, event } = sealEvent(hashes, draft, fields, vectorSalt(0));
    expect(decodeUtf8(bytes)).toBe(vectors.event.bytes);
    expect(bytes).toHaveLength(vectors.event.length);
    expect(toHex(hashes.sha256(bytes))).toBe(vectors.event.sha256);
    expect(toHex(commitment)).toBe(vectors.event.commitment);
    expect(parseEvent(bytes)).toEqual(event);
  });

  test('what was sealed opens, and nothing else does', () => {
    const { event } = sealEvent(hashes, draft, fields, vectorSalt(0));
    checkField(hashes, event, 'party', fields.party);
    const other = { ...fields.party, value: '某某食品厂' };
    expect(refusal(() => checkField(hashes, event, 'party', other))).toBe('field/differs');
    const unsalted = { ...fields.party, salt: vectorSalt(2) };
    expect(refusal(() => checkField(hashes, event, 'party', unsalted))).toBe('field/differs');
    const missing = () => checkField(hashes, event, 'officer', fields.party);
    expect(refusal(missing)).toBe('field/not-committed');
    const inherited = () => checkField(hashes, event, 'constructor', fields.party);
    expect(refusal(inherited)).toBe('field/not-committed');
  });

  test('a field may have any name the rule allows, __proto__ too', () => {
    const odd = Object.fromEntries([['__proto__', fields.party]]);
    const { event, bytes } = sealEvent(hashes, draft, odd, vectorSalt(0));
    checkField(hashes, event, '__proto__', fields.party);
    checkField(hashes, parseEvent(bytes), '__proto__', fields.party);
  });

  test('every sealed event reads back', () => {
    const value = fc.oneof(
      fc.maxSafeInteger(),
      fc
        .string({ unit: 'grapheme' })
        .map((s) => s.normalize('NFC'))
        .filter((s) => !/\p{Surrogate}/u.test(s)),
    );
    const name = fc.stringMatching(/^[a-z0-9_./-]{1,64}$/);
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.integer({ min: 2 }), (values, n) => {
        const opened = Object.fromEntries(
          Object.entries(values).map(([k, v]) => [k, { value: v, salt: vectorSalt(1) }]),
        );
        const next = { ...draft, n, prev: commitment64 };
        const { bytes, event } = sealEvent(hashes, next, opened, vectorSalt(0));
        expect(parseEvent(bytes)).toEqual(event);
        expect(parseCanonical(bytes)).toEqual(event);
      }),
    );
  });

  test('a value is hidden: the event does not hold it', () => {
    expect(vectors.event.bytes).not.toContain('某某食品店');
  });

  test.each<[string, Partial<EventDraft>]>([
    ['a log with a space', { log: 'log example' }],
    ['a UUID of another version', { id: '0195f000-0000-4000-8000-000000000001' }],
    ['an upper-case UUID', { stream: '0195F000-0000-7000-8000-00000000000A' }],
    ['a type of one word', { type: 'evidence' }],
    ['a day that does not exist', { at: '2026-02-30T01:02:03.456Z' }],
    ['an hour that does not exist', { at: '2026-02-28T24:00:00.000Z' }],
    ['a time without milliseconds', { at: '2026-02-28T01:02:03Z' }],
    ['a time with an offset', { at: '2026-02-28T01:02:03.000+08:00' }],
    ['position 0', { n: 0 }],
    ['a first event with a predecessor', { prev: commitment64 }],
    ['a second event without one', { n: 2 }],
    ['a predecessor of 63 bytes', { n: 2, prev: commitment64.slice(1) }],
  ])('refuses %s', (_, change) => {
    const seal = () => sealEvent(hashes, { ...draft, ...change }, fields, vectorSalt(0));
    expect(refusal(seal)).toBe('event/shape');
  });

  test('refuses an event over 256 KiB', () => {
    const pub = { text: '长'.repeat(90_000) };
    const seal = () => sealEvent(hashes, { ...draft, pub }, {}, vectorSalt(0));
    expect(refusal(seal)).toBe('event/too-long');
  });
});

describe('reading', () => {
  test('the published event', () => {
    const event = parseEvent(utf8(vectors.event.bytes));
    expect(event).toMatchObject({ type: 'evidence.sealed', n: 1, prev: null });
    expect(Object.keys(event.sd)).toEqual(['blob/0', 'party']);
  });

  const E = JSON.parse(vectors.event.bytes) as { sd: { party: string } };
  test.each<[string, string, Partial<Record<string, Json>>]>([
    ['event/shape', 'another version', { v: 2 }],
    ['event/shape', 'a further member', { x: 1 }],
    ['event/shape', 'a text position', { n: '1' }],
    ['event/shape', 'a list of public values', { pub: [] }],
    ['event/shape', 'commitments that are not texts', { sd: { party: 1 } }],
    ['event/shape', 'a commitment of 32 bytes', { sd: { party: 'A'.repeat(43) } }],
    ['event/shape', 'a missing predecessor', { n: 2 }],
    [
      'base64/not-canonical',
      'a commitment with spare bits',
      { sd: { party: `${E.sd.party.slice(0, -1)}h` } },
    ],
    ['base64/not-canonical', 'a padded commitment', { sd: { party: `${E.sd.party}==` } }],
    ['field/name', 'a field name of another kind', { sd: { Party: E.sd.party } }],
    ['json/not-integer', 'a fraction', { pub: { a: 1.5 } }],
  ])('refuses %s: %s', (code, _, change) => {
    expect(refusal(() => parseEvent(eventBytes(change)))).toBe(code);
  });

  test('refuses a member left out', () => {
    const without = JSON.parse(vectors.event.bytes) as Record<string, Json>;
    delete without['pub'];
    expect(refusal(() => parseEvent(utf8(JSON.stringify(without))))).toBe('event/shape');
  });

  test('refuses what is not an object', () => {
    for (const text of ['[]', 'null', '"event"', '1']) {
      expect(refusal(() => parseEvent(utf8(text)))).toBe('event/shape');
    }
  });
});
