/** Cases the review sends back. */
import type { Plot } from '../plot.ts';
import { AFTERMATH } from './after.ts';
import { decided, delivery, discussion, notice } from './decision.ts';
import { INVESTIGATION } from './investigation.ts';
import { OPENING } from './opening.ts';
import { approved, returned, secondRound } from './review.ts';

const sentBack = returned(1, {
  'item-facts': 'not-met',
  opinion: 'supplement',
  'opinion-text': '{reviewDoubt}',
});

const discussed: Plot = [approved, notice, discussion, decided(6), ...delivery, ...AFTERMATH];

/** Sent back once, reviewed again, discussed. */
export const RETURNED: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...sentBack,
  ...secondRound(4),
  ...discussed,
];

/** The handling unit disagrees with the review, and the head rules. */
export const DISPUTED: Plot = [
  ...OPENING,
  ...INVESTIGATION,
  ...sentBack,
  {
    act: 'disagreement.raised',
    after: 2,
    at: '10:00',
    who: 'unitHead',
    fields: { reason: '{disagreement}' },
  },
  {
    act: 'disagreement.resolved',
    after: 2,
    at: '16:00',
    who: 'head',
    fields: { outcome: 'handlers-upheld', reason: '{ruling}' },
  },
  ...secondRound(2),
  ...discussed,
];
