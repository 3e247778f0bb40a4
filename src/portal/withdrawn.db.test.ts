import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase, type PublishedCase } from './portal.testkit.ts';

/** Decisions published more than once, taken down again: nothing of any version stays anywhere. */

const licheng = await openPublishedCase(await freshDatabase());
const jiaxing = await openPublishedCase(await freshDatabase(), { pack: 'jiaxing', area: '330400' });

const ENTRY = 'decisions/penalty-2024-1';
const NAME = '生鲜超市';

function visitorOf({ server, bureau }: PublishedCase) {
  const get = (path: string, etag = '') =>
    fetch(`${server.address}/${bureau}${path}`, { headers: { 'if-none-match': etag } });
  return {
    get,
    textOf: async (path: string) => (await get(path)).text(),
    statusOf: async (path: string) => (await get(path)).status,
  };
}

const published = (at: string, channel = 'WEB') => ({
  who: 'publisher' as const,
  act: 'publication.published' as const,
  at,
  fields: { channel, form: 'both', unit: '食品安全监督管理股' },
});
const overturned = (at: string) => ({
  who: 'head' as const,
  act: 'decision.overturned' as const,
  at,
  fields: { kind: 'revoked', organ: 'reconsideration', note: '2024年10月18日行政复议决定' },
});
const withdrawn = (at: string, channel = 'WEB') => ({
  who: 'publisher' as const,
  act: 'publication.withdrawn' as const,
  at,
  fields: { channel, reason: '行政复议决定撤销原处罚' },
});

it('[JX-1.7d] a version withdrawn because it was wrong is gone, and says where the right one stands', async () => {
  const { get, textOf, statusOf } = visitorOf(licheng);
  await licheng.step(withdrawn('2024-10-10T10:00:00+08:00'));
  expect([await statusOf(`/${ENTRY}`), await statusOf(`/${ENTRY}/versions/1`)]).toEqual([410, 410]);
  const tombstone = await textOf(`/${ENTRY}/versions/1`);
  expect(tombstone).toContain('重新作出决定的，另编文号公示。');
  // Nothing was overturned: it was published in error.
  expect(tombstone).toContain('《公示规定》第十一条');
  expect(tombstone).not.toContain('第四十八条');

  await licheng.step(published('2024-10-11T10:00:00+08:00'));
  expect([await statusOf(`/${ENTRY}`), await statusOf(`/${ENTRY}/versions/2`)]).toEqual([200, 200]);
  const old = await get(`/${ENTRY}/versions/1`);
  expect(old.status).toBe(410);
  const page = await old.text();
  expect(page).toContain(`<a href="/350502/${ENTRY}">看现在的版本</a>`);
  expect(page).not.toContain(NAME);
  expect(await textOf('/decisions?q=%E6%99%A8%E7%A6%BE')).toContain(`/350502/${ENTRY}`);
});

it('[JX-1.7d] overturned and withdrawn, every version is gone with the answer to the withdrawal, from page, proof, data and lists', async () => {
  const { get, textOf } = visitorOf(licheng);
  await licheng.step(published('2024-10-12T10:00:00+08:00'));
  await licheng.step(overturned('2024-10-20T10:00:00+08:00'));
  const paths = [
    `/${ENTRY}`,
    `/${ENTRY}?large=1`,
    `/${ENTRY}/versions/1`,
    `/${ENTRY}/versions/2`,
    `/${ENTRY}/versions/2?large=1`,
    `/${ENTRY}/versions/3`,
    `/${ENTRY}/data.json`,
  ];
  const before = await Promise.all(paths.map((path) => get(path)));
  expect(before.map(({ status }) => status)).toEqual([200, 200, 410, 200, 200, 200, 200]);
  await expect
    .poll(async () => (await get(`/${ENTRY}/versions/3/proof`)).status, { timeout: 10_000 })
    .toBe(200);
  await Promise.all(paths.map((path) => get(path)));

  await licheng.step(withdrawn('2024-10-21T10:00:00+08:00'));

  const proofs = ['1', '2', '3'].map((version) => `/${ENTRY}/versions/${version}/proof`);
  const etags = before.map(({ headers }) => headers.get('etag') ?? '');
  const after = await Promise.all(
    [...paths, ...proofs].map((path, index) => get(path, etags[index])),
  );
  expect(after.map(({ status }) => status)).toEqual(after.map(() => 410));
  for (const answer of after) {
    const text = await answer.text();
    expect(text).toContain('行政复议决定撤销原处罚');
    expect(text).not.toContain(NAME);
    expect(text).not.toContain('91350502MAURQ2839J');
  }
  for (const path of [
    '',
    '/decisions',
    '/decisions?q=%E6%99%A8%E7%A6%BE',
    '/decisions?q=91350502MAURQ2839J',
    '/decisions.json',
    '/feed.atom',
    '/sitemap.xml?year=2024',
  ])
    expect([path, (await textOf(path)).includes(NAME)]).toEqual([path, false]);
  expect(await textOf(`/${ENTRY}/versions/3`)).toContain('《行政处罚法》第四十八条第二款');
  expect((await get(`/${ENTRY}/versions/4`)).status).toBe(404);
  expect((await get(`/${ENTRY}/versions/4/proof`)).status).toBe(404);
});

it('[JX-1.7d] where the site or the one in its place may show it, each is taken down by itself; overturned, either takes down both', async () => {
  const { get, statusOf } = visitorOf(jiaxing);
  const versions = () =>
    Promise.all(
      [`/${ENTRY}`, `/${ENTRY}/versions/1`, `/${ENTRY}/versions/2`, `/${ENTRY}/versions/3`].map(
        statusOf,
      ),
    );
  await jiaxing.step(published('2024-10-10T10:00:00+08:00', 'ZWFW'));
  await jiaxing.step(withdrawn('2024-10-11T10:00:00+08:00', 'ZWFW'));
  expect(await versions()).toEqual([200, 200, 410, 404]);
  expect(await (await get(`/${ENTRY}`)).text()).toContain('门户网站，第1版');

  await jiaxing.step(published('2024-10-12T10:00:00+08:00', 'ZWFW'));
  await jiaxing.step(overturned('2024-10-20T10:00:00+08:00'));
  await jiaxing.step(withdrawn('2024-10-21T10:00:00+08:00', 'WEB'));
  expect(await versions()).toEqual([410, 410, 410, 410]);
});
