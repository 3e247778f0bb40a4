/** Text as it may be recorded. */
import { expect, it } from 'vitest';
import { makeReadable } from './readable.ts';

it.each([
  ['spaces', '   '],
  ['ideographic spaces', '\u3000\u3000'],
  ['line breaks and tabs', '\r\n\t'],
  ['spaces of no width', '\u200b\u2060\ufeff'],
  ['marks of direction', '\u200e\u202e'],
  ['fillers and the blank braille cell', '\u3164\u2800'],
])('a text of nothing but %s is as good as none', (_what, text) => {
  const sent = { reason: text, rows: [{ note: text }], lines: [text, '有字'] };
  expect(makeReadable(sent)).toEqual([]);
  expect(sent).toEqual({ reason: '', rows: [{ note: '' }], lines: ['', '有字'] });
});

it('a text keeps the spaces around what it says', () => {
  const sent = { reason: ' 有字\u3000', composed: 'e\u0301' };
  expect(makeReadable(sent)).toEqual([]);
  expect(sent).toEqual({ reason: ' 有字\u3000', composed: '\u00e9' });
});

it('controls are named at their place, with or without spaces around them', () => {
  expect(
    makeReadable({ a: ' \u0000 ', b: ['\u0007'] }).map(({ pointer, code }) => [pointer, code]),
  ).toEqual([
    ['/a', 'field/unreadable'],
    ['/b/0', 'field/unreadable'],
  ]);
});
