/** What happens to forms in the middle: a reload, a network that goes away, an answer that never comes. */
import { expect } from '@playwright/test';
import { matterOf, openForm } from './acts.ts';
import type { Person } from './bureau.ts';
import { button } from './button.ts';
import { fillForm, handIn } from './fill.ts';
import { FOOD_CASE } from './food-case.ts';

/** The inspection, with the page loaded anew when half of it is written. */
export async function keepsDraft(officer: Person, matter: string): Promise<void> {
  const { page } = officer;
  const form = await openForm(officer, matter, 'premises.inspected');
  await fillForm(page, form, FOOD_CASE.inspected);
  const record = page.getByRole('region', { name: '现场笔录', exact: true });
  const findings = record.getByRole('textbox', { name: '现场情况', exact: true });
  const written = await findings.inputValue();
  expect(written.length).toBeGreaterThan(20);
  await expect(page.getByText(/草稿已存/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^接着上次写的/)).toBeVisible();
  await expect(findings).toHaveValue(written);
  await handIn(page, '记下');
  await expect(
    page.getByRole('heading', { name: new RegExp(`^${form.term}已记下`) }),
  ).toBeVisible();
}

/**
 * The order to rectify, handed in first without a network at all, then with an answer that gets lost after the server has
 * acted: what was typed stays, and in the end there is one act.
 */
export async function losesAnswer(officer: Person, matter: string): Promise<void> {
  const { page, context } = officer;
  const form = await openForm(officer, matter, 'rectification.ordered');
  await fillForm(page, form, FOOD_CASE.ordered);
  const order = page.getByRole('region', { name: '责令改正通知书', exact: true });
  const facts = order.getByRole('textbox', { name: '违法事实', exact: true });
  const written = await facts.inputValue();
  const check = page.getByRole('region', { name: '现在交上去' });
  await expect(check.getByText(/没有不妥/)).toBeVisible();

  await context.setOffline(true);
  await button(page, '记下').click();
  await expect(button(page, '再试一次')).toBeVisible();
  await expect(facts).toHaveValue(written);
  await context.setOffline(false);

  await page.route(
    `**/acts/${form.act}`,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await button(page, '再试一次').click();
  await expect(button(page, '再试一次')).toBeVisible();
  await expect(facts).toHaveValue(written);

  await button(page, '再试一次').click();
  await expect(
    page.getByRole('heading', { name: new RegExp(`^${form.term}已记下`) }),
  ).toBeVisible();
  const { acts } = await matterOf(officer, matter);
  expect(acts.filter(({ type }) => type === form.act)).toHaveLength(1);
}
