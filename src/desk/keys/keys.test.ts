import { describe, expect, test } from 'vitest';
import { findings } from './findings.ts';
import { isUnder, keyName } from './use-keys.ts';

const press = (key: string, more: { ctrlKey?: boolean; altKey?: boolean } = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('keys are named as the help names them', () => {
  expect([press('j'), press('J'), press(' '), press('?'), press('Enter')]).toEqual([
    'J',
    'J',
    'Space',
    '?',
    'Enter',
  ]);
  expect(press('k', { ctrlKey: true })).toBe('Ctrl+K');
  expect(press('e', { altKey: true })).toBeNull();
});

test('keys keep out of the way of a dialog in sight, and of no closed one that stays in the page', () => {
  // The page is not there in a unit test; a dialog is what it shows and what it holds.
  const button = { name: 'button' } as unknown as Node;
  const dialog = (isShown: boolean, holds: readonly Node[]) => ({
    getClientRects: () => (isShown ? [{}] : []) as unknown as DOMRectList,
    contains: (other: Node) => holds.includes(other),
  });
  expect(isUnder([], button)).toBe(false);
  expect(isUnder([dialog(false, [])], button)).toBe(false);
  expect(isUnder([dialog(true, [])], button)).toBe(true);
  expect(isUnder([dialog(true, [button]), dialog(false, [])], button)).toBe(false);
});

describe('the palette', () => {
  const officer = { roles: ['officer'], duties: [] };
  const nothing = { matters: [], parties: [] };

  test('offers the pages whose title has what was typed, in its order', () => {
    expect(findings(officer, '登案', nothing).map(({ to }) => to)).toEqual(['/matters/begin']);
    expect(findings(officer, '案登', nothing)).toEqual([]);
  });

  test('offers nobody a page that is not theirs', () => {
    const reviewer = { roles: ['reviewer'], duties: [] };
    expect(findings(reviewer, '登记案源', nothing)).toEqual([]);
  });

  test('puts matters before parties, and names a party by its code', () => {
    const line = {
      id: '019f',
      procedure: 'penalty.ordinary',
      subject: '经营超过保质期的食品',
      party: '晨禾',
      caseNumber: '忻市监立〔2024〕31号',
      decisionNumber: null,
      unit: '',
      handlers: [],
      stage: '',
      state: '',
      begunOn: '',
      lastAt: '',
      nextDue: null,
      provisional: false,
      workingDaysLeft: null,
      dueUnit: null,
    };
    const party = { name: '晨禾', code: '91350502MAURQ2839J', matters: 1, open: 1, lastAt: '' };
    const found = findings(officer, '晨', { matters: [line], parties: [party] });
    expect(found.map(({ to }) => to)).toEqual(['/matters/019f', '/parties/91350502MAURQ2839J']);
    expect(found[0]?.note).toBe('经营超过保质期的食品　忻市监立〔2024〕31号');
  });
});
