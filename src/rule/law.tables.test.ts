import { expect, test } from 'vitest';
import { byUse, procedureCells, ruleCells } from './law.tables.ts';
import type { SettledRuleView } from './law.api.ts';

const view = { id: '', from: '2021-07-15', to: null, confidence: 'high', note: null };
const settled = (key: string, value: unknown): SettledRuleView => ({
  key,
  on: '2026-11-22',
  chosen: { ...view, value, source: 'national', basis: ['程序规定 第五十三条'], reason: 'only' },
  beaten: [],
});

test('a rule is a line in words, its list whole; a key nothing is said of is none', () => {
  expect(ruleCells(settled('review.materials', ['report', 'evidence', 'draft']))).toEqual([
    {
      规则: '送审材料',
      内容: '调查报告、证据、拟处理决定稿',
      来源: '全国',
      依据: '程序规定 第五十三条',
      自: '2021-07-15',
      至: null,
      让位的规则: 0,
      说明: null,
    },
  ]);
  expect(ruleCells(settled('hearing.threshold.natural', 1_000_000))[0]?.['内容']).toBe('10000 元');
  expect(ruleCells({ ...settled('x', 1), chosen: null })).toEqual([]);
});

test('acts stand in the order of the stages, with their posts in words', () => {
  const act = (term: string, stage: string) => ({
    act: 'case.opened',
    term,
    stage,
    who: ['officer', 'head'],
    basis: ['程序规定 第十九条'],
  });
  const cells = procedureCells({
    id: 'penalty.ordinary',
    title: '处罚普通程序',
    stages: [
      { id: 'opening', title: '立案' },
      { id: 'closing', title: '结案' },
    ],
    acts: [act('补记', 'none'), act('结案', 'closing'), act('立案', 'opening')],
  });
  expect(cells.map((line) => [line['阶段'], line['环节']])).toEqual([
    ['立案', '立案'],
    ['结案', '结案'],
    ['随时', '补记'],
  ]);
  expect(cells[0]?.['谁办']).toBe('执法人员、机关负责人');
});

test('procedures stand by how much they are used, the ordinary penalty in front of others as little used', () => {
  const all = ['adjudication', 'penalty.summary', 'penalty.ordinary', 'licence'].map((id) => ({
    id,
  }));
  const order = (used: readonly (readonly [string, number])[]) =>
    byUse(all, new Map(used)).map(({ id }) => id);
  expect(order([])).toEqual(['penalty.ordinary', 'adjudication', 'penalty.summary', 'licence']);
  expect(
    order([
      ['penalty.summary', 9],
      ['penalty.ordinary', 30],
      ['licence', 2],
    ]),
  ).toEqual(['penalty.ordinary', 'penalty.summary', 'licence', 'adjudication']);
});
