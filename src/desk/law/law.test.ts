import { describe, expect, test } from 'vitest';
import type { SettledRuleView } from '../../rule/law.api.ts';
import { RULE_KEYS } from '../../rule/keys.ts';
import { keyWords } from '../../rule/law.texts.ts';
import { isRuleShown } from './rules.ts';
import { valueLines, valueWords } from './value-words.ts';

test('every rule key has words', () => {
  for (const key of Object.keys(RULE_KEYS)) expect(keyWords(key), key).not.toBe(key);
  expect(keyWords('publish.limit.penalty.GSXT')).toBe('处罚公示期限 公示系统');
});

describe('a value', () => {
  test('is told with its unit, amounts in 元', () => {
    expect(valueWords('publish.limit.penalty', 7)).toBe('7 个工作日');
    expect(valueWords('decision.limit', 90)).toBe('90 日');
    expect(valueWords('court.limit', 6)).toBe('6 个月');
    expect(valueWords('hearing.threshold.natural', 1_000_000)).toBe('10\u202f000 元');
    expect(valueWords('review.ratio', 5)).toBe('5');
  });

  test('that is a list is cut in a line and whole in the panel', () => {
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(valueWords('review.items', items)).toBe('a、b、c、d 共 5 项');
    expect(valueLines('review.items', items)).toEqual(items);
    expect(valueWords('review.items', [])).toBe('没有这项要求');
    expect(valueLines('review.items', [])).toEqual(['没有这项要求']);
    expect(valueWords('retention.years', { a: 1, b: 2 })).toBe('共 2 项');
    expect(valueWords('training.required', false)).toBe('否');
  });
});

test('codes are told in words, days written out', () => {
  expect(valueWords('publish.form', 'SUMMARY')).toBe('摘要');
  expect(valueWords('review.materials', ['report', 'evidence', 'draft'])).toBe(
    '调查报告、证据、拟处理决定稿',
  );
  expect(valueWords('review.licence.since', '2021-07-15')).toBe('2021年7月15日');
});

test('the form of a number is told in words, with an example that has that form', () => {
  const pattern = '^[\\u4e00-\\u9fa5]{1,8}市监[\\u4e00-\\u9fa5]{1,6}〔(19|20)\\d{2}〕[1-9]\\d*号$';
  const words = valueWords('number.pattern', pattern);
  expect(words).toBe('机关代字、“市监”、文种字、〔年份〕、顺序号，如 泉鲤市监处罚〔2026〕12号');
  expect(words.split('如 ')[1]).toMatch(new RegExp(pattern, 'u'));
  expect(valueLines('number.pattern', pattern)).toEqual([words]);
  expect(valueWords('number.pattern', '^x$')).toBe('本局另定的格式');
});

describe('the list of rules', () => {
  const view = { id: '', value: 7, from: '2018-12-05', to: null, confidence: 'high', note: null };
  const own: SettledRuleView = {
    key: 'publish.limit.compulsion',
    on: '2026-11-22',
    chosen: { ...view, source: 'licheng', basis: ['鲤城方案'], reason: 'shorter' },
    beaten: [{ ...view, source: 'national', basis: ['118号文'], reason: 'longer' }],
  };
  const none: SettledRuleView = {
    key: 'publish.limit.licence.WEB',
    on: '',
    chosen: null,
    beaten: [],
  };

  test('finds rules by words, key and basis, those beaten included', () => {
    for (const text of ['强制', 'compulsion', '鲤城', '118'])
      expect(isRuleShown(own, { text, show: '' }), text).toBe(true);
    expect(isRuleShown(own, { text: '归档', show: '' })).toBe(false);
  });

  test('shows what is the bureau’s own, what was beaten, what counts time', () => {
    for (const show of ['local', 'beaten', 'clocks'])
      expect(isRuleShown(own, { text: '', show }), show).toBe(true);
    expect(isRuleShown({ ...own, beaten: [] }, { text: '', show: 'beaten' })).toBe(false);
    expect(isRuleShown({ ...own, key: 'review.items' }, { text: '', show: 'clocks' })).toBe(false);
    expect(isRuleShown(none, { text: '', show: '' })).toBe(false);
  });
});
