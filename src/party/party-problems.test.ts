import { expect, test } from 'vitest';
import { plainDate } from '../calendar/plain-date.ts';
import { partyProblems } from './party-problems.ts';

const surnameProblems = (name: string, surname: string, kind = 'natural') =>
  partyProblems({ kind, name, surname, address: '示例路1号' }, plainDate('2026-10-09')).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
const WRONG = ['/party/surname field/type-wrong'];

test.each([
  ['王小明', '王'],
  ['欧阳建芳', '欧阳'],
  ['欧 阳 建 芳', '欧阳'],
  ['王伟', '王'],
])('the name %s begins with %s', (name, surname) => {
  expect(surnameProblems(name, surname)).toEqual([]);
});

test.each([
  ['王小明', '王小明'],
  ['王小明', '李'],
  ['王伟', '王伟'],
  ['欧阳建芳', '欧阳建'],
  ['王小明', ' '],
])('of %s the family name is not %s', (name, surname) => {
  expect(surnameProblems(name, surname)).toEqual(WRONG);
});

test('a firm has no family name that could be wrong', () => {
  expect(surnameProblems('晨禾有限公司', '李', 'legal')).toEqual([]);
});

test('a telephone has digits, in the way people write them', () => {
  const faults = (phone: string) =>
    partyProblems(
      { kind: 'legal', name: '晨禾有限公司', address: '示例路1号', phone },
      plainDate('2026-10-09'),
    ).map(({ pointer }) => pointer);
  expect([faults('13900000000'), faults('0595-22280000'), faults('（0595）22280000转8')]).toEqual([
    [],
    [],
    [],
  ]);
  expect([faults('abc'), faults('电话')]).toEqual([['/party/phone'], ['/party/phone']]);
});
