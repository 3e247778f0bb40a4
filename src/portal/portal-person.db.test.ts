import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase } from './portal.testkit.ts';

/** The same decision against a citizen: nothing on any page says who it is. */

const PERSON = {
  kind: 'natural' as const,
  name: '欧阳建国',
  surname: '欧阳',
  gender: 'male' as const,
  birth: '1990-01-01',
  address: '福建省泉州市鲤城区示例路1号101室',
  idNumber: '350502199001010018',
  phone: '13900000000',
};

const database = await freshDatabase();
const { server } = await openPublishedCase(database, { party: PERSON });

it('[WD-2.1.4b] page, list, data and proof of a decision against a citizen show the family name only', async () => {
  const paths = [
    '/350502',
    '/350502/decisions',
    '/350502/decisions?party=natural',
    '/350502/decisions/penalty-2024-1',
    '/350502/decisions/penalty-2024-1?large=1',
    '/350502/decisions/penalty-2024-1/data.json',
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
    for (const secret of [PERSON.name, '建国', PERSON.address, PERSON.idNumber, PERSON.phone])
      expect([paths[index], decoded.includes(secret)]).toEqual([paths[index], false]);
  }
  expect(texts[3]).toContain('欧阳某经营超过保质期的食品案');
  expect(texts[3]).toContain('自然人只显示姓，不公开住址、证件号码和联系方式。');
});

it('a search for the name of a citizen finds nothing', async () => {
  const query = new URLSearchParams({ q: PERSON.name }).toString();
  const answer = await fetch(`${server.address}/350502/decisions?${query}`);
  expect(await answer.text()).toContain('没有查到');
});

/** What a proof file holds in the clear. */
function opened(file: string): string {
  const extra = /^extra (\S+)$/m.exec(file)?.[1] ?? '';
  return `${file}${Buffer.from(extra, 'base64').toString()}`;
}
