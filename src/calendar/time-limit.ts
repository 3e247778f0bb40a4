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
import { addMonths, dayNumber, fromDayNumber, type PlainDate } from './plain-date.ts';

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
  readonly days: readonly CountedDay[];
}

/** A period never runs longer than this many days; a longer one is an error in the rules. */
const HORIZON_DAYS = 20_000;

/** The last day of the period and how it was counted. Pure; throws RangeError when the length is not positive. */
export function dueDate(limit: TimeLimit, calendar: WorkCalendar): DueDate {
  if (!Number.isInteger(limit.length) || limit.length < 1)
    throw new RangeError('a time limit needs a positive length');
  return new Count(limit, calendar).run();
}

class Count {
  private counted = 0;
  private makeup = 0;
  private rolled = 0;
  private readonly skipped = { weekend: 0, holiday: 0, paused: 0 };
  private readonly days: CountedDay[] = [];
  private readonly limit: TimeLimit;
  private readonly calendar: WorkCalendar;
  private readonly stops: readonly { ground: string; from: number; to: number | null }[];

  constructor(limit: TimeLimit, calendar: WorkCalendar) {
    this.limit = limit;
    this.calendar = calendar;
    this.stops = limit.stops.map((stop) => ({
      ground: stop.ground,
      from: dayNumber(stop.from),
      to: stop.to === null ? null : dayNumber(stop.to),
    }));
  }

  run(): DueDate {
    const { start, length, unit } = this.limit;
    const first = dayNumber(start) + 1;
    const goal = unit === 'month' ? dayNumber(addMonths(start, length)) - first + 1 : length;
    for (let day = first; day < first + HORIZON_DAYS; day += 1) {
      const stop =
        unit === 'month'
          ? undefined
          : this.stops.find((s) => day >= s.from && (s.to === null || day <= s.to));
      if (unit === 'working-day') {
        const outcome = this.workingDay(day, stop?.ground);
        if (outcome === 'unknown') return this.result(null, 'unknown');
        if (stop?.to === null) return this.result(null, 'paused');
      } else if (stop) {
        if (stop.to === null) return this.result(null, 'paused');
        this.pause(day, stop.ground);
      } else this.count(day, 'counted', null, null);
      if (this.counted === goal)
        return unit === 'working-day' || !this.limit.rolls
          ? this.result(day, 'no')
          : this.roll(day);
    }
    throw new RangeError('the period does not end');
  }

  private workingDay(number: number, stopped: string | undefined): 'known' | 'unknown' {
    const day = this.calendar.day(number);
    if (day === null) return 'unknown';
    if (day.kind === 'weekend') this.skip(number, 'weekend', null, null);
    else if (day.kind === 'holiday') this.skip(number, 'holiday', day.name, day.notice);
    else if (stopped !== undefined) this.pause(number, stopped);
    else if (day.kind === 'makeup') this.count(number, 'makeup', day.name, day.notice);
    else this.count(number, 'counted', null, null);
    return 'known';
  }

  /** Moves a last day that is no working day to the next one. */
  private roll(last: number): DueDate {
    for (let day = last; ; day += 1) {
      const working = isWorkingDay(this.calendar, day);
      if (working === null) return this.result(null, 'unknown');
      if (day > last) {
        this.rolled += 1;
        this.days.push({
          date: fromDayNumber(day),
          as: 'rolled',
          number: null,
          because: null,
          notice: null,
        });
      }
      if (working) return this.result(day, 'no');
    }
  }

  private count(
    day: number,
    as: 'counted' | 'makeup',
    because: string | null,
    notice: string | null,
  ): void {
    this.counted += 1;
    if (as === 'makeup') this.makeup += 1;
    this.days.push({ date: fromDayNumber(day), as, number: this.counted, because, notice });
  }

  private skip(
    day: number,
    as: 'weekend' | 'holiday',
    because: string | null,
    notice: string | null,
  ): void {
    this.skipped[as] += 1;
    this.days.push({ date: fromDayNumber(day), as, number: null, because, notice });
  }

  private pause(day: number, ground: string): void {
    this.skipped.paused += 1;
    this.days.push({
      date: fromDayNumber(day),
      as: 'paused',
      number: null,
      because: ground,
      notice: null,
    });
  }

  private result(due: number | null, open: DueDate['open']): DueDate {
    return {
      due: due === null ? null : fromDayNumber(due),
      open,
      counted: this.counted,
      skipped: this.skipped,
      makeup: this.makeup,
      rolled: this.rolled,
      days: this.days,
    };
  }
}
