import { foreign } from '../api/use-draft.ts';
import { describe, expect, test } from 'vitest';
import type { FormState } from '../forms/form-values.ts';
import {
  changedPlaces,
  type Draft,
  draftKey,
  mergeStates,
  parseDraft,
  parseWritten,
} from './draft.ts';

const BASE: FormState = {
  at: '2024-09-10T10:00:00+08:00',
  by: ['a', 'b'],
  fields: { days: 5 },
  documents: { notice: { facts: ['甲'], basis: '第一条', party: { name: '晨禾', phone: '' } } },
  included: [],
};
const DRAFT: Draft = {
  base: BASE,
  state: BASE,
  command: '019f-1',
  version: 3,
  note: '',
  files: [{ upload: 'u1', name: '照片.jpg' }],
};

describe('draft', () => {
  test('is read back as it was kept', () => {
    expect(parseDraft(JSON.parse(JSON.stringify(DRAFT)))).toEqual(DRAFT);
  });

  test('into which nothing was written is none', () => {
    const opened = { ...DRAFT, files: [] };
    expect(parseWritten(opened)).toBeNull();
    for (const written of [
      DRAFT,
      { ...opened, note: '请批准' },
      { ...opened, state: { ...BASE, at: '2024-09-10T11:00:00+08:00' } },
      { ...opened, state: { ...BASE, fields: { days: 7 } } },
    ])
      expect(parseWritten(written)).toEqual(written);
  });

  test('of another shape is none', () => {
    for (const broken of [
      null,
      [],
      'text',
      { ...DRAFT, files: ['u1'] },
      { ...DRAFT, state: { ...BASE, by: [1] } },
      { ...DRAFT, base: { ...BASE, documents: { notice: 'x' } } },
    ])
      expect(parseDraft(broken)).toBeNull();
  });

  test('keys fit what the server takes', () => {
    const matter = '01a1feda-dd65-724e-8758-045dddab7d81';
    for (const key of [
      draftKey(matter, 'record.av.made', null),
      draftKey(matter, 'case.opened', 12),
    ])
      expect(key).toMatch(/^[A-Za-z0-9:._-]{1,120}$/);
    expect(draftKey(matter, 'case.opened', 12)).not.toBe(draftKey(matter, 'case.opened', null));
  });
});

describe('two people', () => {
  test('who changed different places lose nothing', () => {
    const mine = { ...BASE, fields: { days: 7 } };
    const theirs = {
      ...BASE,
      documents: { notice: { ...BASE.documents['notice'], basis: '第二条' } },
    };
    const { state, conflicts } = mergeStates(BASE, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(state.fields).toEqual({ days: 7 });
    expect(state.documents['notice']?.['basis']).toBe('第二条');
  });

  test('who changed one place each keep theirs beside the other', () => {
    const mine = { ...BASE, documents: { notice: { ...BASE.documents['notice'], facts: ['乙'] } } };
    const theirs = {
      ...BASE,
      documents: { notice: { ...BASE.documents['notice'], facts: ['丙'] } },
    };
    const { state, conflicts } = mergeStates(BASE, mine, theirs);
    expect(state.documents['notice']?.['facts']).toEqual(['乙']);
    expect(conflicts).toEqual([
      { path: ['documents', 'notice', 'facts'], mine: ['乙'], theirs: ['丙'] },
    ]);
  });

  test('who wrote the same do not differ, nor do an empty and a missing item', () => {
    const mine = { ...BASE, fields: { days: 9 } };
    expect(mergeStates(BASE, mine, { ...BASE, fields: { days: 9 } }).conflicts).toEqual([]);
    expect(
      changedPlaces(BASE, {
        ...BASE,
        documents: {
          notice: { basis: '第一条', facts: ['甲'], party: { name: '晨禾' }, note: '' },
        },
      }),
    ).toEqual([]);
    expect(changedPlaces(BASE, mine)).toEqual(['/fields/days']);
  });
});

test('a draft is another window’s when it is not the one this window read or wrote', () => {
  const kept = { at: 5, content: {} };
  expect(foreign(kept, 3)).toBe(kept);
  // Clocks of two windows need not agree.
  expect(foreign(kept, 7)).toBe(kept);
  expect(foreign(kept, 5)).toBeNull();
  expect(foreign(null, 5)).toBeNull();
});
