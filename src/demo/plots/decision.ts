/** From the notice to the delivered decision. */
import type { Beat, Plot } from '../plot.ts';
import { shown } from './opening.ts';

export const notice: Beat = {
  act: 'notice.served',
  after: 1,
  at: '10:00',
  who: 'o1',
  by: ['o1', 'o2'],
};

export const waived: Beat = {
  act: 'statement.waived',
  after: 1,
  at: '15:00',
  who: 'o1',
  by: ['party'],
  fields: { rights: ['statement'], note: '{waiverNote}' },
};

/** The party speaks, and what it says is weighed. */
export const statement: Plot = [
  {
    act: 'statement.heard',
    after: 3,
    at: '14:40',
    who: 'o1',
    by: ['o1', 'o2'],
  },
  {
    act: 'statement.reviewed',
    after: 2,
    at: '16:20',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { adopted: false, reasons: '{statementReview}' },
  },
];

/** A hearing from the request to the weighing of what was said. */
export const hearing: Plot = [
  {
    act: 'hearing.requested',
    after: 3,
    at: '10:20',
    who: 'o1',
    by: ['party'],
    fields: { note: '{hearingRequestNote}' },
  },
  {
    act: 'hearing.notified',
    after: 2,
    at: '16:00',
    who: 'chair',
    fields: { chair: '{id:chair}' },
  },
  {
    act: 'hearing.held',
    after: 9,
    at: '09:30',
    who: 'chair',
    by: ['chair', 'clerk'],
    fields: { chair: '{id:chair}', place: 'office' },
    recording: 'video',
  },
  {
    act: 'statement.reviewed',
    after: 3,
    at: '16:20',
    who: 'o1',
    by: ['o1', 'o2'],
    fields: { adopted: false, reasons: '{statementReview}' },
  },
];

export const discussion: Beat = {
  act: 'discussion.held',
  after: 2,
  at: '09:00',
  who: 'head',
  by: ['head', 'deputy', 'reviewHead'],
};

export const extension: Beat = {
  act: 'decision.extended',
  after: 1,
  at: '11:00',
  who: 'approver',
  asked: { by: 'o1', at: '09:10' },
  fields: { days: 30 },
};

/** The decision; `after` working days must let the statement period pass, where nobody spoke or waived. */
export function decided(after: number): Beat {
  return {
    act: 'decision.made',
    after,
    at: '10:30',
    who: 'approver',
    asked: { by: 'o1', at: '09:10' },
    fields: { outcome: 'penalty', 'discretion-min': '{fineMin}', 'discretion-max': '{fineMax}' },
  };
}

export const delivery: Plot = [
  shown('identity.delivery', 1, '10:00'),
  {
    act: 'decision.delivered',
    after: 0,
    at: '10:10',
    who: 'o1',
    by: ['o1', 'o2'],
  },
];

/** Nobody spoke. */
export const SILENT: Plot = [notice, decided(7), ...delivery];
