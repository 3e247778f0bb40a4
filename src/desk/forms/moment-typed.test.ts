import { expect, test } from 'vitest';
import { momentShown, momentTyped } from './moment-typed.ts';

test('moments are read as people write them', () => {
  for (const text of [
    '2024-09-10 10:05',
    '2024-09-10T10:05',
    '2024/9/10 10:05',
    '2024年9月10日 10时05分',
    '202409101005',
    '20240910 1005',
    '9-10 10:05',
    '9月10日 10：05',
  ])
    expect(momentTyped(text, true, '2024'), text).toBe('2024-09-10T10:05:00+08:00');
  expect(momentTyped(' 2024.9.10 ', false, '2026')).toBe('2024-09-10');
  expect(momentTyped('20240910', false, '2026')).toBe('2024-09-10');
});

test('what names no day there is stays as it was typed, so that the fault can be told', () => {
  for (const text of [
    '2024-02-30 10:05',
    '2024-09-10',
    '2024-09-10 24:05',
    '2024-09-10 10:60',
    '明天',
    '2024-13',
  ])
    expect(momentTyped(text, true, '2024'), text).toBe(text);
  expect(momentTyped('2023-02-29', false, '2024')).toBe('2023-02-29');
  expect(momentTyped('2024-09-10 10:05', false, '2024')).toBe('2024-09-10 10:05');
  expect(momentTyped('  ', true, '2024')).toBeUndefined();
});

test('values are shown the same in every browser', () => {
  expect(momentShown('2024-09-10T10:05:00+08:00', true)).toBe('2024-09-10 10:05');
  expect(momentShown('2024-09-10T02:05:00Z', true)).toBe('2024-09-10 10:05');
  expect(momentShown('2024-09-10', false)).toBe('2024-09-10');
  expect(momentShown('9月', true)).toBe('9月');
  expect(momentShown(undefined, true)).toBe('');
});
