/** Guards of notice, statement and hearing (行政处罚法 art. 44, 45, 62–65; 程序规定 art. 57; 听证办法). */
import { inHearingScope, NO_PENALTY } from '../decision/penalty.ts';
import { type Attempt, type Gate, type Gates, lacks, on } from '../matter/attempt.ts';
import { isAfterDue, mayBeRunning, plainClock } from '../matter/clock.ts';
import { findClock } from '../matter/clocks.ts';
import { type Act, actsOf, has, involved, lastOf, type Matter } from '../matter/matter.ts';

const lastNotice = (matter: Matter): Act<'notice.served'> | undefined =>
  lastOf(matter, 'notice.served');

const isInScope = (
  { matter, law, day }: Attempt,
  notice: Act<'notice.served'> | undefined,
): boolean => inHearingScope(notice?.data.penalty ?? NO_PENALTY, matter.party, law, day);

/** Whether the party expressly gave up the right since the notice. */
function isWaived(
  matter: Matter,
  notice: Act<'notice.served'>,
  right: 'statement' | 'hearing',
): boolean {
  return actsOf(matter, 'statement.waived').some(
    (act) => act.n > notice.n && act.data.rights.includes(right),
  );
}

const decidesPenalty = (attempt: Attempt): boolean =>
  attempt.act.code === 'decision.made' && attempt.act.data.outcome === 'penalty';

const hearingPending: Gate = (attempt) => {
  const { matter } = attempt;
  const notice = lastNotice(matter);
  const requested = actsOf(matter, 'hearing.requested').findLast((act) => act.n > (notice?.n ?? 0));
  if (!decidesPenalty(attempt) || !requested) return false;
  const held = actsOf(matter, 'hearing.held').some((act) => act.n > requested.n);
  const withdrawn = actsOf(matter, 'statement.waived').some(
    (act) => act.n > requested.n && act.data.rights.includes('hearing'),
  );
  return !held && !withdrawn;
};

/** A period whose end cannot be told is treated as still open. */
const statementPeriodOpen: Gate = (attempt) => {
  const { matter } = attempt;
  const notice = lastNotice(matter);
  if (!decidesPenalty(attempt) || !notice) return false;
  if (
    isWaived(matter, notice, 'statement') &&
    (!isInScope(attempt, notice) || isWaived(matter, notice, 'hearing'))
  )
    return false;
  const clock = findClock(matter, attempt, 'statement', notice.n);
  return clock !== undefined && mayBeRunning(clock, attempt.act.at);
};

const statementNotReviewed: Gate = (attempt) => {
  const heard = lastOf(attempt.matter, 'statement.heard');
  const reviewed = lastOf(attempt.matter, 'statement.reviewed');
  return (
    decidesPenalty(attempt) &&
    heard !== undefined &&
    (reviewed === undefined || reviewed.n < heard.n)
  );
};

const requestLate: Gate = ({ matter, act, law, calendar, day }) => {
  const notice = lastNotice(matter);
  if (!notice) return false;
  const clock = plainClock(
    'hearing.request',
    notice,
    law.value('hearing.request.limit', day),
    'working-day',
    calendar,
  );
  return isAfterDue(clock, act.at);
};

/** The hearing may be held from the seventh working day after the notice of it. */
const noticeTooShort: Gate = ({ matter, law, calendar, day }) => {
  const notified = lastOf(matter, 'hearing.notified');
  if (!notified) return false;
  const earliest = plainClock(
    'hearing.notice',
    notified,
    law.value('hearing.notice', day),
    'working-day',
    calendar,
  ).dueDay;
  return earliest === null || day < earliest;
};

/** What must be told: before an ordinary decision in the notice, before a summary one on the spot. */
const contentMissing: Gate = ({ act, law, day }) => {
  const told =
    act.code === 'notice.served'
      ? act.data.contents
      : act.code === 'decision.made'
        ? act.data.told
        : undefined;
  return lacks(told, law.value('notice.contents', day));
};

export const hearingGates = {
  'notice/content-missing': contentMissing,
  'hearing/right-not-notified': on(
    'notice.served',
    (act, attempt) => isInScope(attempt, act) && !act.data.contents.includes('hearing-right'),
  ),
  'hearing/not-in-scope': (attempt) => !isInScope(attempt, lastNotice(attempt.matter)),
  'hearing/request-late': requestLate,
  'hearing/chair-is-handler': ({ act, matter }) =>
    (act.code === 'hearing.notified' || act.code === 'hearing.held') &&
    involved(matter).has(act.data.chair),
  'hearing/notice-too-short': noticeTooShort,
  'hearing/pending': hearingPending,
  'notice/statement-period-open': statementPeriodOpen,
  'statement/not-heard': on('decision.made', ({ data }) => data.statementHeard !== true),
  'statement/not-reviewed': statementNotReviewed,
} as const satisfies Gates;

/** Whether the party was heard, in statement or hearing, since the last notice. */
export function isHeardSinceNotice(matter: Matter): boolean {
  const notice = lastNotice(matter)?.n ?? 0;
  return (
    has(matter, 'notice.served') &&
    [...actsOf(matter, 'statement.heard'), ...actsOf(matter, 'hearing.held')].some(
      (act) => act.n > notice,
    )
  );
}
