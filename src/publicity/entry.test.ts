import { describe, expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { plainDate } from '../calendar/plain-date.ts';
import type { Party } from '../matter/matter.ts';
import { SHOWN } from './channels.ts';
import { publicEntry, type PublicationChoice, type ServedDecision } from './entry.ts';

const DAY = plainDate('2026-10-09');
const CITIZEN: Party = {
  kind: 'natural',
  name: '欧阳建芳',
  surname: '欧阳',
  code: null,
  idNumber: '11010519491231002X',
  representative: null,
};
const SHOP: Party = {
  kind: 'individual-business',
  name: '忻府区刘大娘糕点铺',
  surname: null,
  code: '92532329MAYU122BX1',
  idNumber: null,
  representative: '刘翠花',
};

const SERVED: ServedDecision = {
  number: '泉鲤市监处罚〔2026〕71号',
  authority: '泉州市鲤城区市场监督管理局',
  violation: '欧阳建芳经营超过保质期的食品',
  penaltyWords: '没收欧阳建芳库存的、尚志远（电话138-3500-5678）寄存的酸乳28盒；罚款2000元',
  violated: '《食品安全法》第三十四条第十项',
  basis: '《食品安全法》第一百二十四条第一款第（五）项',
  decidedOn: plainDate('2026-09-23'),
  styles: ['item', 'item'],
  text: [
    [
      { text: '（一）没收' },
      { text: '欧阳建芳', sensitive: 'natural-name' },
      { text: '库存的、' },
      { text: '尚志远', sensitive: 'natural-name' },
      { text: '寄存的酸乳28盒；' },
    ],
    [{ text: '（二）罚款2000元。' }],
  ],
  secrets: [
    { text: '欧阳建芳', sensitive: 'natural-name' },
    { text: '尚志远', sensitive: 'natural-name' },
  ],
};

function entryOf(party: Party, more: Partial<PublicationChoice> = {}, served = SERVED) {
  const choice: PublicationChoice = { form: 'both', fields: SHOWN, hidden: [], ...more };
  return publicEntry(served, party, choice, pack.law('licheng'), DAY);
}

describe('the summary', () => {
  it('[WD-2.1.4b] is masked word by word as the text is', () => {
    const entry = entryOf(CITIZEN);
    const taken =
      '没收欧阳某库存的、〔姓名已隐去〕（电话〔电话已隐去〕）寄存的酸乳28盒；罚款2000元';
    expect(entry.title).toBe('欧阳某经营超过保质期的食品案');
    expect([entry.party, entry.penalty, entry.violation]).toEqual([
      '欧阳某',
      taken,
      '欧阳某经营超过保质期的食品',
    ]);
    expect(entry.summary).toContainEqual({ field: 'penalty', value: taken });
    expect(JSON.stringify(entry)).not.toMatch(/建芳|尚志远|3500/);
  });

  it('goes by what the check hides in the text, without its number and stop', () => {
    const hidden = [
      { paragraph: 0, segment: 0, ground: 'commercial-secret' },
      { paragraph: 1, segment: 0, ground: 'commercial-secret' },
    ];
    expect(entryOf(CITIZEN, { hidden }).penalty).toMatch(/^没收欧阳某.*；〔商业秘密已隐去〕$/);
  });

  it.each([
    ['legal', 'representative'],
    ['individual-business', 'operator'],
    ['other', 'principal'],
  ] as const)('of a party that is %s names its %s', (kind, field) => {
    const { summary } = entryOf({ ...SHOP, kind });
    expect(summary.slice(1, 4)).toEqual([
      { field: 'party', value: '忻府区刘大娘糕点铺' },
      { field: 'code', value: '92532329MAYU122BX1' },
      { field, value: '刘翠花' },
    ]);
  });

  it('of a citizen has neither code nor number nor representative', () => {
    expect(entryOf(CITIZEN).summary.map(({ field }) => field)).toEqual(
      SHOWN.filter((field) => field !== 'conclusion'),
    );
    expect(entryOf(CITIZEN).partyCode).toBeNull();
  });
});

describe('it is found', () => {
  it('by what it shows and the articles broken, not by what it masks', () => {
    const { searchable } = entryOf(CITIZEN);
    expect(searchable).toContain('《食品安全法》第三十四条第十项');
    expect(searchable).toContain('《食品安全法》第一百二十四条第一款第（五）项');
    expect(searchable.join()).not.toMatch(/建芳|尚志远/);
  });

  it('by the name of a shop and its code', () => {
    const { searchable } = entryOf(SHOP);
    expect(searchable).toContain('92532329MAYU122BX1');
    expect(searchable[0]).toContain('忻府区刘大娘糕点铺');
  });
});
