/** Moments as people in China read them. */

/** China has kept UTC+8 without summer time since 1992. */
const BEIJING_OFFSET = 8 * 60 * 60 * 1000;

/** A moment in UTC, ISO 8601, as 2026年3月2日 09:02:03（北京时间）. */
export function showMoment(iso: string): string {
  const local = new Date(Date.parse(iso) + BEIJING_OFFSET);
  const date = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`;
  return `${date} ${local.toISOString().slice(11, 19)}（北京时间）`;
}
