/** Working days counted one by one off the published notices: nothing of the program's own calendar. */
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../../../rules/calendars/', import.meta.url);

interface Span {
  readonly from: string;
  readonly to: string;
  readonly work: readonly string[];
}

const spans: readonly Span[] = readdirSync(FOLDER)
  .filter((name) => /^\d{4}\.json$/.test(name))
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).spans);

/** The day `count` working days after `start`, which itself is not counted. `YYYY-MM-DD`. */
export function workingDaysAfter(start: string, count: number): string {
  let day = start;
  for (let left = count; left > 0; ) {
    day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    if (isWorked(day)) left -= 1;
  }
  return day;
}

function isWorked(day: string): boolean {
  if (spans.some(({ work }) => work.includes(day))) return true;
  if (spans.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Today in China. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
