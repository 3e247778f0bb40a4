import { expect, it } from 'vitest';
import { withFoundLater } from './found-later.ts';

const text = [
  [{ text: '证人' }, { text: '尚志远', sensitive: 'natural-name' as const }, { text: '称。' }],
  [{ text: '钱小明送达时在场。' }, { text: '钱小明签字。' }, { text: '属实。' }],
];
const secrets = [{ text: '钱小明', sensitive: 'natural-name' as const }];

it('hides every open segment that names somebody the file has come to know', () => {
  expect(withFoundLater(text, [], secrets)).toEqual([
    { paragraph: 1, segment: 0, ground: 'natural-name' },
    { paragraph: 1, segment: 1, ground: 'natural-name' },
  ]);
});

it('keeps what the check hides, on its ground', () => {
  const hidden = [{ paragraph: 1, segment: 0, ground: 'privacy' }];
  expect(withFoundLater(text, hidden, secrets)).toEqual([
    { paragraph: 1, segment: 0, ground: 'privacy' },
    { paragraph: 1, segment: 1, ground: 'natural-name' },
  ]);
  expect(withFoundLater(text, hidden, [])).toBe(hidden);
});
