import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase } from './portal.testkit.ts';

/** Addresses nobody was given, and small things every page gets right. */

const { server } = await openPublishedCase(await freshDatabase());
const ENTRY = '/350502/decisions/penalty-2024-1';

test.each([
  `${ENTRY}%00`,
  `${ENTRY}%07`,
  `${ENTRY}%00?large=1`,
  `${ENTRY}%00/data.json`,
  `${ENTRY}%00/versions/1`,
  `${ENTRY}/versions/1%00`,
  `${ENTRY}%00/versions/1/proof`,
  '/350502%00',
  '/350502%00/decisions',
  '/350502/procedures/penalty.ordinary%00',
  '/350502/requests/correction%00',
  '/%00',
])('%s is not found', async (path) => {
  expect((await fetch(`${server.address}${path}`)).status).toBe(404);
});

test.each([
  '/350502?year=%00',
  '/350502/decisions?q=%00&state=%00&party=%00&from=%00&to=%00&year=%00&after=%00',
  '/350502/decisions.json?q=%00&after=%00',
  '/350502/check?number=%00',
  `/350502/check?number=${encodeURIComponent('泉鲤市监处罚〔2024〕1号')}%00`,
  '/350502/sitemap.xml?year=%00',
  '/350502/requests/correction?entry=%00&field=%00',
  '/350502/requests/correction/received?receipt=%00',
  `${ENTRY}?large=%00`,
])('%s is no fault of ours', async (path) => {
  expect((await fetch(`${server.address}${path}`)).status).toBeLessThan(500);
});

test('the example of a number is one of this bureau', async () => {
  const page = await (await fetch(`${server.address}/350502/check`)).text();
  expect(page).toContain('例如：泉鲤市监处罚〔2024〕1号。');
});

test('a procedure says which version of the rules it shows, the hash in small print', async () => {
  const page = await (await fetch(`${server.address}/350502/procedures/penalty.ordinary`)).text();
  expect(page).toMatch(/规则版本：20\d\d年\d+月\d+日施行 ?<span class="hash">校验值 [0-9a-f]{8}/);
  expect(page).not.toContain('规则包');
});

test('amounts of a penalty have their commas on its page, in the list and in the feed', async () => {
  for (const path of [ENTRY, '/350502/decisions', '/350502/feed.atom', '/350502'])
    expect([path, await (await fetch(`${server.address}${path}`)).text()]).toEqual([
      path,
      expect.stringContaining('52,000元'),
    ]);
});
