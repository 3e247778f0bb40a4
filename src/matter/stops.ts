/** Time that does not count: testing, identification, suspension, refund, announcement, expert review, hearing. */
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { Stop } from '../calendar/time-limit.ts';
import type { Law } from '../rule/law.ts';
import { actsOf, type AnyAct, type Matter } from './matter.ts';

export interface TimeStop extends Stop {
  /** Whether the party was told of it in writing. */
  readonly told: boolean;
}

/** All stops of the matter, oldest first. A hearing stops time from the request to the hearing or its withdrawal, where the law in force says so. */
export function timeStops(matter: Matter, law: Law, day: PlainDate): TimeStop[] {
  const stops = actsOf(matter, 'time.stopped').flatMap((stopped) => {
    const resumed = actsOf(matter, 'time.resumed').find(
      (act) => act.n > stopped.n && act.data.ground === stopped.data.ground,
    );
    return stop(stopped.data.ground, stopped, resumed, stopped.data.told === true, law, day);
  });
  return law.value('clock.pause.hearing', day)
    ? [...stops, ...hearingStops(matter, law, day)]
    : stops;
}

function hearingStops(matter: Matter, law: Law, day: PlainDate): TimeStop[] {
  let covered = 0;
  return actsOf(matter, 'hearing.requested').flatMap((requested) => {
    if (requested.n < covered) return [];
    const end = matter.acts.find(
      (act) =>
        act.n > requested.n &&
        (act.code === 'hearing.held' ||
          (act.code === 'statement.waived' && act.data.rights.includes('hearing'))),
    );
    covered = end?.n ?? Number.POSITIVE_INFINITY;
    return stop('hearing', requested, end, true, law, day);
  });
}

/** Both ends excluded from counting, or the day of resuming counted again, as `clock.pause` says. */
function stop(
  ground: string,
  from: AnyAct,
  end: AnyAct | undefined,
  told: boolean,
  law: Law,
  day: PlainDate,
): TimeStop[] {
  if (!end) return [{ ground, from: from.at.day, to: null, told }];
  const to =
    law.value('clock.pause', day) === 'both-inclusive' ? end.at.day : addDays(end.at.day, -1);
  return to < from.at.day ? [] : [{ ground, from: from.at.day, to, told }];
}
