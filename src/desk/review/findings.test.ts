import { expect, test } from 'vitest';
import type { FindingView } from '../../review/findings.api.ts';
import { findingsByItem } from './findings.ts';

const item = (id: string, isAsked = true) => ({
  name: `item-${id}`,
  id,
  label: id,
  isAsked,
  answers: [],
});
const finding = (says: FindingView['says'], ...items: string[]): FindingView => ({
  items,
  says,
  text: `${says} ${items.join()}`,
  papers: [],
});

test('a finding stands beside the first of its items that the bureau asks for, or else beside one of the form', () => {
  const items = [item('procedure'), item('subject', false), item('crime', false)];
  const found = findingsByItem(items, [
    finding('met', 'subject', 'procedure'),
    finding('judge', 'crime'),
    finding('met', 'nowhere'),
  ]);
  expect(Object.keys(found)).toEqual(['item-procedure', 'item-crime']);
  const asked = findingsByItem(
    [item('procedure'), item('subject')],
    [finding('met', 'subject', 'procedure')],
  );
  expect(Object.keys(asked)).toEqual(['item-subject']);
});

test('what speaks against an item weighs most, then what a person must judge', () => {
  const says = (...all: FindingView['says'][]) =>
    findingsByItem(
      [item('procedure')],
      all.map((one) => finding(one, 'procedure')),
    )['item-procedure']?.says;
  expect(says('met', 'not-met', 'judge')).toBe('not-met');
  expect(says('met', 'judge')).toBe('judge');
  expect(says('met')).toBe('met');
});
