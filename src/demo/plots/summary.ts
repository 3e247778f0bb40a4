/** Cases decided on the spot (行政处罚法 art. 51). */
import type { Beat, Plot } from '../plot.ts';
import { checked, published } from './after.ts';
import { shown } from './opening.ts';

const onTheSpot: Plot = [
  shown('identity.shown', 0, '10:00'),
  {
    act: 'premises.inspected',
    after: 0,
    at: '10:05',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { 'party-present': true },
    recording: 'skipped',
  },
];

const decided: Plot = [
  { act: 'decision.made', after: 0, at: '10:50', who: 'o1', by: ['o1', 'o2'] },
  { act: 'decision.delivered', after: 0, at: '10:55', who: 'o1', by: ['o1', 'o2'] },
];

const filed: Beat = { act: 'file.archived', after: 4, at: '15:20', who: 'archivist' };

/** A small fine, collected on the spot and handed over. */
export const COLLECTED: Plot = [
  ...onTheSpot,
  ...decided,
  {
    act: 'fine.collected',
    after: 0,
    at: '11:00',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { amount: '{fine}', receipt: true },
  },
  {
    act: 'performance.recorded',
    after: 1,
    at: '10:00',
    who: 'o1',
    fields: { what: 'handover', complete: true, note: '{performanceNote}' },
  },
  filed,
];

/** A fine paid at the bank; published on the bureau's own site, which nobody must but anybody may. */
export const PAID_LATER: Plot = [
  ...onTheSpot,
  ...decided,
  {
    act: 'performance.recorded',
    after: 2,
    at: '10:00',
    who: 'o1',
    fields: { what: 'fine', complete: true, note: '{performanceNote}' },
  },
  {
    ...checked,
    after: 2,
    papers: {
      'publication-review': {
        form: 'summary',
        channels: ['WEB'],
      },
    },
  },
  published('WEB', 0, 'summary'),
  { ...filed, after: 2 },
];

/** A warning. */
export const WARNED: Plot = [...onTheSpot, ...decided, filed];
