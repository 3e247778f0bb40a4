import { describe, expect, test } from 'vitest';
import { checkValues } from './check.ts';
import { extendKind, KindError, parseKind } from './document.schema.ts';

const KIND = {
  no: 33,
  code: 'rectification-order',
  title: '责令改正通知书',
  category: 'external',
  numberWord: '责改',
  basis: ['《行政处罚法》第二十八条'],
  copies: null,
  sections: [
    {
      title: '改正',
      fields: [
        { name: 'facts', label: '违法事实', type: 'paragraphs', required: true },
        { name: 'note', label: '备注', type: 'line', phrases: ['无。'] },
      ],
    },
  ],
};

function withField(field: object): unknown {
  return { ...KIND, sections: [{ title: '改正', fields: [field] }] };
}

function faultsOf(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof KindError) return error.faults;
    throw error;
  }
  return [];
}

describe('reading document.json', () => {
  test('a good one is read as it is', () => {
    expect(parseKind(KIND)).toEqual(KIND);
  });

  test.each([
    ['no sections', { ...KIND, sections: [] }],
    ['a number beyond the 56 forms', { ...KIND, no: 57 }],
    ['an unknown category', { ...KIND, category: 'secret' }],
    ['an unknown key', { ...KIND, colour: 'red' }],
    ['a field of an unknown type', withField({ name: 'a', label: '甲', type: 'essay' })],
    ['a field name in capitals', withField({ name: 'Facts', label: '甲', type: 'line' })],
    [
      'a field with a misspelt key',
      withField({ name: 'a', label: '甲', type: 'line', requird: true }),
    ],
    [
      'a source outside the case',
      withField({ name: 'a', label: '甲', type: 'line', from: 'process.env' }),
    ],
    [
      'a list inside a list',
      withField({
        name: 'a',
        label: '甲',
        type: 'list',
        items: [{ name: 'b', label: '乙', type: 'list' }],
      }),
    ],
    ['nothing', null],
  ])('%s is refused', (_, json) => {
    expect(() => parseKind(json)).toThrow(KindError);
  });

  test.each([
    [withField({ name: 'a', label: '甲', type: 'choice' }), 'a: choices'],
    [withField({ name: 'a', label: '甲', type: 'list' }), 'a: items'],
    [
      withField({
        name: 'a',
        label: '甲',
        type: 'line',
        requiredWhen: { field: 'b', equals: 'x' },
      }),
      'a: depends on the unknown field b',
    ],
    [
      withField({
        name: 'a',
        label: '甲',
        type: 'list',
        items: [{ name: 'b', label: '乙', type: 'choice' }],
      }),
      'a.b: choices',
    ],
  ])('what the form cannot express is found as well: %#', (json, fault) => {
    expect(faultsOf(() => parseKind(json))).toEqual([fault]);
  });

  test('a name used twice is a fault', () => {
    const field = { name: 'a', label: '甲', type: 'line' };
    const kind = {
      ...KIND,
      sections: [
        { title: '一', fields: [field] },
        { title: '二', fields: [field] },
      ],
    };
    expect(faultsOf(() => parseKind(kind))).toEqual(['a: named twice']);
  });

  test('penalty and evidence lists get their items from the format', () => {
    const kind = parseKind(
      withField({ name: 'a', label: '处罚', type: 'list', format: 'penalties' }),
    );
    const names = kind.sections[0]?.fields[0]?.items?.map((item) => item.name);
    expect(names).toEqual(['kind', 'amount', 'detail']);
  });
});

describe('a bureau extends a form', () => {
  const standard = parseKind(KIND);

  test('[QZ-13] it may add a section, require what was open, and add phrases; the standard items stay', () => {
    const extended = extendKind(standard, {
      code: 'rectification-order',
      sections: [
        {
          title: '本局补充',
          fields: [{ name: 'grid', label: '网格编号', type: 'line', required: true }],
        },
      ],
      require: ['note'],
      phrases: { note: ['详见附件。'] },
    });
    expect(extended.sections.map((section) => section.added ?? false)).toEqual([false, true]);
    expect(checkValues(extended, {}).map((problem) => problem.pointer)).toEqual([
      '/facts',
      '/note',
      '/grid',
    ]);
    expect(extended.sections[0]?.fields[1]?.phrases).toEqual(['无。', '详见附件。']);
    expect(standard.sections[0]?.fields[1]).toEqual(KIND.sections[0]?.fields[1]);
  });

  test.each([
    [{ code: 'rectification-order', remove: ['facts'] }, 'a removal'],
    [{ code: 'rectification-order', optional: ['facts'] }, 'a relaxation'],
    [
      {
        code: 'rectification-order',
        sections: [{ title: '改', fields: [{ name: 'facts', label: '事实', type: 'line' }] }],
      },
      'a second field named like a standard one',
    ],
    [{ code: 'rectification-order', require: ['weather'] }, 'a field that is not there'],
    [{ code: 'rectification-order', phrases: { weather: ['晴。'] } }, 'phrases for such a field'],
    [{ code: 'penalty-notice' }, 'another kind'],
    ['rectification-order', 'no object'],
  ] as [unknown, string][])('[QZ-13] %j is refused: %s', (extension) => {
    expect(() => extendKind(standard, extension)).toThrow(KindError);
  });

  test('a conditional requirement may become a general one, and nothing weaker', () => {
    const kind = parseKind({
      ...KIND,
      sections: [
        {
          title: '改正',
          fields: [
            { name: 'late', label: '是否逾期', type: 'boolean', required: true },
            {
              name: 'reason',
              label: '理由',
              type: 'line',
              requiredWhen: { field: 'late', equals: true },
            },
          ],
        },
      ],
    });
    const missing = (values: object, subject = kind): string[] =>
      checkValues(subject, { ...values }).map((problem) => problem.pointer);
    expect(missing({ late: false })).toEqual([]);
    expect(missing({ late: true })).toEqual(['/reason']);
    const stricter = extendKind(kind, { code: 'rectification-order', require: ['reason'] });
    expect(missing({ late: false }, stricter)).toEqual(['/reason']);
  });
});
