/**
 * Marks that keep a search to a span of days. The index keeps, beside the words of a decision, marks for the day, the
 * month and the year it was published (`published.entry.search`); a span is the union of few of them. Pure.
 */
import { addDays, addMonths, dayNumber, type PlainDate } from '../calendar/plain-date.ts';

/** Marks of the fewest years, months and days that make up the days from `from` to `to`, both included. */
export function marksOf(bureau: string, from: PlainDate, to: PlainDate): string[] {
  const marks: string[] = [];
  for (let day = from; day <= to; ) {
    const year = Number(day.slice(0, 4));
    const nextYear = addMonths(day, 12);
    const nextMonth = addMonths(day, 1);
    if (day.endsWith('-01-01') && addDays(nextYear, -1) <= to) {
      marks.push(`@year/${bureau}/${year}`);
      day = nextYear;
    } else if (day.endsWith('-01') && addDays(nextMonth, -1) <= to) {
      marks.push(`@month/${bureau}/${year * 12 + Number(day.slice(5, 7)) - 1}`);
      day = nextMonth;
    } else {
      marks.push(`@day/${bureau}/${dayNumber(day)}`);
      day = addDays(day, 1);
    }
  }
  return marks;
}

/** Days from `from` to `to`, both included. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * The span to search before `done`, which held `found` of the `wanted` entries; null when it began on `oldest`. As long as
 * the share found so far makes one expect to need, and half as much again; all that is left where nothing was found: then
 * what is sought is rare, and quick to find without a span.
 */
export function spanBefore(
  done: Span,
  found: number,
  wanted: number,
  oldest: PlainDate,
): Span | null {
  if (done.from <= oldest) return null;
  const to = addDays(done.from, -1);
  if (found === 0) return { from: oldest, to };
  const days = dayNumber(done.to) - dayNumber(done.from) + 1;
  const length = Math.max(days, Math.ceil((days * (wanted - found) * MARGIN) / found));
  const whole = length > dayNumber(to) - dayNumber(oldest);
  return { from: whole ? oldest : addDays(to, 1 - length), to };
}

const MARGIN = 1.5;

/**
 * What the index is asked for, as a `tsquery`: the words that tell decisions apart, the marks that must all be there, and
 * those of which one must be. `common` words stand in so many decisions that looking them up costs more than it saves; they
 * are left to {@link phraseExpression}, unless there are no others.
 */
export function indexExpression(
  runs: readonly (readonly string[])[],
  common: ReadonlySet<string>,
  all: readonly string[],
  any: readonly string[],
): string {
  const words = [...new Set(runs.flat())];
  const telling = words.filter((word) => !common.has(word));
  const spans = any.length === 0 ? [] : [`(${any.map(quoted).join(' | ')})`];
  return [...(telling.length > 0 ? telling : words).map(quoted), ...all.map(quoted), ...spans].join(
    ' & ',
  );
}

/**
 * The words of each run in their order, as a `tsquery`; empty where the order says nothing that the index was not asked for:
 * runs of one word, none of them left out as common.
 */
export function phraseExpression(
  runs: readonly (readonly string[])[],
  common: ReadonlySet<string>,
): string {
  if (runs.every((run) => run.length === 1 && run.every((word) => !common.has(word)))) return '';
  return runs.map((run) => `(${run.map(quoted).join(' <-> ')})`).join(' & ');
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
