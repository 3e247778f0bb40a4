import { expect, test } from 'vitest';
import { gapOf, isAsked } from './audit-lines.ts';

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
