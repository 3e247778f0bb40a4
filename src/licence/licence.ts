/** Deemed acceptance (行政许可法 art. 32): an application not answered in time counts as accepted on the day it came in. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { type Clock, isAfterDue, plainClock } from '../matter/clock.ts';
import { type Act, actsOf, type AnyAct, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';

/** The application the act answers: the last one received before it. */
function answered(matter: Matter, act: AnyAct): Act<'application.received'> | undefined {
  return actsOf(matter, 'application.received').findLast((received) => received.n < act.n);
}

/** Whether the application was sent back or accepted before the act. */
function wasAnswered(matter: Matter, received: AnyAct, act: AnyAct): boolean {
  return [
    ...actsOf(matter, 'application.returned'),
    ...actsOf(matter, 'application.accepted'),
  ].some((answer) => answer.n > received.n && answer.n < act.n);
}

function replyClock(
  matter: Matter,
  act: AnyAct,
  law: Law,
  calendar: WorkCalendar,
): Clock | undefined {
  const received = answered(matter, act);
  return (
    received &&
    plainClock(
      'application.reply',
      received,
      law.value('application.reply', received.at.day),
      'working-day',
      calendar,
    )
  );
}

/** Whether the answer came after the time for it had run out. */
export function isAnsweredLate(
  matter: Matter,
  act: AnyAct,
  law: Law,
  calendar: WorkCalendar,
): boolean {
  const clock = replyClock(matter, act, law, calendar);
  return clock !== undefined && isAfterDue(clock, act.at);
}

/** The act from which the time for the decision runs: the acceptance, or the application deemed accepted. */
export function acceptanceOf(
  matter: Matter,
  accepted: AnyAct,
  law: Law,
  calendar: WorkCalendar,
): AnyAct {
  const received = answered(matter, accepted);
  return received &&
    !wasAnswered(matter, received, accepted) &&
    isAnsweredLate(matter, accepted, law, calendar)
    ? received
    : accepted;
}
