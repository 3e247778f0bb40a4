import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './coverage.ts';
import { decide, type DecisionTable, type HitPolicy } from './decision-table.ts';
import { parseCell } from './unary-test.ts';

/** A table of a number and a truth value, its rows numbered from 1. */
function tableOf(
  hitPolicy: HitPolicy,
  ...rows: readonly (readonly [string, string])[]
): DecisionTable {
  return {
    id: 'fines',
    name: '罚款',
    hitPolicy,
    inputs: [
      { name: 'fine', label: '罚款', type: 'number', values: null },
      { name: 'heard', label: '听证', type: 'boolean', values: null },
    ],
    outputs: [{ name: 'review', label: '审核', type: 'string' }],
    rows: rows.map((cells, index) => ({
      id: `r${index + 1}`,
      cells: cells.map(parseCell),
      outputs: ['legal'],
      basis: ['行政处罚法 第五十八条'],
    })),
  };
}

describe('a table', () => {
  it('that answers each case once has no fault', () => {
    const table = tableOf('UNIQUE', ['< 100', 'false'], ['>= 100', 'false'], ['-', 'true']);
    expect(faultsOf(table)).toEqual([]);
  });

  it('with a gap is shown a case it does not answer', () => {
    const table = tableOf('UNIQUE', ['< 100', '-'], ['> 100', '-']);
    expect(faultsOf(table)).toEqual([{ kind: 'gap', example: { fine: 100, heard: true } }]);
  });

  it('with rows that overlap is shown a case both answer', () => {
    const table = tableOf('UNIQUE', ['<= 100', '-'], ['>= 100', 'true'], ['> 100', 'false']);
    expect(faultsOf(table)).toEqual([
      { kind: 'overlap', rows: ['r1', 'r2'], example: { fine: 100, heard: true } },
    ]);
  });

  it('of which the first row counts may overlap, but no row may be idle', () => {
    const table = tableOf('FIRST', ['< 100', '-'], ['[20..50]', 'true'], ['-', '-']);
    expect(faultsOf(table)).toEqual([{ kind: 'idle', row: 'r2' }]);
  });
});

const cell = fc.oneof(
  fc.constant('-'),
  fc.integer({ min: 0, max: 6 }).map((end) => `< ${end}`),
  fc.integer({ min: 0, max: 6 }).map((end) => `>= ${end}`),
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.nat(3))
    .map(([low, more]) => `[${low}..${low + more}]`),
  fc.integer({ min: 0, max: 6 }).map((end) => `not(${end})`),
);
const truth = fc.constantFrom('-', 'true', 'false');
const rows = fc.array(fc.tuple(cell, truth), { minLength: 1, maxLength: 5 });

it('finds gaps and overlaps where trying every case finds them, and nowhere else', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const table = tableOf('COLLECT', ...given);
      const tried = Array.from({ length: 12 }, (_, fine) =>
        [true, false].map((heard) => ({ fine, heard })),
      )
        .flat()
        .map((known) => decide(table, known).rows.length);
      const kinds = new Set(faultsOf({ ...table, hitPolicy: 'UNIQUE' }).map(({ kind }) => kind));
      expect(kinds.has('gap')).toBe(tried.includes(0));
      expect(kinds.has('overlap')).toBe(tried.some((count) => count > 1));
    }),
    { numRuns: 1000 },
  );
});

describe('what nobody knows', () => {
  const table = tableOf('FIRST', ['>= 100', '-'], ['-', 'true'], ['-', '-']);
  it('is named where it could have led to another row', () => {
    const answer = decide(table, { fine: null, heard: false });
    expect([answer.rows.map(({ id }) => id), answer.unsure]).toEqual([['r3'], ['fine']]);
  });
  it('is not where nothing hangs on it', () => {
    const answer = decide(table, { fine: 200, heard: null });
    expect([answer.rows.map(({ id }) => id), answer.unsure]).toEqual([['r1'], []]);
  });
});
