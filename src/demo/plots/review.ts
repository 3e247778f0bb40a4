/** The review of the proposed decision, once or again, and the head's word on it. */
import type { Beat, Plot, Templates } from '../plot.ts';

/** A round of review; `suffix` tells its labels from those of another round. */
export function round(suffix: string, after: number, kind = '{reviewKind}'): Plot {
  return [
    {
      act: 'review.requested',
      label: `review.requested${suffix}`,
      after,
      at: '09:00',
      who: 'unitHead',
      fields: { kind, materials: ['report', 'evidence', 'draft'], declaration: true },
    },
    {
      act: 'review.accepted',
      label: `review.accepted${suffix}`,
      after: 0,
      at: '14:30',
      who: 'reviewer',
    },
    {
      act: 'review.concluded',
      label: `review.concluded${suffix}`,
      after: 3,
      at: '11:00',
      who: 'reviewer',
    },
  ];
}

/** A round that sends the case back. */
export function returned(suffix: string, after: number, opinion: Templates): Plot {
  return round(suffix, after).map((beat) =>
    beat.act === 'review.concluded' ? { ...beat, papers: { 'review-form': opinion } } : beat,
  );
}

export const approved: Beat = {
  act: 'proposal.approved',
  after: 1,
  at: '15:30',
  who: 'approver',
  asked: { by: 'unitHead', at: '10:10' },
};

export const REVIEW: Plot = [...round('', 1), approved];
