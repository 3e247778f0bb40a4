/** Filling in the form of an act as a person does: by the words beside the fields. */
import { expect, type Locator, type Page } from '@playwright/test';
import { button } from './button.ts';
import type { FormField, FormView } from '../../../src/matter/matter.api.ts';

export interface Given {
  /** Names of the people who act; left out, as the form suggests. */
  readonly by?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Ticks a box, or leaves it open. On a busy machine the page shows it a moment after the click. */
async function tick(box: Locator, wanted: boolean): Promise<void> {
  if ((await box.isChecked()) !== wanted) await box.click();
  await expect(box).toBeChecked({ checked: wanted });
}

/** Fills what differs from what the form already says. */
export async function fillForm(page: Page, form: FormView, given: Given): Promise<void> {
  const facts = page.getByRole('region', { name: '办理情况', exact: true });
  if (given.by) await chooseSeveral(page, labelled(facts, '办理人'), given.by);
  await fillFields(page, facts, form.fields, form.values, given.fields ?? {});
  for (const [code, values] of Object.entries(given.documents ?? {})) {
    const document = form.documents.find((one) => one.code === code);
    if (!document) throw new Error(`the form of ${form.act} has no ${code}`);
    if (document.optional)
      await page
        .getByRole('group', { name: /^(可以附上的文书|拟处理决定稿)$/ })
        .getByLabel(document.title, { exact: true })
        .check();
    const region = page.getByRole('region', { name: document.title, exact: true });
    const more = region.getByRole('button', { name: /^另有/ });
    while ((await more.count()) > 0) await more.first().click();
    const fields = document.sections
      .flatMap((section) => section.fields)
      .filter(({ name }) => !document.fixed.includes(name));
    await fillFields(page, region, fields, document.values, values);
  }
}

/** Fills the fields that are given and not known yet. */
export async function fillFields(
  page: Page,
  within: Locator,
  fields: readonly FormField[],
  known: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const field of fields) {
    const value = given[field.name];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(known[field.name]))
      continue;
    await fillField(page, within, field, value);
  }
}

/** A control by its label, 选填 may stand behind it; not a choice of the same words. */
function labelled(within: Locator, label: string): Locator {
  return within
    .getByLabel(new RegExp(`^${escaped(label)}(选填)?$`))
    .and(within.page().locator('select, textarea, input:not([type="radio"], [type="checkbox"])'))
    .first();
}

function group(within: Locator, label: string): Locator {
  return within.getByRole('group', { name: new RegExp(`^${escaped(label)}(选填)?$`) }).first();
}

async function fillField(
  page: Page,
  within: Locator,
  field: FormField,
  value: unknown,
): Promise<void> {
  const { label, type } = field;
  switch (type) {
    case 'boolean':
      await group(within, label)
        .getByRole('radio', { name: value === true ? '是' : '否', exact: true })
        .check();
      return;
    case 'choice':
      await choose(within, field, String(value));
      return;
    case 'choices':
      for (const choice of field.choices ?? [])
        await tick(
          group(within, label).getByRole('checkbox', { name: choice.label, exact: true }),
          listOf(value).includes(choice.value),
        );
      return;
    case 'staff-list':
    case 'officers':
      await chooseSeveral(page, labelled(within, label), listOf(value).map(nameOf));
      return;
    case 'staff':
    case 'act':
    case 'exhibit':
      await labelled(within, label).selectOption(String(value));
      return;
    case 'person':
      await labelled(within, label).fill(nameOf(value));
      return;
    case 'party':
      await fillFields(page, group(within, label), field.items ?? [], {}, record(value));
      return;
    case 'list':
      await fillRows(page, group(within, label), field, listOf(value));
      return;
    case 'date-range': {
      const range = group(within, label);
      await labelled(range, '起').fill(local(record(value)['from'], field.minutes === true));
      await labelled(range, '止').fill(local(record(value)['to'], field.minutes === true));
      return;
    }
    case 'date':
    case 'datetime':
      await labelled(within, label).fill(local(value, type === 'datetime'));
      return;
    case 'money':
      await labelled(within, label).fill(String(Number(value) / 100));
      return;
    case 'paragraphs':
      await labelled(within, label).fill(listOf(value).join('\n'));
      return;
    default:
      await labelled(within, label).fill(String(value));
  }
}

/** Few short choices stand side by side, others in a list. */
async function choose(within: Locator, { label, choices = [] }: FormField, value: string) {
  const pills = group(within, label);
  if ((await pills.count()) === 0) {
    await labelled(within, label).selectOption(value);
    return;
  }
  const words = choices.find((choice) => choice.value === value)?.label ?? value;
  await pills.getByRole('radio', { name: words, exact: true }).check();
}

async function fillRows(
  page: Page,
  list: Locator,
  field: FormField,
  rows: readonly unknown[],
): Promise<void> {
  const shown = list.getByRole('listitem');
  while ((await shown.count()) < rows.length) await button(list, '加一项').click();
  while ((await shown.count()) > rows.length)
    await list.getByRole('button', { name: /^去掉/ }).last().click();
  for (const [index, row] of rows.entries())
    await fillFields(page, shown.nth(index), field.items ?? [], {}, record(row));
}

/** Exactly these people, in this order. */
async function chooseSeveral(page: Page, box: Locator, names: readonly string[]): Promise<void> {
  const whole = box.locator('xpath=ancestor::div[contains(@class, "ant-select")][last()]');
  const chosen = whole.locator('.ant-select-selection-item');
  await box.focus();
  while ((await chosen.count()) > 0) {
    const before = await chosen.count();
    await page.keyboard.press('Backspace');
    await expect(chosen).toHaveCount(before - 1);
  }
  for (const [index, name] of names.entries()) {
    await box.fill(name);
    const option = page.locator('.ant-select-item-option:visible').filter({ hasText: name });
    await expect(option).toHaveCount(1);
    await option.click();
    await expect(chosen).toHaveCount(index + 1);
  }
  await page.keyboard.press('Escape');
}

/** `2026-08-07 10:05` for fields with time, the day for others. */
function local(value: unknown, withTime: boolean): string {
  return String(value)
    .slice(0, withTime ? 16 : 10)
    .replace('T', ' ');
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : String(record(value)['name']);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Nothing stands in the way any more; hands in and waits until it is on record. */
export async function handIn(page: Page, verb: string): Promise<void> {
  const check = page.getByRole('region', { name: '现在交上去' });
  await expect(check.getByText(/没有不妥/)).toBeVisible();
  await button(page, verb).click();
}
