import { expect, test } from 'vitest';
import { fromYuanField, lengthWords, sizeWords, toYuanField, yuanWords } from './amounts.ts';

test('分 become 元 in a field and go back unchanged', () => {
  for (const [fen, text] of [
    [0, '0'],
    [5, '0.05'],
    [1050, '10.50'],
    [5_200_000, '52000'],
  ] as const) {
    expect(toYuanField(fen)).toBe(text);
    expect(fromYuanField(text)).toBe(fen);
  }
});

test('what people write around an amount is let pass, what is none is not', () => {
  expect(fromYuanField('52,000元')).toBe(5_200_000);
  expect(fromYuanField(' 52 000.5 ')).toBe(5_200_050);
  for (const text of ['', '1.234', '-1', '五万', '1.2.3', '1e3'])
    expect(fromYuanField(text), text).toBeNull();
});

test('amounts on screen are grouped by thin spaces', () => {
  expect(yuanWords(5_200_000)).toBe('52\u202f000 元');
  expect(yuanWords(126_000)).toBe('1\u202f260 元');
  expect(yuanWords(99_950)).toBe('999.50 元');
});

test('sizes and lengths', () => {
  expect(sizeWords(900)).toBe('900 字节');
  expect(sizeWords(3_565_158)).toBe('3.4 MB');
  expect(sizeWords(1024)).toBe('1 KB');
  expect(lengthWords(192_000)).toBe('03:12');
  expect(lengthWords(3_725_000)).toBe('1:02:05');
});
