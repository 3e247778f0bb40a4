/** The shape of what a rehearsal prints, and its warnings (rehearsal format §12). */
import { describe, expect, it } from 'vitest';
import { LAWFUL, licence, penalty, seizure } from '../../test/support/lawful.ts';
import { pack, type Script } from '../../test/support/script.ts';
import { rehearse } from './rehearse.cli.ts';

const day = expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/);
const moment = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/);
const or = (...kinds: unknown[]) => ({
  asymmetricMatch: (value: unknown) =>
    kinds.some((kind) => (kind === null ? value === null : isMatch(kind, value))),
});
function isMatch(kind: unknown, value: unknown): boolean {
  try {
    expect(value).toEqual(kind);
    return true;
  } catch {
    return false;
  }
}

const texts = expect.arrayContaining([]);
const CLOCK = {
  id: expect.stringMatching(/^[a-zA-Z.]+#\d+$/),
  name: expect.any(String),
  act: expect.any(Number),
  unit: expect.stringMatching(/^(working-day|day|month|hour)$/),
  length: expect.any(Number),
  started: or(day, moment),
  due: or(day, moment, null),
  ended: or(day, moment, null),
  status: expect.stringMatching(/^(met|late|running|overdue|lapsed|paused|unknown)$/),
  basis: texts,
  counted: expect.any(Number),
  skipped: { weekend: expect.any(Number), holiday: expect.any(Number), paused: expect.any(Number) },
  makeup: expect.any(Number),
  rolled: expect.any(Number),
};
const CHANNEL = {
  channel: expect.any(String),
  alternatives: texts,
  form: expect.stringMatching(/^(ANY|SUMMARY|FULL_REDACTED|FULL_OR_SUMMARY|BOTH)$/),
  fields: texts,
  limit: expect.any(Number),
  due: or(day, null),
  status: expect.stringMatching(
    /^(withdrawn|to-withdraw|published-late|published|overturned|withheld|not-started|unknown|due|overdue)$/,
  ),
  publishedOn: or(day, null),
  withdrawnOn: or(day, null),
  until: or(day, null),
};
const SUMMARY = {
  authority: expect.any(String),
  party: expect.any(String),
  category: expect.any(String),
  date: day,
  number: or(expect.any(String), null),
};
const WARNINGS = [
  'clock/late',
  'clock/overdue',
  'record/text-missing',
  'record/av-gap-unexplained',
  'rectification/missing',
  'licence/deemed-accepted',
  'seizure/not-lifted',
  'calendar/not-published',
];

/** Each lawful case cut after each act: every state a case passes through. */
const STATES: readonly (readonly [string, Script])[] = Object.entries(LAWFUL).flatMap(
  ([name, lawful]) =>
    [...new Set(lawful().steps.map(({ act }) => act))].map(
      (act) => [`${name} up to ${act}`, lawful().upTo(act)] as const,
    ),
);

describe('the printed object', () => {
  it.each(STATES)('%s', (_title, script) => {
    const { printed } = script.play();
    expect(Object.keys(printed).sort()).toEqual([
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
    ]);
    expect(printed.asOf).toEqual(moment);
    printed.acts.forEach((act, place) => {
      expect(act).toEqual({
        n: place + 1,
        at: moment,
        act: script.steps[place]?.act,
        outcome: 'accepted',
      });
    });
    for (const clock of printed.clocks) expect(clock).toEqual(CLOCK);
    expect(new Set(printed.clocks.map(({ id }) => id)).size).toBe(printed.clocks.length);
    expect(printed.review).toEqual({
      required: expect.any(Boolean),
      kind: expect.stringMatching(/^(legal|case|none)$/),
      grounds: texts,
      status: expect.stringMatching(/^(none|requested|accepted|passed|not-passed)$/),
      rounds: expect.any(Number),
    });
    expect(printed.publication).toEqual({
      required: expect.any(Boolean),
      withheld: null,
      summary: or(SUMMARY, null),
      channels: expect.any(Array),
    });
    for (const channel of printed.publication.channels) expect(channel).toEqual(CHANNEL);
    for (const duty of printed.records.av)
      expect(duty).toEqual({
        act: expect.any(Number),
        level: expect.stringMatching(/^(full|as-needed)$/),
        status: expect.stringMatching(/^(stored|made|skipped|missing)$/),
      });
    for (const one of printed.records.missing) expect(one).toMatch(/^(av|text):\d+$/);
    for (const one of printed.archive.missing)
      expect(one).toMatch(/^(act:[a-z.-]+|(text|av|measure):\d+)$/);
    expect(printed.archive.ready).toBe(printed.archive.missing.length === 0);
    for (const { code } of printed.warnings) expect(WARNINGS).toContain(code);
  });

  it('a refused act says why, with basis and the requirements of its own bureau', () => {
    const refused = penalty().upTo('premises.inspected').without('identity.shown');
    const why = (bureau: string) => refused.in(bureau).play().printed.acts[1];
    expect(why('wuding')).toEqual({
      n: 2,
      at: '2025-03-04T10:05:00+08:00',
      act: 'premises.inspected',
      outcome: 'refused',
      refusals: [
        {
          code: 'identity/not-shown',
          requirements: ['WD-2.1.3a'],
          basis: ['行政处罚法 第五十五条', '行政强制法 第十八条第三项'],
          explanation: expect.any(String),
        },
      ],
    });
    expect(why('national')?.refusals?.[0]?.requirements).toEqual([]);
  });

  it('lists the refused acts', () => {
    const { refused } = penalty().upTo('case.opened').without('identity.shown').play().printed;
    expect(refused).toEqual([2, 3]);
  });

  it('judges open clocks at the last act unless told otherwise', () => {
    const { acts, asOf: _, ...input } = penalty().upTo('source.registered').input();
    expect(rehearse({ ...input, acts }, pack)).toMatchObject({
      asOf: '2025-03-03T09:00:00+08:00',
      clocks: [{ status: 'running' }],
    });
    expect(rehearse({ ...input, acts, asOf: '2025-03-25T00:00+08:00' }, pack)).toMatchObject({
      asOf: '2025-03-25T00:00:00+08:00',
      clocks: [{ status: 'overdue' }],
    });
  });

  it('without acts says what is missing and nothing else', () => {
    expect(rehearse({ ...penalty().input(), acts: [] }, pack)).toMatchObject({
      acts: [],
      refused: [],
      clocks: [],
      warnings: [],
      archive: { ready: false },
    });
  });

  it('several bureaus are printed side by side', () => {
    const { bureau: _, ...input } = penalty().input();
    for (const key of ['bureau', 'bureaus']) {
      const printed = rehearse({ ...input, [key]: ['xinzhou', 'wuding'] }, pack);
      expect(printed).toEqual({
        runs: {
          xinzhou: penalty().in('xinzhou').play().printed,
          wuding: penalty().in('wuding').play().printed,
        },
      });
    }
  });

  it('plays the input of a worked case and ignores its siblings', () => {
    const input = penalty().input();
    expect(rehearse({ title: '例', note: 1, expect: { refused: [99] }, input }, pack)).toEqual(
      rehearse(input, pack),
    );
  });

  it('values for a bureau win over those for all', () => {
    const { bureau: _, ...input } = penalty().input();
    const printed = rehearse(
      {
        ...input,
        bureaus: ['national', 'wuding'],
        pack: { 'review.scope': 'STATUTE' },
        packs: { wuding: { 'review.scope': 'ALL_EXCEPT_SUMMARY' } },
      },
      pack,
    );
    expect(printed).toMatchObject({
      runs: {
        national: { review: { grounds: [] } },
        wuding: { review: { grounds: ['all-except-summary'] } },
      },
    });
  });
});

describe('warnings that no clock gives', () => {
  it('a seizure that lapsed and is still held', () => {
    const held = seizure().upTo('seizure.ordered');
    expect(held.asOf('2025-04-03 23:59').play().warnings('seizure/not-lifted')).toEqual([]);
    expect(held.asOf('2025-04-04').play().warnings('seizure/not-lifted')).toEqual([
      { code: 'seizure/not-lifted', act: 6 },
    ]);
    expect(
      held
        .add('2025-04-10', 'seizure.lifted', { of: 6 })
        .asOf('2025-04-30')
        .play()
        .warnings('seizure/not-lifted'),
    ).toEqual([]);
  });
  it('a penalty without an order to put things right', () => {
    const idle = penalty().without('rectification.ordered');
    expect(idle.play().warnings('rectification/missing')).toEqual([
      { code: 'rectification/missing', act: 13 },
    ]);
    expect(penalty().play().warnings('rectification/missing')).toEqual([]);
    expect(
      idle
        .without('notice.served')
        .with('decision.made', { outcome: 'no-penalty', penalty: undefined })
        .play()
        .warnings('rectification/missing'),
    ).toEqual([]);
    expect(idle.until('decision.made').play().warnings('rectification/missing')).toEqual([]);
  });
  it('none of a lawful case', () => {
    expect(licence().play().printed.warnings).toEqual([]);
  });
});
