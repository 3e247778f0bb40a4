/** The archivist's page: filing, and the whole file as one PDF. */
import { expect } from '@playwright/test';
import type { ArchiveView, CatalogueLine } from '../../../src/archive/archive.api.ts';
import { pdfText } from '../../../src/document/pdf.ts';
import type { Person } from './bureau.ts';
import { button } from './button.ts';
import { look } from './looks.ts';

/** Files the matter; nothing is missing any more. */
export async function archive({ page }: Person, matter: string): Promise<void> {
  await page.goto(`/desk/matters/${matter}/archive`);
  await expect(page.getByText('齐全，可以归档。')).toBeVisible();
  await button(page, '归档').click();
  await expect(page.getByText('已归档。')).toBeVisible();
  await look(page, 'archive');
}

/** The PDF behind the page's link carries on its pages the numbers of its contents. */
export async function checkFilePdf(person: Person, matter: string): Promise<void> {
  const { page } = person;
  const href = await page.getByRole('link', { name: '合并成一个 PDF' }).getAttribute('href');
  const response = await page.request.get(href ?? '');
  expect(response.headers()['content-type']).toBe('application/pdf');
  const pages = (await pdfText(new Uint8Array(await response.body()))).map((text) => ({
    text: text.replaceAll(/\s/g, ''),
    stamp: /(?:^|\n)(\d+)\s*$/.exec(text)?.[1] ?? null,
  }));
  const { volumes } = await person.get<ArchiveView>(`/matters/${matter}/archive`);
  const last = (lines: readonly CatalogueLine[]) => lines.at(-1)?.to ?? 0;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`);
  expect(pages.flatMap(({ stamp }) => stamp ?? [])).toEqual([
    ...numbers(last(volumes.main)),
    ...numbers(last(volumes.secondary)),
  ]);
  const first = pages.findIndex(({ stamp }) => stamp === '1');
  for (const { document, title, from } of volumes.main)
    if (document) expect(pages[first + from - 1]?.text).toContain(title);
  expect(pages.filter(({ text }) => text.includes('证据材料页'))).toHaveLength(2);
}
