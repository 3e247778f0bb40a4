/** Whatever a script holds, a rehearsal prints a report or says what is wrong with the script; it never breaks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjudication, LAWFUL, penalty, seizure } from '../../test/support/lawful.ts';
import { pack } from '../../test/support/script.ts';
import { InputError } from './input-error.ts';
import { rehearse } from './rehearse.cli.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const folder = join(import.meta.dirname, '../../test/cases');
const scripts: Json[] = [
  ...readdirSync(folder).map(
    (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { input: Json }).input,
  ),
  ...Object.values(LAWFUL).map((lawful) => lawful().input() as Json),
];

const CODES = [
  'input/malformed',
  'input/field-missing',
  'input/person-unknown',
  'input/pack-key-unknown',
  'input/code-invalid',
  'input/id-invalid',
];
const RUN = [
  'acts',
  'archive',
  'asOf',
  'bureau',
  'clocks',
  'procedure',
  'publication',
  'records',
  'refused',
  'review',
  'warnings',
];

/** Plays a script; throws on anything that is neither a report nor an input error. */
function play(json: unknown): 'played' | 'malformed' {
  try {
    const printed = rehearse(json, pack);
    const runs = 'runs' in printed ? Object.values(printed['runs'] as object) : [printed];
    for (const run of runs) expect(Object.keys(run as object).sort()).toEqual(RUN);
    JSON.stringify(printed);
    return 'played';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(CODES).toContain(error.code);
    expect(error.pointer).toMatch(/^(\/.*)?$/);
    return 'malformed';
  }
}

/** Every place in a JSON value, as the keys that lead to it. */
function places(json: Json, at: readonly string[] = []): (readonly string[])[] {
  if (json === null || typeof json !== 'object') return [at];
  return [at, ...Object.entries(json).flatMap(([key, value]) => places(value, [...at, key]))];
}

type Change = (value: Json) => Json | undefined;

/** `json` with the value at that place changed, or left out. */
function changed(json: Json, [key, ...rest]: readonly string[], change: Change): Json | undefined {
  if (key === undefined) return change(json);
  if (Array.isArray(json))
    return json.flatMap((value, place) => {
      const now = String(place) === key ? changed(value, rest, change) : value;
      return now === undefined ? [] : [now];
    });
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) => {
      const now = name === key ? changed(value, rest, change) : value;
      return now === undefined ? [] : [[name, now]];
    }),
  );
}

/** Values that lie near the right ones, and some far away. */
const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    1,
    -1,
    0.5,
    1e9,
    1e300,
    '',
    'party',
    'o1',
    'h1',
    'v1',
    'legal',
    'case',
    'agree',
    'penalty',
    'direct',
    'GSXT',
    'WEB',
    [],
    {},
  ),
  fc.constantFrom<Json>(
    '0001-01-01',
    '9999-12-31',
    '2025-02-29',
    '2024-02-29',
    '2026-12-31T23:59:59+08:00',
    '0001-01-01T00:00:00+08:00',
    '9999-12-31T23:59:59.999+08:00',
  ),
  fc.integer(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom<Json>('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  odd.map(
    (value): Change =>
      () =>
        value,
  ),
  fc.constant<Change>(() => undefined),
  fc.constant<Change>((value) => (Array.isArray(value) ? [...value, ...value] : [value])),
  fc.constant<Change>((value) =>
    Array.isArray(value) ? value.toReversed() : typeof value === 'number' ? value * 1000 : value,
  ),
  odd.map(
    (value): Change =>
      (old) =>
        typeof old === 'object' && old !== null && !Array.isArray(old)
          ? { ...old, of: value, days: value }
          : old,
  ),
);

describe('scripts bent at random', { timeout: 240_000 }, () => {
  it('are played or refused', () => {
    const seen = { played: 0, malformed: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...scripts),
        fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 4 }),
        (script, changes) => {
          let bent: Json | undefined = script;
          for (const [pick, how] of changes) {
            if (bent === undefined) break;
            const all = places(bent);
            bent = changed(bent, all[pick % all.length] ?? [], how);
          }
          seen[play(bent ?? null)] += 1;
        },
      ),
      { numRuns: 1500 },
    );
    expect(seen.played).toBeGreaterThan(150);
    expect(seen.malformed).toBeGreaterThan(150);
  });

  it('in any year are played', () => {
    for (const script of scripts)
      for (const year of [
        '0001',
        '1970',
        '2017',
        '2019',
        '2020',
        '2021',
        '2022',
        '2023',
        '2027',
        '9999',
      ])
        expect(
          play(
            JSON.parse(
              JSON.stringify(script)
                .replaceAll(/"20\d\d(-\d\d-\d\d)/g, `"${year}$1`)
                .replaceAll('-02-29', '-02-28'),
            ),
          ),
        ).toBe('played');
  });
});

describe('periods beyond all measure', () => {
  it('are unknown, not broken', () => {
    const long = penalty()
      .upTo('case.opened')
      .add('2025-03-07', 'decision.extended', { days: 30, approvedBy: 'h1' });
    const longer = long.add('2025-03-08', 'decision.extended', {
      days: 1_000_000_000,
      approvedBy: 'h1',
      discussion: true,
    });
    expect(longer.refusals('decision.extended')).toEqual([]);
    expect(longer.play().clock('decision')).toMatchObject({ due: null, status: 'unknown' });
    const ruling = adjudication()
      .upTo('application.accepted')
      .rules({ 'adjudication.months': 99_999 });
    expect(ruling.play().clock('decision')).toMatchObject({ due: null, status: 'unknown' });
    const certificate = { number: '1', from: '2019-01-01', until: '9999-12-31' };
    const last = seizure()
      .upTo('seizure.ordered')
      .person('o1', { certificate })
      .person('o2', { certificate })
      .at('identity.shown', '9999-12-31')
      .at('seizure.ordered', '9999-12-31');
    expect(last.play().clock('seizure')).toMatchObject({ due: null, status: 'unknown' });
  });
});
