/** Days and moments as they are typed and shown in a form, the same in every browser: 2026-11-22 10:05. Pure. */
import { fromLocalField, toLocalField } from '../words/dates.ts';

const WRITTEN =
  /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{1,2})分?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]*(\d{2})(\d{2}))?$/;

/**
 * What was typed as the form keeps it: `YYYY-MM-DD`, or with a time ISO 8601 with `+08:00`; the text itself while it names
 * no day there is, undefined when empty. `year` is taken where none was typed.
 */
export function momentTyped(text: string, withTime: boolean, year: string): string | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  const match = WRITTEN.exec(plain) ?? COMPACT.exec(plain);
  if (!match) return text;
  const [, y = year, m = '', d = '', hours, minutes] = match;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!isDay(day)) return text;
  if (!withTime) return hours === undefined ? day : text;
  if (hours === undefined || minutes === undefined) return text;
  if (Number(hours) > 23 || Number(minutes) > 59) return text;
  return fromLocalField(`${day}T${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`);
}

/** What a field shows for a value; text that is no moment as it was typed. */
export function momentShown(value: unknown, withTime: boolean): string {
  if (typeof value !== 'string') return '';
  if (!withTime) return value;
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? toLocalField(value).replace('T', ' ') : value;
}

function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
