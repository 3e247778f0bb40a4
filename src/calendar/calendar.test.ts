/** The calendar of the announced years: counts a year, days known to be told wrong elsewhere, and its end. */
import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import {
  type HolidaySpan,
  type HolidayYear,
  isWorkingDay,
  knownUntil,
  withOrdinaryWeeks,
  workCalendar,
} from './calendar.ts';
import { dayNumber, plainDate } from './plain-date.ts';

const { calendar } = pack;
const kind = (day: string) => calendar.day(dayNumber(plainDate(day)))?.kind ?? null;

function countsOf(year: number): Record<string, number> {
  const counts: Record<string, number> = { workday: 0, weekend: 0, holiday: 0, makeup: 0 };
  const last = dayNumber(plainDate(`${year}-12-31`));
  for (let day = dayNumber(plainDate(`${year}-01-01`)); day <= last; day += 1) {
    const { kind: found } = calendar.day(day) ?? { kind: 'unknown' };
    counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
}

describe('each announced year', () => {
  // As the notices of the State Council's office give them.
  it.each([
    [2019, 22, 6, 93, 244],
    [2020, 30, 6, 87, 243],
    [2021, 31, 7, 84, 243],
    [2022, 32, 7, 84, 242],
    [2023, 26, 7, 90, 242],
    [2024, 28, 8, 87, 243],
    [2025, 28, 5, 89, 243],
    [2026, 33, 6, 84, 242],
  ])('%i has %i days off and %i make-up days', (year, holiday, makeup, weekend, workday) => {
    expect(countsOf(year)).toEqual({ holiday, makeup, weekend, workday });
  });
});

describe('days other calendars get wrong', () => {
  it.each([
    ['2019-05-02', 'holiday'], // May 2019 was lengthened by a second notice
    ['2019-05-05', 'makeup'],
    ['2020-01-31', 'holiday'], // the Spring Festival of 2020 was lengthened to 2 February
    ['2020-02-01', 'holiday'],
    ['2020-02-02', 'holiday'],
    ['2020-02-03', 'workday'],
    ['2022-12-31', 'holiday'], // New Year 2023 began in the old year
    ['2023-01-02', 'holiday'],
    ['2023-01-03', 'workday'],
    ['2024-02-09', 'workday'], // New Year's Eve, only encouraged to rest
    ['2024-02-10', 'holiday'],
    ['2024-02-18', 'makeup'],
    ['2025-01-26', 'makeup'],
    ['2025-10-08', 'holiday'],
    ['2025-10-11', 'makeup'],
    ['2026-02-14', 'makeup'],
    ['2026-02-23', 'holiday'],
    ['2025-03-08', 'weekend'],
    ['2025-03-10', 'workday'],
  ])('%s is a %s', (day, wanted) => {
    expect(kind(day)).toBe(wanted);
  });

  it('a holiday and its make-up day name the holiday and the notice', () => {
    expect(calendar.day(dayNumber(plainDate('2024-02-18')))).toMatchObject({
      kind: 'makeup',
      name: expect.stringContaining('春节'),
      notice: expect.stringMatching(/^国办发明电〔2023〕\d+号$/),
    });
  });
});

describe('beyond the announced years', () => {
  it.each(['2018-12-31', '2027-01-01', '2100-01-01'])('%s is unknown', (day) => {
    expect(kind(day)).toBeNull();
    expect(isWorkingDay(calendar, dayNumber(plainDate(day)))).toBeNull();
  });
  it('begins and ends with the announced years', () => {
    expect([calendar.from, calendar.until]).toEqual(['2019-01-01', '2026-12-31']);
    expect(kind('2019-01-01')).toBe('holiday');
    expect(kind('2026-12-31')).toBe('workday');
  });
  it('may be known less far', () => {
    const short = knownUntil(calendar, plainDate('2025-12-31'));
    expect(short.until).toBe('2025-12-31');
    expect(short.day(dayNumber(plainDate('2025-12-31')))?.kind).toBe('workday');
    expect(short.day(dayNumber(plainDate('2026-01-01')))).toBeNull();
  });
  it('may be gone on with in ordinary weeks, which changes no announced day', () => {
    const weeks = withOrdinaryWeeks(knownUntil(calendar, plainDate('2025-12-31')));
    const on = (day: string) => weeks.day(dayNumber(plainDate(day)))?.kind;
    expect(on('2025-10-01')).toBe('holiday');
    expect(on('2025-10-11')).toBe('makeup');
    // New Year's Day of 2026 is a holiday, the Sunday after it is worked: neither is known here.
    expect(on('2026-01-01')).toBe('workday');
    expect(on('2026-01-03')).toBe('weekend');
    expect(on('2026-01-04')).toBe('weekend');
    expect(on('2026-01-05')).toBe('workday');
  });

  it('is never known farther than announced', () => {
    expect(knownUntil(calendar, plainDate('2030-12-31')).until).toBe('2026-12-31');
  });
});

describe('notices that do not hold', () => {
  type Span = Pick<HolidaySpan, 'from' | 'to'> & Partial<HolidaySpan>;
  const year = (spans: readonly Span[]): HolidayYear => ({
    year: 2025,
    notices: [],
    spans: spans.map((span) => ({ name: '节', notice: '通知', work: [], ...span })),
  });
  it.each([
    [
      'a day announced twice',
      [
        { from: '2025-05-01', to: '2025-05-03' },
        { from: '2025-05-03', to: '2025-05-04' },
      ],
    ],
    [
      'a make-up day that is no weekend day',
      [{ from: '2025-05-01', to: '2025-05-01', work: ['2025-05-06'] }],
    ],
    ['a day that does not exist', [{ from: '2025-02-29', to: '2025-02-29' }]],
  ])('%s', (_title, spans) => {
    expect(() => workCalendar([year(spans)])).toThrow(RangeError);
  });
  it('a year missing between two', () => {
    const empty = (one: number) => ({ year: one, notices: [], spans: [] });
    expect(() => workCalendar([empty(2023), empty(2025)])).toThrow(RangeError);
    expect(() => workCalendar([])).toThrow(RangeError);
    expect(workCalendar([empty(2024), empty(2023)]).until).toBe('2024-12-31');
  });
});
