/**
 * The chain that binds the review to everything it rests on. Each act that bears on the review adds a
 * link (table facts.review_basis); the decision is itself a link, so that nothing recorded before it
 * can be passed over. Kept here as a pure fold, so that the writer and the doctor make the same rows.
 */
import type { RecordedAct } from '../act/act.ts';
import { moment } from '../calendar/moment.ts';
import { confiscation, penaltyFlags, proposedPenalty } from '../decision/penalty.ts';
import type { DataOf, Penalty } from '../matter/act-data.ts';
import { lastOf, type Matter, type SubjectFlag } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import { reviewGrounds, reviewKind, type ReviewKind } from './review.ts';

/** Acts that bear on the review; the same list as the column acts.act.gate_seq. */
export const BASIS_ACTS: ReadonlySet<string> = new Set([
  'matter.begun',
  'subject.flagged',
  'handlers.assigned',
  'premises.inspected',
  'evidence.recorded',
  'preservation.ordered',
  'seizure.ordered',
  'investigation.concluded',
  'notice.served',
  'hearing.held',
  'review.concluded',
  'decision.made',
]);

/** By which those who do it, and whoever records it, take part in the matter. */
const TAKING_PART: ReadonlySet<string> = new Set([
  'premises.inspected',
  'evidence.recorded',
  'preservation.ordered',
  'seizure.ordered',
  'investigation.concluded',
]);

/** The penalty under discussion, and the type of the act that says it; empty before any does. */
export type Proposal =
  | {
      readonly by: 'investigation.concluded' | 'notice.served' | 'decision.made';
      readonly penalty: Penalty;
    }
  | Readonly<Record<string, never>>;

/** An opinion as far as the chain repeats it. */
export interface Concluded {
  readonly kind: 'legal' | 'case';
  readonly conclusion: DataOf<'review.concluded'>['opinion'];
}

/** One link: what is known after the act in position `seq`. Amounts in 分. */
export interface BasisState {
  readonly version: number;
  readonly seq: number;
  readonly actType: string;
  /** When the act happened; no link is earlier than the one before it. */
  readonly happened: string;
  readonly flags: readonly SubjectFlag[];
  /** Position of the last hearing; 0 where none was held. */
  readonly hearingSeq: number;
  readonly handlers: readonly string[];
  readonly participants: readonly string[];
  readonly proposal: Proposal;
  readonly outcome: string;
  readonly fine: number;
  readonly confiscation: number;
  readonly kinds: readonly string[];
  readonly grounds: readonly string[];
  readonly required: ReviewKind;
  /** Position of the last opinion of any kind, and of the last legal one; 0 where there is none. */
  readonly opinionSeq: number;
  readonly legalSeq: number;
  /** Whether the last legal opinion agreed. */
  readonly legalAgreed: boolean;
  /** What this very act concluded. */
  readonly concluded: Concluded | null;
  /** Whether the matter has been decided. */
  readonly closed: boolean;
}

/** The first link, made when the matter begins; its grounds are filled in by {@link withGrounds}. */
export function firstBasis(flags: readonly SubjectFlag[], happened: string): BasisState {
  return {
    version: 1,
    seq: 1,
    actType: 'matter.begun',
    happened,
    flags: [...flags].sort(),
    hearingSeq: 0,
    handlers: [],
    participants: [],
    proposal: {},
    outcome: '',
    fine: 0,
    confiscation: 0,
    kinds: [],
    grounds: [],
    required: 'none',
    opinionSeq: 0,
    legalSeq: 0,
    legalAgreed: false,
    concluded: null,
    closed: false,
  };
}

/** The link after `act`, or the same one where the act does not bear on the review. `matter` already contains the act. */
export function nextBasis(
  basis: BasisState,
  act: RecordedAct,
  matter: Matter,
  law: Law,
): BasisState {
  if (!BASIS_ACTS.has(act.type)) return basis;
  const concluded = act.type === 'review.concluded' ? concludedBy(act, matter) : null;
  const legal = concluded?.kind === 'legal';
  const penalty = proposedPenalty(matter);
  const moved: BasisState = {
    ...basis,
    version: basis.version + 1,
    seq: act.seq,
    actType: act.type,
    happened: act.happened,
    flags: [...matter.subject.flags].sort(),
    hearingSeq: act.type === 'hearing.held' ? act.seq : basis.hearingSeq,
    handlers:
      act.type === 'handlers.assigned'
        ? [...(act.data as unknown as DataOf<'handlers.assigned'>).handlers].sort()
        : basis.handlers,
    participants: TAKING_PART.has(act.type)
      ? [
          ...new Set([
            ...basis.participants,
            ...act.by.filter((id) => id !== 'party'),
            act.recordedBy,
          ]),
        ].sort()
      : basis.participants,
    proposal: proposalOf(matter),
    outcome:
      act.type === 'decision.made'
        ? (act.data as unknown as DataOf<'decision.made'>).outcome
        : basis.outcome,
    fine: penalty.fine ?? 0,
    confiscation: confiscation(penalty),
    kinds: penaltyFlags(penalty),
    opinionSeq: concluded ? act.seq : basis.opinionSeq,
    legalSeq: legal ? act.seq : basis.legalSeq,
    legalAgreed: legal ? concluded.conclusion === 'agree' : basis.legalAgreed,
    concluded,
    closed: basis.closed || act.type === 'decision.made',
  };
  return withGrounds(moved, matter, law, moment(act.happened).day);
}

/** The link with its grounds and the kind of review they demand. */
export function withGrounds(
  basis: BasisState,
  matter: Matter,
  law: Law,
  day: ReturnType<typeof moment>['day'],
): BasisState {
  const grounds = reviewGrounds(matter, law, day, { outcome: basis.outcome });
  return { ...basis, grounds, required: reviewKind(matter, grounds) };
}

/** The act that says {@link proposedPenalty}. */
function proposalOf(matter: Matter): Proposal {
  for (const by of ['decision.made', 'notice.served', 'investigation.concluded'] as const) {
    const penalty = lastOf(matter, by)?.data.penalty;
    if (penalty) return { by, penalty };
  }
  return {};
}

function concludedBy(act: RecordedAct, matter: Matter): Concluded {
  const requested = matter.byCode.get('review.requested')?.at(-1);
  return {
    kind: requested?.code === 'review.requested' ? requested.data.kind : 'case',
    conclusion: (act.data as unknown as DataOf<'review.concluded'>).opinion,
  };
}
