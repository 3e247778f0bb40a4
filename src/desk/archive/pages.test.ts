import { expect, test } from 'vitest';
import { pageSpan, pagesOf } from './pages.ts';

test('a line names its first and last page, one page once', () => {
  expect(pageSpan({ from: 7, to: 7 })).toBe('7');
  expect(pageSpan({ from: 2, to: 5 })).toBe('2-5');
});

test('a volume has as many pages as its last line says', () => {
  expect(pagesOf([{ to: 1 }, { to: 5 }, { to: 6 }])).toBe(6);
  expect(pagesOf([])).toBe(0);
});
