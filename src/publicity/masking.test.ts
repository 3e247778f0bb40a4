import { expect, test } from 'vitest';
import { maskedName } from './masking.ts';

test.each([
  ['欧阳建芳', '欧阳', '欧阳某'],
  ['欧阳建芳', null, '欧某'],
  ['欧 阳 建 芳', '欧阳', '欧阳某'],
  ['王小明', '王小明', '王某'],
  ['王小明', '李', '王某'],
  ['王伟', '王伟', '王某'],
  ['王伟', '', '王某'],
  ['阿依古丽·买买提', '阿依古', '阿某'],
  ['JOHN SMITH', null, 'J某'],
  ['Aygul Mamat', 'Ay', 'A某'],
  ['aygul', null, 'A某'],
  ['王', null, '某'],
] as const)('of %s with the family name %s the public reads %s', (name, surname, shown) => {
  expect(maskedName({ kind: 'natural', name, surname })).toBe(shown);
});

test('a firm has its full name', () => {
  expect(maskedName({ kind: 'legal', name: '晨禾有限公司', surname: null })).toBe('晨禾有限公司');
});
