/**
 * 卷内目录: what lies in the two volumes of a file, in the order the law gives, page by page (程序规定 art. 78).
 * Cover, contents and notes stand outside the count. What comes after filing goes behind the rest of its volume, so that
 * no page of an archived file ever gets another number. Pure.
 */
import {
  type CaseFile,
  type FiledDocument,
  type FiledExhibit,
  isVoided,
} from '../matter/case-file.ts';
import { moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { FileOrder } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
import { SUPPLEMENT } from './archive.texts.ts';

export type Volume = keyof FileOrder;
export const VOLUMES = ['main', 'secondary'] as const satisfies readonly Volume[];

/** Papers the system makes for the file itself; they carry no page numbers. */
export const FRAME: ReadonlySet<string> = new Set(['file-cover', 'file-contents', 'file-notes']);

export interface CatalogueEntry {
  /** Heading of its group, such as 证据材料. */
  readonly group: string;
  readonly item:
    | { readonly kind: 'document'; readonly document: FiledDocument }
    | { readonly kind: 'exhibit'; readonly exhibit: FiledExhibit };
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly voided: boolean;
  /** Whether it came after the file was archived. */
  readonly late: boolean;
  readonly pages: number;
  /** First and last page, counted from 1 through its volume. */
  readonly from: number;
  readonly to: number;
}

export type Catalogue = Readonly<Record<Volume, readonly CatalogueEntry[]>>;

type Unnumbered = Omit<CatalogueEntry, 'group' | 'from' | 'to'>;
interface Group {
  readonly title: string;
  readonly documents: readonly string[];
  readonly exhibits?: true;
}

/** The catalogue by the order in force: of an archived file that of the day it was archived, else that of `today`. */
export function catalogueOf(file: CaseFile, law: Law, today: string): Catalogue {
  const archived = archivingOf(file);
  const day = archived ? moment(archived.happened).day : (today as PlainDate); // the clock's own day
  return catalogue(file, law.value('archive.order', day));
}

/** Everything in the file, each paper once. Throws Error when the order leaves a paper without a place. */
export function catalogue(file: CaseFile, order: FileOrder): Catalogue {
  const groups = [...order.main, ...order.secondary];
  const placed = new Map<Group, Unnumbered[]>(groups.map((group) => [group, []]));
  for (const document of file.documents) {
    if (FRAME.has(document.code)) continue;
    const act = file.acts.find((one) => one.seq === document.seq)?.type ?? '';
    placed.get(groupOf(document.code, act, groups))?.push(paper(file, document));
  }
  const evidence = groups.find((group) => group.exhibits);
  if (evidence)
    placed
      .get(evidence)
      ?.push(
        ...file.exhibits
          .filter((one) => one.derivedFrom === null)
          .map((exhibit) => exhibitEntry(file, exhibit)),
      );
  const volume = (name: Volume): CatalogueEntry[] => {
    const entries = order[name].flatMap((group) =>
      inOrder(placed.get(group) ?? []).map((entry) => ({ ...entry, group: group.title })),
    );
    const late = inOrder(entries.filter((entry) => entry.late));
    return numbered([
      ...entries.filter((entry) => !entry.late),
      ...late.map((entry) => ({ ...entry, group: SUPPLEMENT })),
    ]);
  };
  return { main: volume('main'), secondary: volume('secondary') };
}

/** A paper of one act goes before the paper at large, and that before whatever is left. */
function groupOf(code: string, act: string, groups: readonly Group[]): Group {
  for (const wanted of [`${code}@${act}`, code, '*']) {
    const group = groups.find((one) => one.documents.includes(wanted));
    if (group) return group;
  }
  throw new Error(`the order of the file has no place for ${code}`);
}

function paper(file: CaseFile, document: FiledDocument): Unnumbered {
  const { title, number, date, pages } = document;
  return {
    item: { kind: 'document', document },
    title,
    number,
    date,
    voided: isVoided(file, document),
    late: isLate(file, document.seq),
    pages,
  };
}

function isLate(file: CaseFile, seq: number): boolean {
  const archived = archivingOf(file);
  return archived !== undefined && seq > archived.seq;
}

function archivingOf(file: CaseFile) {
  return file.acts.find((act) => act.type === 'file.archived');
}

function exhibitEntry(file: CaseFile, exhibit: FiledExhibit): Unnumbered {
  return {
    item: { kind: 'exhibit', exhibit },
    title: exhibit.name,
    number: null,
    date: exhibit.filedOn,
    voided: false,
    late: isLate(file, exhibit.seq),
    pages: exhibitPages(exhibit),
  };
}

/** A PDF has its own pages; a picture takes one, and so does the sheet that stands for what cannot be printed. */
export function exhibitPages({ blob, media }: Pick<FiledExhibit, 'blob' | 'media'>): number {
  return blob.type === 'application/pdf' ? (media?.pages ?? 1) : 1;
}

/** Earlier papers first; within a day as they were recorded. */
function inOrder<E extends Unnumbered>(entries: readonly E[]): E[] {
  return entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function numbered(entries: readonly (Unnumbered & { readonly group: string })[]): CatalogueEntry[] {
  let next = 1;
  return entries.map((entry) => {
    const from = next;
    next += entry.pages;
    return { ...entry, from, to: next - 1 };
  });
}
