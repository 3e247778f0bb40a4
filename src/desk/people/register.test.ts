import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../staff/staff.api.ts';
import { certificateState, isListed } from './register.ts';

const TODAY = '2026-11-22';
const officer: PersonView = {
  id: 'p',
  name: '陈志雄',
  unit: 'food',
  unitName: '食品股',
  post: '执法人员',
  roles: ['officer'],
  duties: [],
  certificate: { number: '350502-0311', issuer: '省政府', from: '2023-01-01', until: '2030-12-31' },
  listing: null,
  trained: '2023-12-01',
  login: null,
  active: true,
};
const ALL = { text: '', unit: '', role: '', state: '' };

describe('a certificate', () => {
  const state = (from: string, until: string) => certificateState({ from, until }, TODAY).kind;

  test('is valid on its last day and expired the day after', () => {
    expect(state('2023-01-01', '2026-11-22')).toBe('expiring');
    expect(state('2023-01-01', '2026-11-21')).toBe('expired');
    expect(state('2026-11-23', '2030-01-01')).toBe('future');
    expect(state('2026-11-22', '2030-01-01')).toBe('valid');
    expect(certificateState(null, TODAY)).toEqual({ kind: 'none' });
  });

  test('ends soon from thirty days before', () => {
    expect(certificateState({ from: '2023-01-01', until: '2026-12-22' }, TODAY)).toEqual({
      kind: 'expiring',
      days: 30,
    });
    expect(state('2023-01-01', '2026-12-23')).toBe('valid');
  });
});

describe('the list', () => {
  test('finds people by name, post, number, unit and role', () => {
    for (const text of ['志雄', '执法', '0311', ' 陈 '])
      expect(isListed(officer, { ...ALL, text }, TODAY), text).toBe(true);
    expect(isListed(officer, { ...ALL, text: '王' }, TODAY)).toBe(false);
    expect(isListed(officer, { ...ALL, unit: 'legal' }, TODAY)).toBe(false);
    expect(isListed(officer, { ...ALL, role: 'officer' }, TODAY)).toBe(true);
    expect(isListed(officer, { ...ALL, role: 'head' }, TODAY)).toBe(false);
  });

  test('finds who may not act: expired, without certificate, without training', () => {
    const expired = {
      ...officer,
      certificate: { number: '1', issuer: '', from: '2020-01-01', until: '2024-02-28' },
    };
    expect(isListed(expired, { ...ALL, state: 'expired' }, TODAY)).toBe(true);
    expect(isListed(officer, { ...ALL, state: 'expired' }, TODAY)).toBe(false);
    expect(
      isListed({ ...officer, certificate: null }, { ...ALL, state: 'uncertified' }, TODAY),
    ).toBe(true);
    expect(isListed({ ...officer, trained: null }, { ...ALL, state: 'untrained' }, TODAY)).toBe(
      true,
    );
  });

  test('leaves out who left, unless asked for them', () => {
    const left = { ...officer, active: false };
    expect(isListed(left, ALL, TODAY)).toBe(false);
    expect(isListed(left, { ...ALL, state: 'left' }, TODAY)).toBe(true);
    expect(isListed(officer, { ...ALL, state: 'left' }, TODAY)).toBe(false);
  });
});
