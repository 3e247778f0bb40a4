import { describe, expect, test } from 'vitest';
import type { FormDocumentView } from '../../matter/matter.api.ts';
import { formGrounds, reviewItems } from './review-form.ts';
import {
  EMPTY_DRAFT,
  isDoubtful,
  missingToSign,
  opinionText,
  readDraft,
  type ReviewDraft,
  type ReviewSources,
  reviewValues,
  unitHeads,
} from './review-draft.ts';

const answers = [
  { value: 'met', label: '满足' },
  { value: 'not-met', label: '不满足' },
  { value: 'not-applicable', label: '不适用' },
];
const item = (name: string, label: string, required = true) => ({
  name,
  label,
  type: 'choice',
  required,
  choices: answers,
});
const form: FormDocumentView = {
  code: 'review-form',
  title: '案件审核/法制审核表',
  number: null,
  optional: false,
  when: null,
  fixed: [],
  values: {},
  sections: [
    {
      title: '案件',
      fields: [
        {
          name: 'grounds',
          label: '法制审核的情形',
          type: 'choices',
          required: false,
          choices: [
            { value: 'complex', label: '疑难复杂' },
            { value: 'list', label: '清单' },
          ],
        },
      ],
    },
    {
      title: '审核内容',
      fields: [
        item('item-facts', '事实是否清楚'),
        item('item-procedure', '程序是否合法'),
        item('item-documents', '文书是否完备', false),
        item('item-crime', '是否涉嫌犯罪'),
        { name: 'notes', label: '说明', type: 'list', required: false },
      ],
    },
  ],
};
const items = reviewItems(form, 'legal');
const sources: ReviewSources = {
  kind: 'legal',
  round: 2,
  grounds: ['list'],
  materials: [{ name: '案件调查终结报告', pages: 4 }],
  reviewer: { name: '蔡明哲', post: '法制审核' },
  heads: [{ id: 'h', name: '林晓东', post: '法规股股长' }],
  licence: '',
  against: [],
};
const full: ReviewDraft = {
  ...EMPTY_DRAFT,
  answers: { 'item-facts': 'not-met', 'item-procedure': 'met', 'item-crime': 'not-applicable' },
  notes: { 'item-facts': '广告费用没有付款凭证。' },
  citations: { 'item-facts': { file: 'document:9:1', title: '听证笔录', page: 1 } },
  conclusion: 'supplement',
  licence: 'A20183505020117',
  headOpinion: '同意。',
  head: 'h',
};

describe('the items of a review', () => {
  test('are those the bureau asks for, and after them what else a legal review may answer', () => {
    expect(items.map(({ id, isAsked }) => [id, isAsked])).toEqual([
      ['facts', true],
      ['procedure', true],
      ['crime', true],
      ['documents', false],
    ]);
    expect(reviewItems(form, 'case').map(({ id }) => id)).toEqual(['facts', 'procedure', 'crime']);
    expect(items[0]?.answers.map(({ value }) => value)).toEqual([
      'met',
      'not-met',
      'not-applicable',
    ]);
  });

  test('grounds the form does not name belong to the list of the bureau', () => {
    expect(formGrounds(['complex', 'list:fine', 'all-except-summary'], form)).toEqual([
      'complex',
      'list',
    ]);
  });
});

describe('what is missing before the signature', () => {
  test('[WD-2.3.4] an empty draft lacks the answer to every item asked, and says which', () => {
    const heads = [...sources.heads, { id: 'g', name: '方远', post: '副股长' }];
    expect(missingToSign(items, EMPTY_DRAFT, { ...sources, heads })).toEqual([
      '第 1—3 项未答',
      '还没选结论',
      '法律职业资格证号没填',
      '审核机构负责人意见没填',
      '审核机构负责人没选',
    ]);
    const answered = { 'item-facts': 'met', 'item-crime': 'met' };
    expect(missingToSign(items, { ...full, answers: answered }, sources)).toEqual(['第 2 项未答']);
  });

  test('an item that is not met needs its reason', () => {
    expect(missingToSign(items, { ...full, notes: {} }, sources)).toEqual([
      '第 1 项不满足，还没写说明',
    ]);
  });

  test('so does one that is met although the machine found something against it', () => {
    const against = { ...sources, against: ['item-procedure'] };
    expect(missingToSign(items, full, against)).toEqual(['第 2 项与机器的发现不同，还没写理由']);
    const notes = { ...full.notes, 'item-procedure': '当日已补告知。' };
    expect(missingToSign(items, { ...full, notes }, against)).toEqual([]);
  });

  test('the licence number used last and the only head there is need no typing', () => {
    const known = { ...sources, licence: 'A20183505020117' };
    const draft = { ...full, licence: null, head: '' };
    expect(missingToSign(items, draft, known)).toEqual([]);
    expect(reviewValues(items, draft, known)).toMatchObject({
      'reviewer-licence': 'A20183505020117',
      'review-head': { name: '林晓东', post: '法规股股长' },
    });
  });

  test('nothing is missing in a full one; pages nobody counted are', () => {
    expect(missingToSign(items, full, sources)).toEqual([]);
    const uncounted = { ...sources, materials: [{ name: '拟处理决定稿', pages: null }] };
    expect(missingToSign(items, full, uncounted)).toEqual(['送审材料的页数没填全']);
  });

  test('a case review asks for no licence and no grounds', () => {
    const caseOnly = { ...sources, kind: 'case', grounds: [] };
    expect(missingToSign(items, { ...full, licence: '' }, caseOnly)).toEqual([]);
  });
});

describe('the wording', () => {
  test('is put together from answers, notes and the page cited', () => {
    expect(opinionText(items, full)).toBe(
      '经审核，本案程序一项满足，涉嫌犯罪移送一项不适用。' +
        '事实证据一项不满足：广告费用没有付款凭证（见听证笔录第1页）。建议补充调查后重新送审。',
    );
  });

  test('follows the answers until it is edited, then it is the reviewer’s', () => {
    const changed = {
      ...full,
      answers: { ...full.answers, 'item-facts': 'met' },
      conclusion: 'agree',
    };
    expect(opinionText(items, changed)).toBe(
      '经审核，本案事实证据、程序二项满足，涉嫌犯罪移送一项不适用。同意办案机构处理意见。',
    );
    expect(opinionText(items, { ...changed, text: '另写。' })).toBe('另写。');
  });

  test('agreeing although an item is not met is worth a second look', () => {
    expect(isDoubtful(items, { ...full, conclusion: 'agree' })).toBe(true);
    expect(isDoubtful(items, full)).toBe(false);
  });
});

test('the review form carries every answer, its note, the round and both names', () => {
  expect(reviewValues(items, full, sources)).toEqual({
    'review-kind': 'legal',
    grounds: ['list'],
    round: 2,
    materials: [{ name: '案件调查终结报告', pages: 4 }],
    'item-facts': 'not-met',
    'item-procedure': 'met',
    'item-crime': 'not-applicable',
    notes: [{ item: '事实是否清楚', note: '广告费用没有付款凭证（见听证笔录第1页）' }],
    opinion: 'supplement',
    'opinion-text': [opinionText(items, full)],
    reviewer: { name: '蔡明哲', post: '法制审核' },
    'reviewer-licence': 'A20183505020117',
    'review-head-opinion': '同意。',
    'review-head': { name: '林晓东', post: '法规股股长' },
  });
});

describe('who signs as head of the reviewing unit', () => {
  const person = (id: string, unit: string, roles: readonly string[], active = true) => ({
    id,
    name: id,
    post: '',
    unit,
    roles,
    active,
  });
  const people = [
    person('head', 'legal', ['unit-head', 'reviewer']),
    person('reviewer', 'legal', ['reviewer']),
    person('chair', 'legal', ['chair']),
    person('left', 'legal', ['unit-head'], false),
    person('other', 'food', ['unit-head']),
  ];

  test('holds that post: neither the reviewer nor a chair of hearings, nor the head of another unit', () => {
    expect(unitHeads(people, { id: 'reviewer', unit: 'legal' }).map(({ id }) => id)).toEqual([
      'head',
    ]);
  });

  test('is the reviewer only where nobody else holds it', () => {
    const legal = { id: 'head', unit: 'legal' };
    expect(unitHeads(people, legal).map(({ id }) => id)).toEqual(['head']);
    const deputy = person('deputy', 'legal', ['unit-head']);
    expect(unitHeads([...people, deputy], legal).map(({ id }) => id)).toEqual(['deputy']);
  });
});

test('a draft comes back as it was kept, and what does not fit is left out', () => {
  expect(readDraft(JSON.parse(JSON.stringify(full)) as Record<string, unknown>)).toEqual(full);
  expect(readDraft({ answers: { a: 1 }, text: 5, citations: { a: { page: '1' } } })).toEqual(
    EMPTY_DRAFT,
  );
});
