import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateOf } from './samples.testing.ts';
import {
  longestFirst,
  paragraphText,
  partySecrets,
  type Secret,
  secretsOf,
  segmentText,
} from './sensitive.ts';

const kind = templateOf('penalty-decision');

function marked(text: string, secrets: readonly Secret[] = []): (readonly [string, string])[] {
  return segmentText(text, secrets).flatMap((segment) =>
    segment.sensitive === undefined ? [] : [[segment.text, segment.sensitive] as const],
  );
}

describe('cutting', () => {
  test('a segment is at most a sentence, closing quotes included', () => {
    expect(segmentText('他说：“好。”我走了。再见', []).map((segment) => segment.text)).toEqual([
      '他说：“好。”',
      '我走了。',
      '再见',
    ]);
    expect(segmentText('甲；乙！丙？丁', []).map((segment) => segment.text)).toEqual([
      '甲；',
      '乙！',
      '丙？',
      '丁',
    ]);
    expect(segmentText('', [])).toEqual([]);
  });

  test('joined again, the segments are the text, whatever is in it', () => {
    const piece = fc.constantFrom(
      '周惠兰',
      '13900000009',
      '。',
      '；',
      '”',
      '某甲',
      ' ',
      '1',
      '\n',
      '62',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string()), { maxLength: 30 })
      .map((all) => all.join(''));
    const secrets: Secret[] = [
      { text: '周惠兰', sensitive: 'reporter' },
      { text: '兰某', sensitive: 'natural-name' },
    ];
    fc.assert(
      fc.property(text, (whole) => {
        const segments = segmentText(whole, secrets);
        expect(paragraphText(segments)).toBe(whole);
        for (const segment of segments) {
          expect(segment.text).not.toBe('');
          expect(segment.text).not.toMatch(/[。！？；][^。！？；”’」』）》]/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('marking', () => {
  test('a secret is found wherever it stands, the longest first', () => {
    const secrets: Secret[] = [
      { text: '周惠兰的女儿', sensitive: 'natural-name' },
      { text: '周惠兰', sensitive: 'reporter' },
    ];
    expect(segmentText('周惠兰举报。周惠兰的女儿作证。', secrets)).toEqual([
      { text: '周惠兰', sensitive: 'reporter' },
      { text: '举报。' },
      { text: '周惠兰的女儿', sensitive: 'natural-name' },
      { text: '作证。' },
    ]);
  });

  test.each([
    ['身份证号码350502199001010018。', [['350502199001010018', 'id-number']]],
    ['身份证号码11010519491231002X。', [['11010519491231002X', 'id-number']]],
    ['手机13900000009，', [['13900000009', 'phone']]],
    ['账号：6200000000000000117）', [['6200000000000000117', 'account']]],
    ['银行卡6200 0000 0000 0000 117。', [['6200 0000 0000 0000 117', 'account']]],
    ['账号为41012345678，', [['41012345678', 'account']]],
    ['编号139000000091号', []],
    ['商品条码6901234567892，', []],
    ['批号20260624，货值1260元。', []],
    ['代码91350502MAURQ2839J，', []],
    ['代码111409000123456717，', []],
    ['身份证号11010519491231002x。', [['11010519491231002x', 'id-number']]],
    ['旧证号140902880312101）', [['140902880312101', 'id-number']]],
    ['证 110105 19491231 002X，', [['110105 19491231 002X', 'id-number']]],
    [
      '１１０１０５１９４９１２３１００２Ｘ',
      [['１１０１０５１９４９１２３１００２Ｘ', 'id-number']],
    ],
    ['持护照E12345678入境', [['E12345678', 'id-number']]],
    ['往来港澳通行证号码：C12345678。', [['C12345678', 'id-number']]],
    ['电话138-3500-5678，', [['138-3500-5678', 'phone']]],
    [
      '致电138 3500 5678或+86 13835005679',
      [
        ['138 3500 5678', 'phone'],
        ['+86 13835005679', 'phone'],
      ],
    ],
    ['电话１３８３５００９９９９。', [['１３８３５００９９９９', 'phone']]],
    ['固定电话0350-3030999，', [['0350-3030999', 'phone']]],
    ['（0595）22345678转801', [['（0595）22345678转801', 'phone']]],
    ['电话3030999。', [['3030999', 'phone']]],
    ['微信号：liu_cuihua88，', [['liu_cuihua88', 'phone']]],
    ['微信weixin：wangwei，', [['wangwei', 'phone']]],
    [
      '微信号：x，vx：y1',
      [
        ['x', 'phone'],
        ['y1', 'phone'],
      ],
    ],
    ['添加微信（weixin）号为lao_wang88下单', [['lao_wang88', 'phone']]],
    ['加VX：Wang-1989。', [['Wang-1989', 'phone']]],
    ['微信支付、微信群均可，微信小程序下单', []],
    ['邮箱cuihua@example.com。', [['cuihua@example.com', 'phone']]],
    [
      '账号６２２２００００００００００００００１',
      [['６２２２００００００００００００００１', 'account']],
    ],
    ['注册号350502100012345，', []],
    ['统一社会信用代码（证件号码：91350502MAURQ2839J）', []],
    ['条码012345678905、批次2026-07-15-0042', []],
    ['罚款52000元，货值1260.50元，第三十四条', []],
    ['泉鲤市监处罚〔2026〕71号', []],
    ['2026年7月20日，第350502-2026-0312号', []],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test('a number known from the papers is found however it is set', () => {
    const secrets: Secret[] = [
      { text: 'K1234567(8)', sensitive: 'id-number' },
      { text: '13800000000', sensitive: 'phone' },
    ];
    const text = '持证k1234567-8，自述138 00 00 0000。';
    expect(segmentText(text, secrets)).toEqual([
      { text: '持证' },
      { text: 'k1234567-8', sensitive: 'id-number' },
      { text: '，自述' },
      { text: '138 00 00 0000', sensitive: 'phone' },
      { text: '。' },
    ]);
  });

  test.each([
    '1979年3月15日',
    '1979年03月15日',
    '1979.3.15',
    '1979-03-15',
    '1979/3/15',
    '１９７９年３月１５日',
    '19790315',
    '一九七九年三月十五日',
  ])('a birth is found as %s, known or read off an identity number', (spelt) => {
    const text = `王伟，${spelt}出生。`;
    for (const secret of [
      { text: '1979年3月15日', sensitive: 'birth' },
      { text: '1979-03-15', sensitive: 'birth' },
      { text: '350502197903150010', sensitive: 'id-number' },
      { text: '350502790315001', sensitive: 'id-number' },
    ] as const)
      expect(marked(text, [secret])).toEqual([[spelt, 'birth']]);
    expect(marked(text, [{ text: '1979年3月1日', sensitive: 'birth' }])).toEqual([]);
  });

  test.each([
    ['王伟', '王　伟'],
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽.买买提'],
    ['阿依古丽·买买提', '阿依古丽 · 买买提'],
    ['阿依古丽•买买提', '阿依古丽･买买提'],
    ['阿依古丽买买提', '阿依古丽‧买买提'],
    ['JOHN SMITH', 'John Smith'],
    ['Aygul Mamat', 'AYGUL  MAMAT'],
  ])('the name %s is found set as %s', (name, set) => {
    expect(marked(`当事人${set}承认。`, [{ text: name, sensitive: 'natural-name' }])).toEqual([
      [set, 'natural-name'],
    ]);
  });

  test('an address is found without its room too', () => {
    const party = { kind: 'natural', name: '王小明', address: '泉州市鲤城区柳树巷5号302室' };
    expect(marked('证实其住柳树巷5号。', longestFirst(partySecrets(party)))).toEqual([
      ['柳树巷5号', 'address'],
    ]);
  });

  test.each([
    '柳树巷5号',
    '柳树巷５号',
    '柳树巷五号',
    '柳树巷 5 号',
    '城关街道柳树巷5号2单元302室',
  ])('an address in a town is found without province, city, county and town, as %s', (spelt) => {
    const address = '安徽省亳州市涡阳县城关街道柳树巷5号2单元302室';
    const secrets = longestFirst(partySecrets({ kind: 'natural', name: '王小明', address }));
    expect(marked(`证实其住${spelt}。`, secrets)).toEqual([[spelt, 'address']]);
  });

  test.each([
    '139.5551.2345',
    '139/5551/2345',
    '139  5551  2345',
    '１３９·５５５１·２３４５',
    '一三九五五五一二三四五',
    '幺三九 五五五一 二三四五',
  ])('a phone known from the papers is found as %s', (spelt) => {
    const phone = { text: '13955512345', sensitive: 'phone' } as const;
    expect(marked(`自述${spelt}是其本人的。`, [phone])).toEqual([[spelt, 'phone']]);
  });

  test.each(['139.5551.2345', '139/5551/2345', '139  5551  2345'])(
    'a phone nobody told of is found as %s',
    (spelt) => {
      expect(marked(`自述${spelt}。`)).toEqual([[spelt, 'phone']]);
    },
  );

  test('an identity number is found with dots', () => {
    expect(marked('持证341621.19880315.002X。')).toEqual([['341621.19880315.002X', 'id-number']]);
  });

  test('an address is found with its signs', () => {
    const secret = { text: '示例路1-101（东）', sensitive: 'address' } as const;
    expect(marked('家住示例路1-101（东）。', [secret])).toEqual([['示例路1-101（东）', 'address']]);
  });

  test('a name in letters is no part of a longer word', () => {
    expect(marked('LITERATURE', [{ text: 'Li Te', sensitive: 'natural-name' }])).toEqual([]);
  });

  test('texts of one character are not taken for secrets', () => {
    expect(secretsOf(kind, { reporter: '周' })).toEqual([]);
  });

  test('a natural person is named and lives somewhere; a firm may be named with its seat', () => {
    const natural = {
      party: {
        kind: 'natural',
        name: '陈喆',
        address: '示例巷7号',
        idNumber: '11010519491231002X',
        phone: '13900000003',
        birth: '1949-12-31',
      },
      'protected-people': [{ name: '曾庆山', role: '证人' }],
      reporter: '周惠兰',
    };
    expect(secretsOf(kind, natural)).toEqual([
      { text: '11010519491231002X', sensitive: 'id-number' },
      { text: '13900000003', sensitive: 'phone' },
      { text: '1949年12月31日', sensitive: 'birth' },
      { text: '示例巷7号', sensitive: 'address' },
      { text: '周惠兰', sensitive: 'reporter' },
      { text: '曾庆山', sensitive: 'natural-name' },
      { text: '陈喆', sensitive: 'natural-name' },
    ]);
    const firm = {
      party: {
        kind: 'legal',
        name: '晨禾生鲜超市有限公司',
        address: '示例路1号',
        representative: '贺明远',
        phone: '13900000000',
      },
    };
    expect(secretsOf(kind, firm)).toEqual([{ text: '13900000000', sensitive: 'phone' }]);
  });
});
