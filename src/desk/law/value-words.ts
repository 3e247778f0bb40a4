/** The value of a rule in words. Pure. */
import { yuanWords } from '../words/amounts.ts';
import { codeWords, isAmount, LAW_TEXTS as T, unitOf } from './law.texts.ts';

/** Entries of a list shown before it is cut. */
const SHOWN = 4;

/** Short enough for a line: 7 个工作日, 是, 10 000 元, a、b、c. What has parts says how many. */
export function valueWords(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? T.yes : T.no;
  if (typeof value === 'number') {
    if (isAmount(key)) return yuanWords(value);
    const unit = unitOf(key);
    return unit === null ? String(value) : `${value} ${unit}`;
  }
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

/** The whole value, for the panel: texts one a line, what has parts as it stands in the pack. */
export function valueLines(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.map(codeWords);
  if (typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length === 0))
    return JSON.stringify(value, null, 1).split('\n');
  return [valueWords(key, value)];
}
