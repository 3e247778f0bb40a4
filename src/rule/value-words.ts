/** The value of a rule in words; `money` writes an amount of 分. Pure. */
import { DOCUMENT_NUMBER_PATTERN } from '../document/number.ts';
import { codeWords, isAmount, unitOf, VALUE_TEXTS as T } from './law.texts.ts';

/** Entries of a list shown before it is cut. */
const SHOWN = 4;

/** Short enough for a line: 7 个工作日, 是, 10000 元, a、b、c. What has parts says how many. */
export function valueWords(key: string, value: unknown, money: (fen: number) => string): string {
  if (typeof value === 'boolean') return value ? T.yes : T.no;
  if (typeof value === 'number') {
    if (isAmount(key)) return money(value);
    const unit = unitOf(key);
    return unit === null ? String(value) : `${value} ${unit}`;
  }
  if (key === 'number.pattern')
    return value === DOCUMENT_NUMBER_PATTERN ? T.numberPattern : T.ownPattern;
  if (typeof value === 'string') return codeWords(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return T.noRule;
    if (value.every((one) => typeof one === 'string'))
      return value.length <= SHOWN
        ? value.map(codeWords).join('、')
        : `${value.slice(0, SHOWN).map(codeWords).join('、')} ${T.more(value.length)}`;
    return T.more(value.length);
  }
  if (typeof value === 'object' && value !== null) return T.more(Object.keys(value).length);
  return T.noRule;
}

/** A list of words whole, one entry a line; null for any other value. */
export function listLines(value: unknown): string[] | null {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
    ? value.map(codeWords)
    : null;
}
