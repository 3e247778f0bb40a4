import { describe, expect, test } from 'vitest';
import type { FormView } from '../../matter/matter.api.ts';
import {
  beginBody,
  codeFaults,
  faultsOf,
  parseBeginning,
  placeOf,
  startBegin,
  withProcedure,
} from './begin.ts';
import { beginFields, partyItems } from './fields.ts';

const field = (name: string, type: string, required: boolean) => ({
  name,
  label: name,
  type,
  required,
});
const FORM: FormView = {
  act: 'source.registered',
  term: '案源登记',
  basis: [],
  who: ['officer'],
  needsApproval: false,
  field: false,
  fields: [],
  values: {},
  documents: [
    {
      code: 'case-source',
      title: '案件来源登记表',
      number: null,
      optional: false,
      when: null,
      fixed: ['source-number'],
      sections: [
        {
          title: '来源',
          fields: [
            field('source-number', 'line', true),
            field('registered-at', 'datetime', true),
            field('subject', 'line', true),
            field('subject-phone', 'line', false),
            field('content', 'paragraphs', true),
            field('registrar', 'person', true),
          ],
        },
      ],
      values: { 'handling-date': '2026-07-20' },
    },
  ],
  proposal: false,
  approval: [],
  by: [],
  refused: null,
};
const IDS = { command: 'c', matter: 'm', first: 'f' };
const ME = { id: 'me', name: '吴彩云', post: '执法人员' };
const AT = '2026-07-20T09:40:00+08:00';
const NOON = Date.parse('2026-07-20T12:00:00+08:00');
const empty = startBegin(FORM, IDS, 'penalty.ordinary', ME, AT);
const PARTY = {
  kind: 'legal',
  name: '晨禾',
  code: '91350502maurq2839j',
  address: '示例路1号',
  representative: '贺明远',
  licenceName: '营业执照',
};
const filled = {
  ...empty,
  state: {
    ...empty.state,
    fields: { ...empty.state.fields, party: PARTY, subject: ' 经营超过保质期的食品 ' },
    documents: {
      'case-source': { ...empty.state.documents['case-source'], content: ['举报人称……', ''] },
    },
  },
};

describe('a matter being begun', () => {
  test('is sent with its three ids, the party in its first document, codes in capital letters', () => {
    expect(beginBody(FORM, filled)).toEqual({
      id: 'c',
      matter: 'm',
      procedure: 'penalty.ordinary',
      subject: '经营超过保质期的食品',
      flags: [],
      party: { ...PARTY, code: '91350502MAURQ2839J' },
      handlers: ['me'],
      first: {
        act: 'source.registered',
        id: 'f',
        at: AT,
        by: ['me'],
        fields: {},
        documents: {
          'case-source': {
            'registered-at': AT,
            subject: '晨禾',
            content: ['举报人称……'],
            registrar: { name: '吴彩云', post: '执法人员' },
            'handling-date': '2026-07-20',
          },
        },
      },
    });
  });

  test('names what is missing before it is sent, each at its field', () => {
    const pointers = (state: typeof empty.state, kind?: string) =>
      faultsOf(FORM, beginFields(kind), state, NOON).map(({ pointer }) => pointer);
    expect(pointers(empty.state)).toEqual([
      '/fields/party/kind',
      '/fields/party/name',
      '/fields/party/address',
      '/fields/subject',
      '/documents/case-source/content',
    ]);
    expect(pointers(filled.state, 'legal')).toEqual([]);
  });

  test('tells all that cannot be as it is written in one round, before it is sent', () => {
    const state = {
      ...filled.state,
      at: '2026-02-30 25:61',
      fields: {
        ...filled.state.fields,
        party: { ...PARTY, code: '91350502MAURQ2839K', phone: 'abc' },
        subject: '案'.repeat(401),
        handlers: [],
      },
      documents: {
        'case-source': { ...filled.state.documents['case-source'], 'subject-phone': '电话' },
      },
    };
    const form: FormView = {
      ...FORM,
      fields: [field('found-on', 'date', true), field('amount', 'money', false)],
    };
    const typed = {
      ...state,
      fields: { ...state.fields, 'found-on': '2026-02-30', amount: '很多' },
    };
    const faults = faultsOf(form, beginFields('legal'), typed, NOON);
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/fields/party/phone',
      '/fields/subject',
      '/fields/handlers',
      '/fields/party/code',
      '/at',
      '/fields/found-on',
      '/fields/amount',
    ]);
    expect(faults[0]?.message).toBe('填电话号码，例如 0595-22280000，或者手机号码。');
    const later = { ...filled.state, at: '2026-07-20T12:05:00+08:00' };
    expect(faultsOf(FORM, beginFields('legal'), later, NOON)).toEqual([
      { pointer: '/at', code: 'act/in-future', message: '发生时间不能晚于现在。' },
    ]);
  });

  test('keeps what was said of it when the procedure changes', () => {
    const other: FormView = { ...FORM, act: 'identity.shown', documents: [], values: {} };
    const next = withProcedure(filled, 'penalty.summary', other, ME);
    expect(next.procedure).toBe('penalty.summary');
    expect(next.state.fields['party']).toEqual(PARTY);
    expect(next.matter).toBe('m');
  });

  test('is read back from a draft as it was kept, and not from anything else', () => {
    expect(parseBeginning(JSON.parse(JSON.stringify(filled)))).toEqual(filled);
    for (const broken of [null, {}, { ...filled, state: null }, { ...filled, matter: 1 }])
      expect(parseBeginning(broken)).toBeNull();
  });
});

describe('codes while they are typed', () => {
  const said = (party: Record<string, unknown>): string[] =>
    codeFaults(party).map(({ message }) => message);

  test('a credit code is checked by its length, letters and both check characters', () => {
    expect(said({ code: '91350502MAURQ2839J' })).toEqual([]);
    expect(said({ code: '91350502maurq2839j' })).toEqual([]);
    expect(said({ code: '9135' })).toEqual(['统一社会信用代码有 18 位，现在 4 位。']);
    expect(said({ code: '91350502MAURQ2839K' })).toEqual(['末位校验码不符，有写错的。']);
    expect(said({ code: '91350502MAURO2839J' })[0]).toMatch(/没有 I、O、S、V、Z/);
  });

  test('an identity number is checked by its date and check digit, another document is not', () => {
    expect(said({ idNumber: '11010519491231002X' })).toEqual([]);
    expect(said({ idNumber: '11010519491231002x' })).toEqual([]);
    expect(said({ idNumber: '110105194912310021' })).toEqual(['末位校验码不符，有写错的。']);
    expect(said({ idNumber: '110105194902300021' })).toEqual(['出生日期不对。']);
    expect(said({ idNumber: 'E12345678', idKind: 'other' })).toEqual([]);
  });
});

test('a person is asked for an identity number, a company for its code', () => {
  const names = (kind: string) => partyItems(kind).map(({ name }) => name);
  expect(names('natural')).toContain('idNumber');
  expect(names('natural')).not.toContain('code');
  expect(names('legal')).toContain('code');
  expect(names('legal')).not.toContain('idNumber');
});

test('faults of the server lead to the fields of the form', () => {
  expect(placeOf('/party/code')).toBe('/fields/party/code');
  expect(placeOf('/subject')).toBe('/fields/subject');
  expect(placeOf('/first/at')).toBe('/at');
  expect(placeOf('/documents/case-source/content')).toBe('/documents/case-source/content');
});
