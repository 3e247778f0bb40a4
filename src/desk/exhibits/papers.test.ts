import { expect, test } from 'vitest';
import { papersInOrder } from './papers.ts';

const paper = (seq: number, ordinal: number, title: string) => ({
  seq,
  ordinal,
  code: '',
  form: null,
  title,
  number: null,
  date: '2026-11-20',
  pages: 1,
  sha256: '',
  voided: false,
});

test('papers stand in the order of their acts, a receipt behind what it delivers', () => {
  const acts = [
    { documents: [paper(9, 1, '行政处罚告知书'), paper(9, 2, '送达回证')] },
    { documents: [] },
    { documents: [paper(4, 1, '立案审批表')] },
  ];
  expect(papersInOrder(acts).map(({ title }) => title)).toEqual([
    '立案审批表',
    '行政处罚告知书',
    '送达回证',
  ]);
});
