/** The reviewer's and the publisher's own pages. */
import { expect } from '@playwright/test';
import type { Person } from './bureau.ts';
import { button } from './button.ts';
import { look } from './looks.ts';

/** Who signs beside the reviewer or publisher. */
export interface Signing {
  readonly head: string;
  readonly licence: string;
}

/** Accepts what was handed in, answers every item, agrees, signs. */
export async function review(
  { page }: Person,
  matter: string,
  { head, licence }: Signing,
): Promise<void> {
  await page.goto(`/desk/matters/${matter}/review`);
  await button(page, '接收').click();
  const sheet = page.getByRole('region', { name: '审核意见', exact: true }).first();
  await expect(sheet.getByRole('heading', { name: /^审核.+项$/ })).toBeVisible();
  const answers = sheet.getByRole('listitem').getByRole('button', { name: '满足', exact: true });
  for (const answer of await answers.all()) await answer.click();
  const licenceField = sheet.getByLabel(/^法律职业资格证号/);
  if ((await licenceField.count()) > 0) await licenceField.fill(licence);
  await sheet.getByLabel(/^审核机构负责人意见/).fill('同意。');
  await sheet.getByLabel(/^审核机构负责人(?!意见)/).selectOption({ label: head });
  await sheet.getByText('审核表的其余各项', { exact: true }).click();
  const complex = sheet.getByRole('checkbox', { name: /疑难复杂/ });
  if ((await complex.count()) > 0) await complex.check();
  for (const pages of await sheet.getByLabel(/的页数$/).all())
    if ((await pages.inputValue()) === '') await pages.fill('1');
  await look(page, 'review');
  await sheet.getByRole('group', { name: '结论' }).getByRole('button', { name: '同意' }).click();
  await button(sheet, '签署意见').click();
  await expect(page.getByText(/意见已(签署|送承办机构)/).first()).toBeVisible();
}

/** The check of a text by somebody who had nothing to do with the case. */
export async function checkPublication({ page }: Person, matter: string): Promise<void> {
  await page.goto(`/desk/matters/${matter}/publication`);
  const contains = page.getByRole('group', { name: '公开的内容里有没有' });
  const answers = contains.getByRole('button', { name: '不涉及', exact: true });
  await expect(answers.first()).toBeVisible();
  // What is hidden by itself is answered already.
  for (const question of await contains.getByRole('group').all()) {
    const isAnswered = (await question.locator('[aria-pressed="true"]').count()) > 0;
    if (!isAnswered) await question.getByRole('button', { name: '不涉及', exact: true }).click();
  }
  const read = page.getByRole('button', { name: '其余都看过，可以公开' });
  if ((await read.count()) > 0) await read.click();
  await page.getByLabel('除隐去的内容外，与送达文本一致').check();
  await page.getByLabel('已书面告知当事人将公示').check();
  await page.getByRole('button', { name: /^用常用语/ }).click();
  await page
    .getByRole('group', { name: '审核结论' })
    .getByRole('button', { name: '可以公示', exact: true })
    .click();
  await button(page, '签署核对意见').click();
  await expect(page.getByText(/核对$/).first()).toBeVisible();
}

/** Publishes on a channel in the form its rule asks for. */
export async function publish({ page }: Person, matter: string, channel: string): Promise<void> {
  await page.goto(`/desk/matters/${matter}/publication`);
  const line = page.getByRole('listitem').filter({ hasText: channel });
  await button(line, '公示').click();
  await expect(line.getByText(/已于.*公示/)).toBeVisible();
}
