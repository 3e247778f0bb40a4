/**
 * The order of acts: what must stand before what, and what may no longer be done. An act out of
 * order is refused without looking at anything else (rehearsal format §3).
 */
import type { ActCode } from './act-data.ts';
import { reviewRounds } from '../review/review.ts';
import { standing } from '../publicity/publication.ts';
import { actAt, actsOf, type AnyAct, has, lastOf, type Matter } from './matter.ts';
import { type ActRow, precedents } from './procedure.ts';

/** Acts after which little else can be done. */
type End = 'case.closed' | 'case.declined' | 'file.archived';

/** Acts that later ones can make pointless, or that need more of an earlier one than that it happened. */
type Overtaken =
  | 'case.declined'
  | 'verification.extended'
  | 'transfer.sent'
  | 'time.resumed'
  | 'review.requested'
  | 'review.accepted'
  | 'review.extended'
  | 'review.concluded'
  | 'disagreement.raised'
  | 'publication.withdrawn';

/** Why an act cannot be done now. */
export type OrderFault =
  /** The case is closed or declined, or its file archived. */
  | { readonly kind: 'ended'; readonly by: End }
  /** Done before, and done once only. */
  | { readonly kind: 'once' }
  /** One act of each list must stand before it. */
  | { readonly kind: 'missing'; readonly steps: readonly (readonly ActCode[])[] }
  /** A later act has made it pointless, or an earlier one does not say what it needs. */
  | { readonly kind: 'overtaken'; readonly act: Overtaken }
  /** What it names is not on file, of another kind, or settled. */
  | { readonly kind: 'settled' }
  /** It would have happened before an act that is on file. */
  | { readonly kind: 'earlier' };

/**
 * Why the act cannot be done now, the reason that is to be removed first; null when it can. `latest` is the latest moment
 * of any earlier act tried, in milliseconds; null where there is none.
 */
export function orderFault(
  matter: Matter,
  act: AnyAct,
  row: ActRow,
  latest: number | null,
): OrderFault | null {
  const by = endOf(matter, act);
  if (by) return { kind: 'ended', by };
  if (row.once === true && has(matter, act.code)) return { kind: 'once' };
  const steps = unmet(matter, act, row);
  if (steps.length > 0) return { kind: 'missing', steps };
  const overtaken = overtakenBy(matter, act);
  if (overtaken) return { kind: 'overtaken', act: overtaken };
  if (!namesWhatIsOpen(matter, act)) return { kind: 'settled' };
  return latest !== null && act.at.ms < latest ? { kind: 'earlier' } : null;
}

/** The acts of which one of each list must stand before this one and none does. */
function unmet(matter: Matter, act: AnyAct, row: ActRow): ActCode[][] {
  const { procedure } = matter;
  const steps = precedents(procedure, row).filter((any) => !any.some((code) => has(matter, code)));
  const isPenalty =
    act.code === 'decision.made' &&
    procedure.id === 'penalty.ordinary' &&
    act.data.outcome === 'penalty';
  return isPenalty && !has(matter, 'notice.served') ? [...steps, ['notice.served']] : steps;
}

/** The act after which this one can no longer be done; null where it can. */
function endOf(matter: Matter, { code }: AnyAct): End | null {
  const aftermath =
    code.startsWith('publication.') ||
    code.startsWith('correction.') ||
    code === 'decision.overturned';
  if (has(matter, 'file.archived')) return aftermath ? null : 'file.archived';
  const end = (['case.closed', 'case.declined'] as const).find((one) => has(matter, one));
  const goesOn = aftermath || code.startsWith('record.') || code === 'file.archived';
  return end === undefined || goesOn ? null : end;
}

/** The act itself where a later one has made it pointless, or an earlier one does not say what it needs; null otherwise. */
function overtakenBy(matter: Matter, act: AnyAct): Overtaken | null {
  const when = (code: Overtaken, isSo: boolean): Overtaken | null => (isSo ? code : null);
  switch (act.code) {
    case 'case.declined':
    case 'verification.extended':
      return when(act.code, has(matter, 'case.opened'));
    case 'transfer.sent':
      return when(act.code, lastOf(matter, 'transfer.ordered')?.data.approve !== true);
    case 'time.resumed':
      return when(act.code, !hasOpenStop(matter, act.data.ground));
    case 'review.requested':
    case 'review.accepted':
    case 'review.extended':
    case 'review.concluded':
    case 'disagreement.raised':
      return when(act.code, isReviewOutOfTurn(matter, act.code));
    case 'publication.withdrawn':
      return when(act.code, !standing(matter).some((channel) => channel === act.data.channel));
    default:
      return null;
  }
}

function isReviewOutOfTurn(matter: Matter, code: string): boolean {
  const rounds = reviewRounds(matter);
  const last = rounds.at(-1);
  const open = last?.accepted !== null && last?.accepted !== undefined && last.concluded === null;
  if (code === 'review.requested') return open;
  if (code === 'review.accepted') return last?.accepted !== null;
  if (code === 'disagreement.raised') {
    const opinion = rounds.findLast((round) => round.accepted)?.concluded?.data.opinion;
    return opinion === undefined || opinion === 'agree';
  }
  return !open;
}

function hasOpenStop(matter: Matter, ground: string): boolean {
  const stopped = actsOf(matter, 'time.stopped').findLast((stop) => stop.data.ground === ground);
  const resumed = actsOf(matter, 'time.resumed').findLast((stop) => stop.data.ground === ground);
  return stopped !== undefined && (resumed === undefined || resumed.n < stopped.n);
}

/** Whether the act that `of` or `id` names was accepted, is of the right kind and is still open. */
function namesWhatIsOpen(matter: Matter, act: AnyAct): boolean {
  switch (act.code) {
    case 'seizure.extended':
    case 'seizure.lifted':
    case 'seizure.disposed':
      return isHeld(matter, act.data.of);
    case 'preservation.resolved':
      return (
        actAt(matter, 'preservation.ordered', act.data.of) !== undefined &&
        !isResolved(matter, act.data.of)
      );
    case 'approval.given':
      return (
        isUrgent(matter, act.data.of) &&
        !actsOf(matter, 'approval.given').some((given) => given.data.of === act.data.of)
      );
    case 'record.av.made':
    case 'record.av.skipped':
    case 'record.text.added':
      return matter.acts.some((accepted) => accepted.n === act.data.of);
    case 'record.av.stored':
      return (
        actsOf(matter, 'record.av.made').some((made) => made.data.id === act.data.id) &&
        !actsOf(matter, 'record.av.stored').some((stored) => stored.data.id === act.data.id)
      );
    default:
      return true;
  }
}

/** Whether the seizure in position `n` is neither lifted nor disposed of. */
export function isHeld(matter: Matter, n: number): boolean {
  const ended = [...actsOf(matter, 'seizure.lifted'), ...actsOf(matter, 'seizure.disposed')];
  return (
    actAt(matter, 'seizure.ordered', n) !== undefined && !ended.some((act) => act.data.of === n)
  );
}

/** Whether something was done about the preservation in position `n`. */
export function isResolved(matter: Matter, n: number): boolean {
  return actsOf(matter, 'preservation.resolved').some((act) => act.data.of === n);
}

function isUrgent(matter: Matter, n: number): boolean {
  return (
    (actAt(matter, 'preservation.ordered', n) ?? actAt(matter, 'seizure.ordered', n))?.data
      .urgent === true
  );
}
