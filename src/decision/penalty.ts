/** Penalties: amounts in 分 and kinds (行政处罚法 art. 9), compared and classed. */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Penalty } from '../matter/act-data.ts';
import { lastOf, type Matter, type Party } from '../matter/matter.ts';
import { PENALTY_FLAGS } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';

export type PenaltyFlag = (typeof PENALTY_FLAGS)[number];
const AMOUNTS = ['fine', 'gains', 'goods'] as const;

export const NO_PENALTY: Penalty = {};

/** Value of what is confiscated: unlawful gains and goods together, in 分. */
export function confiscation(penalty: Penalty): number {
  return (penalty.gains ?? 0) + (penalty.goods ?? 0);
}

export function penaltyFlags(penalty: Penalty): PenaltyFlag[] {
  return PENALTY_FLAGS.filter((flag) => penalty[flag] === true);
}

/** Whether nothing but a warning is imposed. */
export function isWarningOnly(penalty: Penalty): boolean {
  return (
    penalty.warning === true &&
    AMOUNTS.every((name) => !penalty[name]) &&
    penaltyFlags(penalty).length === 1
  );
}

/** Whether `penalty` goes beyond `than`: a larger amount or a new kind (行政处罚法 art. 45). */
export function isHeavier(penalty: Penalty, than: Penalty): boolean {
  return (
    AMOUNTS.some((name) => (penalty[name] ?? 0) > (than[name] ?? 0)) ||
    penaltyFlags(penalty).some((flag) => than[flag] !== true)
  );
}

/** The class of a party for thresholds: an individual business is as the bureau's province treats it. */
export function partyClass(party: Party, law: Law, day: PlainDate): 'natural' | 'organisation' {
  if (party.kind === 'natural') return 'natural';
  if (party.kind === 'individual-business') return law.value('party.individualBusiness', day);
  return 'organisation';
}

/** Whether anything heavier than a warning is imposed. */
export function isMoreThanWarning(penalty: Penalty): boolean {
  return isHeavier(penalty, { warning: true });
}

/** Whether the party may demand a hearing before this penalty (行政处罚法 art. 63, 听证办法 art. 5). */
export function inHearingScope(penalty: Penalty, party: Party, law: Law, day: PlainDate): boolean {
  const kinds = law.value('hearing.kinds', day);
  if (penaltyFlags(penalty).some((flag) => kinds.includes(flag))) return true;
  const threshold = law.value(`hearing.threshold.${partyClass(party, law, day)}`, day);
  return (penalty.fine ?? 0) >= threshold || confiscation(penalty) >= threshold;
}

/** The penalty under discussion: the decision's, else the last notice's, else that of the investigation report. */
export function proposedPenalty(matter: Matter, deciding?: Penalty): Penalty {
  return (
    deciding ??
    lastOf(matter, 'decision.made')?.data.penalty ??
    lastOf(matter, 'notice.served')?.data.penalty ??
    lastOf(matter, 'investigation.concluded')?.data.penalty ??
    NO_PENALTY
  );
}
