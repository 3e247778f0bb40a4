import { describe, expect, test } from 'vitest';
import type { Field } from './document.ts';
import { EVIDENCE_ITEMS, PENALTY_ITEMS } from './penalty.ts';
import { printValue } from './print-value.ts';

function textOf(field: Omit<Field, 'name' | 'label'>, value: unknown): string {
  return printValue({ name: 'x', label: '某项', ...field }, value).text;
}

describe('words on paper', () => {
  test.each([
    [{ type: 'line' }, '一行', '一行'],
    [{ type: 'date' }, '2026-09-03', '2026年9月3日'],
    [{ type: 'datetime' }, '2026-09-03T09:05:00+08:00', '2026年9月3日9时05分'],
    [
      { type: 'date-range' },
      { from: '2026-09-03', to: '2026-10-02' },
      '2026年9月3日至2026年10月2日',
    ],
    [{ type: 'money' }, 5_200_050, '52000.50元（大写：伍万贰仟元伍角整）'],
    [{ type: 'money' }, 0, '0元（大写：零元整）'],
    [{ type: 'number', unit: '日' }, 30, '30日'],
    [{ type: 'number' }, 0, '0'],
    [{ type: 'boolean' }, false, '否'],
    [{ type: 'person' }, { name: '王景峰', post: '局长' }, '王景峰（局长）'],
    [{ type: 'person' }, { name: '王景峰' }, '王景峰'],
  ] as const)('%j %j', (field, value, words) => {
    expect(textOf(field, value)).toBe(words);
  });

  test('a range to the minute', () => {
    const range = { from: '2026-09-03T09:05:00+08:00', to: '2026-09-03T10:00:00+08:00' };
    expect(textOf({ type: 'date-range', minutes: true }, range)).toBe(
      '2026年9月3日9时05分至2026年9月3日10时00分',
    );
  });

  test('all choices are shown, the chosen ones ticked', () => {
    const choices = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];
    const printed = printValue({ name: 'x', label: '某项', type: 'choices', choices }, ['b']);
    expect(printed.options).toEqual([
      { value: 'a', label: '甲', on: false },
      { value: 'b', label: '乙', on: true },
    ]);
    expect(printed.text).toBe('乙');
  });

  test('officers with certificate numbers', () => {
    const value = [
      { name: '陈志雄', certificate: '350502-0311' },
      { name: '黄雅玲', certificate: '350502-0326' },
    ];
    expect(textOf({ type: 'officers' }, value)).toBe(
      '陈志雄（350502-0311）、黄雅玲（350502-0326）',
    );
  });

  test.each([
    [{ kind: 'fine', amount: 5_200_000 }, '罚款52000元（大写：伍万贰仟元整）'],
    [{ kind: 'gains', amount: 38_000 }, '没收违法所得380元（大写：叁佰捌拾元整）'],
    [{ kind: 'goods', detail: '酸乳28盒' }, '没收酸乳28盒'],
    [
      { kind: 'goods', detail: '酸乳28盒', amount: 84_000 },
      '没收酸乳28盒，货值840元（大写：捌佰肆拾元整）',
    ],
    [{ kind: 'warning' }, '警告'],
    [{ kind: 'suspend', detail: '十五日' }, '责令停产停业：十五日'],
    [{ kind: 'revoke', detail: '《食品经营许可证》' }, '吊销许可证件：《食品经营许可证》'],
  ])('%j is %s', (row, words) => {
    const field = { type: 'list', format: 'penalties', items: PENALTY_ITEMS } as const;
    expect(textOf(field, [row])).toBe(words);
  });

  test('a party shows its lines by its kind', () => {
    const natural = {
      kind: 'natural',
      name: '陈喆',
      gender: 'female',
      birth: '1949-12-31',
      idNumber: '11010519491231002X',
      address: '示例巷7号',
    };
    expect(printValue({ name: 'x', label: '当事人', type: 'party' }, natural).pairs).toEqual([
      { label: '当事人', text: '陈喆' },
      { label: '性别', text: '女' },
      { label: '出生日期', text: '1949年12月31日' },
      { label: '身份证（其他有效证件）号码', text: '11010519491231002X' },
      { label: '住址', text: '示例巷7号' },
    ]);
    const shop = { kind: 'individual-business', name: '某商行', representative: '林文钦' };
    expect(printValue({ name: 'x', label: '当事人', type: 'party' }, shop).pairs).toEqual([
      { label: '当事人', text: '某商行' },
      { label: '经营者', text: '林文钦' },
    ]);
  });

  test('a list shows heads and cells, amounts in figures only', () => {
    const items: Field[] = [
      { name: 'name', label: '名称', type: 'line' },
      { name: 'value', label: '货值', type: 'money' },
    ];
    const printed = printValue({ name: 'x', label: '清单', type: 'list', items }, [
      { name: '酸乳', value: 84_000 },
      { name: '标签' },
    ]);
    expect(printed.heads).toEqual(['名称', '货值']);
    expect(printed.rows).toEqual([
      ['酸乳', '840元'],
      ['标签', ''],
    ]);
  });
});

test('what is not given, or not of its type, prints as nothing and never fails', () => {
  const types = [
    'line',
    'text',
    'paragraphs',
    'date',
    'datetime',
    'date-range',
    'money',
    'number',
    'choice',
    'choices',
    'boolean',
    'person',
    'officers',
    'party',
    'list',
  ] as const;
  const strange = [
    undefined,
    null,
    '',
    [],
    {},
    [null],
    { from: 1 },
    [{ kind: 'fine', amount: -1 }],
  ];
  for (const type of types) {
    for (const value of strange) {
      for (const items of [EVIDENCE_ITEMS, PENALTY_ITEMS]) {
        const printed = printValue({ name: 'x', label: '某项', type, items }, value);
        expect(printed.text, `${type} ${JSON.stringify(value)}`).not.toContain('undefined');
      }
    }
  }
  expect(textOf({ type: 'date' }, '2026-02-30')).toBe('');
  expect(textOf({ type: 'money' }, 1.5)).toBe('');
});
