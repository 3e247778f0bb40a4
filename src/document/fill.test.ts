import { describe, expect, test } from 'vitest';
import { loadSampleContext } from './catalogue.ts';
import { checkValue } from './check.ts';
import type { CaseContext } from './context.ts';
import { type DocumentKind, fieldsOf } from './document.ts';
import { fillFromContext, lookUp } from './fill.ts';
import { root, templateOf, templates } from './samples.testing.ts';

const context = loadSampleContext(root);

test('a path may lead through keys that contain dots', () => {
  const source = { acts: { 'case.opened': { at: 'a' }, case: { opened: { at: 'b', by: 'c' } } } };
  expect(lookUp(source, 'acts.case.opened.at')).toBe('a');
  expect(lookUp(source, 'acts.case.opened.by')).toBe('c');
  expect(lookUp(source, 'acts.case.closed.at')).toBeUndefined();
  expect(lookUp(source, 'acts.constructor')).toBeUndefined();
  expect(lookUp({ list: [1] }, 'list.0')).toBeUndefined();
});

describe('prefilling', () => {
  test('a decision takes over what the case knows', () => {
    const values = fillFromContext(templateOf('penalty-decision'), context);
    expect(values).toEqual({
      party: context.party,
      'violation-type': '经营超过保质期的食品',
      facts: context.decision?.facts,
      violated: '《中华人民共和国食品安全法》第三十四条第十项',
      basis: '《中华人民共和国食品安全法》第一百二十四条第一款第五项',
      rectification: ['本局已责令当事人立即停止经营超过保质期的食品，当事人已经改正。'],
      penalties: [
        { kind: 'gains', amount: 38_000 },
        { kind: 'goods', amount: 84_000, detail: '超过保质期的风味酸乳28盒' },
        { kind: 'fine', amount: 5_200_000 },
      ],
      'payment-bank': '示例银行泉州鲤城支行',
      'payment-payee': '泉州市鲤城区财政局非税收入专户',
      'payment-account': '6200000000000000117',
      'reconsideration-body': '泉州市鲤城区人民政府',
      court: '泉州市鲤城区人民法院',
      reporter: '周惠兰',
    });
  });

  test('moments become days, texts paragraphs, people names', () => {
    const opening = fillFromContext(templateOf('case-opening'), context);
    expect(opening['registered-at']).toBe('2026-07-20T09:40:00+08:00');
    expect(opening['conditions']).toEqual(['evidence', 'punishable', 'jurisdiction', 'in-time']);
    expect(opening['unit']).toEqual({ name: '苏建章', post: '食品安全监督管理股股长' });
    expect(fillFromContext(templateOf('case-source'), context)['content']).toEqual([
      '群众举报晨禾生鲜超市冷藏柜内有超过保质期的酸奶出售。',
    ]);
    const asLine: DocumentKind = {
      ...templateOf('case-source'),
      sections: [
        {
          title: '一',
          fields: [
            { name: 'head', label: '负责人', type: 'line', from: 'bureau.head' },
            { name: 'on', label: '日', type: 'date', from: 'acts.case.opened.at' },
          ],
        },
      ],
    };
    expect(fillFromContext(asLine, context)).toEqual({ head: '王景峰', on: '2026-07-28' });
  });

  test('a moment late in the evening UTC belongs to the next day in China', () => {
    const late: CaseContext = {
      ...context,
      acts: { 'case.opened': { at: '2026-07-27T16:30:00Z', by: [], data: {} } },
    };
    const asDate: DocumentKind = {
      ...templateOf('case-source'),
      sections: [
        {
          title: '一',
          fields: [{ name: 'on', label: '日', type: 'date', from: 'acts.case.opened.at' }],
        },
      ],
    };
    expect(fillFromContext(asDate, late)).toEqual({ on: '2026-07-28' });
  });

  test('what does not fit its field is left open instead of carried along', () => {
    const strange: CaseContext = {
      ...context,
      party: { ...context.party, code: '91350502MAURQ2839K' },
      handlers: context.handlers.slice(0, 1),
      matter: { ...context.matter, source: { ...context.matter.source, kind: 'rumour' } },
    };
    const values = fillFromContext(templateOf('case-opening'), strange);
    expect(values).not.toHaveProperty('party');
    expect(values).not.toHaveProperty('handlers');
    expect(values).not.toHaveProperty('source-kind');
    expect(values).toHaveProperty('cause');
  });

  test('every form starts with values that its own fields accept', () => {
    for (const entry of templates.values()) {
      const values = fillFromContext(entry, context);
      for (const field of fieldsOf(entry)) {
        if (field.name in values) expect(checkValue(field, values[field.name])).toEqual([]);
      }
    }
  });

  test('no path of any form leads nowhere in a complete case', () => {
    const known = new Set([
      // Stages the sample case has not reached yet.
      'matter.deliveredOn',
      'matter.closedOn',
      'documents.21.number',
      'documents.21.date',
      'documents.24.number',
      'documents.48.number',
      'acts.review.requested.at',
      'acts.review.requested.data.kind',
      'acts.decision.delivered.data.method',
    ]);
    const paths = [...templates.values()].flatMap((entry) =>
      fieldsOf(entry).flatMap((field) => field.from ?? []),
    );
    for (const path of new Set(paths)) {
      if (!known.has(path)) expect(lookUp(context, path), path).toBeDefined();
    }
  });
});
