import { expect, test } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { formOf } from './act-form.ts';
import { askedGist } from './asked-gist.ts';
import { settledBy } from './desk-gist.ts';

const WORDS = {
  formOf: (act: Parameters<typeof formOf>[2]) => formOf(pack.forms, 'penalty.ordinary', act),
  names: new Map([['o1', '吴彩云']]),
  templates: new Map(),
};

test('what was asked for is told by the answers of its form', () => {
  const data = {
    act: 'time.stopped',
    data: { fields: { ground: 'testing' }, documents: {}, by: ['o1'] },
  };
  expect(askedGist({ type: 'approval.requested', data }, WORDS)).toEqual([
    '不计期限的事由：检验检测鉴定',
  ]);
});

test('an act that is no request says nothing of one', () => {
  const data = { of: 4, reason: '证据不足' };
  expect(askedGist({ type: 'approval.refused', data }, WORDS)).toEqual([]);
});

test('a request is settled by the act that names it, even one that belongs to another act', () => {
  expect(settledBy({ type: 'approval.refused', data: { of: 4 } })).toBe(4);
  expect(settledBy({ type: 'seizure.extended', data: { of: 3, request: 4 } })).toBe(4);
  expect(settledBy({ type: 'seizure.extended', data: { of: 3 } })).toBeNull();
});
