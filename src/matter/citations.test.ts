import { describe, expect, it, test } from 'vitest';
import { breaches, citations, isSameBreach, isSameCitation } from './citations.ts';

describe('articles cited', () => {
  test.each([
    ['《中华人民共和国食品安全法》第三十四条第十项', ['食品安全法 第三十四条第十项']],
    ['《食品安全法》第三十四条第（十）项。', ['食品安全法 第三十四条第十项']],
    [
      '《食品安全法》第三十四条第十项、第一百二十四条第一款第五项',
      ['食品安全法 第三十四条第十项', '食品安全法 第一百二十四条第一款第五项'],
    ],
    [
      '《食品安全法》第五十三条第一款、第二款',
      ['食品安全法 第五十三条第一款', '食品安全法 第五十三条第二款'],
    ],
    [
      '《食品安全法》第一百二十四条和《中华人民共和国广告法》第五十五条',
      ['食品安全法 第一百二十四条', '广告法 第五十五条'],
    ],
    ['违反了食品安全法第三十四条的规定', ['食品安全法 第三十四条']],
    ['《食品安全法》第三十四条及《广告法》', ['食品安全法 第三十四条', '广告法 ']],
    ['第', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(citations(text).map(({ law, article }) => `${law} ${article}`)).toEqual(expected);
  });

  it.each([
    ['第三十四条', '第三十四条第十项', true],
    ['第三十四条第十项', '第三十四条', true],
    ['第三十条', '第三十四条', false],
    ['', '第三十四条', false],
    ['第三十四条', '', false],
    ['', '', true],
    ['第三十四条第一项', '第三十四条第十项', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameCitation({ law: '甲法', article: one }, { law: '甲法', article: other })).toBe(
      same,
    );
    expect(isSameCitation({ law: '甲法', article: one }, { law: '乙法', article: other })).toBe(
      false,
    );
  });
});

describe('breaches named', () => {
  const known = breaches('涉嫌经营超过保质期的食品案', '甲公司');

  test.each([
    ['经营超过保质期的食品', true],
    ['甲公司经营超过保质期食品', true],
    ['经营超过保质期的食品行为', true],
    ['在店内经营超过保质期的食品', true],
    ['经营超过保质期的食品、虚假宣传', false],
    ['经营超过保质期的食品和虚假宣传', false],
    ['经营超过保质期的食品虚假宣传', false],
    ['虚假宣传经营超过保质期的食品', false],
    ['虚假宣传', false],
    ['营', false],
    ['案', false],
  ])('%s: %s', (text, isKnown) => {
    const said = breaches(text, '甲公司');
    expect(
      said.length > 0 && said.every((one) => known.some((other) => isSameBreach(one, other))),
    ).toBe(isKnown);
  });
});
