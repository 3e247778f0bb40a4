import { expect, it } from 'vitest';
import { openRequestLimit } from './request-limit.ts';

it('twenty requests of one address within ten minutes, then again', () => {
  let now = 0;
  const may = openRequestLimit(() => now);
  expect(Array.from({ length: 20 }, () => may('a'))).not.toContain(false);
  expect(may('a')).toBe(false);
  expect(may('b')).toBe(true);
  now = 599_999;
  expect(may('a')).toBe(false);
  now = 600_000;
  expect(may('a')).toBe(true);
});
