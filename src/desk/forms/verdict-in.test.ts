import { expect, test } from 'vitest';
import { NetworkLost, problemOf } from '../api/problem.ts';
import { verdictIn } from './verdict-in.ts';

const FAULT = {
  pointer: '/at',
  code: 'field/moment-impossible',
  message: '不是存在的日期和时间。',
};

test('a refusal that names a field is an answer about the form', () => {
  const malformed = problemOf(422, { code: 'http/malformed', problems: [FAULT] });
  expect(verdictIn(malformed)).toEqual({ problems: [FAULT], refusals: [] });
});

test('an answer that names none, a failure and a lost network are no verdict', () => {
  expect(verdictIn(problemOf(404, { code: 'matter/not-found' }))).toBeNull();
  expect(verdictIn(problemOf(500, { code: 'http/internal', problems: [FAULT] }))).toBeNull();
  expect(verdictIn(new NetworkLost())).toBeNull();
});
