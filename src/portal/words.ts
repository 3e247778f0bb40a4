/** Dates and figures as the portal writes them. Pure. */

/** `2026年11月20日` of `2026-11-20`. */
export function dateText(day: string): string {
  return `${day.slice(0, 4)}年${monthDayText(day)}`;
}

/** `11月20日` of `2026-11-20`. */
export function monthDayText(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** `2026年11月20日 9:05` of a moment in `+08:00`. */
export function momentText(moment: string): string {
  return `${dateText(moment)} ${Number(moment.slice(11, 13))}:${moment.slice(14, 16)}`;
}

/** A whole number with commas at the thousands. */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** Our own line of a penalty, with commas in its amounts: 罚款52,000元. Served text stays as served. */
export function withCommas(text: string): string {
  return text.replaceAll(/\d{4,}(?=(?:\.\d+)?元)/g, (digits) => count(Number(digits)));
}

/**
 * Text without the characters that are not seen but turn the direction of writing or hide what follows, for places where
 * they cannot be kept apart from their surroundings: titles of windows, feeds, file names.
 */
export function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim();
}
