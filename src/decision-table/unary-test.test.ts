import * as fc from 'fast-check';
import { unaryTest } from 'feelin';
import { describe, expect, it, test } from 'vitest';
import { CellError, type Known, meetsCell, parseCell } from './unary-test.ts';

describe('a cell', () => {
  test.each<[string, Known, boolean]>([
    ['-', 7, true],
    ['', 'x', true],
    ['7', 7, true],
    ['7', 8, false],
    ['-7', -7, true],
    ['"close"', 'close', true],
    ['"close", "revoke"', 'revoke', true],
    ['"close", "revoke"', 'warning', false],
    ['not("close", "revoke")', 'warning', true],
    ['not("close")', 'close', false],
    ['true', true, true],
    ['true', false, false],
    ['>= 5000000', 5_000_000, true],
    ['> 5000000', 5_000_000, false],
    ['< 3', 2, true],
    ['<= 3', 3, true],
    ['[1..3]', 1, true],
    ['(1..3]', 1, false],
    [']1..3]', 1, false],
    ['[1..3)', 3, false],
    ['[1..3[', 3, false],
    ['< 10, > 20', 15, false],
    ['< 10, > 20', 21, true],
    ['not(< 10, [20..30])', 25, false],
    ['"引号\\"和\\\\"', '引号"和\\', true],
  ])('%s of %s: %s', (cell, value, expected) => {
    expect(meetsCell(parseCell(cell), value)).toBe(expected);
  });

  it('that asks for something is not met by what nobody knows', () => {
    expect(meetsCell(parseCell('not("close")'), null)).toBe(false);
    expect(meetsCell(parseCell('-'), null)).toBe(true);
  });

  test.each([
    ['>', 1],
    ['> "x"', 1],
    ['1..2', 1],
    ['[1..', 4],
    ['[3..1]', 0],
    ['not', 3],
    ['not(1', 5],
    ['1, ', 3],
    ['close', 0],
    ['1.5', 0],
    ['"open', 0],
    ['1 2', 1],
    ['9007199254740993', 0],
    ['1; 2', 1],
  ])('%s is refused where it cannot be read', (cell, at) => {
    const refused = (): unknown => parseCell(cell);
    expect(refused).toThrow(CellError);
    expect(refused).toThrow(expect.objectContaining({ at }));
  });
});

const numbers = fc.integer({ min: -5, max: 12 });
const ends = fc
  .tuple(numbers, fc.nat(6), fc.constantFrom('[', '(', ']'), fc.constantFrom(']', ')', '['))
  .map(([low, length, open, close]) => `${open}${low}..${low + length}${close}`);
const compared = fc
  .tuple(fc.constantFrom('<', '<=', '>', '>='), numbers)
  .map(([sign, to]) => `${sign} ${to}`);
const lists = fc.array(fc.oneof(ends, compared, numbers.map(String)), {
  minLength: 1,
  maxLength: 4,
});
const cells = fc
  .tuple(lists, fc.boolean())
  .map(([all, not]) => (not ? `not(${all.join(', ')})` : all.join(',')));

it('means what the reference interpreter of FEEL makes of it', () => {
  fc.assert(
    fc.property(cells, numbers, (cell, value) => {
      const { value: meant } = unaryTest(cell, { '?': value });
      expect(meetsCell(parseCell(cell), value)).toBe(meant === true);
    }),
    { numRuns: 2000 },
  );
});
