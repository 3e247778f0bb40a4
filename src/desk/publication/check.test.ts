import { describe, expect, test } from 'vitest';
import type { PublicationPreview } from '../../publicity/publication.api.ts';
import {
  type CheckDraft,
  checkValues,
  clear,
  containsAnswers,
  type CheckSources,
  containsQuestions,
  EMPTY_CHECK,
  groundOf,
  hideParagraph,
  hideSuspect,
  missingInCheck,
  openSuspects,
  readCheck,
  unclear,
  unhideParagraph,
} from './check.ts';

const preview: PublicationPreview = {
  served: [
    { style: 'party', segments: [{ text: '电话：' }, { text: '139', sensitive: 'phone' }] },
    { style: 'body', segments: [{ text: '举报人张某称。' }, { text: '属实。' }] },
  ],
  public: {
    title: '某案',
    party: '某店',
    partyCode: null,
    summary: [
      { field: 'number', value: '泉鲤市监处罚〔2026〕1号' },
      { field: 'party', value: '某店' },
    ],
    body: [
      { style: 'party', segments: [{ text: '电话：' }, { withheld: 1, what: '电话' }] },
      { style: 'body', segments: [{ text: '举报人张某称。属实。' }] },
    ],
    withheld: [{ number: 1, what: '电话', reason: '个人信息', clause: '公示规定第六条' }],
  },
  suspects: [],
  cleared: [],
  grounds: [{ id: 'reporter', what: '举报人', clause: '投诉举报处理办法' }],
  hidden: [],
};
const sources: CheckSources = {
  procedure: 'penalty.ordinary',
  publication: [line('GSXT', '2026-12-15'), line('WEB', '2026-11-26')],
  preview,
  questions: [
    { name: 'contains-privacy', label: '个人隐私' },
    { name: 'contains-security', label: '安全' },
  ],
  reviewer: { name: '吴彩云', post: '公示管理' },
  recorder: { name: '黄雅玲', post: '执法人员' },
  responsible: { name: '苏建章', post: '股长' },
};
const full: CheckDraft = {
  ...EMPTY_CHECK,
  contains: { 'contains-privacy': 'yes', 'contains-security': 'no' },
  isConsistent: true,
  isPartyTold: true,
  result: 'pass',
  opinion: '可以公示。',
};

function line(channel: string, due: string): CheckSources['publication'][number] {
  return {
    channel,
    alternatives: [],
    form: 'BOTH',
    limit: 7,
    due,
    published: null,
    withdrawn: null,
  };
}

describe('hiding a paragraph', () => {
  test('hides each of its segments but those hidden by themselves, and gives it back whole', () => {
    const hidden = hideParagraph([], 1, preview.served[1]?.segments ?? [], 'reporter');
    expect(hidden).toEqual([
      { paragraph: 1, segment: 0, ground: 'reporter' },
      { paragraph: 1, segment: 1, ground: 'reporter' },
    ]);
    expect(groundOf(hidden, 1)).toBe('reporter');
    const both = hideParagraph(hidden, 0, preview.served[0]?.segments ?? [], 'privacy');
    expect(both[0]).toEqual({ paragraph: 0, segment: 0, ground: 'privacy' });
    expect(both).toHaveLength(3);
    expect(unhideParagraph(both, 1)).toEqual([{ paragraph: 0, segment: 0, ground: 'privacy' }]);
    expect(groundOf(unhideParagraph(both, 1), 1)).toBeNull();
  });

  test('on another ground replaces the first', () => {
    const segments = preview.served[1]?.segments ?? [];
    const once = hideParagraph([], 1, segments, 'reporter');
    expect(hideParagraph(once, 1, segments, 'privacy').map(({ ground }) => ground)).toEqual([
      'privacy',
      'privacy',
    ]);
  });
});

describe('the check', () => {
  test('lacks its answers, statements, result and opinion while empty', () => {
    const nothingHidden = { ...preview, served: [] };
    expect(
      missingInCheck(EMPTY_CHECK, { ...sources, preview: nothingHidden, recorder: null }),
    ).toEqual([
      '个人隐私、安全还没答',
      '一致和告知两项还没确认',
      '还没选结论',
      '审核人意见没填',
      '录入人、责任人没选全',
    ]);
    expect(missingInCheck(full, sources)).toEqual([]);
  });

  test('says yes to what is hidden, until somebody says otherwise', () => {
    expect(containsAnswers(EMPTY_CHECK, preview)).toEqual({ 'contains-privacy': 'yes' });
    const hidden = [{ paragraph: 1, segment: 1, ground: 'commercial-secret' }];
    expect(containsAnswers(EMPTY_CHECK, { ...preview, hidden })).toEqual({
      'contains-privacy': 'yes',
      'contains-commercial-secret': 'yes',
    });
    const said = { ...EMPTY_CHECK, contains: { 'contains-privacy': 'no' } };
    expect(containsAnswers(said, preview)).toEqual({ 'contains-privacy': 'no' });
  });

  test('answers every suspect: hidden with its sentence, or read and left open, and read again', () => {
    const name = { paragraph: 1, segment: 0, text: '张某', kind: 'name' } as const;
    const number = { paragraph: 1, segment: 1, text: 'A1234567', kind: 'number' } as const;
    const looking = { ...preview, suspects: [name, number] };
    const missing = (draft: CheckDraft) => missingInCheck(draft, { ...sources, preview: looking });
    expect(missing(full)).toEqual(['还有 2 处可能要隐去的没有看']);
    expect(missing({ ...full, result: 'withhold', withholdGround: '国家秘密' })).toEqual([]);
    const one = clear([], [name]);
    expect(one).toEqual([{ paragraph: 1, segment: 0, text: '张某' }]);
    expect(missing({ ...full, cleared: one })).toEqual(['还有 1 处可能要隐去的没有看']);
    const all = clear(one, [name, number]);
    expect([all.length, openSuspects(looking, all), missing({ ...full, cleared: all })]).toEqual([
      2,
      [],
      [],
    ]);
    expect(openSuspects(looking, unclear(all, number))).toEqual([number]);
    expect(hideSuspect([{ paragraph: 1, segment: 1, ground: 'privacy' }], name)).toEqual([
      { paragraph: 1, segment: 0, ground: 'natural-name' },
      { paragraph: 1, segment: 1, ground: 'privacy' },
    ]);
  });

  test('keeps in its draft what was read', () => {
    const cleared = [{ paragraph: 1, segment: 0, text: '张某' }];
    expect(readCheck({ ...full, cleared: [...cleared, { paragraph: 1 }] })?.cleared).toEqual(
      cleared,
    );
    expect(readCheck({})?.cleared).toBeNull();
  });

  test('to withhold needs its ground of law, and no statement about a text nobody will see', () => {
    const withheld = { ...full, isConsistent: false, isPartyTold: false, result: 'withhold' };
    expect(missingInCheck(withheld, sources)).toEqual(['不予公开的法定理由没填']);
    expect(missingInCheck({ ...withheld, withholdGround: '国家秘密' }, sources)).toEqual([]);
  });

  test('fills the form: first deadline, channels, every gap with place and clause', () => {
    expect(checkValues(full, sources)).toEqual({
      'act-kind': 'penalty',
      deadline: '2026-11-26',
      recorder: { name: '黄雅玲', post: '执法人员' },
      responsible: { name: '苏建章', post: '股长' },
      channels: ['GSXT', 'WEB'],
      form: 'both',
      summary: ['泉鲤市监处罚〔2026〕1号，某店'],
      'contains-privacy': 'yes',
      'contains-security': 'no',
      redactions: [{ place: '正文第1段', kind: '电话', ground: '公示规定第六条' }],
      consistent: true,
      'party-told': true,
      result: 'pass',
      'reviewer-opinion': '可以公示。',
      reviewer: { name: '吴彩云', post: '公示管理' },
    });
  });

  test('asks what the form asks', () => {
    expect(
      containsQuestions({
        code: 'publication-review',
        title: '',
        number: null,
        optional: false,
        when: null,
        fixed: [],
        values: {},
        sections: [
          {
            title: '审核',
            fields: [
              { name: 'contains-privacy', label: '个人隐私', type: 'choice', required: true },
              { name: 'result', label: '结论', type: 'choice', required: true },
            ],
          },
        ],
      }),
    ).toEqual([{ name: 'contains-privacy', label: '个人隐私' }]);
  });

  test('comes back from its draft as it was', () => {
    const hidden = hideParagraph([], 1, preview.served[1]?.segments ?? [], 'reporter');
    const kept: unknown = JSON.parse(JSON.stringify({ ...full, hidden }));
    expect(readCheck(kept)).toEqual({ ...full, hidden });
    expect(readCheck('x')).toBeNull();
    expect(readCheck({ hidden: [{ paragraph: '1' }], contains: { a: 1 } })).toEqual({
      ...EMPTY_CHECK,
      hidden: [],
    });
  });
});
