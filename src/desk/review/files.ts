/** The file of a matter as the reviewer reads it: what was submitted, papers, media, earlier opinions. Pure. */
import type { DocumentView, ExhibitView, MatterView } from '../../matter/matter.api.ts';
import type { Material } from './review-draft.ts';
import { REVIEW_FORM } from './review-form.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';

/** Something to read. */
export type FileEntry =
  | { readonly kind: 'draft'; readonly key: 'draft'; readonly title: string; readonly mark: string }
  | {
      readonly kind: 'document';
      readonly key: string;
      readonly title: string;
      readonly mark: string;
      readonly document: DocumentView;
    }
  | {
      readonly kind: 'exhibit';
      readonly key: string;
      readonly title: string;
      readonly mark: string;
      readonly exhibit: ExhibitView;
    };

export interface FileGroup {
  readonly title: string;
  readonly files: readonly FileEntry[];
}

const REPORT = 'investigation-report';

/** The groups that hold something, oldest paper first. `day` writes a date short. */
export function fileGroups(matter: MatterView, day: (date: string) => string): FileGroup[] {
  const acts = [...matter.acts].reverse();
  const documents = acts.flatMap((act) => act.documents).filter(({ voided }) => !voided);
  const exhibits = [
    ...new Map(acts.flatMap((act) => act.exhibits).map((one) => [one.id, one])).values(),
  ];
  const paper = (document: DocumentView, mark = ''): FileEntry => ({
    kind: 'document',
    key: `document:${document.seq}:${document.ordinal}`,
    title: document.title,
    mark,
    document,
  });
  const report = documents.findLast(({ code }) => code === REPORT);
  const groups: FileGroup[] = [
    {
      title: T.groups.submitted,
      files: [
        { kind: 'draft', key: 'draft', title: T.draftFile, mark: T.round(roundOf(matter)) },
        ...(report ? [paper(report)] : []),
      ],
    },
    {
      title: T.groups.papers,
      files: documents
        .filter((one) => one !== report && one.code !== REVIEW_FORM)
        .map((one) => paper(one, day(one.date))),
    },
    {
      title: T.groups.media,
      files: exhibits.map((exhibit) => ({
        kind: 'exhibit',
        key: `exhibit:${exhibit.id}`,
        title: exhibit.name,
        mark: '',
        exhibit,
      })),
    },
    {
      title: T.groups.opinions,
      files: documents
        .filter(({ code }) => code === REVIEW_FORM)
        .map((one) => paper(one, day(one.date))),
    },
  ];
  return groups.filter(({ files }) => files.length > 0);
}

/** The round the matter is in: accepted rounds, and one more while the latest request waits. */
export function roundOf({ review }: Pick<MatterView, 'review'>): number {
  return review.status === 'requested' ? review.rounds + 1 : Math.max(review.rounds, 1);
}

/** What was handed in with its pages: the report, the evidence, the draft. */
export function submittedMaterials(matter: MatterView, draftPages: number | null): Material[] {
  const documents = matter.acts
    .flatMap((act) => act.documents)
    .filter(({ voided, code }) => !voided && code !== REVIEW_FORM);
  const report = documents.find(({ code }) => code === REPORT);
  const exhibits = new Set(matter.acts.flatMap((act) => act.exhibits.map(({ id }) => id))).size;
  const evidence = documents
    .filter(({ code }) => code !== REPORT)
    .reduce((sum, { pages }) => sum + pages, exhibits);
  return [
    ...(report ? [{ name: T.materials.report, pages: report.pages }] : []),
    ...(evidence > 0 ? [{ name: T.materials.evidence, pages: evidence }] : []),
    { name: T.materials.draft, pages: draftPages },
  ];
}
