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

describe('a founding', () => {
  const empty = startFounding(['a', 'b', 'c']);

  test('gives each administrator a password of their own', () => {
    const { sysadmin, secadmin, auditadmin } = empty.administrators;
    expect([sysadmin.password, secadmin.password, auditadmin.password]).toEqual(['a', 'b', 'c']);
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
});

test('a first password is strong and follows from its bytes alone', () => {
  const bytes = Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(firstPassword(bytes)).toBe('abcd-6789-jkmn');
  expect(isStrongPassword(firstPassword(bytes), 'sysadmin')).toBe(true);
  expect(() => firstPassword(bytes.subarray(0, 11))).toThrow(RangeError);
});
