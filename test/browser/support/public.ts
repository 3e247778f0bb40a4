/** Anybody on the internet: a browser without script, a downloaded proof, and no server any more. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, expect } from '@playwright/test';
import { look } from './looks.ts';

const ZHUDING = fileURLToPath(new URL('../../../zhuding', import.meta.url));

export interface PublicPage {
  /** What the summary says beside each item. */
  readonly summary: Readonly<Record<string, string>>;
  /** The downloaded proof. */
  readonly proof: string;
  remove(): Promise<void>;
}

/** Looks the party up on the portal, opens its decision, downloads the proof. */
export async function visit(
  browser: Browser,
  { address, area, party }: { address: string; area: string; party: string },
): Promise<PublicPage> {
  const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/${area}`);
  const pages = [page.url()];
  await page.getByRole('searchbox').fill(party);
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('共1件');
  pages.push(page.url());
  await page.getByRole('link', { name: party }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(party);
  pages.push(page.url());
  const summary: Record<string, string> = {};
  for (const row of await page.getByRole('row').all()) {
    const item = await row.getByRole('rowheader').innerText();
    summary[item] = await row.getByRole('cell').first().innerText();
  }
  const folder = await mkdtemp(join(tmpdir(), 'zhuding-proof-'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载证明', exact: true }).click(),
  ]);
  const proof = join(folder, download.suggestedFilename());
  await download.saveAs(proof);
  await context.close();
  await lookAt(browser, pages);
  return { summary, proof, remove: () => rm(folder, { recursive: true }) };
}

/** The check of accessibility is a script itself, so it has a browser of its own. */
async function lookAt(browser: Browser, pages: readonly string[]): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  for (const [index, address] of pages.entries()) {
    await page.goto(address);
    await look(page, `portal-${index + 1}`);
  }
  await context.close();
}

/** What `zhuding verify` says of a file, with nothing else to ask. Rejects unless it is proven. */
export async function verify(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(ZHUDING, ['verify', file]);
  return stdout;
}
