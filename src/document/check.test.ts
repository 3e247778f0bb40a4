import { Compile } from 'typebox/schema';
import { describe, expect, test } from 'vitest';
import { checkValue, checkValues } from './check.ts';
import { type DocumentTemplate, type Field, fieldsOf, type Values } from './document.ts';
import { documentSchema } from './json-schema.ts';
import { sampleValues, templateOf, templates } from './samples.testing.ts';

const installed = [...templates.values()];

/** Sample values in which the condition of `field` holds. */
function triggered(kind: DocumentTemplate, field: Field): Record<string, unknown> {
  const values = sampleValues(kind);
  if (field.requiredWhen) {
    const { field: other, equals } = field.requiredWhen;
    values[other] = typeof equals === 'object' ? equals[0] : equals;
  }
  return values;
}

function isRequiredSomehow(field: Field): boolean {
  return field.required === true || field.requiredWhen !== undefined;
}

const requiredFields = installed.flatMap((entry) =>
  fieldsOf(entry)
    .filter(isRequiredSomehow)
    .map((field) => [`${entry.folder} ${field.name}`, entry, field] as const),
);

describe('all forms', () => {
  test.each(installed.map((entry) => [entry.folder, entry] as const))(
    '%s: the sample is complete',
    (_, entry) => {
      expect(checkValues(entry, sampleValues(entry))).toEqual([]);
    },
  );

  test('[QZ-7] without any one required item a document is refused, and the refusal names the item', () => {
    expect(requiredFields.length).toBeGreaterThan(350);
    for (const [name, entry, field] of requiredFields) {
      const values = triggered(entry, field);
      delete values[field.name];
      const found = checkValues(entry, values).filter(
        (problem) => problem.pointer === `/${field.name}`,
      );
      expect(found, name).toEqual([
        {
          pointer: `/${field.name}`,
          code: 'document/field-missing',
          message: `还缺${field.label}。`,
        },
      ]);
    }
  });

  test('blank text, blank paragraphs and empty lists are as good as missing', () => {
    for (const [name, entry, field] of requiredFields) {
      const blanks: unknown[] = [null, '', '  ', [], ['', ' '], {}];
      for (const blank of blanks) {
        const values = triggered(entry, field);
        values[field.name] = blank;
        const codes = checkValues(entry, values)
          .filter((problem) => problem.pointer === `/${field.name}`)
          .map((problem) => problem.code);
        expect(codes, `${name} = ${JSON.stringify(blank)}`).toEqual(['document/field-missing']);
      }
    }
  });

  test('[WD-2.2.2a] the published JSON Schema accepts the samples and refuses the same omissions', () => {
    for (const entry of installed) {
      const schema = Compile(documentSchema(entry));
      expect(schema.Check(sampleValues(entry)), entry.folder).toBe(true);
    }
    for (const [name, entry, field] of requiredFields) {
      const values = triggered(entry, field);
      delete values[field.name];
      expect(Compile(documentSchema(entry)).Check(values), name).toBe(false);
    }
  });

  test('an unknown item is refused by both', () => {
    for (const entry of installed) {
      const values = { ...sampleValues(entry), remrak: '备注' };
      expect(checkValues(entry, values).map(({ pointer, code }) => [pointer, code])).toEqual([
        ['/remrak', 'document/field-unknown'],
      ]);
      expect(Compile(documentSchema(entry)).Check(values)).toBe(false);
    }
  });

  test('a condition that does not hold asks for nothing', () => {
    const opening = templateOf('case-opening');
    const declined: Record<string, unknown> = { ...sampleValues(opening), conclusion: 'decline' };
    expect(checkValues(opening, declined).map((problem) => problem.pointer)).toEqual([
      '/decline-ground',
    ]);
    declined['decline-ground'] = 'minor';
    delete declined['assigned'];
    delete declined['conditions'];
    expect(checkValues(opening, declined)).toEqual([]);
  });
});

describe('what must be told', () => {
  const told: readonly [string, string][] = [
    ['penalty-notice', 'facts'],
    ['penalty-notice', 'reasons'],
    ['penalty-notice', 'basis'],
    ['penalty-notice', 'penalties'],
    ['penalty-notice', 'hearing'],
    ['summary-decision', 'told'],
    ['summary-decision', 'statement'],
    ['summary-decision', 'reconsideration-body'],
    ['scene-record', 'rights-reply'],
    ['inquiry-record', 'rights-reply'],
    ['inquiry-record', 'duty-reply'],
    ['compulsion-decision', 'basis'],
    ['compulsion-decision', 'reconsideration-body'],
    ['compulsion-decision', 'court'],
  ];

  test.each(told)('[QZ-7] [JX-1.5] %s without %s is refused', (code, name) => {
    const entry = templateOf(code);
    const values = sampleValues(entry);
    delete values[name];
    expect(checkValues(entry, values)).toEqual([
      expect.objectContaining({ pointer: `/${name}`, code: 'document/field-missing' }),
    ]);
  });

  test.each(['scene-record', 'inquiry-record'])(
    '[QZ-6] %s that does not say certificates were shown is refused',
    (code) => {
      const entry = templateOf(code);
      for (const empty of [undefined, '', '　']) {
        const values = { ...sampleValues(entry), 'identity-reply': empty };
        expect(checkValues(entry, values)).toEqual([
          expect.objectContaining({ pointer: '/identity-reply', code: 'document/field-missing' }),
        ]);
      }
    },
  );

  test.each(['penalty-decision', 'no-penalty-decision'])(
    '[QZ-8] [JX-1.5] %s gives its reasons in three parts, none of them empty',
    (code) => {
      const entry = templateOf(code);
      for (const part of ['reasons-evidence', 'reasons-basis', 'reasons-discretion']) {
        for (const empty of [undefined, [], [''], ['　']]) {
          const values = { ...sampleValues(entry), [part]: empty };
          expect(checkValues(entry, values)).toEqual([
            expect.objectContaining({ pointer: `/${part}`, code: 'document/field-missing' }),
          ]);
        }
      }
    },
  );
});

describe('values of the wrong kind', () => {
  function codesFor(field: Omit<Field, 'name' | 'label'>, value: unknown): [string, string][] {
    const whole: Field = { name: 'x', label: '某项', ...field };
    return checkValue(whole, value).map(({ pointer, code }) => [pointer, code]);
  }

  test.each([
    ['line', 5],
    ['line', '一\n二'],
    ['line', '控\u0007制'],
    ['line', '零宽\u0085'],
    ['text', {}],
    ['text', '\u0000'],
    ['money', 1.5],
    ['money', -1],
    ['money', '52000'],
    ['money', 100_000_000_000_000],
    ['number', Number.NaN],
    ['number', '3'],
    ['boolean', 'true'],
    ['person', '王景峰'],
    ['party', '某公司'],
    ['paragraphs', '一段'],
    ['officers', '陈志雄'],
    ['date-range', '2026-01-01'],
  ] as const)('%s refuses %j', (type, value) => {
    expect(codesFor({ type }, value)).toEqual([['/x', 'document/type-wrong']]);
  });

  test.each([
    ['text', {}, '/x'],
    ['line', [], '/x'],
    ['paragraphs', [[]], '/x/0'],
    ['paragraphs', {}, '/x'],
    ['date-range', { from: {}, to: '' }, '/x/from'],
    ['person', [''], '/x'],
    ['list', [[]], '/x/0'],
    ['list', [{ text: {} }], '/x/0/text'],
  ] as const)('an optional %s is not left empty as %j', (type, value, pointer) => {
    const items: Field[] = [{ name: 'text', label: '文字', type: 'line' }];
    const kind = {
      no: null,
      code: 'x',
      title: '某文书',
      sections: [
        {
          title: '内容',
          fields: [{ name: 'x', label: '某项', type, ...(type === 'list' ? { items } : {}) }],
        },
      ],
    } as unknown as DocumentTemplate; // as much of one as is looked at
    expect(checkValues(kind, { x: value })).toMatchObject([
      { pointer, code: 'document/type-wrong' },
    ]);
    for (const empty of [undefined, null, '']) expect(checkValues(kind, { x: empty })).toEqual([]);
  });

  test('text may have several lines, a paragraph only one', () => {
    expect(codesFor({ type: 'text' }, '一\n二')).toEqual([]);
    expect(codesFor({ type: 'paragraphs' }, ['一', '二\n三'])).toEqual([
      ['/x/1', 'document/type-wrong'],
    ]);
  });

  test('length is counted in characters, not in UTF-16 units', () => {
    expect(codesFor({ type: 'line', maxLength: 2 }, '𬭚䶮')).toEqual([]);
    expect(codesFor({ type: 'line', maxLength: 2 }, '𬭚䶮喆')).toEqual([
      ['/x', 'document/too-long'],
    ]);
    expect(codesFor({ type: 'paragraphs', maxLength: 3 }, ['一二三', '一二三四'])).toEqual([
      ['/x/1', 'document/too-long'],
    ]);
  });

  test.each(['2026-02-29', '2026-13-01', '2026/01/01', '昨天', 20260101])(
    '%j is no date',
    (value) => {
      expect(codesFor({ type: 'date' }, value)).toEqual([['/x', 'document/date-impossible']]);
    },
  );

  test.each(['2026-01-01', '2026-01-01T10:00', '2026-02-30T10:00+08:00'])(
    '%j is no moment',
    (value) => {
      expect(codesFor({ type: 'datetime' }, value)).toEqual([['/x', 'document/date-impossible']]);
    },
  );

  test('both ends of a range must be there, be real, and be in order', () => {
    const range = { type: 'date-range' } as const;
    expect(codesFor(range, { from: '2026-01-01', to: '2026-01-01' })).toEqual([]);
    expect(codesFor(range, { from: '2026-01-02', to: '2026-01-01' })).toEqual([
      ['/x', 'document/range-reversed'],
    ]);
    expect(codesFor(range, { from: '2026-01-01' })).toEqual([['/x/to', 'document/field-missing']]);
    expect(codesFor(range, { from: '2026-02-30', to: '2026-03-01' })).toEqual([
      ['/x/from', 'document/date-impossible'],
    ]);
    expect(codesFor({ ...range, minutes: true }, { from: '2026-01-01', to: '2026-01-02' })).toEqual(
      [
        ['/x/from', 'document/date-impossible'],
        ['/x/to', 'document/date-impossible'],
      ],
    );
  });

  test('one officer is too few, and each needs a certificate number', () => {
    const one = { name: '陈志雄', certificate: '350502-0311' };
    expect(codesFor({ type: 'officers' }, [one])).toEqual([['/x', 'document/too-few']]);
    expect(codesFor({ type: 'officers' }, [one, { name: '黄雅玲' }])).toEqual([
      ['/x/1/certificate', 'document/field-missing'],
    ]);
  });

  test('choices outside the list', () => {
    const choices = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];
    expect(codesFor({ type: 'choice', choices }, 'c')).toEqual([['/x', 'document/choice-unknown']]);
    expect(codesFor({ type: 'choices', choices }, ['a', 'c'])).toEqual([
      ['/x/1', 'document/choice-unknown'],
    ]);
    expect(codesFor({ type: 'choices', choices, minItems: 2 }, ['a'])).toEqual([
      ['/x', 'document/too-few'],
    ]);
  });

  test('codes and numbers', () => {
    const digest = '9c41e07b52d86af318be40c97d25f316a08eb4d1630c5f97e27a0b46c8d3915f';
    expect(codesFor({ type: 'line', format: 'sha-256' }, digest)).toEqual([]);
    expect(codesFor({ type: 'line', format: 'sha-256' }, digest.toUpperCase())).toEqual([
      ['/x', 'document/code-malformed'],
    ]);
    expect(codesFor({ type: 'line', format: 'credit-code' }, '91350502MAURQ2839K')).toEqual([
      ['/x', 'document/code-malformed'],
    ]);
    expect(codesFor({ type: 'line', format: 'citizen-number' }, '350502199001010019')).toEqual([
      ['/x', 'document/code-malformed'],
    ]);
  });

  test('a malformed document number is refused wherever a document names another', () => {
    const entry = templateOf('performance-demand');
    for (const number of [
      '泉鲤市监处罚[2026]44号',
      '泉鲤市监处罚（2026）44号',
      '泉鲤市监处罚【2026】44号',
      '泉鲤市监处罚〔2026〕044号',
    ]) {
      const values: Values = { ...sampleValues(entry), 'decision-number': number };
      expect(checkValues(entry, values)).toEqual([
        expect.objectContaining({
          pointer: '/decision-number',
          code: 'document/number-malformed',
        }),
      ]);
    }
  });
});

describe('the party', () => {
  const field: Field = { name: 'party', label: '当事人', type: 'party', required: true };
  const firm = {
    kind: 'legal',
    name: '晨禾生鲜超市有限公司',
    licenceName: '营业执照',
    code: '91350502MAURQ2839J',
    address: '示例路1号',
    representative: '贺明远',
  };
  const person = {
    kind: 'natural',
    name: '陈喆',
    address: '示例巷7号',
    idNumber: '11010519491231002X',
  };

  test.each(['kind', 'name', 'licenceName', 'code', 'address', 'representative'])(
    'a firm without %s is refused',
    (name) => {
      expect(checkValue(field, firm)).toEqual([]);
      const problems = checkValue(field, { ...firm, [name]: '' });
      expect(problems.map(({ pointer, code }) => [pointer, code])).toEqual([
        [`/party/${name}`, 'document/field-missing'],
      ]);
    },
  );

  test('a natural person needs an identity number, a firm does not', () => {
    expect(checkValue(field, person)).toEqual([]);
    expect(checkValue(field, { ...person, idNumber: undefined })[0]?.pointer).toBe(
      '/party/idNumber',
    );
  });

  test('only citizen identity numbers have a check digit to verify', () => {
    const passport = { ...person, idNumber: 'E12345678' };
    expect(checkValue(field, passport)[0]?.code).toBe('document/code-malformed');
    expect(checkValue(field, { ...passport, idKind: 'other' })).toEqual([]);
  });
});
