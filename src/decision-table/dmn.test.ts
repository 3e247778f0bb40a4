import { DmnModdle } from 'dmn-moddle';
import { describe, expect, it } from 'vitest';
import { decide } from './decision-table.ts';
import { readDmn, TableError } from './dmn.ts';

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="review" name="审核范围" namespace="https://zhuding.local/rules">
  <decision id="review.scope" name="重大执法决定的范围">
    <decisionTable id="table" hitPolicy="FIRST">
      <input id="i1" label="罚款（分）"><inputExpression id="e1" typeRef="number"><text>fine</text></inputExpression></input>
      <input id="i2" label="处罚种类"><inputExpression id="e2" typeRef="string"><text>kind</text></inputExpression>
        <inputValues id="v2"><text>"warning", "revoke"</text></inputValues></input>
      <output id="o1" name="review" label="审核" typeRef="string"/>
      <annotation name="说明"/>
      <annotation name="依据"/>
      <rule id="large"><inputEntry id="c1"><text>&gt;= 10000000</text></inputEntry><inputEntry id="c2"><text>-</text></inputEntry>
        <outputEntry id="a1"><text>"legal"</text></outputEntry>
        <annotationEntry><text>数额较大</text></annotationEntry><annotationEntry><text>行政处罚法 第五十八条；程序规定 第五十条</text></annotationEntry></rule>
      <rule id="revoke"><inputEntry id="c3"><text>-</text></inputEntry><inputEntry id="c4"><text>"revoke"</text></inputEntry>
        <outputEntry id="a2"><text>"legal"</text></outputEntry>
        <annotationEntry><text>吊销</text></annotationEntry><annotationEntry><text>行政处罚法 第五十八条</text></annotationEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

describe('a table of the standard', () => {
  it('is read with its articles, and answers', () => {
    const table = readDmn(FILE);
    expect(table).toMatchObject({
      id: 'review.scope',
      name: '重大执法决定的范围',
      hitPolicy: 'FIRST',
      inputs: [
        { name: 'fine', label: '罚款（分）', type: 'number', values: null },
        { name: 'kind', label: '处罚种类', type: 'string', values: ['warning', 'revoke'] },
      ],
    });
    const [row] = decide(table, { fine: 5, kind: 'revoke' }).rows;
    expect([row?.id, row?.outputs, row?.basis]).toEqual([
      'revoke',
      ['legal'],
      ['行政处罚法 第五十八条'],
    ]);
    expect(decide(table, { fine: 10_000_000, kind: 'warning' }).rows[0]?.basis).toEqual([
      '行政处罚法 第五十八条',
      '程序规定 第五十条',
    ]);
  });

  it('is one to the tools of others too', async () => {
    const { warnings, rootElement } = await new DmnModdle().fromXML(FILE);
    expect(warnings).toEqual([]);
    expect(rootElement.drgElement[0].decisionLogic.rule).toHaveLength(2);
  });
});

describe('what is no such table', () => {
  const changed = (from: string, to: string): string => FILE.replace(from, to);
  it.each([
    ['another version of the standard', changed('20191111', '20180521'), 'definitions'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${FILE}`, 'file'],
    ['broken XML', changed('</decision>', ''), 'file'],
    ['a row without articles', changed('行政处罚法 第五十八条；程序规定 第五十条', ' '), 'large'],
    ['a row twice', changed('id="revoke"', 'id="large"'), 'large'],
    [
      'a cell missing',
      changed('<inputEntry id="c4"><text>"revoke"</text></inputEntry>', ''),
      'revoke',
    ],
    ['a cell nobody can read', changed('>"revoke"<', '>revoke<'), 'revoke, 处罚种类'],
    ['a text in a column of numbers', changed('&gt;= 10000000', '"much"'), 'large, 罚款（分）'],
    ['a value the column does not have', changed('>"revoke"<', '>"close"<'), 'revoke, 处罚种类'],
    ['two answers', changed('<text>"legal"</text>', '<text>"legal", "case"</text>'), 'large, 审核'],
    ['a hit policy we do not use', changed('"FIRST"', '"PRIORITY"'), 'review.scope'],
    ['a type we do not use', changed('typeRef="number"', 'typeRef="date"'), 'input 1'],
    [
      'an expression for an input',
      changed('<text>fine</text>', '<text>fine + 1</text>'),
      'input 1',
    ],
    ['no articles at all', changed('name="依据"', 'name="来源"'), 'review.scope'],
  ])('%s is refused, and the place is named', (_what, file, place) => {
    expect(file).not.toBe(FILE);
    const refused = (): unknown => readDmn(file);
    expect(refused).toThrow(TableError);
    expect(refused).toThrow(expect.objectContaining({ place }));
  });
});
