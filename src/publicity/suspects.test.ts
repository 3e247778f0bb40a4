import { describe, expect, it, test } from 'vitest';
import { suspects } from './suspects.ts';

const OPEN = [
  '泉州市鲤城区晨禾生鲜超市有限公司',
  '贺明远',
  '福建省泉州市鲤城区示例路1号',
  '陈志雄',
];

function found(text: string): string[] {
  return suspects([[{ text }]], [], OPEN).map((one) => `${one.kind} ${one.text}`);
}

describe('what looks as if it told of somebody', () => {
  test.each([
    ['证人尚志远（女）证明其购买。', ['name 尚志远']],
    ['对尚志远的询问笔录1份', ['name 尚志远']],
    ['经询问欧阳建芳，其承认销售。', ['name 欧阳建芳']],
    ['其家住长征街示例小区4号楼2单元501室。', ['address 其家住长征街示例小区4号楼2单元501室']],
    ['送货车辆晋H12345到场。', ['plate 晋H12345']],
    ['持E12345678入住，会员号20231188。', ['number E12345678', 'number 20231188']],
    ['身份证号码350502199001010019', ['number 350502199001010019']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '对贺明远的询问笔录1份，执法人员陈志雄到场。',
    '当事人泉州市鲤城区晨禾生鲜超市有限公司，住所：福建省泉州市鲤城区示例路1号',
    '统一社会信用代码：91350502MAURQ2839J',
    '没收违法所得1300000元，罚款52000.00元。',
    '商品条码6901234567892，生产日期20260624、2026-06-24。',
    '泉鲤市监处罚〔2026〕71号，第350502-2026-0312号',
    '《中华人民共和国食品安全法》第三十四条第十项',
    '当事人的店长在场，当场制作现场笔录。',
  ])('and not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('says where, and leaves out what is hidden already', () => {
  const text = [
    [{ text: '事实。' }],
    [
      { text: '证人' },
      { text: '尚志远', sensitive: 'natural-name' as const },
      { text: '的车晋H12345。' },
      { text: '证人钱小明称属实。' },
    ],
  ];
  expect(suspects(text, [{ paragraph: 1, segment: 3, ground: 'privacy' }], [])).toEqual([
    { paragraph: 1, segment: 2, text: '晋H12345', kind: 'plate' },
  ]);
});
