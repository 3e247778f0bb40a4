import { expect, test } from 'vitest';
import { type ActField, bodyOf, faultsOf } from './person-act.ts';

const fields: readonly ActField[] = [
  { name: 'lawLicence', label: '有资格', kind: 'yes-no' },
  { name: 'licenceNumber', label: '证号', kind: 'line', optional: true, neededWith: 'lawLicence' },
  { name: 'from', label: '自', kind: 'day' },
];

test('what is filled in becomes the act; what is left out is not in it', () => {
  expect(bodyOf(fields, { lawLicence: 'yes', from: ' 2026-01-01 ', licenceNumber: ' ' })).toEqual({
    lawLicence: true,
    from: '2026-01-01',
  });
  expect(bodyOf(fields, {})).toEqual({ lawLicence: false });
});

test('a field that must be filled in and is not says so', () => {
  expect(faultsOf(fields, { licenceNumber: '' })).toEqual({ from: '还缺“自”。' });
  expect(faultsOf(fields, { from: '2026-01-01' })).toEqual({});
});

test('the number of a licence is needed where there is one', () => {
  const listed = { lawLicence: 'yes', from: '2026-01-01' };
  expect(faultsOf(fields, listed)).toEqual({ licenceNumber: '还缺“证号”。' });
  expect(faultsOf(fields, { ...listed, licenceNumber: 'A1' })).toEqual({});
});

test('a text of another look is told what it should look like', () => {
  const login: readonly ActField[] = [
    { name: 'login', label: '用户名', kind: 'line', pattern: /^[a-z]+$/, hint: '小写字母' },
  ];
  expect(faultsOf(login, { login: '林' })).toEqual({ login: '小写字母' });
  expect(faultsOf(login, { login: 'lin' })).toEqual({});
});
