import { describe, expect, test } from 'vitest';
import { isUncertain, NetworkLost, Problem, problemOf, wordsOf } from './problem.ts';

describe('problem documents', () => {
  test('keep code, advice, field faults with their pointers, and refusals of law', () => {
    const problem = problemOf(409, {
      type: 'urn:zhuding:problem:approval/missing',
      title: '没有机关负责人批准',
      status: 409,
      detail: '报机关负责人批准后再办。',
      code: 'approval/missing',
      problems: [{ pointer: '/fields/days', code: 'field/missing', message: '还缺“天数”。' }],
      refusals: [
        {
          code: 'approval/missing',
          title: '没有机关负责人批准',
          help: '报批。',
          basis: ['行政处罚法 第五十七条'],
        },
        { code: 'broken' },
      ],
    });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.code).toBe('approval/missing');
    expect(problem.detail).toBe('报机关负责人批准后再办。');
    expect(problem.problems).toEqual([
      { pointer: '/fields/days', code: 'field/missing', message: '还缺“天数”。' },
    ]);
    expect(problem.refusals.map((refusal) => refusal.code)).toEqual(['approval/missing']);
  });

  test('are made of the status alone when the body is something else', () => {
    const problem = problemOf(502, '<html>');
    expect([problem.status, problem.code]).toEqual([502, 'http/unknown']);
    expect(problem.problems).toEqual([]);
  });
});

describe('whether a command may have been carried out', () => {
  test('is open after a lost network and after a failure of the server', () => {
    expect(isUncertain(new NetworkLost())).toBe(true);
    expect(isUncertain(problemOf(503, {}))).toBe(true);
  });

  test('is not open after a refusal', () => {
    expect(isUncertain(problemOf(422, {}))).toBe(false);
    expect(isUncertain(new Error('other'))).toBe(false);
  });
});

test('a lost network says that what was written is still there', () => {
  expect(wordsOf(new NetworkLost()).detail).toBe('没有存上，您写的还在。再试一次。');
});
