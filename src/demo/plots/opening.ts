/** From the clue to the open case. */
import type { Beat, Plot } from '../plot.ts';

export const source: Beat = { act: 'source.registered', after: 0, at: '09:20', who: 'o1' };

/** Certificates shown before something is done at the party's; every such visit has its own label. */
export function shown(label: string, after: number, at: string): Beat {
  return {
    act: 'identity.shown',
    label,
    after,
    at,
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { to: '{shownTo}', uniform: 'worn' },
  };
}

/** The check on the spot. */
export const inspection: Plot = [
  shown('identity.inspection', 1, '10:00'),
  {
    act: 'premises.inspected',
    after: 0,
    at: '10:05',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { 'party-present': true },
    papers: { 'delivery-address': {} },
    recording: 'skipped',
  },
];

export const opened: Beat = {
  act: 'case.opened',
  after: 3,
  at: '10:40',
  who: 'approver',
  asked: { by: 'o1', at: '09:40' },
};

export const assigned: Beat = {
  act: 'handlers.assigned',
  after: 0,
  at: '11:20',
  who: 'unitHead',
  fields: { handlers: ['{id:o1}', '{id:o2}'] },
};

export const declined: Beat = {
  act: 'case.declined',
  after: 4,
  at: '10:40',
  who: 'approver',
  asked: { by: 'o1', at: '09:40' },
};

export const extendedVerification: Beat = {
  act: 'verification.extended',
  after: 9,
  at: '15:20',
  who: 'approver',
  asked: { by: 'o1', at: '14:10' },
  fields: { days: 15 },
};

/** Clue, check, opening. */
export const OPENING: Plot = [source, ...inspection, opened, assigned];
