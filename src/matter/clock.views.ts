/** Clocks as the desk shows them. Pure. */
import { isWorkingDay, type WorkCalendar, withOrdinaryWeeks } from '../calendar/calendar.ts';
import type { Moment } from '../calendar/moment.ts';
import { dayNumber, type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import { countedDays } from '../calendar/time-limit.ts';
import { type Clock, clockStatus } from './clock.ts';
import { estimatedClock } from './clock-estimate.ts';
import type { ClockExplanation, ClockView } from './matter.api.ts';
import type { CaseFile } from './case-file.ts';

/** Working days from the day after `from` up to `to`; negative when `to` lies before; null beyond the calendar. */
export function workingDaysBetween(
  from: PlainDate,
  to: PlainDate,
  calendar: WorkCalendar,
): number | null {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const sign = last < first ? -1 : 1;
  let days = 0;
  for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day += 1) {
    const working = isWorkingDay(calendar, day);
    if (working === null) return null;
    if (working) days += 1;
  }
  return days * sign || 0;
}

/** The day a list shows for what is due. */
export interface ListedDue {
  readonly day: PlainDate | null;
  /** The day is reckoned in ordinary weeks. */
  readonly provisional: boolean;
  /** Working days from today to that day, negative when over. */
  readonly left: number | null;
}

/** The sooner of the known and the estimated day, both `YYYY-MM-DD`. */
export function dueOf(
  known: string | null,
  estimated: string | null,
  today: PlainDate,
  calendar: WorkCalendar,
): ListedDue {
  const provisional = estimated !== null && (known === null || estimated < known);
  const day = parsePlainDate((provisional ? estimated : known) ?? '');
  const left = day && workingDaysBetween(today, day, withOrdinaryWeeks(calendar));
  return { day, provisional, left };
}

/**
 * The clock as it stands at `now`. Past the last published notice it is told in ordinary weeks and is provisional; a
 * day is as many working days away as those weeks make it.
 */
export function clockView(told: Clock, now: Moment, calendar: WorkCalendar): ClockView {
  const estimate = estimatedClock(told, calendar);
  const clock = estimate ?? told;
  const weeks = withOrdinaryWeeks(calendar);
  const status = clockStatus(clock, now, calendar);
  const due = clock.dueDay;
  const running = status === 'running' || status === 'overdue' || status === 'lapsed';
  const workingDaysLeft = running && due ? workingDaysBetween(now.day, due, weeks) : null;
  const days = running && due ? dayNumber(due) - dayNumber(now.day) : null;
  return {
    id: clock.id,
    name: clock.name,
    term: clock.term,
    kind: clock.kind,
    unit: clock.unit,
    length: clock.length,
    started: clock.started,
    due,
    dueAt: clock.dueMoment?.text ?? null,
    ended: clock.ended?.at.text ?? null,
    status,
    left: clock.unit === 'working-day' ? workingDaysLeft : days,
    workingDaysLeft,
    provisional: told.count?.open === 'unknown',
  };
}

export function clockExplanation(
  told: Clock,
  file: CaseFile,
  now: Moment,
  calendar: WorkCalendar,
): ClockExplanation {
  const clock = estimatedClock(told, calendar) ?? told;
  return {
    ...clockView(told, now, calendar),
    noticesUntil: calendar.until,
    startedBy: {
      seq: clock.act.n,
      term: file.matter.procedure.rows.get(clock.act.code)?.term ?? clock.act.code,
      at: clock.act.at.text,
    },
    days: clock.count ? countedDays(clock.count, withOrdinaryWeeks(calendar)) : [],
    counted: clock.count?.counted ?? clock.length,
    skipped: clock.count?.skipped ?? { weekend: 0, holiday: 0, paused: 0 },
    makeup: clock.count?.makeup ?? 0,
    rolled: clock.count?.rolled ?? 0,
    basis: clock.basis,
  };
}
