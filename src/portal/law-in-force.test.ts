import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { remediesOf, rightsOf } from './law-in-force.ts';

const DAY = plainDate('2026-11-20');

it('eight rights, each with its articles, all of instruments the pack knows', () => {
  const rights = rightsOf(pack.law('xinzhou'), DAY);
  expect(rights.map(({ title, basis }) => `${title} ${basis}`)).toEqual([
    '看证件 行政处罚法第四十二条、第五十五条',
    '听告知 行政处罚法第四十四条；行政强制法第十八条',
    '要求回避 行政处罚法第四十三条',
    '陈述和申辩 行政处罚法第四十五条',
    '要求听证 行政处罚法第六十三条、第六十四条',
    '看笔录 行政处罚法第五十五条',
    '要票据 行政处罚法第六十七条、第七十条',
    '复议和诉讼 行政复议法第二十条；行政诉讼法第四十六条',
  ]);
  const known = new Set(pack.instruments.map(({ short }) => short));
  for (const { basis } of pack.law('xinzhou').value('rights.party', DAY))
    for (const one of basis) expect(known).toContain(one.split(' ')[0]);
});

it('numbers in rights and remedies are those of the rules', () => {
  const words = rightsOf(pack.law('xinzhou'), DAY).map((right) => right.words);
  expect(words.join('')).not.toMatch(/[{}]/);
  expect(words[0]).toContain('不得少于2人');
  expect(words[4]).toContain('告知后5个工作日内');
  expect(words[7]).toContain('60日内可以申请行政复议，6个月内可以提起行政诉讼');
  expect(remediesOf(pack.law('xinzhou'), DAY)).toEqual({ reconsideration: 60, court: 6 });
});
