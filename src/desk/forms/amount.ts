/** Amounts while they are typed: whole 分 in the form, 元 on the screen. Pure. */
import { fromYuanField, groupDigits, toYuanField } from '../words/amounts.ts';

/** What a money field shows at rest: 5200000 → `52 000`, with thin spaces; what is no amount as it was typed. */
export function amountShown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) return '';
  const [whole = '', rest] = toYuanField(value).split('.');
  return rest === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${rest}`;
}

/** What was typed as the form keeps it: 分, the text itself while it is no amount, undefined when empty. */
export function amountTyped(text: string): number | string | undefined {
  if (text.trim() === '') return undefined;
  return fromYuanField(text) ?? text;
}
