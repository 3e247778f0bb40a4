/** The day to plan by of clocks that run beyond the last published notice, which tells of 2026. */
import { describe, expect, it } from 'vitest';
import { moment } from '../calendar/moment.ts';
import { plainDate } from '../calendar/plain-date.ts';
import type { Stop } from '../calendar/time-limit.ts';
import { pack } from '../../test/support/script.ts';
import { type Clock, clockOf, type ClockUnit } from './clock.ts';
import { estimatedClock } from './clock-estimate.ts';
import { clockView, dueOf, workingDaysBetween } from './clock.views.ts';

const { calendar } = pack;

function clock(from: string, length: number, unit: ClockUnit, stops: readonly Stop[] = []): Clock {
  return clockOf(
    {
      name: 'decision',
      term: '办案期限',
      kind: 'duty',
      act: {
        n: 4,
        code: 'case.opened',
        at: moment(`${from}T10:00:00+08:00`),
        by: [],
        data: { conditions: [] },
      },
      unit,
      length,
      started: plainDate(from),
      stops,
      rolls: true,
      ended: null,
      basis: [],
    },
    calendar,
  );
}

describe('a clock beyond the published calendar', () => {
  it.each([
    ['ninety days to a Thursday', '2026-11-20', 90, 'day', '2027-02-18'],
    ['sixty days to a Sunday, which moves to Monday', '2026-11-18', 60, 'day', '2027-01-18'],
    ['seven working days, New Year not taken off', '2026-12-28', 7, 'working-day', '2027-01-06'],
  ] as const)('is estimated in ordinary weeks: %s', (_title, from, length, unit, due) => {
    const told = clock(from, length, unit);
    expect(told.dueDay).toBeNull();
    expect(estimatedClock(told, calendar)?.dueDay).toBe(due);
  });

  it('is not estimated where the day is known, or while it stands still', () => {
    expect(estimatedClock(clock('2026-11-02', 5, 'working-day'), calendar)).toBeNull();
    const stopped = clock('2026-11-20', 90, 'day', [
      { ground: 'testing', from: plainDate('2026-11-23'), to: null },
    ]);
    expect(estimatedClock(stopped, calendar)).toBeNull();
  });

  it('is shown with that day, the time left and the word that it is provisional', () => {
    const told = clock('2026-11-20', 90, 'day');
    expect(clockView(told, moment('2026-12-31T09:00:00+08:00'), calendar)).toMatchObject({
      due: '2027-02-18',
      status: 'running',
      left: 49,
      workingDaysLeft: 35,
      provisional: true,
    });
    expect(clockView(told, moment('2027-02-19T09:00:00+08:00'), calendar)).toMatchObject({
      status: 'overdue',
      left: -1,
      workingDaysLeft: -1,
      provisional: true,
    });
  });
});

it('a list shows the sooner of the known and the estimated day', () => {
  const today = plainDate('2026-12-30');
  expect(dueOf('2026-12-31', '2027-01-04', today, calendar)).toEqual({
    day: '2026-12-31',
    provisional: false,
    left: 1,
  });
  // A period in days that does not roll has a known last day beyond the notices.
  expect(dueOf('2027-01-10', '2027-01-04', today, calendar)).toEqual({
    day: '2027-01-04',
    provisional: true,
    left: 3,
  });
  expect(dueOf(null, null, today, calendar)).toEqual({ day: null, provisional: false, left: null });
});

it('working days themselves are told no further than the notices', () => {
  const days = (to: string) => workingDaysBetween(plainDate('2026-12-30'), plainDate(to), calendar);
  expect(days('2026-12-31')).toBe(1);
  expect(days('2027-01-04')).toBeNull();
});
