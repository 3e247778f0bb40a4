import { expect, test } from 'vitest';
import { compoundSurname } from './surname.ts';

test.each([
  ['欧阳虚舟', '欧阳'],
  ['诸葛明', '诸葛'],
  ['欧阳', undefined],
  ['王小明', undefined],
  ['阿依古丽·买买提', undefined],
])('the family name of %s', (name, family) => {
  expect(compoundSurname(name)).toBe(family);
});
