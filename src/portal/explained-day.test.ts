import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { explainDay, workingDaysUntil } from './explained-day.ts';
import { dueSentence } from './pages/decision.texts.ts';

const { calendar } = pack;

describe('the last day for publication', () => {
  // 26 September 2024 is a Thursday; the National Day holiday is from 1 to 7 October, 29 September and 12 October are worked.
  const explained = explainDay('2024-09-26', '2024-10-11', calendar);

  it('each day is counted or skipped', () => {
    expect(explained?.days.map(({ day, kind }) => `${day.slice(5)} ${kind}`)).toEqual([
      '09-27 counted',
      '09-28 off',
      '09-29 makeup',
      '09-30 counted',
      '10-01 off',
      '10-02 off',
      '10-03 off',
      '10-04 off',
      '10-05 off',
      '10-06 off',
      '10-07 off',
      '10-08 counted',
      '10-09 counted',
      '10-10 counted',
      '10-11 counted',
    ]);
    expect(explained).toMatchObject({ working: 7, blanks: 4, weekends: 1 });
    expect(explained?.days.filter(({ last }) => last)).toHaveLength(1);
  });
  it('is explained in one sentence', () => {
    expect(explained && dueSentence(explained, 7, ['《甲》第九条'])).toBe(
      '决定次日（9月27日）起数7个工作日。不数国庆节7天、周末1天。9月29日调休上班，计入。依据：《甲》第九条，国办发明电〔2023〕7号。',
    );
  });
  it('days during which the limit did not run are said', () => {
    expect(explained && dueSentence(explained, 5, [])).toContain('其中2个工作日依法暂停，不计入。');
  });
  it.each([
    ['beyond the last announced year', '2026-12-20', '2027-01-12'],
    ['before the decision', '2024-09-26', '2024-09-26'],
    ['too far to lay out', '2024-01-02', '2024-12-31'],
  ])('is not explained %s', (_title, from, due) => {
    expect(explainDay(from, due, calendar)).toBeNull();
  });
});

it.each([
  ['2024-09-26', '2024-10-09', 5],
  ['2024-09-26', '2024-09-26', 0],
  ['2026-12-20', '2027-01-12', null],
])('working days from %s to %s: %s', (from, to, days) => {
  expect(workingDaysUntil(from, to, calendar)).toBe(days);
});
