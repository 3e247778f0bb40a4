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

/**
 * Spans from `to` backwards to `from`, each several times as long as the one before, the first beginning on `first`. A
 * common word is found within the first, a rare one costs few steps, however many decisions there are.
 */
export function spansBack(
  from: PlainDate,
  to: PlainDate,
  first: PlainDate,
): { readonly from: PlainDate; readonly to: PlainDate }[] {
  const spans: { from: PlainDate; to: PlainDate }[] = [];
  let end = to;
  let length = Math.max(dayNumber(to) - dayNumber(first) + 1, 1);
  while (end >= from) {
    const begin = dayNumber(end) - length + 1;
    const start = begin <= dayNumber(from) ? from : addDays(end, 1 - length);
    spans.push({ from: start, to: end });
    end = addDays(start, -1);
    length *= GROWTH;
  }
  return spans;
}

const GROWTH = 8;

/** The words, the marks that must all be there, and those of which one must be, as a `tsquery`. */
export function searchExpression(
  runs: readonly (readonly string[])[],
  all: readonly string[],
  any: readonly string[],
): string {
  const phrases = runs.map((run) => `(${run.map(quoted).join(' <-> ')})`);
  const spans = any.length === 0 ? [] : [`(${any.map(quoted).join(' | ')})`];
  return [...phrases, ...all.map(quoted), ...spans].join(' & ');
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
