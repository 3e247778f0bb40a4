/** Where, by when, in which form and how long a decision is published, and how that stands (rehearsal format §9). */
import { describe, expect, it } from 'vitest';
import {
  adjudication,
  CITIZEN,
  confirmation,
  inspection,
  licence,
  penalty,
  seizure,
  summary,
  TRADER,
} from '../../test/support/lawful.ts';
import type { Outcome } from '../../test/support/outcome.ts';
import type { Data, Script } from '../../test/support/script.ts';

const decided = penalty().upTo('decision.made').asOf('2025-03-24');
const fined = (data: Data, party: Data = {}) => {
  const script = penalty()
    .upTo('decision.made')
    .with('notice.served', { penalty: data })
    .with('decision.made', { penalty: data });
  return Object.keys(party).length > 0 ? script.party(party) : script;
};
const dues = (outcome: Outcome) =>
  Object.fromEntries(
    outcome.printed.publication.channels.map(({ channel, due }) => [channel, due]),
  );
const inBureau = (script: Script, bureau: string) => dues(script.in(bureau).play());

describe('what must be published', () => {
  const required = (script: Script) => script.play().printed.publication.required;
  it.each([
    ['a fine', { fine: 100 }, true],
    ['confiscation', { goods: 100 }, true],
    ['a criticism', { criticism: true }, true],
    ['a warning with a fine', { warning: true, fine: 100 }, true],
    ['a mere warning', { warning: true }, false],
    ['a warning with amounts of nothing', { warning: true, fine: 0, gains: 0 }, false],
    ['a penalty of nothing', {}, false],
  ] as const)('an ordinary penalty: %s', (_title, data, wanted) => {
    expect(required(fined(data))).toBe(wanted);
  });
  it('no decision other than a penalty', () => {
    for (const outcome of ['no-penalty', 'no-case', 'transfer'])
      expect(required(decided.without('notice.served').with('decision.made', { outcome }))).toBe(
        false,
      );
  });
  it('a summary penalty only where the bureau says so, and then as an ordinary one', () => {
    const all = { 'publish.summaryProcedure': true };
    expect(required(summary())).toBe(false);
    expect(required(summary().rules(all))).toBe(true);
    expect(
      required(
        summary()
          .rules(all)
          .with('decision.made', { penalty: { warning: true } }),
      ),
    ).toBe(false);
    expect(dues(summary().rules(all).play())).toEqual({ WEB: '2025-03-13' });
  });
  it.each([
    ['seizure', seizure(), true],
    ['inspection', inspection(), true],
    ['ruling', adjudication(), true],
    ['licence granted', licence(), true],
    ['licence refused', licence().with('decision.made', { outcome: 'refused' }), false],
    [
      'application not accepted',
      licence().with('decision.made', { outcome: 'not-accepted' }),
      false,
    ],
    ['registration confirmed', confirmation(), true],
    ['registration refused', confirmation().with('decision.made', { outcome: 'refused' }), false],
  ] as const)('%s: %s', (_title, script, wanted) => {
    expect(required(script)).toBe(wanted);
    if (!wanted)
      expect(script.play().printed.publication).toMatchObject({ channels: [], summary: null });
  });
});

describe('channels and days', () => {
  it('[QZ-10a] [QZ-10b] twenty working days, seven for licences and compulsion', () => {
    expect(inBureau(seizure(), 'licheng')).toEqual({ WEB: '2025-03-13' });
    expect(inBureau(licence(), 'licheng')).toEqual({ WEB: '2025-03-14' });
    expect(inBureau(inspection(), 'licheng')).toEqual({ GSXT: '2025-04-01' });
    expect(inBureau(adjudication(), 'licheng')).toEqual({ WEB: '2025-04-02' });
    expect(inBureau(confirmation(), 'licheng')).toEqual({ WEB: '2025-04-02' });
  });
  it('[QZ-10c] a penalty as the superior says, sooner than the bureau’s own word', () => {
    expect(inBureau(decided, 'licheng')).toEqual({ WEB: '2025-04-01', GSXT: '2025-04-21' });
    expect(dues(decided.in('licheng').rules({ 'publish.limit.penalty': 20 }).play())).toEqual({
      WEB: '2025-04-21',
      GSXT: '2025-04-21',
    });
  });
  it('[XZ-G-9a] [XZ-G-9b] twenty working days, seven for licences and penalties', () => {
    expect(inBureau(seizure(), 'xinzhou')).toEqual({ WEB: '2025-04-01' });
    expect(inBureau(inspection(), 'xinzhou')).toEqual({ GSXT: '2025-04-01', WEB: '2025-04-01' });
    expect(inBureau(licence(), 'xinzhou')).toEqual({ WEB: '2025-03-14' });
    expect(inBureau(decided, 'xinzhou')).toEqual({ WEB: '2025-04-01', GSXT: '2025-04-21' });
  });
  it('[JX-1.7a] [JX-1.7b] seven for licences and penalties, there and in the national system', () => {
    expect(inBureau(decided, 'jiaxing')).toEqual({ ZWFW: '2025-04-01', GSXT: '2025-04-01' });
    expect(inBureau(licence(), 'jiaxing')).toEqual({ ZWFW: '2025-03-14', GSXT: '2025-03-14' });
    expect(inBureau(seizure(), 'jiaxing')).toEqual({ ZWFW: '2025-04-01' });
    expect(inBureau(inspection(), 'jiaxing')).toEqual({ GSXT: '2025-04-02', ZWFW: '2025-04-02' });
  });
  it('a citizen is not shown in the penalty system, an individual business is', () => {
    expect(dues(fined({ fine: 900_000 }, CITIZEN).play())).toEqual({ WEB: '2025-04-01' });
    expect(dues(fined({ fine: 900_000 }, TRADER).play())).toEqual({
      WEB: '2025-04-01',
      GSXT: '2025-04-21',
    });
    expect(dues(inspection().party(CITIZEN).play())).toHaveProperty('GSXT');
  });
  it('the rule for a channel wins over the rule for a kind', () => {
    expect(
      dues(decided.rules({ 'publish.limit.penalty': 3, 'publish.limit.penalty.GSXT': 5 }).play()),
    ).toEqual({ WEB: '2025-03-26', GSXT: '2025-03-28' });
    expect(dues(decided.rules({ 'publish.limit.penalty': 3 }).play())).toEqual({
      WEB: '2025-03-26',
      GSXT: '2025-04-21',
    });
    expect(dues(seizure().rules({ 'publish.limit.compulsion.WEB': 1 }).play())).toEqual({
      WEB: '2025-03-05',
    });
  });
  it('the site has alternatives, one of which is enough', () => {
    const outcome = penalty().in('jiaxing').play();
    expect(outcome.channel('ZWFW')).toMatchObject({
      alternatives: ['WEB'],
      status: 'published',
      publishedOn: '2025-03-24',
    });
    expect(outcome.clock('publication.ZWFW')).toMatchObject({
      id: 'publication.ZWFW#14',
      ended: '2025-03-24',
      status: 'met',
    });
    expect(
      penalty()
        .rules({ 'publish.site': ['WINDOW', 'HALL', 'WEB'] })
        .play()
        .channel('WINDOW'),
    ).toMatchObject({ alternatives: ['HALL', 'WEB'], status: 'published' });
  });
  it('an inspection counts from where the bureau says, and once', () => {
    const again = inspection()
      .after('premises.inspected', ['premises.inspected', { finding: 'none' }, ['o1', 'o2']])
      .without('record.av.skipped');
    expect(
      again
        .play()
        .printed.clocks.map(({ id }) => id)
        .filter((id) => id.startsWith('publication')),
    ).toEqual(['publication.GSXT#5']);
    const completed = again.rules({ 'publish.start.inspection': 'inspection.completed' });
    expect(
      completed
        .play()
        .printed.clocks.map(({ id, started }) => [id, started])
        .filter(([id]) => id?.startsWith('publication')),
    ).toEqual([['publication.GSXT#7', '2025-03-05']]);
    const open = completed.upTo('premises.inspected').play();
    expect(open.findClock('publication.GSXT')).toBeUndefined();
    expect(open.channel('GSXT')).toMatchObject({ due: null, status: 'not-started' });
  });
  it('a seizure within a penalty case is not published on its own', () => {
    const held = penalty()
      .upTo('premises.inspected')
      .after('premises.inspected', [
        'seizure.ordered',
        {
          measure: 'seal',
          authority: '食品安全法',
          approvedBy: 'h1',
          days: 30,
          papers: ['decision', 'list'],
          rightsTold: true,
        },
        ['o1', 'o2'],
      ])
      .play();
    expect(held.printed.publication).toMatchObject({ required: false, channels: [] });
  });
});

describe('forms and fields', () => {
  it.each([
    ['national', 'ANY', 4],
    ['licheng', 'SUMMARY', 4],
    ['wuding', 'FULL_REDACTED', 4],
    ['xinzhou', 'FULL_OR_SUMMARY', 5],
    ['jiaxing', 'SUMMARY', 4],
    ['guoyang', 'ANY', 4],
  ])('%s', (bureau, form, fields) => {
    const outcome = penalty().in(bureau).play();
    const [site] = outcome.printed.publication.channels;
    expect(site).toMatchObject({ form });
    expect(site?.fields).toHaveLength(fields);
    expect(outcome.channel('GSXT').form).toBe('BOTH');
    expect([...outcome.channel('GSXT').fields].sort()).toEqual([
      'authority',
      'date',
      'number',
      'party',
      'penalty',
      'violation',
    ]);
    expect(inspection().in(bureau).play().channel('GSXT').form).toBe(form);
  });
});

describe('the summary shown', () => {
  it('names bureau, party, kind, day and number', () => {
    expect(decided.in('licheng').play().printed.publication.summary).toEqual({
      authority: '泉州市鲤城区市场监督管理局',
      party: '晨禾生鲜超市有限公司',
      category: 'penalty',
      date: '2025-03-21',
      number: '忻市监处罚〔2025〕31号',
    });
  });
  it.each([
    ['compulsion', '2025-03-04', seizure()],
    ['inspection', '2025-03-04', inspection()],
    ['licence', '2025-03-05', licence()],
    ['other', '2025-03-05', confirmation()],
    ['other', '2025-03-05', adjudication()],
  ] as const)('%s of %s', (category, date, script) => {
    expect(script.in('wuding').play().printed.publication.summary).toMatchObject({
      authority: '武定县市场监督管理局',
      category,
      date,
      number: null,
    });
  });
  it('[WD-2.1.4b] shows a citizen by family name only', () => {
    const shown = (party: Data) =>
      fined({ fine: 100 }, party).in('wuding').play().printed.publication.summary?.['party'];
    expect(shown({ kind: 'natural', name: '张绍荣' })).toBe('张某');
    expect(shown(CITIZEN)).toBe('欧阳某');
    expect(shown(TRADER)).toBe('顺达烟酒商行');
  });
});

describe('how long', () => {
  const until = (data: Data, rules: Data = {}, on = '2025-03-24') => {
    const script = penalty()
      .until('performance.recorded')
      .with('notice.served', { penalty: data })
      .with('decision.made', { penalty: data })
      .rules(rules);
    return script
      .at('publication.reviewed', on)
      .at('publication.published', on)
      .asOf(on)
      .play()
      .channel('GSXT').until;
  };
  it.each([
    ['a fine', { fine: 1 }, '2028-03-24'],
    ['a criticism', { criticism: true }, '2025-06-24'],
    ['a criticism and a warning', { criticism: true, warning: true }, '2025-06-24'],
    ['a criticism and goods', { criticism: true, goods: 1 }, '2028-03-24'],
    ['a licence suspended', { suspendLicence: true }, '2028-03-24'],
  ] as const)('%s', (_title, data, wanted) => {
    expect(until(data)).toBe(wanted);
  });
  it('a fine of the lower amounts as the province has it', () => {
    const low = { 'publish.lowFine': 50_000 };
    expect(until({ fine: 50_000 }, low)).toBe('2025-06-24');
    expect(until({ fine: 50_001 }, low)).toBe('2028-03-24');
    expect(until({ fine: 50_000, gains: 1 }, low)).toBe('2028-03-24');
  });
  it('the same day number, or the last of the month', () => {
    expect(until({ criticism: true }, {}, '2025-11-30')).toBe('2026-02-28');
  });
  it('is not said of the site, nor before publication', () => {
    expect(penalty().play().channel('WEB').until).toBeNull();
    expect(decided.play().channel('GSXT').until).toBeNull();
  });
});
