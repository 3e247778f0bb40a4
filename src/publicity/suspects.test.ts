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
    ['询问笔录经尚志远核对无误后签字', ['name 尚志远']],
    ['经询问欧阳建芳，其承认销售。', ['name 欧阳建芳']],
    ['其家住长征街示例小区4号楼2单元501室。', ['address 其家住长征街示例小区4号楼2单元501室']],
    ['送货车辆晋H12345到场。', ['plate 晋H12345']],
    ['车牌号为闽C 12345、闽C·A1234的货车', ['plate 闽C 12345', 'plate 闽C·A1234']],
    [
      '妻子王丽华、其子欧阳小宝（8岁）均未到过现场。',
      ['name 王丽华', 'name 欧阳小宝', 'birth 8岁'],
    ],
    ['欧阳先生（OUYANG Jianguo）承认。', ['name 欧阳', 'name OUYANG Jianguo']],
    ['曾用名王大毛，年仅七岁，2019年出生。', ['name 王大毛', 'birth 七岁', 'birth 2019年出生']],
    ['消费者住和平东街90号。', ['address 和平东街90号']],
    ['持E12345678入住，会员号20231188。', ['number E12345678', 'number 20231188']],
    ['身份证号码350502199001010019', ['number 350502199001010019']],
    ['其女2015年5月6日生，在店内玩耍。', ['birth 2015年5月6日']],
    ['顾客（1990.2.3出生）称', ['birth 1990.2.3']],
    ['出生日期：二〇一五年五月六日', ['birth 二〇一五年五月六日']],
    ['购买人年仅12周岁', ['birth 12周岁']],
    [
      '皖S1234挂、皖 S12345、皖Ｓ１２３４６到场',
      ['plate 皖S1234挂', 'plate 皖 S12345', 'plate 皖Ｓ１２３４６'],
    ],
    ['顾客OUYANG NANA当场购买', ['name OUYANG NANA']],
    ['贺阿姨说', ['name 贺']],
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
    '2026年6月24日生产的酸乳，2026年6月24日生效。',
    '不得向未满18周岁的人销售，适用0-3岁婴幼儿。',
    '《中华人民共和国食品安全法》第三十四条第十项',
    '当事人的店长在场，当场制作现场笔录。',
    '当事人提供了食品经营许可证和相关证明文件。',
    '该批食品2026年生产，向未满十八周岁的人销售。',
  ])('and not: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('tells a given name that stands alone, of people in the file only', () => {
  const text = [[{ text: '建国、小陈当场销售；新中国成立以来，文明经营。' }]];
  expect(suspects(text, [], [], ['欧阳建国', '陈某'])).toEqual([
    { paragraph: 0, segment: 0, text: '建国', kind: 'name' },
  ]);
  expect(suspects(text, [], [])).toEqual([]);
});

it('tells the parts of a name that has several', () => {
  const text = [[{ text: '买买提在场，SMITH签名，smithy不算。' }]];
  expect(
    suspects(text, [], [], ['阿依古丽·买买提', 'John Smith', '王　伟']).map((one) => one.text),
  ).toEqual(['买买提', 'SMITH']);
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
