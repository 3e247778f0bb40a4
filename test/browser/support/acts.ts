/** Acts of a matter, done on the desk: the form opened, filled in, handed in; or put before the head and approved. */
import { expect, type Page } from '@playwright/test';
import type { FormView, MatterView } from '../../../src/matter/matter.api.ts';
import type { Person } from './bureau.ts';
import { fillForm, type Given, handIn } from './fill.ts';

export function matterOf(person: Person, matter: string): Promise<MatterView> {
  return person.get<MatterView>(`/matters/${matter}`);
}

/** Position of the last act of that code. */
export async function positionOf(person: Person, matter: string, act: string): Promise<number> {
  const { acts } = await matterOf(person, matter);
  const found = acts.filter(({ type }) => type === act).map(({ seq }) => seq);
  if (found.length === 0) throw new Error(`no ${act}`);
  return Math.max(...found);
}

/** Opens the form of an act; what it asks for. */
export async function openForm(
  { page, get }: Person,
  matter: string,
  act: string,
): Promise<FormView> {
  await page.goto(`/desk/matters/${matter}/acts/${act}`);
  const form = await get<FormView>(`/matters/${matter}/forms/${act}`);
  await expect(page.getByRole('heading', { name: form.term, exact: true, level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: '办理情况', exact: true })).toBeVisible();
  return form;
}

/** Does the act. */
export async function act(
  person: Person,
  matter: string,
  code: string,
  given: Given = {},
): Promise<void> {
  const form = await openForm(person, matter, code);
  await fillForm(person.page, form, given);
  await handIn(person.page, '记下');
  await expect(heading(person.page, `${form.term}已记下`)).toBeVisible();
}

/** Puts the act before the head, who reads it and approves. */
export async function approved(
  person: Person,
  head: Person,
  matter: string,
  code: string,
  given: Given = {},
): Promise<void> {
  const form = await openForm(person, matter, code);
  await fillForm(person.page, form, given);
  await handIn(person.page, '报请批准');
  await expect(heading(person.page, `${form.term}已报请批准`)).toBeVisible();
  const { requests } = await matterOf(head, matter);
  const request = requests.find((one) => one.act === code);
  await head.page.goto(`/desk/matters/${matter}/acts/${code}?request=${request?.seq}`);
  await handIn(head.page, '批准');
  await expect(heading(head.page, `${form.term}已记下`)).toBeVisible();
}

function heading(page: Page, words: string) {
  return page.getByRole('heading', { name: new RegExp(`^${words}`) });
}
