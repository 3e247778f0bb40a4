import { expect, test } from 'vitest';
import { isShown } from './decisions.ts';

const line = {
  party: '晨禾生鲜超市',
  subject: '经营超过保质期的食品',
  number: '泉鲤市监处罚〔2026〕1号',
  status: 'waiting',
} as const;

test('a decision is found by party, subject or number, and by where it stands', () => {
  for (const text of ['晨禾', '保质期', '〔2026〕1号', ' 晨禾 ', ''])
    expect(isShown(line, { text, status: '' }), text).toBe(true);
  expect(isShown(line, { text: '果蔬', status: '' })).toBe(false);
  expect(isShown(line, { text: '', status: 'waiting' })).toBe(true);
  expect(isShown(line, { text: '晨禾', status: 'published' })).toBe(false);
});
