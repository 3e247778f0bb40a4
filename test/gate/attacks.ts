/** Every attack there is. */
import { ON_THE_CHAIN } from './attacks.chain.ts';
import { ON_THE_DECISION } from './attacks.decision.ts';
import { ON_THE_MATTER } from './attacks.matter.ts';
import { ON_THE_OPINION } from './attacks.opinion.ts';
import { ON_THE_REGISTER } from './attacks.register.ts';
import { ON_THE_REVIEW } from './attacks.review.ts';
import { ON_THE_REVIEWER } from './attacks.reviewer.ts';
import { ON_THE_TIME } from './attacks.time.ts';
import { ON_THE_WORDS } from './attacks.words.ts';

/** Attempts to decide without the review the law demands. */
export const ON_DECIDING = [
  ...ON_THE_REVIEW,
  ...ON_THE_DECISION,
  ...ON_THE_CHAIN,
  ...ON_THE_MATTER,
];
/** Attempts to make an opinion the law does not allow. */
export const ON_REVIEWING = [...ON_THE_OPINION, ...ON_THE_REVIEWER];
/** Attempts to claim what no act says. */
export const ON_SAYING = [...ON_THE_WORDS, ...ON_THE_TIME, ...ON_THE_REGISTER];
export const ATTACKS = [...ON_DECIDING, ...ON_REVIEWING, ...ON_SAYING];
