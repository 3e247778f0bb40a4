/** Every way to stop and to prolong the time for a case, and to take and end measures on the party's goods. */
import { BOTH, byUnitHead, CREWS, LATE } from './ordinary.variants.ts';
import type { Variant } from './search.ts';
import { atMost, ofLast, ways } from './variants.ts';

export const STOPS: readonly Variant[] = [
  ...ways('time.stopped', ['unit-head'], atMost(2, 'time.stopped', { ground: 'testing' }), {
    'to suspend the investigation': { data: { ground: 'suspension', approvedBy: 'head' } },
    'to suspend it unapproved': { data: { ground: 'suspension' } },
  }),
  ...ways(
    'time.resumed',
    ['unit-head'],
    { ground: 'testing' },
    {
      'after a suspension': { data: { ground: 'suspension' } },
      'much later': LATE,
    },
  ),
  ...ways(
    'decision.extended',
    ['unit-head'],
    atMost(2, 'decision.extended', { approvedBy: 'head', days: 30 }),
    {
      'after discussion': { data: { discussion: true } },
      'too far': { data: { days: 31 } },
      late: { days: 220, data: { discussion: true } },
      'by the head of the unit': { data: { approvedBy: 'unit-head', discussion: true } },
    },
  ),
];

const seizure = {
  measure: 'seal',
  authority: '食品安全法第一百一十条',
  approvedBy: 'head',
  days: 30,
  papers: ['decision', 'list'],
  rightsTold: true,
  objects: [{ name: '货物', related: true }],
};

/** Measures: each once, as more of a kind differ in nothing but their number. */
export const MEASURES: readonly Variant[] = [
  ...ways('preservation.ordered', BOTH, atMost(1, 'preservation.ordered', { approvedBy: 'head' }), {
    ...CREWS,
    'the day after': { days: 1 },
    unapproved: { data: { approvedBy: 'unit-head' } },
    'in urgency': { data: { approvedBy: undefined, urgent: true } },
  }),
  ...ways(
    'preservation.resolved',
    BOTH,
    (past) => ({ ...ofLast('preservation.ordered')(past), measure: 'returned' }),
    {
      late: LATE,
    },
  ),
  ...ways('seizure.ordered', BOTH, atMost(1, 'seizure.ordered', seizure), {
    ...CREWS,
    'the day after': { days: 1 },
    unapproved: { data: { approvedBy: 'unit-head' } },
    'in urgency': { data: { approvedBy: undefined, urgent: true } },
    'without telling the rights': { data: { rightsTold: false } },
    'without authority': { data: { authority: undefined } },
    'for too long': { data: { days: 31 } },
    'without the list': { data: { papers: ['decision'] } },
    'of something unrelated': { data: { objects: [{ name: '货物', related: false }] } },
    'of what is needed for living': { data: { objects: [{ name: '口粮', livelihood: true }] } },
  }),
  ...ways(
    'seizure.extended',
    ['unit-head'],
    (past) => ({ ...ofLast('seizure.ordered')(past), approvedBy: 'head', days: 30, told: true }),
    {
      late: LATE,
      'too far': { data: { days: 31 } },
      untold: { data: { told: false } },
      ...byUnitHead,
    },
  ),
  ...ways('seizure.lifted', BOTH, ofLast('seizure.ordered')),
  ...ways(
    'seizure.disposed',
    BOTH,
    (past) => ({ ...ofLast('seizure.ordered')(past), how: 'destroyed' }),
    {
      late: LATE,
    },
  ),
  ...ways(
    'approval.given',
    ['head'],
    (past) => ({ ...ofLast('preservation.ordered')(past), approvedBy: 'head' }),
    {
      'of a seizure': { data: ofLast('seizure.ordered') },
      ...byUnitHead,
    },
  ),
];
