import { describe, expect, test } from 'vitest';
import type { FormView, RequestView } from '../../matter/matter.api.ts';
import { amountShown, amountTyped } from './amount.ts';
import { fieldPointers } from './form-fields.ts';
import { valueWords } from './field-words.ts';
import {
  bodyOf,
  isAside,
  isNeeded,
  isPut,
  openDocuments,
  presetOf,
  requestedState,
  startState,
  valueAt,
  withValue,
} from './form-values.ts';

const document = (
  code: string,
  more: Partial<FormView['documents'][number]> = {},
): FormView['documents'][number] => ({
  code,
  title: code,
  number: null,
  optional: false,
  when: null,
  fixed: [],
  sections: [],
  values: {},
  ...more,
});

const field = (name: string, type: string, more: object = {}) => ({
  name,
  label: name,
  type,
  required: false,
  ...more,
});

const FORM: FormView = {
  act: 'evidence.recorded',
  term: '取证',
  basis: [],
  who: ['officer'],
  needsApproval: false,
  field: true,
  fields: [field('kind', 'choice', { required: true }), field('fine', 'money')],
  values: { kind: 'interview' },
  documents: [
    document('inquiry-record', {
      when: { kind: 'interview' },
      fixed: ['conclusion'],
      sections: [
        {
          title: '问答',
          fields: [
            field('facts', 'paragraphs'),
            field('dialogue', 'list', {
              items: [field('question', 'text'), field('answer', 'text')],
            }),
            field('period', 'date-range'),
            field('conclusion', 'choice'),
          ],
        },
      ],
      values: { conclusion: 'open', dialogue: [{ question: '问' }] },
    }),
    document('evidence-extract', { when: { kind: ['document', 'sample'] } }),
    document('delivery-address', { optional: true }),
  ],
  proposal: false,
  approval: [],
  by: ['o1', 'o2'],
  refused: null,
};
const NOW = '2024-08-20T09:05:00+08:00';
const SENDING = { id: 'c1', version: 7, request: null };

describe('form', () => {
  test('starts with what the file knows, and with the handlers', () => {
    const state = startState(FORM, 'me', NOW);
    expect(state.by).toEqual(['o1', 'o2']);
    expect(state.fields).toEqual({ kind: 'interview' });
    expect(state.included).toEqual([]);
  });

  test('of what the party does starts with the party', () => {
    expect(startState({ ...FORM, act: 'statement.waived' }, 'me', NOW).by).toEqual(['party']);
    expect(startState({ ...FORM, by: [] }, 'me', NOW).by).toEqual(['me']);
  });

  test('asks for the documents of the chosen kind and no others', () => {
    const state = startState(FORM, 'me', NOW);
    expect(openDocuments(FORM, state).map(({ code }) => code)).toEqual(['inquiry-record']);
    const sample = withValue(state, ['fields', 'kind'], 'sample');
    expect(openDocuments(FORM, sample).map(({ code }) => code)).toEqual(['evidence-extract']);
    expect(
      openDocuments(FORM, { ...sample, included: ['delivery-address'] }).map(({ code }) => code),
    ).toEqual(['evidence-extract', 'delivery-address']);
  });

  test('of what was not approved has the optional papers again that were put before the head', () => {
    const refused = { by: null, at: NOW, reason: '理由', documents: ['delivery-address'] };
    expect(startState({ ...FORM, refused }, 'me', NOW).included).toEqual(['delivery-address']);
  });

  test('takes from a link what it asks for, in the type it asks for', () => {
    const form = {
      ...FORM,
      fields: [field('of', 'act'), field('id', 'exhibit'), field('n', 'money')],
    };
    const query = new URLSearchParams('of=4&id=e1&n=5&other=x');
    expect(presetOf(form, query)).toEqual({ of: 4, id: 'e1' });
    expect(presetOf(form, new URLSearchParams('of=0x4&id='))).toEqual({});
  });

  test('proposing a decision starts with one of them, not with both', () => {
    const documents = [
      document('penalty-decision', { optional: true }),
      document('no-penalty-decision', { optional: true }),
    ];
    const form = { ...FORM, documents, proposal: true };
    expect(openDocuments(form, startState(form, 'me', NOW)).map(({ code }) => code)).toEqual([
      'penalty-decision',
    ]);
  });
});

describe('request', () => {
  test('carries what was filled in, and nothing blank or fixed', () => {
    let state = startState(FORM, 'me', NOW);
    state = withValue(state, ['fields', 'fine'], 5_200_000);
    state = withValue(state, ['documents', 'inquiry-record', 'facts'], ['一', '', '二', '']);
    state = withValue(state, ['documents', 'inquiry-record', 'dialogue', 0, 'answer'], '答');
    state = withValue(state, ['documents', 'inquiry-record', 'dialogue', 1], {
      question: ' ',
      answer: '',
    });
    state = withValue(state, ['documents', 'inquiry-record', 'period'], { from: '', to: '' });
    state = withValue(state, ['documents', 'evidence-extract', 'x'], '另一种文书');
    expect(bodyOf(FORM, state, SENDING)).toEqual({
      id: 'c1',
      at: NOW,
      by: ['o1', 'o2'],
      version: 7,
      fields: { kind: 'interview', fine: 5_200_000 },
      documents: {
        'inquiry-record': { facts: ['一', '二'], dialogue: [{ question: '问', answer: '答' }] },
      },
    });
  });

  test('keeps a no, a zero and the places of rows between others', () => {
    let state = startState({ ...FORM, documents: [] }, 'me', NOW);
    state = { ...state, fields: { told: false, fine: 0, rows: [{}, { a: '1' }, {}] } };
    expect(bodyOf({ ...FORM, documents: [] }, state, SENDING).fields).toEqual({
      told: false,
      fine: 0,
      rows: [{}, { a: '1' }],
    });
  });

  test('put before the head comes back as it was, with its position', () => {
    const request: RequestView = {
      seq: 4,
      act: 'evidence.recorded',
      term: '取证',
      by: null,
      at: NOW,
      note: null,
      fields: { kind: 'sample' },
      documents: {
        'evidence-extract': { name: '酸乳' },
        'delivery-address': { address: '示例路' },
      },
      beforehand: false,
      granted: null,
      actBy: ['o1'],
    };
    const state = requestedState(FORM, request, 'h1', '2024-08-21T09:00:00+08:00');
    const body = bodyOf(FORM, state, { ...SENDING, request: 4 });
    expect([body.request, body.by, body.at]).toEqual([4, ['o1'], '2024-08-21T09:00:00+08:00']);
    expect(body.documents).toEqual({
      'evidence-extract': { name: '酸乳' },
      'delivery-address': { address: '示例路' },
    });
  });
});

describe('what is put before the head', () => {
  const waiting = { granted: null };

  test('is approved in the name of the head who approves it', () => {
    const request = { fields: {}, documents: {}, actBy: [] as string[] } as unknown as RequestView; // no more is read
    expect(requestedState(FORM, request, 'h1', NOW).by).toEqual(['h1']);
  });

  test('stays as it was put, but for what is asked of the head', () => {
    const put = (asked: Parameters<typeof isPut>[3], form = FORM) =>
      isPut(form, waiting, ['head'], asked);
    expect([put({}), put({ post: 'unit-head' }), put({ post: 'head' })]).toEqual([
      true,
      true,
      false,
    ]);
    // Without papers it is a ruling of the head's own.
    expect(put({}, { ...FORM, documents: [] })).toBe(false);
    expect(isPut(FORM, null, ['head'], {})).toBe(false);
    expect(isPut(FORM, { granted: { by: null, at: NOW } }, ['officer'], {})).toBe(false);
  });

  test('is told in the words of papers', () => {
    const words = (type: string, value: unknown) => valueWords(value, field('x', type), []);
    expect(words('date', '2026-11-13')).toBe('2026年11月13日');
    expect(words('datetime', '2026-11-13T09:05:00+08:00')).toBe('2026年11月13日 09:05');
    expect(words('date-range', { from: '2026-01-02', to: '2026-03-04' })).toBe(
      '2026年1月2日至2026年3月4日',
    );
    expect(words('party', { kind: 'legal', name: '晨禾', address: '示例路1号' })).toBe(
      '当事人类别：法人\n当事人：晨禾\n住所（住址）：示例路1号',
    );
  });
});

describe('fields', () => {
  test('asked for by another answer stand aside until it is given', () => {
    const refusal = field('refusal', 'text', {
      requiredWhen: { field: 'signing', equals: 'refused' },
    });
    expect(isAside(refusal, { signing: 'signed' })).toBe(true);
    expect(isAside(refusal, { signing: 'signed', refusal: '已写' })).toBe(false);
    expect(isAside(refusal, { signing: 'refused' })).toBe(false);
    expect(isNeeded(refusal, { signing: 'refused' })).toBe(true);
    expect(
      isNeeded(field('x', 'line', { requiredWhen: { field: 'ok', equals: false } }), { ok: false }),
    ).toBe(true);
    expect(
      isNeeded(field('x', 'line', { requiredWhen: { field: 'm', equals: ['a', 'b'] } }), {
        m: 'b',
      }),
    ).toBe(true);
  });

  test('are named in the order of the screen, row by row', () => {
    const state = startState(FORM, 'me', NOW);
    expect(fieldPointers(FORM, state)).toEqual([
      '/at',
      '/by',
      '/fields/kind',
      '/fields/fine',
      '/documents/inquiry-record/facts',
      '/documents/inquiry-record/dialogue',
      '/documents/inquiry-record/dialogue/0/question',
      '/documents/inquiry-record/dialogue/0/answer',
      '/documents/inquiry-record/period',
      '/documents/inquiry-record/period/from',
      '/documents/inquiry-record/period/to',
    ]);
  });

  test('are changed without touching what stands beside them', () => {
    const state = startState(FORM, 'me', NOW);
    const changed = withValue(
      state,
      ['documents', 'inquiry-record', 'dialogue', 2, 'question'],
      '三',
    );
    expect(valueAt(changed, ['documents', 'inquiry-record', 'dialogue', 2, 'question'])).toBe('三');
    expect(valueAt(state, ['documents', 'inquiry-record', 'dialogue', 2])).toBeUndefined();
    expect(changed.fields).toBe(state.fields);
  });
});

describe('amounts', () => {
  test('are 分 in the form and 元 with thin spaces on the screen', () => {
    expect(amountTyped('52000')).toBe(5_200_000);
    expect(amountTyped('52 000.50')).toBe(5_200_050);
    expect(amountShown(5_200_050)).toBe('52\u202f000.50');
    expect(amountShown(126_000)).toBe('1\u202f260');
  });

  test('that are none stay as typed, so that the fault can be shown', () => {
    expect(amountTyped('五万')).toBe('五万');
    expect(amountShown('五万')).toBe('五万');
    expect(amountTyped('0.001')).toBe('0.001');
    expect(amountTyped('  ')).toBeUndefined();
    expect(amountShown(undefined)).toBe('');
  });
});
