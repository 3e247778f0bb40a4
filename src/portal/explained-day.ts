/** Why a decision is due on that day: every day from the decision on, counted or skipped, and the notice that says so. Pure. */
import type { DayKind, WorkCalendar } from '../calendar/calendar.ts';
import { addDays, dayNumber, plainDate, weekday } from '../calendar/plain-date.ts';

export interface CountedDayCell {
  readonly day: string;
  readonly kind: 'counted' | 'makeup' | 'off';
  readonly last: boolean;
}

export interface ExplainedDay {
  readonly from: string;
  readonly due: string;
  /** Working days from the day after the decision to the last day. */
  readonly working: number;
  /** Days of the week before the first day, for whole weeks beginning on Monday. */
  readonly blanks: number;
  readonly days: readonly CountedDayCell[];
  readonly weekends: number;
  /** Holidays skipped, by name, with their days. */
  readonly holidays: readonly { readonly name: string; readonly days: number }[];
  readonly makeups: readonly string[];
  /** Numbers of the notices that made days special. */
  readonly notices: readonly string[];
}

/** Days of a limit longer than this are not laid out. */
const LONGEST = 120;

/** The days between; null where the calendar does not reach or the days are too many. */
export function explainDay(
  decidedOn: string,
  due: string,
  calendar: WorkCalendar,
): ExplainedDay | null {
  const start = dayNumber(plainDate(decidedOn)) + 1;
  const end = dayNumber(plainDate(due));
  if (end < start || end - start > LONGEST) return null;
  const first = addDays(plainDate(decidedOn), 1);
  const kinds: (readonly [string, DayKind])[] = [];
  for (let number = start; number <= end; number += 1) {
    const kind = calendar.day(number);
    if (kind === null) return null;
    kinds.push([addDays(first, number - start), kind]);
  }
  const holidays = new Map<string, number>();
  for (const [, kind] of kinds)
    if (kind.kind === 'holiday') holidays.set(kind.name, (holidays.get(kind.name) ?? 0) + 1);
  return {
    from: first,
    due,
    working: kinds.filter(([, kind]) => counts(kind)).length,
    blanks: weekday(first) - 1,
    days: kinds.map(([day, kind]) => ({
      day,
      kind: kind.kind === 'makeup' ? 'makeup' : counts(kind) ? 'counted' : 'off',
      last: day === due,
    })),
    weekends: kinds.filter(([, kind]) => kind.kind === 'weekend').length,
    holidays: [...holidays].map(([name, days]) => ({ name, days })),
    makeups: kinds.filter(([, kind]) => kind.kind === 'makeup').map(([day]) => day),
    notices: [...new Set(kinds.flatMap(([, kind]) => ('notice' in kind ? [kind.notice] : [])))],
  };
}

/** Working days after `decidedOn` up to `day`; null where the calendar does not reach. */
export function workingDaysUntil(
  decidedOn: string,
  day: string,
  calendar: WorkCalendar,
): number | null {
  let working = 0;
  const end = dayNumber(plainDate(day));
  for (let number = dayNumber(plainDate(decidedOn)) + 1; number <= end; number += 1) {
    const kind = calendar.day(number);
    if (kind === null) return null;
    if (counts(kind)) working += 1;
  }
  return working;
}

function counts(kind: DayKind): boolean {
  return kind.kind === 'workday' || kind.kind === 'makeup';
}
