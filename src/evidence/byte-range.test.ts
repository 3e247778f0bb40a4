import { describe, expect, it } from 'vitest';
import { contentRange, readRange } from './byte-range.ts';

describe('a range of 1000 bytes', () => {
  it.each([
    ['bytes=0-0', 0, 1],
    ['bytes=0-499', 0, 500],
    ['bytes=500-999', 500, 1000],
    ['bytes=500-', 500, 1000],
    ['bytes=999-', 999, 1000],
    ['bytes=0-', 0, 1000],
    ['bytes=900-5000', 900, 1000],
    ['bytes=-1', 999, 1000],
    ['bytes=-500', 500, 1000],
    ['bytes=-5000', 0, 1000],
    ['bytes= 1-2 ', 1, 3],
  ])('%j', (header, start, end) => {
    expect(readRange(header, 1000)).toEqual({ start, end });
  });

  it.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=5000-', 'bytes=-0'])(
    '%j asks for no byte',
    (header) => {
      expect(readRange(header, 1000)).toBe('unsatisfiable');
    },
  );

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=2-1',
    'bytes=a-b',
    'bytes=0-1,5-6',
    'items=0-1',
    'bytes=0x1-2',
    'bytes=1.0-2',
    'bytes=9999999999999999-',
  ])('%j is answered with everything', (header) => {
    expect(readRange(header, 1000)).toBe('whole');
  });
});

describe('a range of nothing', () => {
  it.each(['bytes=0-', 'bytes=0-0', 'bytes=-1'])('%j asks for no byte', (header) => {
    expect(readRange(header, 0)).toBe('unsatisfiable');
  });
});

it('prints what it sends', () => {
  expect(contentRange({ start: 0, end: 500 }, 1000)).toBe('bytes 0-499/1000');
  expect(contentRange('unsatisfiable', 1000)).toBe('bytes */1000');
});
