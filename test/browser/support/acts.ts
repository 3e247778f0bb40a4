/** Acts of a matter, done on the desk: the form opened, filled in, handed in; or put before the head and approved. */
import { expect, type Page } from '@playwright/test';
import { isGiven } from '../../../src/desk/begin/begin.ts';
import {
  FLAGS_FIELD,
  HANDLERS_FIELD,
  partyItems,
  SUBJECT_FIELD,
} from '../../../src/desk/begin/fields.ts';
import { isNeeded } from '../../../src/desk/forms/form-values.ts';
import type { FormView, MatterView } from '../../../src/matter/matter.api.ts';
import type { Person } from './bureau.ts';
import { button } from './button.ts';
import { fillFields, fillForm, type Given, handIn } from './fill.ts';
import { look } from './looks.ts';

export function matterOf(person: Person, matter: string): Promise<MatterView> {
  return person.get<MatterView>(`/matters/${matter}`);
}

/** Position of the last act of that code. */
export async function positionOf(person: Person, matter: string, code: string): Promise<number> {
  const { acts } = await matterOf(person, matter);
  const found = acts.filter(({ type }) => type === code).map(({ seq }) => seq);
  if (found.length === 0) throw new Error(`no ${code}`);
  return Math.max(...found);
}

/** Opens the form of an act; what it asks for. */
export async function openForm(
  { page, get }: Person,
  matter: string,
  code: string,
): Promise<FormView> {
  await page.goto(`/desk/matters/${matter}/acts/${code}`);
  const form = await get<FormView>(`/matters/${matter}/forms/${code}`);
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
  const signed = await head.get<FormView>(`/matters/${matter}/forms/${code}`);
  await expect(head.page.getByRole('region', { name: '办理情况', exact: true })).toBeVisible();
  await fillForm(head.page, signed, { documents: leftToHead(form, given) });
  await handIn(head.page, '批准');
  await expect(heading(head.page, `${form.term}已记下`)).toBeVisible();
}

/** What the papers say that was not asked of whoever put the act before the head: the head's own opinion. */
function leftToHead(form: FormView, { documents = {} }: Given): NonNullable<Given['documents']> {
  return Object.fromEntries(
    Object.entries(documents).flatMap(([code, values]) => {
      const sections = form.documents.find((one) => one.code === code)?.sections ?? [];
      const asked = new Set(sections.flatMap(({ fields }) => fields).map(({ name }) => name));
      const left = Object.entries(values).filter(([name]) => !asked.has(name));
      return left.length === 0 ? [] : [[code, Object.fromEntries(left)]];
    }),
  );
}

function heading(page: Page, words: string) {
  return page.getByRole('heading', { name: new RegExp(`^${words}`) });
}

/** Registers the clue; the id of the matter it begins. */
export async function begin(
  { page, get }: Person,
  party: Readonly<Record<string, unknown>>,
  matter: Readonly<Record<string, unknown>>,
  source: Readonly<Record<string, unknown>>,
): Promise<string> {
  await page.goto('/desk/matters/begin');
  const form = await get<FormView>('/procedures/penalty.ordinary/first-form');
  const region = (name: string | RegExp) => page.getByRole('region', { name });
  await expect(region('当事人')).toBeVisible();
  await fillFields(page, region('当事人'), partyItems(party['kind']), {}, party);
  await fillFields(page, region('事项'), [SUBJECT_FIELD, HANDLERS_FIELD, FLAGS_FIELD], {}, matter);
  const asked = form.documents.flatMap(({ sections, fixed }) =>
    sections
      .flatMap(({ fields }) => fields)
      .filter(({ name }) => !fixed.includes(name) && !isGiven(name))
      // What another answer does not ask for is not on this page.
      .filter((field) => field.requiredWhen === undefined || isNeeded(field, source)),
  );
  await fillFields(page, region(/^第一步/), asked, {}, source);
  await look(page, 'begin');
  await button(page, '登记').click();
  await expect(page).toHaveURL(/\/desk\/matters\/[0-9a-f-]{36}$/);
  return page.url().slice(-36);
}
