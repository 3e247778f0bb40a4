/**
 * Legal review of major enforcement decisions (行政处罚法 art. 58, 程序规定 art. 49–56, 国办发〔2018〕118号):
 * which review a decision needs, the rounds it went through, and whether it is passed.
 */
import type { PlainDate } from '../calendar/plain-date.ts';
import { confiscation, penaltyFlags, proposedPenalty } from '../decision/penalty.ts';
import type { Penalty } from '../matter/act-data.ts';
import {
  type Act,
  type AnyAct,
  actsOf,
  has,
  involved,
  lastOf,
  type Matter,
} from '../matter/matter.ts';
import type { ReviewListEntry } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';

export type ReviewKind = 'legal' | 'case' | 'none';

/** A request, and what became of it. */
export interface Round {
  readonly requested: Act<'review.requested'>;
  readonly accepted: Act<'review.accepted'> | null;
  readonly concluded: Act<'review.concluded'> | null;
}

/** What is to be decided: the decision at hand, where one is being made. */
export interface Deciding {
  readonly penalty?: Penalty | undefined;
  readonly outcome?: string | undefined;
}

/** The rounds in order; a request that was replaced before it was accepted is left out. */
export function reviewRounds(matter: Matter): Round[] {
  const rounds: Round[] = [];
  let requested: Act<'review.requested'> | null = null;
  for (const act of matter.acts) {
    if (act.code === 'review.requested') requested = act;
    else if (act.code === 'review.accepted' && requested) {
      rounds.push({ requested, accepted: act, concluded: null });
      requested = null;
    } else if (act.code === 'review.concluded') {
      const last = rounds.pop();
      if (last) rounds.push({ ...last, concluded: act });
    }
  }
  if (requested) rounds.push({ requested, accepted: null, concluded: null });
  return rounds;
}

/** Grounds laid down by the statute itself (行政处罚法 art. 58 para. 1). */
export function statutoryGrounds(matter: Matter): string[] {
  const flags = (['public-interest', 'complex', 'statute'] as const).filter((flag) =>
    matter.subject.flags.includes(flag),
  );
  return has(matter, 'hearing.held') ? [...flags, 'hearing-held'] : flags;
}

/** Every ground on which the decision needs legal review under the bureau's scope and list. */
export function reviewGrounds(
  matter: Matter,
  law: Law,
  day: PlainDate,
  deciding: Deciding = {},
): string[] {
  const { id } = matter.procedure;
  if (id === 'penalty.summary' || id === 'inspection.random') return [];
  const scope = law.value('review.scope', day);
  const grounds = statutoryGrounds(matter);
  if (scope === 'FIVE_GROUNDS')
    grounds.push(
      ...(['social-impact', 'major-rights'] as const).filter((flag) =>
        matter.subject.flags.includes(flag),
      ),
    );
  const penalty = proposedPenalty(matter, deciding.penalty);
  const outcome =
    deciding.outcome ??
    lastOf(matter, 'decision.made')?.data.outcome ??
    lastOf(matter, 'review.requested')?.data.outcome;
  for (const entry of law.value('review.list', day))
    if (entry.procedure === id && listed(entry, penalty, outcome)) grounds.push(`list:${entry.id}`);
  if (scope === 'ALL_EXCEPT_SUMMARY') grounds.push('all-except-summary');
  return grounds;
}

function listed(entry: ReviewListEntry, penalty: Penalty, outcome: string | undefined): boolean {
  if (entry.fineAtLeast !== undefined && (penalty.fine ?? 0) < entry.fineAtLeast) return false;
  if (entry.confiscationAtLeast !== undefined && confiscation(penalty) < entry.confiscationAtLeast)
    return false;
  if (entry.kinds && !penaltyFlags(penalty).some((flag) => entry.kinds?.includes(flag)))
    return false;
  return !entry.outcomes || (outcome !== undefined && entry.outcomes.includes(outcome));
}

/** Legal review on any ground; otherwise an ordinary penalty case still needs case review (程序规定 art. 52). */
export function reviewKind(matter: Matter, grounds: readonly string[]): ReviewKind {
  if (grounds.length > 0) return 'legal';
  return matter.procedure.id === 'penalty.ordinary' ? 'case' : 'none';
}

/** The last concluded round that can satisfy a review of that kind: legal needs legal, case accepts either. */
export function decidingRound(matter: Matter, kind: 'legal' | 'case'): Round | undefined {
  return reviewRounds(matter).findLast(
    (round) => round.concluded && (kind === 'case' || round.requested.data.kind === 'legal'),
  );
}

/** Whether the review of that kind is passed; a legal one after a hearing must be concluded after it (程序规定 art. 50). */
export function isPassed(matter: Matter, kind: ReviewKind): boolean {
  if (kind === 'none') return true;
  const concluded = decidingRound(matter, kind)?.concluded;
  if (concluded?.data.opinion !== 'agree') return false;
  const hearing = lastOf(matter, 'hearing.held');
  return kind === 'case' || !hearing || concluded.n > hearing.n;
}

/**
 * Whether the act is a review by somebody who took part in the matter, or rests on the opinion of somebody who has
 * handled it since, or takes part in the act (程序规定 art. 49). `people` have taken part beside those whom the acts name,
 * as by recording them; `recorder` records this one. The constraints of the gate refuse it as well.
 */
export function isOwnReview(
  matter: Matter,
  act: AnyAct,
  law: Law,
  day: PlainDate,
  { people, recorder }: { readonly people: readonly string[]; readonly recorder: string | null },
): boolean {
  if (act.code === 'review.accepted' || act.code === 'review.concluded')
    return people.includes(act.by[0] ?? '');
  const seizes = act.code === 'seizure.ordered' && matter.procedure.id === 'compulsion.seizure';
  if (!seizes && act.code !== 'decision.made') return false;
  const kind = reviewKind(matter, reviewGrounds(matter, law, day, decidingBy(act)));
  const reviewer = kind === 'none' ? undefined : decidingRound(matter, kind)?.concluded?.by[0];
  if (reviewer === undefined) return false;
  return (
    involved(matter).has(reviewer) ||
    people.includes(reviewer) ||
    (seizes && (act.by.includes(reviewer) || recorder === reviewer))
  );
}

/** Whether the round the matter is in has been accepted and not yet concluded. */
export function openRound(matter: Matter): Round | undefined {
  const last = reviewRounds(matter).at(-1);
  return last?.accepted && !last.concluded ? last : undefined;
}

export type ReviewStatus = 'none' | 'requested' | 'accepted' | 'passed' | 'not-passed';

/** The state of the last round. */
export function reviewStatus(matter: Matter): ReviewStatus {
  const last = reviewRounds(matter).at(-1);
  if (!last) return 'none';
  if (!last.accepted) return 'requested';
  if (!last.concluded) return 'accepted';
  return last.concluded.data.opinion === 'agree' ? 'passed' : 'not-passed';
}

/**
 * The state of the review that is needed, of that `kind`: the round under way, or whether the review is passed as the
 * decision asks for it; after the decision what the last round came to. `again` where the last one agrees and yet does not count: of the wrong kind, or before the hearing.
 */
export function neededStatus(matter: Matter, kind: ReviewKind): ReviewStatus | 'again' {
  const status = reviewStatus(matter);
  const isDecided = has(matter, matter.procedure.decision);
  return status === 'passed' && !isDecided && !isPassed(matter, kind) ? 'again' : status;
}

/** Accepted rounds. */
export function acceptedRounds(matter: Matter): number {
  return actsOf(matter, 'review.accepted').length;
}

/** What the act at hand would decide. */
export function decidingBy(act: AnyAct): Deciding {
  return act.code === 'decision.made'
    ? { penalty: act.data.penalty, outcome: act.data.outcome }
    : {};
}
