import { expect, test } from 'vitest';
import type { DocumentView, ExhibitView, MatterView } from '../../matter/matter.api.ts';
import { fileGroups, roundOf, submittedMaterials } from './files.ts';

const paper = (seq: number, code: string, title: string, pages: number): DocumentView => ({
  seq,
  ordinal: 1,
  code,
  form: null,
  title,
  number: null,
  date: '2026-11-12',
  pages,
  sha256: '',
  voided: false,
});
const photo: ExhibitView = {
  id: 'e1',
  seq: 4,
  name: '货架照片.jpg',
  type: 'image/jpeg',
  size: 10,
  sha256: '',
  sm3: '',
  of: 3,
  note: null,
  derivedFrom: null,
  durationMs: null,
  takenAt: null,
  thumbnail: true,
};
const act = (documents: DocumentView[], exhibits: ExhibitView[] = []) => ({ documents, exhibits });
const voided = { ...paper(2, 'case-opening', '立案审批表', 1), voided: true };
const matter = {
  review: { kind: 'legal', grounds: [], status: 'accepted', rounds: 2 },
  // Newest first, as the API has them; the exhibit stands with the act it belongs to and with its own.
  acts: [
    act([paper(8, 'review-form', '法制审核表', 2)]),
    act([paper(5, 'investigation-report', '案件调查终结报告', 4)]),
    act([], [photo]),
    act([paper(3, 'scene-record', '现场笔录', 3)], [photo]),
    act([voided]),
  ],
} as unknown as MatterView;

test('the file is read group by group, voided papers left out, an exhibit once', () => {
  expect(
    fileGroups(matter, () => '').map(({ title, files }) => [title, files.map((one) => one.title)]),
  ).toEqual([
    ['送审材料', ['拟处理决定稿', '案件调查终结报告']],
    ['文书', ['现场笔录']],
    ['音像和实物', ['货架照片.jpg']],
    ['审核意见', ['法制审核表']],
  ]);
});

test('the pages handed in: report, evidence with its exhibits, and the draft', () => {
  expect(submittedMaterials(matter, 3)).toEqual([
    { name: '调查终结报告', pages: 4 },
    { name: '证据材料', pages: 4 },
    { name: '拟处理决定稿', pages: 3 },
  ]);
  expect(submittedMaterials(matter, null).at(-1)).toEqual({ name: '拟处理决定稿', pages: null });
});

test('a request that waits opens the next round', () => {
  expect(roundOf(matter)).toBe(2);
  expect(roundOf({ review: { ...matter.review, status: 'requested' } })).toBe(3);
  expect(roundOf({ review: { ...matter.review, rounds: 0, status: 'none' } })).toBe(1);
});
