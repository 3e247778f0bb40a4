/** The review of the proposed decision, once or again, and the head's word on it. */
import type { Beat, Plot, Templates } from '../plot.ts';

/** The first round of review. */
export function firstRound(after: number): Plot {
  return roundOf('', after, 1);
}

/** A second round, whose labels end in `.again`. */
export function secondRound(after: number): Plot {
  return roundOf('.again', after, 2);
}

function roundOf(suffix: string, after: number, round: number): Plot {
  return [
    {
      act: 'review.requested',
      label: `review.requested${suffix}`,
      after,
      at: '09:00',
      who: 'unitHead',
      fields: {
        kind: '{reviewKind}',
        materials: ['report', 'evidence', 'draft'],
        declaration: true,
      },
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
      papers: { 'review-form': { round } },
    },
  ];
}

/** A first round that sends the case back. */
export function returned(after: number, opinion: Templates): Plot {
  return firstRound(after).map((beat) =>
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

export const REVIEW: Plot = [...firstRound(1), approved];
