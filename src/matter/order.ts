/**
 * The order of acts: what must stand before what, and what may no longer be done. An act out of
 * order is refused without looking at anything else (rehearsal format §3).
 */
import { reviewRounds } from '../review/review.ts';
import { standing } from '../publicity/publication.ts';
import { actAt, actsOf, type AnyAct, has, lastOf, type Matter } from './matter.ts';
import { type ActRow, precedents } from './procedure.ts';

/**
 * Whether the act cannot be done now. `latest` is the latest moment of any earlier act tried, in
 * milliseconds; null where there is none.
 */
export function isOutOfOrder(
  matter: Matter,
  act: AnyAct,
  row: ActRow,
  latest: number | null,
): boolean {
  return (
    (latest !== null && act.at.ms < latest) ||
    (row.once === true && has(matter, act.code)) ||
    precedents(matter.procedure, row).some((any) => !any.some((code) => has(matter, code))) ||
    isAfterTheEnd(matter, act) ||
    isOvertaken(matter, act) ||
    !namesWhatIsOpen(matter, act)
  );
}

/** What may still be done once a case is closed or declined, and once its file is archived. */
function isAfterTheEnd(matter: Matter, { code }: AnyAct): boolean {
  const aftermath =
    code.startsWith('publication.') ||
    code.startsWith('correction.') ||
    code === 'decision.overturned';
  if (has(matter, 'file.archived')) return !aftermath;
  if (has(matter, 'case.closed') || has(matter, 'case.declined'))
    return !(aftermath || code.startsWith('record.') || code === 'file.archived');
  return false;
}

/** Acts that a later act has made pointless, or that need more of an earlier one than that it happened. */
function isOvertaken(matter: Matter, act: AnyAct): boolean {
  switch (act.code) {
    case 'case.declined':
    case 'verification.extended':
      return has(matter, 'case.opened');
    case 'decision.made':
      return (
        matter.procedure.id === 'penalty.ordinary' &&
        act.data.outcome === 'penalty' &&
        !has(matter, 'notice.served')
      );
    case 'transfer.sent':
      return lastOf(matter, 'transfer.ordered')?.data.approve !== true;
    case 'time.resumed':
      return !hasOpenStop(matter, act.data.ground);
    case 'review.requested':
    case 'review.accepted':
    case 'review.extended':
    case 'review.concluded':
    case 'disagreement.raised':
      return isReviewOutOfTurn(matter, act.code);
    case 'publication.withdrawn':
      return !standing(matter).some((channel) => channel === act.data.channel);
    default:
      return false;
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
