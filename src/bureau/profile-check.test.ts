import { expect, test } from 'vitest';
import { isAccountNumber, isAreaCode, isPhone } from './profile-check.ts';

test.each([
  ['350502', true],
  ['350500', true],
  ['350000', true],
  ['429004', true],
  ['350502-1', true],
  ['999999', false],
  ['000000', false],
  ['160101', false],
  ['350002', false],
  ['35050', false],
  ['3505021', false],
  ['三五〇五〇二', false],
])('%s as the code of an area: %s', (text, expected) => {
  expect(isAreaCode(text)).toBe(expected);
});

test.each([
  ['0595-22280000', true],
  ['12315', true],
  ['(0595) 22280000 转 8001、12315', true],
  ['+86 595 2228 0000', true],
  ['不是电话', false],
  ['电话 22280000', false],
  ['转', false],
  ['', false],
])('%s as a telephone: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected);
});

test.each([
  ['6200000000000000117', true],
  ['6200 0000 0000 117', true],
  ['35-0502-117', true],
  ['账号不是数字', false],
  ['117', false],
])('%s as the number of an account: %s', (text, expected) => {
  expect(isAccountNumber(text)).toBe(expected);
});
