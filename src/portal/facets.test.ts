import { expect, it } from 'vitest';
import { facetsOf } from './facets.views.ts';

it('boxes count what stands behind them, parties of published decisions alone', () => {
  const facets = facetsOf([
    { state: 'on-time', party: 'legal', year: 2026, count: 30 },
    { state: 'on-time', party: 'natural', year: 2026, count: 2 },
    { state: 'late', party: 'legal', year: 2025, count: 1 },
    { state: 'withheld', party: null, year: 2026, count: 4 },
  ]);
  expect(facets.states).toEqual({
    'on-time': 32,
    late: 1,
    overdue: 0,
    withheld: 4,
    withdrawn: 0,
    'not-due': 0,
  });
  expect(facets.parties).toEqual({ legal: 31, natural: 2 });
  expect(facets.years).toEqual({ 2025: 1, 2026: 36 });
});
