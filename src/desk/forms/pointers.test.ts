import { expect, test } from 'vitest';
import { controlId, placeFaults, pointerOf, withAround } from './pointers.ts';

const FIELDS = new Set([
  '/at',
  '/fields/days',
  '/documents/inquiry-record/interrogators',
  '/documents/inquiry-record/dialogue',
  '/documents/inquiry-record/dialogue/0/answer',
]);
const fault = (pointer: string, message = pointer) => ({ pointer, code: 'c', message });

test('a fault belongs to its field, or to the field around it', () => {
  const { byField, elsewhere } = placeFaults(
    [
      fault('/fields/days'),
      fault('/documents/inquiry-record/interrogators/1/certificate'),
      fault('/documents/inquiry-record/dialogue/0/answer'),
      fault('/documents/inquiry-record/dialogue/3/question'),
      fault('/request'),
      fault('/documents'),
    ],
    FIELDS,
  );
  expect([...byField]).toEqual([
    ['/fields/days', ['/fields/days']],
    [
      '/documents/inquiry-record/interrogators',
      ['/documents/inquiry-record/interrogators/1/certificate'],
    ],
    [
      '/documents/inquiry-record/dialogue/0/answer',
      ['/documents/inquiry-record/dialogue/0/answer'],
    ],
    ['/documents/inquiry-record/dialogue', ['/documents/inquiry-record/dialogue/3/question']],
  ]);
  expect(elsewhere.map(({ pointer }) => pointer)).toEqual(['/request', '/documents']);
});

test('the same words are said once', () => {
  const { byField } = placeFaults([fault('/at', '晚'), fault('/at/x', '晚')], FIELDS);
  expect(byField.get('/at')).toEqual(['晚']);
});

test('pointers escape what they must, and ids are different where pointers are', () => {
  expect(pointerOf(['documents', 'a/b~c', 0])).toBe('/documents/a~1b~0c/0');
  const ids = ['/a/b', '/a-b', '/a_b', '/a~1b'].map(controlId);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
});

test('whoever left an end of a span has come to the span', () => {
  expect(withAround('/documents/x/period/to')).toEqual([
    '/documents/x/period/to',
    '/documents/x/period',
    '/documents/x',
    '/documents',
  ]);
});

test('what contradicts the file is told from what is empty, and from what is badly written', () => {
  const coded = (pointer: string, code: string) => ({ pointer, code, message: code });
  const { byField, standing, contradicting } = placeFaults(
    [
      coded('/at', 'document/contradicts-file'),
      coded('/at', 'field/missing'),
      coded('/fields/days', 'field/out-of-range'),
      coded('/documents/inquiry-record/interrogators', 'document/field-missing'),
    ],
    FIELDS,
  );
  expect([...byField.keys()]).toEqual([
    '/at',
    '/fields/days',
    '/documents/inquiry-record/interrogators',
  ]);
  expect([...standing]).toEqual([
    ['/at', ['document/contradicts-file']],
    ['/fields/days', ['field/out-of-range']],
  ]);
  expect([...contradicting]).toEqual([['/at', ['document/contradicts-file']]]);
});
