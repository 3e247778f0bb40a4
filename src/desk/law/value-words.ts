/** The value of a rule as the desk shows it. Pure. */
import { listLines, valueWords as ruleWords } from '../../rule/value-words.ts';
import { yuanWords } from '../words/amounts.ts';

/** Short enough for a line: 7 个工作日, 是, 10 000 元, a、b、c. */
export function valueWords(key: string, value: unknown): string {
  return ruleWords(key, value, yuanWords);
}

/** The whole value, for the panel: texts one a line, what has parts as it stands in the pack. */
export function valueLines(key: string, value: unknown): string[] {
  const lines = listLines(value);
  if (lines !== null) return lines;
  if (typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length === 0))
    return JSON.stringify(value, null, 1).split('\n');
  return [valueWords(key, value)];
}
