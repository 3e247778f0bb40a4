import { expect, test } from 'vitest';
import { commitment, hex, log, vectorEntries } from '../../test/vectors/ledger/vectors.ts';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import { type AnchorStatement, formatEntry, parseEntry, type Statement } from './entry.ts';
import { refusal } from './refusal.testkit.ts';

const genesis = JSON.parse(log.genesis) as Statement;
const anchor: AnchorStatement = {
  v: 1,
  type: 'log.anchor',
  at: '2026-01-02T00:00:00.000Z',
  origin: log.origin,
  size: 65_536,
  root: 'fVVjdbvj3uNZ+NRBwS7g0e6v5E69imPFnOazfbbgqgA=',
  root_sm3: 'fVVjdbvj3uNZ+NRBwS7g0e6v5E69imPFnOazfbbgqgA=',
};

function statementBytes(value: object): Uint8Array {
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return concatBytes(Uint8Array.of(1, 2), utf8(JSON.stringify(Object.fromEntries(sorted))));
}

test('the genesis statement is entry 0 of the vector log', () => {
  const bytes = formatEntry({ kind: 'statement', statement: genesis });
  expect(bytes).toHaveLength(log.genesisEntryLength);
  expect(bytes).toEqual(vectorEntries(1)[0]);
  expect(parseEntry(bytes)).toEqual({ kind: 'statement', statement: genesis });
});

test('an event entry is 66 bytes', () => {
  const bytes = formatEntry({ kind: 'event', commitment: hex(commitment.event.commitment) });
  expect(toHex(bytes)).toBe(`0101${commitment.event.commitment}`);
  expect(bytes).toHaveLength(66);
  expect(parseEntry(bytes)).toEqual({
    kind: 'event',
    commitment: hex(commitment.event.commitment),
  });
  expect(toHex(vectorEntries(3)[2] ?? bytes)).toBe(log.entry2);
});

test('every kind of statement reads back', () => {
  const types = [
    'log.key_add',
    'log.key_retire',
    'log.key_revoke',
    'log.recovered',
    'log.closed',
  ] as const;
  const { at, origin } = anchor;
  const others = types.map((type) => ({ v: 1, type, at, origin, reason: '演练' }) as const);
  for (const statement of [
    anchor,
    { ...genesis, policy: 'a'.repeat(64) } as Statement,
    ...others,
  ]) {
    const entry = { kind: 'statement', statement } as const;
    expect(parseEntry(formatEntry(entry))).toEqual(entry);
  }
});

test.each<[string, Uint8Array]>([
  ['entry/version', new Uint8Array()],
  ['entry/version', hex(`0001${commitment.event.commitment}`)],
  ['entry/version', hex(`0201${commitment.event.commitment}`)],
  ['entry/kind', Uint8Array.of(1)],
  ['entry/kind', hex(`0100${commitment.event.commitment}`)],
  ['entry/kind', hex(`0103${commitment.event.commitment}`)],
  ['entry/kind', hex(`01ff${commitment.event.commitment}`)],
  ['entry/length', hex(`0101${commitment.event.commitment}00`)],
  ['entry/length', hex(`0101${commitment.event.commitment.slice(2)}`)],
  ['json/not-canonical', concatBytes(Uint8Array.of(1, 2), utf8(`${log.genesis}\n`))],
  ['statement/shape', concatBytes(Uint8Array.of(1, 2), utf8('[]'))],
  ['statement/shape', statementBytes({ ...genesis, v: 2 })],
  ['statement/shape', statementBytes({ ...genesis, type: 'log.other' })],
  ['statement/shape', statementBytes({ ...genesis, at: '2026-01-01' })],
  ['statement/shape', statementBytes({ ...genesis, origin: 'a b' })],
  ['statement/shape', statementBytes({ ...genesis, hash: ['sha256'] })],
  ['statement/shape', statementBytes({ ...genesis, keys: [] })],
  ['statement/shape', statementBytes({ ...genesis, policy: 'x' })],
  ['statement/shape', statementBytes({ ...genesis, more: 1 })],
  ['statement/shape', statementBytes({ ...anchor, size: -1 })],
  ['statement/shape', statementBytes({ ...anchor, root: 'AAAA' })],
  ['base64/not-canonical', statementBytes({ ...anchor, root: 'A' })],
])('refuses %s', (code, bytes) => {
  expect(refusal(() => parseEntry(bytes))).toBe(code);
});

test('the writer refuses what no reader accepts', () => {
  const short = { kind: 'event', commitment: new Uint8Array(63) } as const;
  expect(refusal(() => formatEntry(short))).toBe('entry/length');
  const { at, origin } = anchor;
  const long = { v: 1, type: 'log.closed', at, origin, reason: '长'.repeat(20_000) } as const;
  expect(refusal(() => formatEntry({ kind: 'statement', statement: long }))).toBe('entry/length');
});
