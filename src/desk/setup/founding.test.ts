import { describe, expect, test } from 'vitest';
import { isStrongPassword } from '../../staff/password.ts';
import { firstPassword, foundingFaults, startFounding, withPreset } from './founding.ts';

const PRESET = {
  pack: 'licheng',
  area: '350502',
  profile: {
    name: '泉州市鲤城区市场监督管理局',
    shortName: '泉鲤',
    superior: '泉州市市场监督管理局',
    government: '泉州市鲤城区人民政府',
    justice: '泉州市鲤城区司法局',
    court: '泉州市鲤城区人民法院',
  },
};

const PASSWORDS = ['abcd-6789-jkmn', 'efgh-2345-pqrs', 'tuvw-7654-xyza'];

describe('a founding', () => {
  const empty = startFounding(PASSWORDS);

  test('gives each administrator a password of their own', () => {
    const { sysadmin, secadmin, auditadmin } = empty.administrators;
    expect([sysadmin.password, secadmin.password, auditadmin.password]).toEqual(PASSWORDS);
  });

  test('takes over a bureau of the rule pack and keeps what was typed beside it', () => {
    const typed = { ...empty, profile: { ...empty.profile, phone: '0595-00000311' } };
    const chosen = withPreset(typed, PRESET);
    expect([chosen.pack, chosen.area, chosen.profile.court, chosen.profile.phone]).toEqual([
      'licheng',
      '350502',
      '泉州市鲤城区人民法院',
      '0595-00000311',
    ]);
    expect(withPreset(chosen, null)).toMatchObject({
      pack: 'national',
      area: '',
      profile: { name: '', phone: '0595-00000311' },
    });
  });

  test('names everything that is still missing, and logins that are the same', () => {
    expect([...foundingFaults(withPreset(empty, PRESET)).keys()]).toEqual([
      '/profile/address',
      '/profile/phone',
      '/profile/bank',
      '/profile/payee',
      '/profile/account',
      '/administrators/sysadmin/name',
      '/administrators/secadmin/name',
      '/administrators/auditadmin/name',
    ]);
    const twice = withPreset(empty, PRESET);
    const { administrators } = twice;
    const faults = foundingFaults({
      ...twice,
      administrators: {
        ...administrators,
        secadmin: { ...administrators.secadmin, login: 'sysadmin' },
        auditadmin: { ...administrators.auditadmin, login: 'A' },
      },
    });
    expect(faults.get('/administrators/sysadmin/login')).toBe('三个用户名各不相同。');
    expect(faults.get('/administrators/auditadmin/login')).toMatch(/^两位以上/);
  });

  test('is that of three people, in an area there is, with a telephone and an account', () => {
    const { administrators, profile } = withPreset(empty, PRESET);
    const named = (duty: 'sysadmin' | 'secadmin' | 'auditadmin') => ({
      ...administrators[duty],
      name: '王一',
    });
    const faults = foundingFaults({
      pack: 'national',
      area: '999999',
      profile: { ...profile, phone: '不是电话', account: '账号不是数字' },
      administrators: {
        sysadmin: named('sysadmin'),
        secadmin: named('secadmin'),
        auditadmin: named('auditadmin'),
      },
    });
    expect(faults.get('/area')).toMatch(/^六位数字/);
    expect(faults.get('/profile/phone')).toMatch(/^填电话号码/);
    expect(faults.get('/profile/account')).toMatch(/^填账号/);
    expect(faults.get('/administrators/secadmin/name')).toMatch(/^三名管理员是三个不同的人/);
  });
});

test('a first password is strong and follows from its bytes alone', () => {
  const bytes = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(firstPassword(bytes)).toBe('abcd-6789-jkmn');
  expect(isStrongPassword(firstPassword(bytes), 'sysadmin')).toBe(true);
  expect(() => firstPassword(bytes.subarray(0, 11))).toThrow(RangeError);
});
