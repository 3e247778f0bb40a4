/**
 * Names of logs. Each bureau has one log for its whole life; its origin is the installation's prefix and the bureau's
 * id, which is its area code, with a suffix where one area has several bodies. An origin never changes: it stands in
 * every event, checkpoint and key name.
 *
 * Example: prefix `zhuding.local/log` and bureau `350502` give `zhuding.local/log/350502`.
 */

import { isKeyName } from './key-name.ts';

/** Prefix of an installation that has configured none (`ZHUDING_LOG_ORIGIN`). */
export const DEFAULT_LOG_ORIGIN = 'zhuding.local/log';

const BUREAU = /^\d{6}(-\d{1,9})?$/;

/** Whether a text is the id of a bureau. Such a text is safe as the name of a file. */
export function isBureauId(text: string): boolean {
  return BUREAU.test(text);
}

/** The origin of a bureau's log. Throws RangeError for a bureau or prefix that cannot be part of one. */
export function logOrigin(prefix: string, bureau: string): string {
  if (!isBureauId(bureau)) throw new RangeError(`not the id of a bureau: ${bureau.slice(0, 80)}`);
  const origin = `${prefix}/${bureau}`;
  const whole = /^[^/].*[^/]$/.test(prefix) && !prefix.includes('://');
  if (!whole || !isKeyName(origin)) throw new RangeError(`not a prefix of logs: ${prefix}`);
  return origin;
}

/** Origin of the SM3 shadow of a log. */
export function shadowOrigin(origin: string): string {
  return `${origin}/sm3`;
}
