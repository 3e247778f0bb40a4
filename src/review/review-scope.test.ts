/** Which decisions need legal review: grounds, scopes and lists (rehearsal format §8). */
import { describe, expect, it } from 'vitest';
import {
  adjudication,
  confirmation,
  contested,
  inspection,
  licence,
  penalty,
  seizure,
  summary,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const SCOPES = ['STATUTE', 'LIST', 'PROVINCE_LIST', 'FIVE_GROUNDS', 'ALL_EXCEPT_SUMMARY'];
const FLAGS = [
  'public-interest',
  'social-impact',
  'major-rights',
  'complex',
  'statute',
  'grave',
  'crime',
];

const grounds = (script: Script): string[] => [...script.play().printed.review.grounds].sort();
const kind = (script: Script): string => script.play().printed.review.kind;
const scope = (value: string): Data => ({ 'review.scope': value });

describe('grounds by scope', () => {
  // In the order of FLAGS; `-` no ground.
  const expected: Readonly<Record<string, string>> = {
    STATUTE: 'y--yy--',
    LIST: 'y--yy--',
    PROVINCE_LIST: 'y--yy--',
    FIVE_GROUNDS: 'yyyyy--',
    ALL_EXCEPT_SUMMARY: 'y--yy--',
  };
  for (const value of SCOPES)
    it.each(FLAGS.map((flag, place) => [flag, expected[value]?.[place] === 'y'] as const))(
      `${value}: a case flagged %s`,
      (flag, counts) => {
        const always = value === 'ALL_EXCEPT_SUMMARY' ? ['all-except-summary'] : [];
        expect(grounds(penalty().rules(scope(value)).flags(flag))).toEqual(
          [...(counts ? [flag] : []), ...always].sort(),
        );
      },
    );

  it('several grounds are all named', () => {
    expect(
      grounds(contested().rules(scope('FIVE_GROUNDS')).flags('complex', 'major-rights')),
    ).toEqual(['complex', 'hearing-held', 'major-rights']);
  });
  it.each(SCOPES)('%s: a hearing held is a ground, a hearing asked for is not', (value) => {
    const held = contested().rules(scope(value));
    expect(grounds(held)).toContain('hearing-held');
    expect(grounds(held.until('hearing.held'))).not.toContain('hearing-held');
  });
});

describe('kind of review', () => {
  const needs: readonly (readonly [name: string, script: Script, bare: string])[] = [
    ['penalty', penalty(), 'case'],
    ['seizure', seizure(), 'none'],
    ['licence', licence(), 'none'],
    ['confirmation', confirmation(), 'none'],
    ['adjudication', adjudication(), 'none'],
  ];
  it.each(needs)(
    '%s: legal on any ground, without one as the procedure has it',
    (_name, script, bare) => {
      expect(kind(script)).toBe(bare);
      expect(kind(script.flags('complex'))).toBe('legal');
      expect(kind(script.rules(scope('ALL_EXCEPT_SUMMARY')))).toBe('legal');
      expect(script.play().printed.review.required).toBe(bare !== 'none');
    },
  );
  it.each([
    ['summary', summary()],
    ['inspection', inspection()],
  ] as const)('%s: never', (_name, script) => {
    for (const value of SCOPES) {
      const all = script.flags(...FLAGS.slice(0, 5)).rules({
        ...scope(value),
        'review.list': [{ id: 'any', procedure: script.input()['procedure'] }],
      });
      expect(all.play().printed.review).toMatchObject({
        required: false,
        kind: 'none',
        grounds: [],
      });
    }
  });
});

describe('a list entry', () => {
  const listed = (script: Script, entry: Data, more: Data = {}) =>
    grounds(
      script.rules({
        'review.list': [{ id: 'x', procedure: 'penalty.ordinary', ...entry }],
        ...more,
      }),
    );
  const fined = (penaltyData: Data) =>
    penalty()
      .upTo('investigation.concluded')
      .with('investigation.concluded', { penalty: penaltyData });
  const rows: readonly (readonly [title: string, entry: Data, penaltyData: Data, hit: boolean])[] =
    [
      ['without conditions', {}, {}, true],
      ['of another procedure', { procedure: 'licence' }, { fine: 100 }, false],
      ['a fine just below', { fineAtLeast: 5_000_000 }, { fine: 4_999_999 }, false],
      ['a fine just there', { fineAtLeast: 5_000_000 }, { fine: 5_000_000 }, true],
      ['confiscation does not make up a fine', { fineAtLeast: 100 }, { gains: 100 }, false],
      [
        'gains and goods together just below',
        { confiscationAtLeast: 100 },
        { gains: 60, goods: 39 },
        false,
      ],
      [
        'gains and goods together just there',
        { confiscationAtLeast: 100 },
        { gains: 60, goods: 40 },
        true,
      ],
      [
        'a fine does not make up confiscation',
        { confiscationAtLeast: 100 },
        { fine: 100, gains: 99 },
        false,
      ],
      ['one of the kinds', { kinds: ['revoke', 'close'] }, { close: true }, true],
      [
        'none of the kinds',
        { kinds: ['revoke', 'close'] },
        { suspend: true, revoke: false },
        false,
      ],
      [
        'all conditions hold',
        { fineAtLeast: 100, kinds: ['revoke'] },
        { fine: 100, revoke: true },
        true,
      ],
      [
        'one condition of two fails',
        { fineAtLeast: 100, kinds: ['revoke'] },
        { fine: 99, revoke: true },
        false,
      ],
    ];
  it.each(rows)('%s', (_title, entry, penaltyData, hit) => {
    for (const value of SCOPES)
      expect(listed(fined(penaltyData), entry, scope(value)).includes('list:x')).toBe(hit);
  });

  it('every entry that fits is named', () => {
    const list = [
      { id: 'a', procedure: 'penalty.ordinary', fineAtLeast: 1 },
      { id: 'b', procedure: 'penalty.ordinary', fineAtLeast: 9_000_000 },
      { id: 'c', procedure: 'penalty.ordinary' },
    ];
    expect(grounds(penalty().rules({ 'review.list': list }))).toEqual(['list:a', 'list:c']);
  });
});

describe('the penalty and the outcome that are tested', () => {
  const byFine = { 'review.list': [{ id: 'x', procedure: 'penalty.ordinary', fineAtLeast: 100 }] };
  const steps = penalty()
    .rules(byFine)
    .with('investigation.concluded', { penalty: { fine: 99 } })
    .with('notice.served', { penalty: { fine: 100 } })
    .with('decision.made', { penalty: { fine: 99 } });
  it('before the notice that of the investigation', () => {
    expect(grounds(steps.until('notice.served'))).toEqual([]);
  });
  it('from the notice on that of the last notice', () => {
    expect(grounds(steps.until('decision.made'))).toEqual(['list:x']);
  });
  it('and then that of the decision', () => {
    expect(grounds(steps)).toEqual([]);
  });
  it('a notice that was refused is not looked at', () => {
    expect(grounds(steps.until('decision.made').with('notice.served', { contents: [] }))).toEqual(
      [],
    );
  });
  it('a decision being made is tested by its own penalty', () => {
    const light = penalty()
      .rules(byFine)
      .with('review.requested', { kind: 'case' })
      .with('investigation.concluded', { penalty: {} })
      .with('notice.served', { penalty: { fine: 99 } })
      .upTo('decision.made');
    expect(
      light.with('decision.made', { penalty: { fine: 99 } }).refusals('decision.made'),
    ).toEqual([]);
    expect(
      light
        .with('notice.served', { penalty: { fine: 100 } })
        .with('decision.made', { penalty: { fine: 99 } })
        .refusals('decision.made'),
    ).toEqual([]);
    expect(
      light
        .with('notice.served', { penalty: { fine: 100 } })
        .with('decision.made', { penalty: { fine: 100 } })
        .refusals('decision.made'),
    ).toEqual(['review/not-passed']);
  });

  const byOutcome = {
    'review.list': [{ id: 'x', procedure: 'licence', outcomes: ['refused', 'not-accepted'] }],
  };
  const asked = (outcome: string | undefined) =>
    licence().rules(byOutcome).upTo('review.requested').with('review.requested', { outcome });
  it.each([
    ['refused', ['list:x']],
    ['not-accepted', ['list:x']],
    ['granted', []],
    [undefined, []],
  ])('before a decision the outcome of the request: %s', (outcome, found) => {
    expect(grounds(asked(outcome))).toEqual(found);
  });
  it('and then that of the decision', () => {
    const decided = licence().rules(byOutcome).with('review.requested', { outcome: 'granted' });
    expect(grounds(decided)).toEqual([]);
    expect(grounds(decided.with('decision.made', { outcome: 'refused' }))).toEqual(['list:x']);
  });
});

describe('the scope each bureau starts from', () => {
  it.each([
    ['national', []],
    ['licheng', []],
    ['xinzhou', []],
    ['guoyang', []],
    ['wuding', ['major-rights', 'social-impact']],
    ['jiaxing', ['all-except-summary']],
  ])('%s', (bureau, found) => {
    expect(grounds(penalty().in(bureau).flags('social-impact', 'major-rights'))).toEqual(found);
  });
});
