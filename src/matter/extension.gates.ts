/** Guards of extensions: approved by the head, in time, within number and length, told where the law says so. */
import { acceptanceOf } from '../licence/licence.ts';
import { hasRole } from '../staff/person.ts';
import { type Attempt, type Gate, type Gates } from './attempt.ts';
import { type Clock, isAfterDue } from './clock.ts';
import { findClock } from './clocks.ts';
import { actsOf, has, lastOf } from './matter.ts';

/** The clock the extension would lengthen. */
function extended(attempt: Attempt): Clock | undefined {
  const { act, matter } = attempt;
  switch (act.code) {
    case 'verification.extended':
      return clockFrom(attempt, 'verification', lastOf(matter, 'source.registered')?.n);
    case 'review.extended':
      return clockFrom(attempt, 'review', lastOf(matter, 'review.accepted')?.n);
    case 'seizure.extended':
      return clockFrom(attempt, 'seizure', act.data.of);
    case 'decision.extended':
      return clockFrom(
        attempt,
        'decision',
        matter.procedure.id === 'penalty.ordinary'
          ? lastOf(matter, 'case.opened')?.n
          : decisionStart(attempt),
      );
    default:
      return undefined;
  }
}

const clockFrom = (attempt: Attempt, name: string, n: number | undefined): Clock | undefined =>
  n === undefined ? undefined : findClock(attempt.matter, attempt, name, n);

/** For licences the clock may run from an earlier application (deemed acceptance). */
function decisionStart({ matter, law, calendar }: Attempt): number | undefined {
  const accepted = lastOf(matter, 'application.accepted');
  if (!accepted || matter.procedure.id !== 'licence') return accepted?.n;
  return acceptanceOf(matter, accepted, law, calendar).n;
}

const notApproved: Gate = ({ act, matter, people }) => {
  if (!('approvedBy' in act.data) || !hasRole(people, act.data.approvedBy, 'head')) return true;
  return (
    act.code === 'decision.extended' &&
    matter.procedure.id === 'penalty.ordinary' &&
    has(matter, 'decision.extended') &&
    act.data.discussion !== true
  );
};

const overLimit: Gate = ({ act, matter, law, day }) => {
  if (act.code === 'verification.extended')
    return (
      has(matter, 'verification.extended') ||
      (act.data.days ?? 0) > law.value('verification.extension', day)
    );
  if (act.code !== 'decision.extended') return false;
  const again = actsOf(matter, 'decision.extended').length > 0;
  switch (matter.procedure.id) {
    case 'penalty.ordinary':
      return !again && act.data.days > law.value('decision.extension.first', day);
    case 'licence':
      return again || act.data.days > law.value('licence.extension', day);
    default:
      return again || act.data.days > law.value('confirmation.extension', day);
  }
};

export const extensionGates = {
  'clock/extension-not-approved': notApproved,
  'clock/extension-late': (attempt) => {
    const clock = extended(attempt);
    return clock !== undefined && isAfterDue(clock, attempt.act.at);
  },
  'clock/extension-over-limit': overLimit,
  'clock/extension-not-told': ({ act }) => ('told' in act.data ? act.data.told !== true : true),
} as const satisfies Gates;
