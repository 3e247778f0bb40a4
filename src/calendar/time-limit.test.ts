/** Time limits against a day-by-day count that shares nothing with them, over the real calendar 2019–2026. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { knownUntil, workCalendar } from './calendar.ts';
import { type PlainDate, plainDate } from './plain-date.ts';
import { countedDays, dueDate, type Stop, type TimeLimit } from './time-limit.ts';

const { calendar, holidays } = pack;
const OFF = new Set<string>();
const WORK = new Set<string>();
for (const { from, to, work } of holidays.flatMap((year) => year.spans)) {
  for (let day = from; day <= to; day = next(day)) OFF.add(day);
  for (const day of work) WORK.add(day);
}

function next(day: string, by = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const works = (day: string) => WORK.has(day) || !(OFF.has(day) || isWeekend(day));
/** Whole days from one day to a later one. */
const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

interface Told {
  due: string | null;
  open: string;
  weekend: number;
  holiday: number;
  paused: number;
  makeup: number;
  rolled: number;
}

/** The oracle: one day after the other, as the format says it (§7). */
function oracle(limit: TimeLimit, until: string): Told {
  const told: Told = {
    due: null,
    open: 'no',
    weekend: 0,
    holiday: 0,
    paused: 0,
    makeup: 0,
    rolled: 0,
  };
  let day: string = limit.start;
  if (limit.unit === 'month') day = monthsLater(day, limit.length);
  for (let counted = 0; limit.unit !== 'month' && counted < limit.length; ) {
    day = next(day);
    if (limit.unit === 'working-day' && day > until) return { ...told, open: 'unknown' };
    const stops = limit.stops.filter(
      (stop) => stop.from <= day && (stop.to === null || day <= stop.to),
    );
    if (stops.some((stop) => stop.to === null)) return { ...told, open: 'paused' };
    if (limit.unit === 'working-day' && OFF.has(day)) told.holiday += 1;
    else if (limit.unit === 'working-day' && !works(day)) told.weekend += 1;
    else if (stops.length > 0) told.paused += 1;
    else {
      counted += 1;
      if (limit.unit === 'working-day' && WORK.has(day)) told.makeup += 1;
    }
  }
  while (limit.rolls && limit.unit !== 'working-day') {
    if (day > until) return { ...told, open: 'unknown' };
    if (works(day)) break;
    day = next(day);
    told.rolled += 1;
  }
  return { ...told, due: day };
}

const dayIn = (from: string, to: string): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: 0, max: between(from, to) }).map((days) => plainDate(next(from, days)));
const stop = (start: PlainDate): fc.Arbitrary<Stop> =>
  fc
    .record({
      after: fc.integer({ min: -20, max: 120 }),
      long: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 9 }),
    })
    .map(({ after, long }) => {
      const from = next(start, after);
      return {
        ground: 'testing',
        from: plainDate(from),
        to: long === null ? null : plainDate(next(from, long)),
      };
    });
/** A limit that begins between 2019 and 2026, of up to 120 days or 14 months. */
const limits: fc.Arbitrary<TimeLimit> = dayIn('2019-01-01', '2026-12-20')
  .chain((start) =>
    fc.record({
      start: fc.constant(start),
      unit: fc.constantFrom('working-day', 'day', 'month'),
      length: fc.integer({ min: 1, max: 120 }),
      stops: fc.array(stop(start), { maxLength: 3 }),
      rolls: fc.boolean(),
    }),
  )
  .map((limit) =>
    limit.unit === 'month' ? { ...limit, length: (limit.length % 14) + 1, stops: [] } : limit,
  );
const closedLimits = limits.map((limit) => ({
  ...limit,
  stops: limit.stops.filter(({ to }) => to !== null),
}));

describe('time limits', { timeout: 60_000 }, () => {
  it('equal a count day by day', () => {
    fc.assert(
      fc.property(limits, dayIn('2019-06-01', '2026-12-31'), (limit, until) => {
        const known = knownUntil(calendar, until);
        const found = dueDate(limit, known);
        const wanted = oracle(limit, until);
        expect({ due: found.due, open: found.open }).toEqual({
          due: wanted.due,
          open: wanted.open,
        });
        if (wanted.due === null) return;
        expect({ ...found.skipped, makeup: found.makeup, rolled: found.rolled }).toEqual({
          weekend: wanted.weekend,
          holiday: wanted.holiday,
          paused: wanted.paused,
          makeup: wanted.makeup,
          rolled: wanted.rolled,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('count as many working days as they are long, the start not among them, and end on one', () => {
    fc.assert(
      fc.property(closedLimits, (limit) => {
        const { due } = dueDate({ ...limit, unit: 'working-day', stops: [] }, calendar);
        if (due === null) return;
        let counted = 0;
        for (let day = next(limit.start); day <= due; day = next(day)) if (works(day)) counted += 1;
        expect(counted).toBe(limit.length);
        expect(works(due)).toBe(true);
      }),
    );
  });

  it('are never due earlier for starting later', () => {
    fc.assert(
      fc.property(closedLimits, fc.integer({ min: 1, max: 40 }), (limit, later) => {
        const one = dueDate(limit, calendar).due;
        const other = dueDate(
          { ...limit, start: plainDate(next(limit.start, later)) },
          calendar,
        ).due;
        if (one !== null && other !== null) expect(other >= one).toBe(true);
      }),
    );
  });

  it('are never shortened by a new holiday', () => {
    fc.assert(
      fc.property(closedLimits, fc.integer({ min: 1, max: 150 }), (limit, after) => {
        const day = next(limit.start, after);
        if (!works(day) || WORK.has(day) || day > calendar.until) return;
        const span = { name: '新增', notice: '通知', from: day, to: day, work: [] };
        const year = holidays.find((one) => one.year === Number(day.slice(0, 4)));
        if (!year) return;
        const more = workCalendar([
          ...holidays.filter((one) => one !== year),
          { ...year, spans: [...year.spans, span] },
        ]);
        const before = dueDate(limit, calendar).due;
        const now = dueDate(limit, more).due;
        if (before !== null && now !== null) expect(now >= before).toBe(true);
      }),
    );
  });

  it('are never shortened by a stop', () => {
    fc.assert(
      fc.property(closedLimits, (limit) => {
        const free = dueDate({ ...limit, stops: [] }, calendar).due;
        const stopped = dueDate(limit, calendar).due;
        if (free !== null && stopped !== null) expect(stopped >= free).toBe(true);
      }),
    );
  });

  it('explain every day from the start to the end', () => {
    fc.assert(
      fc.property(limits, (limit) => {
        const found = dueDate(limit, calendar);
        const days = countedDays(found, calendar);
        days.forEach((day, place) => expect(day.date).toBe(next(limit.start, place + 1)));
        const as = (...kinds: string[]) => days.filter((day) => kinds.includes(day.as)).length;
        expect(as('counted', 'makeup')).toBe(found.counted);
        expect(as('makeup')).toBe(found.makeup);
        expect(as('weekend')).toBe(found.skipped.weekend);
        expect(as('holiday')).toBe(found.skipped.holiday);
        expect(as('paused')).toBe(found.skipped.paused);
        expect(as('rolled')).toBe(found.rolled);
        if (found.due !== null) {
          expect(days.at(-1)?.date).toBe(found.due);
          expect(found.counted).toBe(days.findLast((day) => day.number !== null)?.number);
        }
      }),
    );
  });
});

describe('ends of months', () => {
  const months = (start: string, length: number, rolls = false) =>
    dueDate({ start: plainDate(start), length, unit: 'month', stops: [], rolls }, calendar).due;
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 3, '2024-05-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-10-31', 1, '2025-11-30'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-31', 13, '2026-02-28'],
  ])('%s and %i months is %s', (start, length, due) => {
    expect(months(start, length)).toBe(due);
  });
  it('a last day off moves to the next working day', () => {
    expect(months('2025-04-01', 6, true)).toBe('2025-10-09');
    expect(months('2025-04-01', 6, false)).toBe('2025-10-01');
  });
});

describe('what is no time limit', () => {
  it.each([0, -1, 1.5, Number.NaN])('a length of %d', (length) => {
    const limit = {
      start: plainDate('2025-03-03'),
      length,
      unit: 'day',
      stops: [],
      rolls: false,
    } as const;
    expect(() => dueDate(limit, calendar)).toThrow(RangeError);
  });
});
