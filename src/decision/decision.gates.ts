/** Guards of the decision itself: no heavier than notified, discussed, reasoned, within discretion, with the right remedy. */
import { isHeardSinceNotice } from '../hearing/hearing.gates.ts';
import type { DataOf } from '../matter/act-data.ts';
import { type Attempt, type Gate, type Gates, lacks, on } from '../matter/attempt.ts';
import { lastOf } from '../matter/matter.ts';
import { statutoryGrounds } from '../review/review.ts';
import { isHeavier, NO_PENALTY, partyClass, penaltyFlags } from './penalty.ts';

type DecisionData = DataOf<'decision.made'>;
/** A guard on decisions that impose a penalty. */
const penalising = (gate: (data: DecisionData, attempt: Attempt) => boolean): Gate =>
  on('decision.made', ({ data }, attempt) => data.outcome === 'penalty' && gate(data, attempt));

function exceedsNotice(data: DecisionData, { matter }: Attempt): boolean {
  const notice = lastOf(matter, 'notice.served');
  return notice !== undefined && isHeavier(data.penalty ?? NO_PENALTY, notice.data.penalty);
}

/** 行政处罚法 art. 57 para. 2: grave or complex cases, and those the statute sends to legal review, are discussed; after the hearing, where there was one. */
const undiscussed = penalising((_data, { matter, law, day }) => {
  const flags: readonly string[] = matter.subject.flags;
  const needed =
    law.value('discussion.flags', day).some((flag) => flags.includes(flag)) ||
    statutoryGrounds(matter).length > 0;
  const discussed = lastOf(matter, 'discussion.held');
  const hearing = lastOf(matter, 'hearing.held');
  return needed && (discussed === undefined || (hearing !== undefined && discussed.n < hearing.n));
});

const unreasoned: Gate = on('decision.made', ({ data }, { matter, law, day }) => {
  if (matter.procedure.id === 'licence')
    return data.outcome === 'refused' && (data.reasons ?? []).length === 0;
  return lacks(data.reasons, law.value('decision.reasons', day));
});

/** 行政复议法 art. 23, 24: reconsideration lies with the government; after a decision on the spot it comes before the court. */
const remedyWrong = penalising((data, { matter, law, day }) => {
  const body = law.value('remedy.body', day);
  const path =
    matter.procedure.id === 'penalty.summary' ? law.value('remedy.path.summary', day) : undefined;
  return (
    (body !== undefined && data.remedy?.body !== body) ||
    (path !== undefined && data.remedy?.path !== path)
  );
});

type Bounds = NonNullable<DecisionData['discretion']>;
/** A guard on the fine against the statutory range and the step chosen in it. */
const discretion = (gate: (fine: number, bounds: Bounds, attempt: Attempt) => boolean): Gate =>
  penalising(
    (data, attempt) =>
      data.discretion !== undefined && gate(data.penalty?.fine ?? 0, data.discretion, attempt),
  );

/** The steps of 国市监法规〔2022〕2号, in whole numbers: 100 × (fine − min) against percent × (max − min). */
const outOfStep = discretion((fine, { min, max, step }, { law, day }) => {
  if (fine > max || (fine < min && step !== 'mitigated')) return false; // another guard speaks
  const above = 100 * (fine - min);
  const lighter = law.value('discretion.lighter', day) * (max - min);
  const heavier = law.value('discretion.heavier', day) * (max - min);
  switch (step) {
    case 'mitigated':
      return fine >= min;
    case 'lighter':
      return above > lighter;
    case 'ordinary':
      return above <= lighter || above >= heavier;
    case 'heavier':
      return above < heavier;
  }
});

/** 行政处罚法 art. 51: on the spot only a warning, or a fine up to the limit of the party's class. */
const aboveSummaryLimit: Gate = on('decision.made', ({ data }, { matter, law, day }) => {
  const penalty = data.penalty ?? NO_PENALTY;
  if ((penalty.fine ?? 0) > law.value(`summary.limit.${partyClass(matter.party, law, day)}`, day))
    return true;
  return (
    Boolean(penalty.gains) ||
    Boolean(penalty.goods) ||
    penaltyFlags(penalty).some((flag) => flag !== 'warning')
  );
});

export const decisionGates = {
  'decision/heavier-after-statement': penalising(
    (data, attempt) => exceedsNotice(data, attempt) && isHeardSinceNotice(attempt.matter),
  ),
  'notice/not-matching': penalising(
    (data, attempt) => exceedsNotice(data, attempt) && !isHeardSinceNotice(attempt.matter),
  ),
  'discussion/missing': undiscussed,
  'decision/reasons-missing': unreasoned,
  'decision/remedy-wrong': remedyWrong,
  'decision/number-malformed': on(
    'decision.made',
    ({ data }, { law, day }) =>
      data.number !== undefined &&
      !new RegExp(law.value('number.pattern', day), 'u').test(data.number),
  ),
  'discretion/above-maximum': discretion((fine, { max }) => fine > max),
  'discretion/below-minimum': discretion(
    (fine, { min, step }) => fine < min && step !== 'mitigated',
  ),
  'discretion/out-of-step': outOfStep,
  'summary/above-limit': aboveSummaryLimit,
} as const satisfies Gates;
