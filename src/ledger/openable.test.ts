import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../act/fields.ts';
import type { Json } from './canonical-json.ts';
import { openable, type ShownEntry, shownBy } from './openable.ts';

const DECISION = {
  id: '0195f000-0000-7000-8000-000000000001',
  type: 'decision.made',
  happened: '2025-03-21T09:00:00+08:00',
  by: ['0195f000-0000-7000-8000-000000000002'],
  recordedBy: '0195f000-0000-7000-8000-000000000003',
  pack: '9f86',
  data: {
    outcome: 'penalty',
    number: '泉鲤市监处罚〔2025〕12号',
    authority: '泉州市鲤城区市场监督管理局',
    approvedBy: '0195f000-0000-7000-8000-000000000004',
    penalty: { fine: 5_000_000, warning: true },
    reasons: ['evidence'],
    documents: [{ code: 'penalty-decision' }],
    textStyles: ['body', 'body'],
    text: [
      [{ text: '当事人：' }, { text: '欧阳文远', sensitive: 'name' }],
      [{ text: '电话' }, { text: '13800000000', sensitive: 'phone' }, { text: '，地址略' }],
    ],
  },
};
const fields = fieldsOf(DECISION);
const ALWAYS = ['happened', 'data.number', 'data.authority', 'data.penalty'];

describe('what a public proof opens', () => {
  test('of a summary: number, day, authority and penalty', () => {
    const names = openable({ form: 'summary', hidden: [] }, fields);
    expect(names.sort()).toEqual([...ALWAYS].sort());
  });

  test.each(['document', 'both'] as const)('of the form %s: the plain words as well', (form) => {
    const names = openable({ form, hidden: [] }, fields);
    expect(names.sort()).toEqual([...ALWAYS, 'text.0.0', 'text.1.0', 'text.1.2'].sort());
  });

  test('a withheld segment stays closed, its neighbours do not', () => {
    const hidden = [
      { paragraph: 1, segment: 2 },
      { paragraph: 0, segment: 1 },
    ];
    const names = openable({ form: 'both', hidden }, fields);
    expect(names.sort()).toEqual([...ALWAYS, 'text.0.0', 'text.1.0'].sort());
  });

  test('what is absent is not opened', () => {
    const { number: _, ...data } = DECISION.data;
    const names = openable({ form: 'summary', hidden: [] }, fieldsOf({ ...DECISION, data }));
    expect(names.sort()).toEqual(['data.authority', 'data.penalty', 'happened']);
  });

  test.each<[string, Json]>([
    ['text.0.0', { text: '欧阳文远', sensitive: null }],
    ['text.0.0', { text: '欧阳文远', note: '' }],
    ['text.0.0', { text: 1 }],
    ['text.0.0', '欧阳文远'],
    ['text.0.0', {}],
    ['text.00.0', { text: '欧阳文远' }],
    ['text.0.0.0', { text: '欧阳文远' }],
    ['data.penalty', { fine: 1, goods: '欧阳文远的货物' }],
    ['data.penalty', { of: { name: '欧阳文远' } }],
    ['data.penalty', '欧阳文远'],
    ['data.number', { text: '欧阳文远' }],
    ['data.text', { text: '欧阳文远' }],
    ['constructor', '欧阳文远'],
    ['__proto__', { text: '欧阳文远' }],
    ['by', ['欧阳文远']],
    ['recorded-by', '欧阳文远'],
    ['pack', '9f86'],
  ])('a field of any other form stays closed: %s %j', (name, value) => {
    const odd: Record<string, Json> = Object.fromEntries([[name, value]]);
    expect(openable({ form: 'both', hidden: [] }, odd)).toEqual([]);
  });

  test('nothing outside the list is opened, whatever an act says', () => {
    const json = fc.jsonValue() as fc.Arbitrary<Json>;
    const name = fc.oneof(
      fc.stringMatching(/^[a-z0-9_./-]{1,20}$/),
      fc.constantFrom(...Object.keys(fields)),
      fc.tuple(fc.nat(3), fc.nat(3)).map(([p, s]) => `text.${p}.${s}`),
    );
    const value = fc.oneof(
      json,
      fc.record({ text: fc.string(), sensitive: fc.string() }),
      fc.record({ text: fc.string() }),
    );
    const entry: fc.Arbitrary<ShownEntry> = fc.record({
      form: fc.constantFrom('summary', 'document', 'both'),
      hidden: fc.array(fc.record({ paragraph: fc.nat(3), segment: fc.nat(3) }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(entry, fc.dictionary(name, value), (shown, many) => {
        for (const opened of openable(shown, many)) {
          const [, p, s] = /^text\.(\d)\.(\d)$/.exec(opened) ?? [];
          if (p === undefined) {
            expect(ALWAYS).toContain(opened);
            continue;
          }
          expect(shown.form).not.toBe('summary');
          expect(shown.hidden).not.toContainEqual({ paragraph: Number(p), segment: Number(s) });
          expect(Object.keys(many[opened] as object)).toEqual(['text']);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a publication shows', () => {
  test('is read from its act', () => {
    const hidden = [{ paragraph: 1, segment: 2, ground: 'address' }];
    expect(shownBy({ 'data.form': 'both', 'data.hidden': hidden })).toEqual({
      form: 'both',
      hidden: [{ paragraph: 1, segment: 2 }],
    });
    expect(shownBy({ 'data.form': 'summary' })).toEqual({ form: 'summary', hidden: [] });
  });

  test.each<Record<string, Json>>([
    {},
    { 'data.form': 'all' },
    { 'data.form': 'both', 'data.hidden': null },
    { 'data.form': 'both', 'data.hidden': {} },
    { 'data.form': 'both', 'data.hidden': [{ paragraph: 1 }] },
    { 'data.form': 'both', 'data.hidden': [{ paragraph: '1', segment: '2' }] },
    { 'data.form': 'both', 'data.hidden': [null] },
  ])('is refused where it is not plain: %j', (publication) => {
    expect(() => shownBy(publication)).toThrow(RangeError);
  });
});
