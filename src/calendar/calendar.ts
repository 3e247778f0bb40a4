/**
 * The working-day calendar of the People's Republic of China, as the General Office of the State
 * Council announces it year by year. A day is a working day when it is Monday to Friday and not in
 * an announced holiday, or a Saturday or Sunday announced as a make-up day (调休上班).
 *
 * Beyond the last announced year nothing is known: {@link WorkCalendar.day} answers null, never a
 * guess, since which weekends become make-up days cannot be derived from the holiday law. Who wants a
 * day to plan by nevertheless asks {@link withOrdinaryWeeks} and calls the answer provisional (暂定).
 */
import {
  addDays,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  plainDate,
  weekdayOf,
} from './plain-date.ts';

/** One year's announcement, as kept in `rules/calendars/<year>.json`. */
export interface HolidayYear {
  readonly year: number;
  readonly notices: readonly {
    readonly number: string;
    readonly issued: string;
    readonly title: string;
  }[];
  readonly spans: readonly HolidaySpan[];
}

/** A run of days off with the make-up days that pay for it; `from` and `to` are both off. */
export interface HolidaySpan {
  readonly name: string;
  readonly notice: string;
  readonly from: string;
  readonly to: string;
  readonly work: readonly string[];
}

/** What a day is and, where an announcement made it so, which holiday and which notice. */
export type DayKind =
  | { readonly kind: 'workday' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly name: string; readonly notice: string }
  | { readonly kind: 'makeup'; readonly name: string; readonly notice: string };

export interface WorkCalendar {
  /** First and last day whose status is known. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** The day with this number (days since 1970-01-01), or null outside `from`…`until`. */
  day(number: number): DayKind | null;
}

const WORKDAY: DayKind = { kind: 'workday' };
const WEEKEND: DayKind = { kind: 'weekend' };

/**
 * The calendar made of the given years, which must follow each other without a gap.
 * Throws RangeError on a gap, a make-up day that is not a weekend day, or a day announced twice.
 */
export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) throw new RangeError('a calendar needs at least one year');
  if (last.year - first.year + 1 !== sorted.length)
    throw new RangeError('a year is missing between the first and the last');
  const announced = announcements(sorted.flatMap((year) => year.spans));
  const from = plainDate(`${first.year}-01-01`);
  const until = plainDate(`${last.year}-12-31`);
  const lowest = dayNumber(from);
  const days: DayKind[] = [];
  for (let day = lowest; day <= dayNumber(until); day += 1)
    days.push(announced.get(day) ?? (weekdayOf(day) > 5 ? WEEKEND : WORKDAY));
  return { from, until, day: (number) => days[number - lowest] ?? null };
}

/** The same calendar, known no further than `until`: as at a time when a later notice was not yet out. */
export function knownUntil(calendar: WorkCalendar, until: PlainDate): WorkCalendar {
  if (until >= calendar.until) return calendar;
  const highest = dayNumber(until);
  return {
    from: calendar.from,
    until,
    day: (number) => (number > highest ? null : calendar.day(number)),
  };
}

const LAST_DAY = plainDate('9999-12-31');

/** The same calendar, gone on with beyond its last day as if weeks were ordinary: Monday to Friday worked, no holiday. */
export function withOrdinaryWeeks(calendar: WorkCalendar): WorkCalendar {
  const [lowest, highest] = [dayNumber(calendar.from), dayNumber(LAST_DAY)];
  return {
    from: calendar.from,
    until: LAST_DAY,
    day: (number) =>
      calendar.day(number) ??
      (number < lowest || number > highest ? null : weekdayOf(number) > 5 ? WEEKEND : WORKDAY),
  };
}

function announcements(spans: readonly HolidaySpan[]): Map<number, DayKind> {
  const special = new Map<number, DayKind>();
  const announce = (number: number, kind: DayKind): void => {
    if (special.has(number)) throw new RangeError(`announced twice: ${fromDayNumber(number)}`);
    special.set(number, kind);
  };
  for (const { name, notice, from, to, work } of spans) {
    for (let day = plainDate(from); day <= to; day = addDays(day, 1))
      announce(dayNumber(day), { kind: 'holiday', name, notice });
    for (const text of work) {
      const number = dayNumber(plainDate(text));
      if (weekdayOf(number) < 6) throw new RangeError(`not a weekend day: ${text}`);
      announce(number, { kind: 'makeup', name, notice });
    }
  }
  return special;
}

/** Whether work is done on that day; null where no notice tells. */
export function isWorkingDay(calendar: WorkCalendar, number: number): boolean | null {
  const day = calendar.day(number);
  return day === null ? null : day.kind === 'workday' || day.kind === 'makeup';
}
