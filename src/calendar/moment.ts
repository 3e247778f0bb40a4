/**
 * Moments on the bureau's clock. Everything the law counts happens in China Standard Time (+08:00,
 * no summer time), so a moment is written with that offset and its day is read off the text.
 */
import { type PlainDate, parsePlainDate } from './plain-date.ts';

/** A point in time that knows its day in China. `text` is ISO 8601 with `+08:00`. */
export interface Moment {
  readonly text: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly ms: number;
  readonly day: PlainDate;
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?\+08:00$/;
const OFFSET_MS = 8 * 3_600_000;
const TO_THE_SECOND = '2024-08-05T09:30:00+08:00'.length;

/** The moment written as `text` (`2024-08-05T09:30:00+08:00`, seconds optional), or null. */
export function parseMoment(text: string): Moment | null {
  const match = SHAPE.exec(text);
  const day = match?.[1] === undefined ? null : parsePlainDate(match[1]);
  if (day === null) return null;
  return { text, ms: Date.parse(text), day };
}

/** As {@link parseMoment}; throws RangeError. */
export function moment(text: string): Moment {
  const parsed = parseMoment(text);
  if (parsed === null) throw new RangeError(`not a moment in +08:00: ${text}`);
  return parsed;
}

/** The moment `ms` milliseconds after 1970-01-01T00:00Z, written to the second, or to the millisecond where it has any. */
export function momentAt(ms: number): Moment {
  const local = new Date(ms + OFFSET_MS).toISOString();
  const text = `${local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23)}+08:00`;
  return { text, ms, day: text.slice(0, 10) as PlainDate };
}

/** The moment as {@link momentAt} writes it. */
export function momentText({ text, ms }: Moment): string {
  return text.length === TO_THE_SECOND ? text : momentAt(ms).text;
}

export function addHours(start: Moment, hours: number): Moment {
  return momentAt(start.ms + hours * 3_600_000);
}
