/** The explanation of a date as it is drawn: weeks, exceptions, the sum. Everything comes from the server's day-by-day account. Pure. */
import type { ClockExplanation, CountedDayView } from '../../matter/matter.api.ts';
import { addDays, dayOf, daysBetween, weekday } from '../words/dates.ts';

export interface DayCell {
  readonly date: string;
  readonly as: 'outside' | 'start' | 'counted' | 'skipped' | 'last';
  readonly number: number | null;
  /** What made the day an exception: the holiday's name, 周末, the reason of a stop. */
  readonly day: CountedDayView | null;
}

export type WeekLine =
  | { readonly kind: 'week'; readonly cells: readonly DayCell[] }
  /** Whole weeks told in one line. */
  | {
      readonly kind: 'folded';
      readonly from: string;
      readonly to: string;
      readonly counted: number;
    };

/** Weeks shown before whole weeks between the first two and the last two are folded. */
const SHOWN = 5;
const KEPT = 2;

/** Monday-first weeks from the starting act to the last day told. */
export function weeksOf(clock: Pick<ClockExplanation, 'startedBy' | 'days' | 'due'>): WeekLine[] {
  const start = dayOf(Date.parse(clock.startedBy.at));
  const last = clock.due ?? clock.days.at(-1)?.date ?? start;
  const byDate = new Map(clock.days.map((day) => [day.date, day]));
  const first = addDays(start, -mondayOffset(start));
  const count = Math.floor(daysBetween(first, last) / 7) + 1;
  const weeks = Array.from({ length: count }, (_week, week): DayCell[] =>
    Array.from({ length: 7 }, (_day, index) => {
      const date = addDays(first, week * 7 + index);
      const day = byDate.get(date) ?? null;
      return { date, day, number: day?.number ?? null, as: kindOf(date, start, clock.due, day) };
    }),
  );
  if (weeks.length <= SHOWN) return weeks.map((cells) => ({ kind: 'week', cells }));
  const folded = weeks.slice(KEPT, -KEPT);
  const cells = folded.flat();
  return [
    ...weeks.slice(0, KEPT).map((week): WeekLine => ({ kind: 'week', cells: week })),
    {
      kind: 'folded',
      from: cells[0]?.date ?? start,
      to: cells.at(-1)?.date ?? last,
      counted: cells.filter((cell) => cell.number !== null).length,
    },
    ...weeks.slice(-KEPT).map((week): WeekLine => ({ kind: 'week', cells: week })),
  ];
}

function kindOf(
  date: string,
  start: string,
  due: string | null,
  day: CountedDayView | null,
): DayCell['as'] {
  if (date === due) return 'last';
  if (date === start) return 'start';
  if (day === null) return 'outside';
  return day.number === null ? 'skipped' : 'counted';
}

function mondayOffset(day: string): number {
  return (weekday(day) + 6) % 7;
}

export interface ExceptionLine {
  readonly as: 'holiday' | 'makeup' | 'paused' | 'rolled';
  readonly from: string;
  readonly to: string;
  readonly because: string | null;
  readonly notice: string | null;
}

/** Runs of days that did not follow the plain week: holidays, make-up days, stops, the move to a working day. */
export function exceptionsOf(days: readonly CountedDayView[]): ExceptionLine[] {
  const lines: ExceptionLine[] = [];
  for (const { date, as, because, notice } of days) {
    if (as === 'counted' || as === 'weekend') continue;
    const last = lines.at(-1);
    const goesOn =
      last?.as === as &&
      last.because === because &&
      last.notice === notice &&
      addDays(last.to, 1) === date;
    if (goesOn) lines[lines.length - 1] = { ...last, to: date };
    else lines.push({ as, from: date, to: date, because, notice });
  }
  return lines;
}
