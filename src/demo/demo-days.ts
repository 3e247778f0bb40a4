/** Days of the rehearsal: counted in working days, also where no holiday notice reaches. Pure. */
import { isWorkingDay, type WorkCalendar } from '../calendar/calendar.ts';
import { momentAt } from '../calendar/moment.ts';
import {
  addDays,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  weekdayOf,
} from '../calendar/plain-date.ts';

/** A day whose work is over by this time can be told to its end. */
const EVENING = '18:00';

/** Beyond the last holiday notice Monday to Friday are taken for working days: the rehearsal needs days, not their lawfulness. */
function works(calendar: WorkCalendar, day: number): boolean {
  return isWorkingDay(calendar, day) ?? weekdayOf(day) < 6;
}

/** The working day that lies `count` working days after `day`, before it for a negative count; for 0 the day itself. */
export function shiftWorkdays(calendar: WorkCalendar, day: PlainDate, count: number): PlainDate {
  const step = Math.sign(count);
  let number = dayNumber(day);
  for (let left = Math.abs(count); left > 0; ) {
    number += step;
    if (works(calendar, number)) left -= 1;
  }
  return fromDayNumber(number);
}

/** Milliseconds since 1970 of a time of day (`09:30`) in China. */
export function momentOf(day: PlainDate, time: string): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}

/** The last working day that is over at `now`, and that the calendar still knows: the day on which the year of cases ends. */
export function lastDay(calendar: WorkCalendar, now: number): PlainDate {
  const { day } = momentAt(now);
  const over = now >= momentOf(day, EVENING) ? day : addDays(day, -1);
  return shiftWorkdays(calendar, addDays(over < calendar.until ? over : calendar.until, 1), -1);
}
