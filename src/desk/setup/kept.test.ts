import { expect, test } from 'vitest';
import { isUnsettled, type Kept, readKept, startKept } from './kept.ts';

const PASSWORDS = ['abcd-6789-jkmn', 'efgh-2345-pqrs', 'tuvw-7654-xyza'];
const kept = startKept('01a1ff9a-c90c-7799-b80f-ade8890f0d50', PASSWORDS);

test('what was kept is found again, passwords and id with it', () => {
  const sent: Kept = { ...kept, phase: 'sent', chosen: 'licheng' };
  const found = readKept(JSON.stringify(sent));
  expect(found).toEqual(sent);
  expect(found?.founding.administrators.auditadmin.password).toBe('tuvw-7654-xyza');
});

test.each([
  ['nothing', null],
  ['another thing', '{"id":"1"}'],
  ['a phase there is not', JSON.stringify({ ...kept, phase: 'lost' })],
  ['one without a password', JSON.stringify(kept).replace('"password":"efgh-2345-pqrs"', '"x":1')],
])('%s is no founding', (_what, text) => {
  expect(readKept(text)).toBeNull();
});

test('a founding is unsettled from its sending until somebody confirms it', () => {
  const phases = ['writing', 'noting', 'sent', 'done'] as const;
  expect(phases.map((phase) => isUnsettled({ ...kept, phase }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isUnsettled(null)).toBe(false);
});
