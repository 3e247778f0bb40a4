import { expect, test } from 'vitest';
import { gapOf, isAsked, termsOf } from './audit-lines.ts';

test('a gap is told when it is over five minutes', () => {
  const happened = '2026-11-20T10:00:00+08:00';
  expect(gapOf({ happened, recorded: '2026-11-20T02:05:00.000Z' })).toBeNull();
  expect(gapOf({ happened, recorded: '2026-11-20T02:05:01.000Z' })).toBe(301_000);
  expect(gapOf({ happened, recorded: '2026-11-20T01:00:00.000Z' })).toBeNull();
});

test('lines are found by who recorded them and by what they are', () => {
  const line = { by: '蔡明哲', type: 'review.accepted' };
  expect(isAsked(line, { by: '', act: '' })).toBe(true);
  expect(isAsked(line, { by: ' 明哲', act: 'review.accepted' })).toBe(true);
  expect(isAsked(line, { by: '王', act: '' })).toBe(false);
  expect(isAsked(line, { by: '', act: 'review.concluded' })).toBe(false);
});

test('an act is called as the ordinary procedure calls it', () => {
  const act = (code: string, term: string) => ({ act: code, term, stage: '', who: [], basis: [] });
  const terms = termsOf([
    { id: 'penalty.ordinary', acts: [act('decision.made', '决定')] },
    {
      id: 'penalty.summary',
      acts: [act('decision.made', '当场决定'), act('fine.collected', '收缴')],
    },
  ]);
  expect(terms.get('decision.made')).toBe('决定');
  expect(terms.get('fine.collected')).toBe('收缴');
});
