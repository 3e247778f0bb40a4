import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadTemplates } from '../document/catalogue.ts';
import type { Role } from '../staff/person.ts';
import { isShownTo, ownStart, postProblems } from './post-fields.ts';

const templates = loadTemplates(join(import.meta.dirname, '../..'));
const paper = (code: string) => {
  const found = templates.get(code);
  if (!found) throw new Error(code);
  return found;
};
const somebody = (...roles: Role[]) => ({ name: '陈志雄', post: '执法人员', roles });
const PREFILLED = {
  subject: '某店',
  unit: { name: '苏建章', post: '股长' },
  'unit-date': '2026-07-20',
  head: { name: '王景峰', post: '局长' },
  'head-date': '2026-07-20',
};

describe('an opinion of a post', () => {
  test('starts without a name for whoever does not hold it', () => {
    expect(ownStart(paper('case-opening'), PREFILLED, {}, somebody('officer'))).toEqual({
      subject: '某店',
    });
  });

  test('starts with the own name of whoever does', () => {
    const start = ownStart(paper('case-opening'), PREFILLED, {}, somebody('unit-head'));
    expect(start).toEqual({
      subject: '某店',
      unit: { name: '陈志雄', post: '执法人员' },
      'unit-date': '2026-07-20',
    });
  });

  test('has the name and date of the post once it is given', () => {
    const given = { 'head-opinion': '同意。' };
    expect(ownStart(paper('case-source'), PREFILLED, given, somebody('officer'))).toMatchObject({
      head: PREFILLED.head,
      'head-date': '2026-07-20',
    });
  });

  test('is required of that post, and whole where it is given', () => {
    const missing = (values: Record<string, unknown>, role: Role) =>
      postProblems(paper('case-opening'), values, somebody(role)).map(({ pointer }) => pointer);
    expect(missing({}, 'officer')).toEqual([]);
    expect(missing({}, 'unit-head')).toEqual(['/unit-opinion', '/unit', '/unit-date']);
    expect(missing({}, 'head')).toEqual(['/head-opinion', '/head', '/head-date']);
    expect(missing({ 'head-opinion': '同意。' }, 'officer')).toEqual(['/head', '/head-date']);
  });

  test('is shown to that post and to the head', () => {
    const shown = (role: Role) =>
      paper('case-opening')
        .sections.flatMap(({ fields }) => fields)
        .filter((field) => field.post !== undefined && isShownTo(field, somebody(role)))
        .map(({ name }) => name);
    expect(shown('officer')).toEqual([]);
    expect(shown('unit-head')).toEqual(['unit-opinion', 'unit', 'unit-date']);
    expect(shown('head')).toHaveLength(6);
  });
});
