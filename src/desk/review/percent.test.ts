import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test('a share is told to one decimal and is 100 only when nothing is missing', () => {
  expect(percent(17, 17)).toBe('100');
  expect(percent(43, 46)).toBe('93.4');
  expect(percent(9999, 10_000)).toBe('99.9');
  expect(percent(1, 2)).toBe('50');
});
