import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  dayWords,
  fromLocalField,
  momentText,
  momentWords,
  spanWords,
  toLocalField,
  weekdayWords,
} from './dates.ts';

describe('days and moments', () => {
  test('fall on the day in China, also shortly before midnight UTC', () => {
    expect(dayOf(Date.parse('2024-09-17T16:30:00Z'))).toBe('2024-09-18');
    expect(momentText(Date.parse('2024-09-18T02:06:41Z'))).toBe('2024-09-18T10:06:00+08:00');
  });

  test('carry their year only when it is another', () => {
    expect(dayWords('2024-09-08', '2024-12-31')).toBe('9月8日');
    expect(dayWords('2024-09-08', '2025-01-01')).toBe('2024年9月8日');
    expect(momentWords('2024-09-10T02:00:00.000Z', '2024-09-18')).toBe('9月10日 10:00');
  });

  test('go into a field and come back as they were', () => {
    expect(toLocalField('2024-09-10T10:05:00+08:00')).toBe('2024-09-10T10:05');
    expect(fromLocalField('2024-09-10T10:05')).toBe('2024-09-10T10:05:00+08:00');
    expect([toLocalField(''), fromLocalField('')]).toEqual(['', '']);
  });

  test('know their weekday and neighbours', () => {
    expect(weekdayWords('2024-09-18')).toBe('星期三');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2024-09-18', '2024-11-11')).toBe(54);
  });
});

test('a span is told in its largest unit', () => {
  expect(spanWords(6 * 60_000)).toBe('6 分钟');
  expect(spanWords(26 * 3_600_000)).toBe('26 小时');
  expect(spanWords(3 * 86_400_000)).toBe('3 天');
});
