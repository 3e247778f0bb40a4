/**
 * Calendar days without a zone. A PlainDate is the text `YYYY-MM-DD` of a day that exists, so it
 * sorts as text, prints as itself and needs no library. Arithmetic goes through day numbers
 * (days since 1970-01-01).
 */
declare const brand: unique symbol;

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The day written as `text`, or null when the text is not `YYYY-MM-DD` or names no such day. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate; // the one place where the brand is given
}

/** As {@link parsePlainDate}; throws RangeError. For dates our own code or data wrote. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** Days since 1970-01-01; negative before. */
export function dayNumber(date: PlainDate): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS;
}

/** Inverse of {@link dayNumber}. */
export function fromDayNumber(number: number): PlainDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day number `months` later, or the last day of that month where it has no such day
 * (31 August + 6 months = 28 or 29 February).
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: PlainDate): number {
  return weekdayOf(dayNumber(date));
}

/** As {@link weekday}, from a day number. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
