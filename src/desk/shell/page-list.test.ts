import { describe, expect, test } from 'vitest';
import type { DeskPage } from '../pages.ts';
import { barWords, mayOpen, pageAt, wordPages } from './page-list.ts';

const page = (path: string, word: DeskPage['word'], who: DeskPage['who']): DeskPage => ({
  path,
  title: path,
  word,
  who,
  load: () => Promise.reject(new Error('not opened here')),
});
const PAGES = [
  page('/', 'queue', 'all'),
  page('/matters', 'matters', ['officer', 'head']),
  page('/matters/begin', 'matters', ['officer']),
  page('/matters/:matter', 'matters', ['officer', 'head']),
  page('/decisions', 'publicity', ['publisher']),
  page('/notices', 'publicity', 'all'),
  page('/people', 'people', ['sysadmin']),
];
const OFFICER = { roles: ['officer'], duties: [] };
const SYSADMIN = { roles: [], duties: ['sysadmin'] };

describe('the words of the bar', () => {
  test('are those with a page for this person, each leading to its first', () => {
    expect(barWords(OFFICER, PAGES)).toEqual([
      { word: 'queue', to: '/' },
      { word: 'matters', to: '/matters' },
      { word: 'publicity', to: '/notices' },
    ]);
    expect(barWords(SYSADMIN, PAGES).map(({ word }) => word)).toEqual([
      'queue',
      'publicity',
      'people',
    ]);
  });

  test('lead to pages that stand for themselves', () => {
    expect(wordPages('matters', OFFICER, PAGES).map(({ path }) => path)).toEqual(['/matters']);
  });
});

test('a page opens for a role or a duty', () => {
  expect(mayOpen(page('/people', 'people', ['sysadmin']), SYSADMIN)).toBe(true);
  expect(mayOpen(page('/people', 'people', ['sysadmin']), OFFICER)).toBe(false);
});

test('an address with a name of its own is not taken for a matter', () => {
  expect(pageAt('/matters/begin', PAGES)?.path).toBe('/matters/begin');
  expect(pageAt('/matters/019f', PAGES)?.path).toBe('/matters/:matter');
  expect(pageAt('/nowhere', PAGES)).toBeNull();
});
