import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, plainDate } from '../calendar/plain-date.ts';
import { indexExpression, marksOf, phraseExpression, spanBefore } from './search-spans.ts';

describe('marks of a span', () => {
  it.each([
    ['2026-03-05', '2026-03-05', ['@day/b/20517']],
    ['2026-03-01', '2026-03-31', ['@month/b/24314']],
    ['2025-12-31', '2026-02-01', ['@day/b/20453', '@month/b/24312', '@day/b/20485']],
    ['2024-01-01', '2025-12-31', ['@year/b/2024', '@year/b/2025']],
    ['2026-03-05', '2026-03-04', []],
  ])('%s to %s', (from, to, marks) => {
    expect(marksOf('b', plainDate(from), plainDate(to))).toEqual(marks);
  });

  it('cover each day of the span once and no other', () => {
    const first = dayNumber(plainDate('2015-01-01'));
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(1500), (start, length) => {
        const from = addDays(plainDate('2015-01-01'), start);
        const to = addDays(from, length);
        const covered = marksOf('b', from, to)
          .flatMap(daysOf)
          .sort((a, b) => a - b);
        const wanted = Array.from({ length: length + 1 }, (_, day) => first + start + day);
        expect(covered).toEqual(wanted);
      }),
    );
  });
});

/** The days a mark stands for, as the generated column of the table makes them. */
function daysOf(mark: string): number[] {
  const [, kind, value] = /^@(day|month|year)\/b\/(\d+)$/.exec(mark) ?? [];
  const number = Number(value);
  if (kind === 'day') return [number];
  const from =
    kind === 'month' ? Date.UTC(Math.floor(number / 12), number % 12, 1) : Date.UTC(number, 0, 1);
  const to =
    kind === 'month'
      ? Date.UTC(Math.floor((number + 1) / 12), (number + 1) % 12, 1)
      : Date.UTC(number + 1, 0, 1);
  return Array.from({ length: (to - from) / 86_400_000 }, (_, day) => from / 86_400_000 + day);
}

describe('the span before', () => {
  const done = { from: plainDate('2026-11-11'), to: plainDate('2026-11-20') };
  const oldest = plainDate('2024-01-01');
  it.each([
    // 16 more are wanted, 5 came in 10 days: 32 days, and half as much again.
    ['as long as one must expect, and half as much again', 5, '2026-09-24'],
    ['never shorter than what was searched', 20, '2026-11-01'],
    ['long where little was found', 1, '2026-01-15'],
    ['all that is left where nothing was found', 0, '2024-01-01'],
  ])('%s', (_title, found, from) => {
    expect(spanBefore(done, found, 21, oldest)).toEqual({ from, to: '2026-11-10' });
  });
  it('ends at the first day', () => {
    expect(spanBefore(done, 1, 21, plainDate('2026-06-01'))?.from).toBe('2026-06-01');
    expect(spanBefore(done, 0, 21, plainDate('2026-11-11'))).toBeNull();
  });
});

describe('what the index is asked for', () => {
  const runs = [["a'b", '&'], ['食品']];
  it('all words and marks, quoted, so that none of them is an operator', () => {
    expect(indexExpression(runs, new Set(), ['@b'], ['@day/b/1', '@day/b/2'])).toBe(
      "'a''b' & '&' & '食品' & '@b' & ('@day/b/1' | '@day/b/2')",
    );
    expect(phraseExpression(runs, new Set())).toBe("('a''b' <-> '&') & ('食品')");
  });
  it('not for an order where there is none', () => {
    expect(phraseExpression([['食品'], ['超市']], new Set())).toBe('');
    expect(phraseExpression([['食品'], ['超市']], new Set(['食品']))).toBe("('食品') & ('超市')");
    expect(phraseExpression([], new Set())).toBe('');
  });
  it('not for words that stand everywhere, unless there are no others', () => {
    expect(indexExpression(runs, new Set(['食品', '&']), ['@b'], [])).toBe("'a''b' & '@b'");
    expect(indexExpression([['食品']], new Set(['食品']), ['@b'], [])).toBe("'食品' & '@b'");
  });
});
