import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import type { Step } from '../../test/support/food-case.ts';
import type { Values } from '../document/document.ts';
import { openPublishedCase } from './portal.testkit.ts';

/** The same decision against a citizen: nothing on any page says who it is. */

const PERSON = {
  kind: 'natural' as const,
  name: '欧阳建芳',
  surname: '欧阳',
  gender: 'female' as const,
  birth: '1949-12-31',
  address: '福建省泉州市鲤城区示例路1号101室',
  idNumber: '11010519491231002X',
  phone: '13900000000',
};
const WITNESS = {
  name: '尚志远',
  'id-number': '330402198506150020',
  phone: '13835005678',
  'other-contact': '微信shang_zhiyuan',
  address: '福建省泉州市鲤城区样本巷12号4单元501室',
  post: '顾客',
};
const DETAIL = '欧阳建芳库存的、由尚志远指认的超过保质期的风味酸乳28盒';
const FACTS = [
  '经查，当事人欧阳建芳（身份证号11010519491231002x，旧证号110105491231002）在示例路1号101室销售过期酸乳。',
  '证人尚志远（身份证号 330402 19850615 0020，电话138-3500-5678，固定电话0595-3030999，微信shang_zhiyuan，住样本巷12号4单元501室）证明其购买。',
  '另有电话１３８３５００９９９９、护照E12345678、账户6222 0200 0000 0000 001。',
];
/** Who was questioned stands in the evidence, and in what is said of it: the check hides both. */
const HIDDEN = [
  { paragraph: 26, segment: 0, ground: 'natural-name' },
  { paragraph: 29, segment: 1, ground: 'natural-name' },
];
/** Whatever a visitor could learn about either of them. */
const SECRETS = [
  PERSON.name,
  '建芳',
  PERSON.address,
  '示例路1号101室',
  '19491231002',
  '110105491231002',
  '1949年12月31日',
  PERSON.phone,
  '尚志远',
  '志远',
  '贺明远',
  '330402',
  '3500-5678',
  '13835005678',
  '3030999',
  'shang_zhiyuan',
  '样本巷12号',
  '３８３５００９９９９',
  'E12345678',
  '6222 0200',
  '周惠兰',
];

/** The papers of the case against her: she is named in what is taken from her, a customer was questioned. */
function told(step: Step): Step {
  const documents = Object.entries(step.documents ?? {}).map(([code, values]) => {
    const rows: unknown = values['penalties'];
    const penalties = Array.isArray(rows)
      ? rows.map((row: Values) => (row['kind'] === 'goods' ? { ...row, detail: DETAIL } : row))
      : null;
    return [
      code,
      {
        ...values,
        ...(penalties ? { penalties } : {}),
        ...(code === 'inquiry-record' ? WITNESS : {}),
        ...(code === 'penalty-decision' ? { facts: FACTS } : {}),
      },
    ];
  });
  return {
    ...step,
    documents: Object.fromEntries(documents) as Record<string, Values>,
    ...(step.act === 'publication.reviewed' ? { hidden: HIDDEN } : {}),
  };
}

const database = await freshDatabase();
const { server } = await openPublishedCase(database, { party: PERSON, change: told });
const textOf = async (path: string) => (await fetch(`${server.address}${path}`)).text();
const search = (q: string) => textOf(`/350502/decisions?${new URLSearchParams({ q }).toString()}`);

it('[WD-2.1.4b] page, list, data and proof of a decision against a citizen show the family name only', async () => {
  const paths = [
    '/350502',
    '/350502/decisions',
    '/350502/decisions?party=natural',
    '/350502/decisions/penalty-2024-1',
    '/350502/decisions/penalty-2024-1?large=1',
    '/350502/decisions/penalty-2024-1/data.json',
    '/350502/decisions/penalty-2024-1/versions/1',
    '/350502/decisions/penalty-2024-1/versions/1/proof',
    '/350502/decisions.json',
    '/350502/feed.atom',
  ];
  const texts = await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${server.address}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.text();
    }),
  );
  for (const [index, text] of texts.entries()) {
    const decoded = paths[index]?.endsWith('/proof') ? opened(text) : text;
    for (const secret of SECRETS)
      expect([paths[index], secret, decoded.includes(secret)]).toEqual([
        paths[index],
        secret,
        false,
      ]);
  }
  expect(texts[3]).toContain('欧阳某经营超过保质期的食品案');
  expect(texts[3]).toContain('自然人只显示姓，不公开住址、证件号码和联系方式。');
});

it('[WD-2.1.4b] the summary says of what was taken all but who they are', async () => {
  const taken = '没收欧阳某库存的、由〔姓名已隐去〕指认的超过保质期的风味酸乳28盒';
  for (const path of ['/decisions/penalty-2024-1', '', '/decisions', '/feed.atom'])
    expect(await textOf(`/350502${path}`)).toContain(taken);
  const data = JSON.parse(await textOf('/350502/decisions/penalty-2024-1/data.json')) as {
    penalty: string;
    summary: { field: string; value: string }[];
  };
  expect(data.penalty).toContain(taken);
  expect(data.summary.find(({ field }) => field === 'penalty')?.value).toContain(taken);
});

it.each(['欧阳建芳', '建芳', '尚志远', '志远', '11010519491231002X', '13835005678', '周惠兰'])(
  'a search for %s finds nothing',
  async (q) => {
    expect(await search(q)).toContain('没有查到');
  },
);

it.each(['欧阳某', '风味酸乳', '食品安全法第三十四条第十项', '食品安全法第124条', '过保质期'])(
  'a search for %s finds the decision',
  async (q) => {
    expect(await search(q)).toContain('/350502/decisions/penalty-2024-1"');
  },
);

/** What a proof file holds in the clear. */
function opened(file: string): string {
  const extra = /^extra (\S+)$/m.exec(file)?.[1] ?? '';
  return `${file}${Buffer.from(extra, 'base64').toString()}`;
}
