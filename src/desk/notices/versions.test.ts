import { expect, test } from 'vitest';
import type { NoticeView } from '../../bureau/notice.api.ts';
import { versionsByItem } from './versions.ts';

const notice = (item: string, version: number): NoticeView => ({
  item,
  version,
  title: `${item}${version}`,
  content: [],
  unit: '',
  effectiveOn: '2026-01-01',
  reason: '',
});

test('the newest version of each item stands first, the others behind it', () => {
  const all = [notice('basis', 1), notice('people', 1), notice('basis', 3), notice('basis', 2)];
  const found = versionsByItem(all, ['people', 'basis', 'remedies']);
  expect(found.map(({ item, current }) => [item, current.version])).toEqual([
    ['people', 1],
    ['basis', 3],
  ]);
  expect(found[1]?.older.map(({ version }) => version)).toEqual([2, 1]);
});
