import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase } from './portal.testkit.ts';

/** The portal in a real browser: for readers of any sight, on any width, on paper, with the keyboard alone. */

const database = await freshDatabase();
const { server } = await openPublishedCase(database);
const browser: Browser = await chromium.launch({
  executablePath: process.env['ZHUDING_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
afterAll(() => browser.close());

const DECISION = '/350502/decisions/penalty-2024-1';
const PAGES = [
  '/350502',
  '/350502/decisions',
  '/350502/decisions?q=%E6%99%A8%E7%A6%BE&from=2024-13-01',
  DECISION,
  `${DECISION}?large=1`,
  '/350502/check?number=%E6%99%A8%E7%A6%BE',
  '/350502/notices',
  '/350502/about',
  '/350502/procedures/penalty.ordinary',
  '/350502/procedures/penalty.summary',
  '/350502/requests/correction?entry=penalty-2024-1&field=party',
  '/350502/requests/complaint',
  '/350502/nothing',
] as const;

/** Opens a page and looks at it; what it asked for is told too. */
async function at<T>(
  path: string,
  width: number,
  work: (page: Page, requests: readonly string[]) => Promise<T>,
): Promise<T> {
  // What looks at the page is put in as script, which the policy of the page would refuse.
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    bypassCSP: true,
    locale: 'zh-CN',
  });
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.address}${path}`);
    return await work(page, requests);
  } finally {
    await context.close();
  }
}

describe.each(PAGES)('%s', (path) => {
  // 320 pixels are 640 pixels at 200 percent.
  it.each([1440, 390, 320])('fits a window of %i pixels and is open to every reader', (width) =>
    at(path, width, async (page, requests) => {
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBe(0);
      expect(requests.filter((url) => !url.startsWith(server.address))).toEqual([]);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }),
  );
});

it('nothing on a page is held back by its own policy', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${server.address}${DECISION}`);
  await page.goto(`${server.address}/350502/procedures/penalty.ordinary`);
  await context.close();
  expect(said).toEqual([]);
});

it('with the keyboard alone: past the head, into the search, to the decision', () =>
  at('/350502', 1440, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('晨禾');
    await page.keyboard.press('Enter');
    await page.waitForURL(/decisions\?q=/);
    const link = page.getByRole('link', { name: '泉州市鲤城区晨禾生鲜超市有限公司' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/penalty-2024-1$/);
    await page.getByText('为什么是这一天').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByText('决定次日（9月27日）起数7个工作日。').isVisible()).toBe(true);
  }));

it('on paper: the explanation and the proof are printed, the navigation is not', () =>
  at(DECISION, 1000, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('决定次日（9月27日）起数7个工作日。').isVisible()).toBe(true);
    expect(await page.locator('.proof .hash').isVisible()).toBe(true);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: '更正', exact: true }).count()).toBe(0);
  }));
