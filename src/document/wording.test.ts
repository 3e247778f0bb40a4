import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountInFigures,
  amountInWords,
  amountOnPaper,
  chineseNumeral,
  dateInWords,
  momentInWords,
  readDate,
  readMoment,
} from './wording.ts';

/** Reads words back the way a cashier does: an oracle that shares nothing with the writer. */
function readWords(words: string): number {
  const digits = '零壹贰叁肆伍陆柒捌玖';
  const match = /^(?:(.+)元)?(.*)$/.exec(words);
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const character of match?.[1] ?? '') {
    if (digits.includes(character)) digit = digits.indexOf(character);
    else if (character === '拾') group += digit * 10;
    else if (character === '佰') group += digit * 100;
    else if (character === '仟') group += digit * 1000;
    else if (character === '万') total += (group + digit) * 10_000;
    else if (character === '亿') total = (total + group + digit) * 100_000_000;
    if (!digits.includes(character)) digit = 0;
    if ('万亿'.includes(character)) group = 0;
  }
  total += group + digit;
  const jiao = /([零壹贰叁肆伍陆柒捌玖])角/.exec(words)?.[1];
  const fen = /([零壹贰叁肆伍陆柒捌玖])分/.exec(words)?.[1];
  return total * 100 + (jiao ? digits.indexOf(jiao) * 10 : 0) + (fen ? digits.indexOf(fen) : 0);
}

describe('amounts in words', () => {
  test.each([
    [0, '零元整'],
    [1, '壹分'],
    [5, '伍分'],
    [10, '壹角整'],
    [38, '叁角捌分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1000, '壹拾元整'],
    [1050, '壹拾元伍角整'],
    [10_005, '壹佰元零伍分'],
    [38_050, '叁佰捌拾元伍角整'],
    [100_500, '壹仟零伍元整'],
    [1_000_000, '壹万元整'],
    [1_001_000, '壹万零壹拾元整'],
    [5_200_000, '伍万贰仟元整'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [10_000_000, '壹拾万元整'],
    [10_010_000, '壹拾万零壹佰元整'],
    [100_500_000, '壹佰万伍仟元整'],
    [100_050_000, '壹佰万零伍佰元整'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [2_000_000_000, '贰仟万元整'],
    [2_000_000_100, '贰仟万零壹元整'],
    [10_000_000_000, '壹亿元整'],
    [10_000_500_000, '壹亿零伍仟元整'],
    [10_050_000_000, '壹亿零伍拾万元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [99_999_999_999_999, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%i fen is %s', (fen, words) => {
    expect(amountInWords(fen)).toBe(words);
  });

  test('every amount is read back as itself', () => {
    const small = Array.from({ length: 20_000 }, (_, fen) => fen);
    for (const fen of small) expect(readWords(amountInWords(fen)), String(fen)).toBe(fen);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        expect(readWords(amountInWords(fen))).toBe(fen);
      }),
      { numRuns: 2000 },
    );
  });

  test('zeros are never doubled nor left at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (fen) => {
        expect(amountInWords(fen)).not.toMatch(/零零|零[元万亿整角分]|^零/);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000_000_000])(
    '%d is not an amount',
    (fen) => {
      expect(() => amountInWords(fen)).toThrow(RangeError);
      expect(() => amountInFigures(fen)).toThrow(RangeError);
    },
  );

  test('figures, and both together', () => {
    expect(amountInFigures(5_200_000)).toBe('52000元');
    expect(amountInFigures(38_005)).toBe('380.05元');
    expect(amountOnPaper(5_200_000)).toBe('52000元（大写：伍万贰仟元整）');
  });
});

describe('dates and moments', () => {
  test.each([
    ['2024-09-18', '2024年9月18日'],
    ['2024-02-29', '2024年2月29日'],
    ['2026-12-01', '2026年12月1日'],
  ])('%s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-9-18',
    '2024/09/18',
    '',
  ])('%s is no date', (text) => {
    expect(readDate(text)).toBeUndefined();
    expect(() => dateInWords(text)).toThrow(RangeError);
  });

  test.each([
    ['2024-09-18T10:05:00+08:00', '2024年9月18日10时05分'],
    ['2024-09-18T10:05+08:00', '2024年9月18日10时05分'],
    ['2024-09-18T16:30:00Z', '2024年9月19日0时30分'],
    ['2024-12-31T23:59:59.999+08:00', '2024年12月31日23时59分'],
  ])('%s is %s', (moment, words) => {
    expect(momentInWords(moment)).toBe(words);
  });

  test.each([
    '2024-09-18T10:05:00',
    '2024-09-18',
    '2024-02-30T10:05:00+08:00',
    '2024-09-18T24:00:00+08:00',
    '2024-09-18T10:60:00+08:00',
  ])('%s is no moment', (text) => {
    expect(readMoment(text)).toBeUndefined();
    expect(() => momentInWords(text)).toThrow(RangeError);
  });
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
])('%i is %s', (number, words) => {
  expect(chineseNumeral(number)).toBe(words);
});

test.each([0, 1000, 1.5, -3])('there is no numeral for %d', (number) => {
  expect(() => chineseNumeral(number)).toThrow(RangeError);
});
