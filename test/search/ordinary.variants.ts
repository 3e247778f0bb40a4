/** Every way to do what stands between a source and a decision on an ordinary penalty. */
import { ITEMS, MATERIALS } from '../support/lawful.ts';
import type { Data } from './past.ts';
import { NOTICE } from './property.ts';
import type { Variant } from './search.ts';
import { atMost, ways } from './variants.ts';

/** Two officers; all whose certificates can be shown at once. */
export const BOTH = ['o1', 'o2'];
const ALL = ['o1', 'o2', 'o3', 'lapsed'];

/** What may be wrong with those who stand before the party. */
export const CREWS = {
  'by one officer': { by: ['o1'] },
  'by an officer and an assistant': { by: ['o1', 'helper'] },
  'by an officer whose certificate has lapsed': { by: ['o1', 'lapsed'] },
  'by another officer': { by: ['o1', 'o3'] },
};
/** More days than any of the time limits that matter here. */
export const LATE = { days: 70 };
export const byUnitHead = { 'by the head of the unit': { data: { approvedBy: 'unit-head' } } };
const byNobody = { 'approved by nobody': { data: { approvedBy: undefined } } };

/** Time goes by: an order that concerns nothing else, once the day after and once much later. */
const time = (days: number, name: string): Variant => ({
  name: `rectification.ordered ${name}`,
  code: 'rectification.ordered',
  by: ['o1'],
  data: (past) =>
    past.hasSince(0, 'rectification.ordered', (d) => d['note'] === name) ? null : { note: name },
  days,
});
export const TIME: readonly Variant[] = [time(1, 'the day after'), time(70, 'much later')];

export const SHOWN = ways('identity.shown', ALL, {}, { 'by one officer': { by: ['o1'] } });

export const SOURCE = ways('source.registered', BOTH, { kind: 'complaint' });

export const OPENING: readonly Variant[] = [
  ...SOURCE,
  ...ways(
    'verification.extended',
    ['unit-head'],
    { approvedBy: 'head' },
    {
      'by the days': { data: { days: 15 } },
      'too far': { data: { days: 16 } },
      late: LATE,
      ...byUnitHead,
    },
  ),
  ...ways(
    'case.opened',
    ['unit-head'],
    { approvedBy: 'head', conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'] },
    {
      ...byUnitHead,
      ...byNobody,
      'out of time': { data: { conditions: ['evidence', 'punishable', 'jurisdiction'] } },
    },
  ),
  ...ways(
    'case.declined',
    ['unit-head'],
    { approvedBy: 'head', ground: '轻微' },
    {
      ...byUnitHead,
      'on no paper': { data: { doc: false } },
    },
  ),
  ...ways(
    'handlers.assigned',
    ['unit-head'],
    { handlers: BOTH },
    {
      'to one': { data: { handlers: ['o1'] } },
      'to an officer and an assistant': { data: { handlers: ['o1', 'helper'] } },
      'to one twice': { data: { handlers: ['o1', 'o1'] } },
      'to one whose certificate has lapsed': { data: { handlers: ['o1', 'lapsed'] } },
      'to one untrained': { data: { handlers: ['o1', 'fresh'] } },
    },
  ),
];

/** Inspections and the taking of evidence. */
export const EVIDENCE: readonly Variant[] = [
  ...ways(
    'premises.inspected',
    BOTH,
    { rightsTold: true },
    {
      ...CREWS,
      'the day after': { days: 1 },
      'without telling the rights': { data: { rightsTold: false } },
    },
  ),
  ...ways(
    'evidence.recorded',
    BOTH,
    { kind: 'document', rightsTold: true },
    {
      ...CREWS,
      'the day after': { days: 1 },
      'without telling the rights': { data: { rightsTold: false } },
    },
  ),
];

export const CONCLUDED = (penalty: Data): Variant[] =>
  ways(
    'investigation.concluded',
    ['o1'],
    { report: ['party', 'process', 'facts', 'nature', 'disposition', 'discretion'], penalty },
    {
      'without the discretion': {
        data: { report: ['party', 'process', 'facts', 'nature', 'disposition'] },
      },
    },
  );

/** Reviewers of whom something is wrong, each in one point. */
const REVIEWERS = {
  'by one unlicensed': { by: ['unlicensed'] },
  'by one unlisted': { by: ['unlisted'] },
  'by one untrained': { by: ['untrained'] },
  'by a handler': { by: ['o1'] },
  'by one who gathered evidence': { by: ['o3'] },
};

export const REVIEWS: readonly Variant[] = [
  ...ways(
    'review.requested',
    ['unit-head'],
    { kind: 'legal', draft: 'v1', materials: MATERIALS },
    {
      'of another draft': { data: { draft: 'v2' } },
      'of the case': { data: { kind: 'case' } },
      'without the evidence': { data: { materials: ['report', 'draft'] } },
      'of the case, without the evidence': {
        data: { kind: 'case', materials: ['report', 'draft'] },
      },
      'of an outcome listed': { data: { outcome: 'no-case' } },
    },
  ),
  ...ways('review.accepted', ['reviewer'], {}, REVIEWERS),
  ...ways(
    'review.extended',
    ['reviewer'],
    atMost(1, 'review.extended', { approvedBy: 'head', days: 5 }),
    {
      late: LATE,
      ...byUnitHead,
    },
  ),
  ...ways(
    'review.concluded',
    ['reviewer'],
    { opinion: 'agree', items: ITEMS },
    {
      ...REVIEWERS,
      'asking for correction': { data: { opinion: 'correct' } },
      'without the facts': { data: { items: ITEMS.filter((item) => item !== 'facts') } },
      'without what the bureau added': { data: { items: ITEMS.slice(0, 7) } },
    },
  ),
  ...ways(
    'disagreement.raised',
    ['unit-head'],
    atMost(1, 'disagreement.raised', { reason: '异议' }),
  ),
  ...ways(
    'disagreement.resolved',
    ['head'],
    { outcome: 'handlers-upheld', decidedBy: 'head' },
    {
      'by the head of the unit': { data: { decidedBy: 'unit-head' } },
    },
  ),
  ...ways('proposal.approved', ['head'], { approvedBy: 'head' }, byUnitHead),
  ...ways('discussion.held', ['head'], { conclusion: '处罚' }),
];

/** Notices of each of these penalties, named by it. */
export const NOTICES = (penalties: Readonly<Record<string, Data>>): Variant[] => {
  const contents = [...NOTICE, 'hearing-right'];
  return Object.entries(penalties).flatMap(([name, penalty], place) => {
    const [served, ...faulty] = ways(
      'notice.served',
      ['o1'],
      { method: 'direct', penalty, contents },
      {
        'without the right to a hearing': { data: { contents: NOTICE } },
        'without the reasons': { data: { contents: contents.filter((one) => one !== 'reasons') } },
      },
    );
    if (!served) return [];
    return place === 0 ? [served, ...faulty] : [{ ...served, name: `notice.served of ${name}` }];
  });
};

export const STATEMENTS: readonly Variant[] = [
  ...ways('statement.heard', BOTH, {}, { 'much later': { days: 21 } }),
  ...ways(
    'statement.waived',
    BOTH,
    { rights: ['statement'] },
    {
      'with the hearing': { data: { rights: ['statement', 'hearing'] } },
      'of the hearing alone': { data: { rights: ['hearing'] } },
    },
  ),
  ...ways('statement.reviewed', BOTH, { adopted: false, reasons: '无新证据' }),
];

export const HEARINGS: readonly Variant[] = [
  ...ways('hearing.requested', ['party'], {}, { late: { days: 21 } }),
  ...ways(
    'hearing.notified',
    ['unit-head'],
    { on: '2025-12-31', chair: 'chair' },
    {
      'under a handler': { data: { chair: 'o2' } },
    },
  ),
  // Seven working days have always passed after three weeks.
  ...ways(
    'hearing.held',
    ['chair'],
    { chair: 'chair' },
    {
      'in time': { days: 21 },
      'under a handler': { data: { chair: 'o2' }, days: 21 },
    },
  ),
];

export const CRIMES: readonly Variant[] = [
  ...ways('crime.reported', ['unit-head'], {}),
  ...ways(
    'transfer.ordered',
    ['head'],
    { approve: true, approvedBy: 'head' },
    {
      'not to be sent': { data: { approve: false, reasons: '证据不足' } },
      'not to be sent, without reasons': { data: { approve: false } },
      ...byUnitHead,
    },
  ),
  ...ways(
    'transfer.sent',
    ['o1'],
    { papers: ['letter', 'report', 'goods-list', 'test-report'] },
    {
      'without the test report': { data: { papers: ['letter', 'report', 'goods-list'] } },
    },
  ),
];

export const CLOSED = ways(
  'case.closed',
  ['head'],
  { ground: 'terminated', approvedBy: 'head' },
  {
    ...byUnitHead,
    'on no paper': { data: { doc: false } },
    'as executed': { data: { ground: 'executed' } },
    'for another reason': { data: { ground: 'other' } },
  },
);

/** Decisions on each of these penalties, the first in every way. Five working days have always passed after three weeks. */
export const DECISIONS = (penalties: Readonly<Record<string, Data>>): Variant[] => {
  const [first = {}, ...others] = Object.values(penalties);
  const names = Object.keys(penalties).slice(1);
  const range = (fine: number, step: string) => ({
    days: 21,
    data: { penalty: { ...first, fine }, discretion: { min: 1_000_000, max: 2_000_000, step } },
  });
  const said = {
    outcome: 'penalty',
    draft: 'v1',
    approvedBy: 'head',
    number: '楚武市监处罚〔2025〕7号',
    reasons: ['evidence', 'basis', 'discretion'],
    remedy: { path: 'either', body: 'government' },
    penalty: first,
  };
  const later = (data: Data) => ({ data, days: 21 });
  const lenient = { remedy: undefined, penalty: undefined };
  const [atOnce, ...waiting] = ways('decision.made', ['head'], said, {
    'in time': { days: 21 },
    'of another draft': later({ draft: 'v2' }),
    'by the head of the unit': later({ approvedBy: 'unit-head' }),
    'with a remedy nobody hears': later({ remedy: { path: 'either', body: 'superior-bureau' } }),
    'without a remedy': later({ remedy: undefined }),
    'without its reasons': later({ reasons: ['evidence', 'basis'] }),
    'under no number': later({ number: '7号' }),
    'above the maximum': range(2_000_001, 'heavier'),
    'below the minimum': range(999_999, 'lighter'),
    'lighter than its step': range(1_400_000, 'heavier'),
    'heavier than its step': range(1_400_000, 'lighter'),
    'not mitigated': range(1_000_000, 'mitigated'),
    mitigated: range(999_999, 'mitigated'),
    'sparing the party': { data: { ...lenient, outcome: 'no-penalty' } },
    'sparing the party in another draft': {
      data: { ...lenient, outcome: 'no-penalty', draft: 'v2' },
    },
    'finding no case': { data: { ...lenient, outcome: 'no-case' } },
    'transferring it': { data: { ...lenient, outcome: 'transfer' } },
    ...Object.fromEntries(
      others.map((penalty, place) => [`of ${names[place]}`, later({ penalty })]),
    ),
  });
  return [...(atOnce ? [{ ...atOnce, name: 'decision.made at once' }] : []), ...waiting];
};
