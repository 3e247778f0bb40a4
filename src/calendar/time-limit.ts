/**
 * Time limits of Chinese administrative procedure, computed with their explanation.
 *
 * The day on which a period starts is never counted (市场监督管理行政处罚程序规定 art. 80). "Working
 * days" count working days only (行政处罚法 art. 85, 行政强制法 art. 69, 行政许可法 art. 82); "days"
 * count every day; months run to the same day number. Days on which the period was stopped do not
 * count. A period in days or months that may roll ends, when its last day is not a working day, on
 * the next working day (程序规定 art. 80).
 */
import { isWorkingDay, type WorkCalendar } from './calendar.ts';
import { addMonths, dayNumber, fromDayNumber, type PlainDate, plainDate } from './plain-date.ts';

/** Days on which a period does not run, both ends included; `to` null while it is still stopped. */
export interface Stop {
  readonly ground: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export interface TimeLimit {
  /** The day of the event; counting begins with the next day. */
  readonly start: PlainDate;
  readonly length: number;
  readonly unit: 'working-day' | 'day' | 'month';
  readonly stops: readonly Stop[];
  /** Whether a last day that is no working day moves to the next working day. */
  readonly rolls: boolean;
}

/** Why a day did or did not count, in the order of the days after the start. */
export interface CountedDay {
  readonly date: PlainDate;
  readonly as: 'counted' | 'makeup' | 'weekend' | 'holiday' | 'paused' | 'rolled';
  /** The number of the counted day, 1-based; null when it did not count. */
  readonly number: number | null;
  /** Name and notice of a holiday or make-up day, ground of a stop. */
  readonly because: string | null;
  readonly notice: string | null;
}

export interface DueDate {
  /** What was counted; {@link countedDays} tells it day by day. */
  readonly limit: TimeLimit;
  /** The last day of the period; null while stopped or where the calendar does not reach. */
  readonly due: PlainDate | null;
  readonly open: 'no' | 'paused' | 'unknown';
  /** Days that counted, up to `due` (or as far as could be told). */
  readonly counted: number;
  readonly skipped: { readonly weekend: number; readonly holiday: number; readonly paused: number };
  /** Counted days that are announced make-up days. */
  readonly makeup: number;
  /** Days added because the last day was no working day. */
  readonly rolled: number;
}

/** Days are counted no further than this from the start: longer periods do not occur and are not worked out. */
const HORIZON_DAYS = 20_000;
const LAST_DAY = dayNumber(plainDate('9999-12-31'));

/** The last day of the period and how many days counted. Pure; throws RangeError when the length is not positive. */
export function dueDate(limit: TimeLimit, calendar: WorkCalendar): DueDate {
  return new Count(limit, calendar, null).run();
}

/** Each day after the start, up to the due date or as far as could be told, and why it did or did not count. */
export function countedDays({ limit }: DueDate, calendar: WorkCalendar): CountedDay[] {
  const days: CountedDay[] = [];
  new Count(limit, calendar, (day) => days.push(day)).run();
  return days;
}

interface NumberedStop {
  readonly ground: string;
  readonly from: number;
  readonly to: number;
}

class Count {
  private counted = 0;
  private makeup = 0;
  private rolled = 0;
  private readonly skipped = { weekend: 0, holiday: 0, paused: 0 };
  private readonly limit: TimeLimit;
  private readonly calendar: WorkCalendar;
  private readonly stops: readonly NumberedStop[];
  /** Receives the explanation; null where nobody asks for it, which is far quicker. */
  private readonly tell: ((day: CountedDay) => void) | null;

  constructor(limit: TimeLimit, calendar: WorkCalendar, tell: ((day: CountedDay) => void) | null) {
    if (!Number.isInteger(limit.length) || limit.length < 1)
      throw new RangeError('a time limit needs a positive length');
    this.limit = limit;
    this.calendar = calendar;
    this.tell = tell;
    // Months are counted by the calendar, whatever stops them.
    this.stops = limit.unit === 'month' ? [] : limit.stops.map(numbered);
  }

  run(): DueDate {
    const { start, length, unit, rolls } = this.limit;
    const first = dayNumber(start) + 1;
    const horizon = Math.min(first + HORIZON_DAYS, LAST_DAY);
    const goal = unit === 'month' ? daysIn(start, length) : length;
    for (let day = first; day <= horizon; day += 1) {
      const stop = this.stopOn(day);
      if (unit === 'working-day') {
        if (!this.workingDay(day, stop)) return this.result(null, 'unknown');
      } else if (!stop) this.count(day, 'counted');
      else this.skip(day, 'paused', stop.ground);
      if (stop?.to === Number.POSITIVE_INFINITY) return this.result(null, 'paused');
      if (this.counted === goal)
        return unit === 'working-day' || !rolls ? this.result(day, 'no') : this.roll(day);
    }
    return this.result(null, 'unknown');
  }

  private stopOn(day: number): NumberedStop | undefined {
    for (const stop of this.stops) if (day >= stop.from && day <= stop.to) return stop;
    return undefined;
  }

  /** False where no notice tells what the day is. */
  private workingDay(number: number, stop: NumberedStop | undefined): boolean {
    const day = this.calendar.day(number);
    if (day === null) return false;
    if (day.kind === 'weekend') this.skip(number, 'weekend');
    else if (day.kind === 'holiday') this.skip(number, 'holiday', day.name, day.notice);
    else if (stop) this.skip(number, 'paused', stop.ground);
    else if (day.kind === 'makeup') this.count(number, 'makeup', day.name, day.notice);
    else this.count(number, 'counted');
    return true;
  }

  /** Moves a last day that is no working day to the next one. */
  private roll(last: number): DueDate {
    for (let day = last; ; day += 1) {
      const working = isWorkingDay(this.calendar, day);
      if (working === null) return this.result(null, 'unknown');
      if (day > last) {
        this.rolled += 1;
        this.note(day, 'rolled', null);
      }
      if (working) return this.result(day, 'no');
    }
  }

  private count(day: number, as: 'counted' | 'makeup', name?: string, notice?: string): void {
    this.counted += 1;
    if (as === 'makeup') this.makeup += 1;
    this.note(day, as, this.counted, name, notice);
  }

  private skip(
    day: number,
    as: 'weekend' | 'holiday' | 'paused',
    because?: string,
    notice?: string,
  ): void {
    this.skipped[as] += 1;
    this.note(day, as, null, because, notice);
  }

  private note(
    day: number,
    as: CountedDay['as'],
    number: number | null,
    because: string | null = null,
    notice: string | null = null,
  ): void {
    this.tell?.({ date: fromDayNumber(day), as, number, because, notice });
  }

  private result(due: number | null, open: DueDate['open']): DueDate {
    return {
      limit: this.limit,
      due: due === null ? null : fromDayNumber(due),
      open,
      counted: this.counted,
      skipped: this.skipped,
      makeup: this.makeup,
      rolled: this.rolled,
    };
  }
}

/** Days from `start` to the same day number `months` later. */
function daysIn(start: PlainDate, months: number): number {
  return months * 28 > HORIZON_DAYS || Number(start.slice(0, 4)) + Math.ceil(months / 12) > 9999
    ? Number.POSITIVE_INFINITY
    : dayNumber(addMonths(start, months)) - dayNumber(start);
}

function numbered({ ground, from, to }: Stop): NumberedStop {
  return {
    ground,
    from: dayNumber(from),
    to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  };
}
