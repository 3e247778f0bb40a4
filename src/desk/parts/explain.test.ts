import { describe, expect, test } from 'vitest';
import type { CountedDayView } from '../../matter/matter.api.ts';
import { provisionalWords } from './explain.texts.ts';
import { exceptionsOf, weeksOf } from './explain.ts';

const day = (
  date: string,
  as: CountedDayView['as'],
  number: number | null,
  because: string | null = null,
): CountedDayView => ({ date, as, number, because, notice: because && '国办发明电〔2023〕7号' });

/** Five working days from 10 September 2024, over 中秋节: the 14th is worked, the 15th to 17th are not. */
const DAYS: readonly CountedDayView[] = [
  day('2024-09-11', 'counted', 1),
  day('2024-09-12', 'counted', 2),
  day('2024-09-13', 'counted', 3),
  day('2024-09-14', 'makeup', 4, '中秋节'),
  day('2024-09-15', 'holiday', null, '中秋节'),
  day('2024-09-16', 'holiday', null, '中秋节'),
  day('2024-09-17', 'holiday', null, '中秋节'),
  day('2024-09-18', 'counted', 5),
];
const CLOCK = {
  startedBy: { seq: 9, term: '处罚告知', at: '2024-09-10T10:00:00+08:00' },
  days: DAYS,
  due: '2024-09-18',
};

describe('the grid of an explained date', () => {
  test('is of whole weeks from Monday, each day marked for what it is', () => {
    const weeks = weeksOf(CLOCK).flatMap((line) => (line.kind === 'week' ? [line.cells] : []));
    expect(weeks.map((cells) => [cells[0]?.date, cells[6]?.date])).toEqual([
      ['2024-09-09', '2024-09-15'],
      ['2024-09-16', '2024-09-22'],
    ]);
    expect(weeks.flat().map(({ as }) => as)).toEqual([
      'outside',
      'start',
      'counted',
      'counted',
      'counted',
      'counted',
      'skipped',
      'skipped',
      'skipped',
      'last',
      'outside',
      'outside',
      'outside',
      'outside',
    ]);
  });

  test('folds the middle of a long period', () => {
    const days = Array.from({ length: 90 }, (_, index) => {
      const date = new Date(Date.UTC(2024, 7, 14 + index)).toISOString().slice(0, 10);
      return day(date, 'counted', index + 1);
    });
    const lines = weeksOf({
      startedBy: { seq: 4, term: '立案', at: '2024-08-13T10:00:00+08:00' },
      days,
      due: '2024-11-11',
    });
    expect(lines.map((line) => line.kind)).toEqual(['week', 'week', 'folded', 'week', 'week']);
    expect(lines[2]).toEqual({
      kind: 'folded',
      from: '2024-08-26',
      to: '2024-11-03',
      counted: 70,
    });
  });
});

test('exceptions are told in runs, plain weekends not at all', () => {
  expect(exceptionsOf([...DAYS, day('2024-09-21', 'weekend', null)])).toEqual([
    {
      as: 'makeup',
      from: '2024-09-14',
      to: '2024-09-14',
      because: '中秋节',
      notice: '国办发明电〔2023〕7号',
    },
    {
      as: 'holiday',
      from: '2024-09-15',
      to: '2024-09-17',
      because: '中秋节',
      notice: '国办发明电〔2023〕7号',
    },
  ]);
});

test('a day beyond the notices says which notice is missing, and from when weeks are taken as ordinary', () => {
  const clock = { provisional: true, noticesUntil: '2026-12-31', due: '2027-02-18' };
  expect(provisionalWords(clock)).toBe(
    '暂定：国务院办公厅2027年的放假通知还没有发布，2027年1月1日起按平常的星期计（周一至周五上班，没有放假和调休），此日可能变。',
  );
  expect(provisionalWords({ ...clock, due: '2028-01-04' })).toContain('2027年至2028年的放假通知');
  expect(provisionalWords({ ...clock, provisional: false })).toBeNull();
});
