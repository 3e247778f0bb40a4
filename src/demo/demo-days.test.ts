import { describe, expect, it } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { findRoot } from '../platform/package-root.ts';
import { readPack } from '../platform/rules/read-pack.ts';
import { lastDay, momentOf, shiftWorkdays } from './demo-days.ts';

const { calendar } = readPack(findRoot());

describe('days of the rehearsal', () => {
  it('are counted over holidays and make-up days', () => {
    // Spring Festival 2026: 15 to 23 February off, 14 and 28 February worked.
    expect(shiftWorkdays(calendar, plainDate('2026-02-14'), 1)).toBe('2026-02-24');
    expect(shiftWorkdays(calendar, plainDate('2026-02-24'), -1)).toBe('2026-02-14');
    expect(shiftWorkdays(calendar, plainDate('2026-11-20'), 0)).toBe('2026-11-20');
  });
  it('go on from Monday to Friday where no notice reaches', () => {
    expect(shiftWorkdays(calendar, plainDate('2031-01-03'), 1)).toBe('2031-01-06');
  });
  it('end with the last working day that is over', () => {
    const at = (day: string, time: string) => momentOf(plainDate(day), time);
    expect(lastDay(calendar, at('2026-11-20', '17:59'))).toBe('2026-11-19');
    expect(lastDay(calendar, at('2026-11-20', '18:00'))).toBe('2026-11-20');
    expect(lastDay(calendar, at('2026-11-22', '10:00'))).toBe('2026-11-20');
    expect(lastDay(calendar, at('2031-05-05', '10:00'))).toBe('2026-12-31');
  });
});
