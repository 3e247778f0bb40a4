/** Days and moments as the desk writes them, always in China Standard Time whatever the computer is set to. Pure. */

const HOURS_8 = 8 * 3_600_000;
const DAY = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Wall-clock parts of a moment in China. */
function wall(ms: number): string {
  return new Date(ms + HOURS_8).toISOString();
}

/** The day in China, `YYYY-MM-DD`. */
export function dayOf(ms: number): string {
  return wall(ms).slice(0, 10);
}

/** The moment as commands carry it: to the minute, `2024-09-18T10:06:00+08:00`. */
export function momentText(ms: number): string {
  return `${wall(ms).slice(0, 16)}:00+08:00`;
}

/** What a `datetime-local` field holds for a moment: `2024-09-18T10:06`; empty for what is none. */
export function toLocalField(moment: string): string {
  const ms = Date.parse(moment);
  return Number.isNaN(ms) ? '' : wall(ms).slice(0, 16);
}

/** The moment a `datetime-local` field names; empty for an empty field. */
export function fromLocalField(value: string): string {
  return value === '' ? '' : `${value.slice(0, 16)}:00+08:00`;
}

/** 9月18日, with the year when it is not that of `today`. Both `YYYY-MM-DD`. */
export function dayWords(day: string, today: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`;
}

/** 9月10日 10:00, with the year when it is not that of `today`. */
export function momentWords(moment: string, today: string): string {
  const ms = Date.parse(moment);
  return Number.isNaN(ms) ? '' : `${dayWords(dayOf(ms), today)} ${timeWords(moment)}`;
}

/** 10:42. */
export function timeWords(moment: string): string {
  const ms = Date.parse(moment);
  return Number.isNaN(ms) ? '' : wall(ms).slice(11, 16);
}

/** 星期三. */
export function weekdayWords(day: string): string {
  return `星期${WEEKDAYS[weekday(day)] ?? ''}`;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day `count` days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** 6 分钟, 3 小时, 2 天: a span in its largest unit, rounded down. */
export function spanWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时`;
  return `${Math.floor(minutes / 1440)} 天`;
}
