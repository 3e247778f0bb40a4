/**
 * The party block (当事人基本信息) of all forms as fields: which items there are, which are required for which kind of party,
 * how each is labelled. One source for checking, JSON Schema and printing. Pure.
 */

import type { Field, Party, PartyKind } from './document.ts';

const ORGANISATIONS = ['legal', 'individual-business'] as const;

/** Items of a value of type `party`. */
export const PARTY_FIELDS: readonly Field[] = [
  {
    name: 'kind',
    label: '当事人类别',
    type: 'choice',
    required: true,
    choices: [
      { value: 'legal', label: '法人' },
      { value: 'natural', label: '自然人' },
      { value: 'individual-business', label: '个体工商户' },
      { value: 'other', label: '其他组织' },
    ],
  },
  { name: 'name', label: '当事人', type: 'line', required: true, maxLength: 200 },
  {
    name: 'licenceName',
    label: '主体资格证照名称',
    type: 'line',
    requiredWhen: { field: 'kind', equals: ORGANISATIONS },
    maxLength: 100,
    phrases: ['营业执照'],
  },
  {
    name: 'code',
    label: '统一社会信用代码',
    type: 'line',
    requiredWhen: { field: 'kind', equals: ORGANISATIONS },
    format: 'credit-code',
  },
  {
    name: 'address',
    label: '住所（住址）',
    type: 'line',
    required: true,
    maxLength: 200,
    sensitive: 'address',
  },
  {
    name: 'representative',
    label: '法定代表人（负责人、经营者）',
    type: 'line',
    requiredWhen: { field: 'kind', equals: ORGANISATIONS },
    maxLength: 100,
  },
  {
    name: 'idNumber',
    label: '身份证（其他有效证件）号码',
    type: 'line',
    requiredWhen: { field: 'kind', equals: 'natural' },
    format: 'citizen-number',
    sensitive: 'id-number',
  },
  {
    name: 'idKind',
    label: '证件类型',
    type: 'choice',
    choices: [
      { value: 'citizen', label: '居民身份证' },
      { value: 'other', label: '其他有效证件' },
    ],
  },
  { name: 'phone', label: '联系电话', type: 'line', maxLength: 50, sensitive: 'phone' },
  { name: 'otherContact', label: '其他联系方式', type: 'line', maxLength: 100, sensitive: 'phone' },
  {
    name: 'gender',
    label: '性别',
    type: 'choice',
    choices: [
      { value: 'male', label: '男' },
      { value: 'female', label: '女' },
    ],
  },
  // Eight digits of the identity number, and so as private.
  { name: 'birth', label: '出生日期', type: 'date', sensitive: 'birth' },
];

const REPRESENTATIVE: Readonly<Record<PartyKind, string>> = {
  legal: '法定代表人',
  natural: '姓名',
  'individual-business': '经营者',
  other: '负责人',
};

const ADDRESS: Readonly<Record<PartyKind, string>> = {
  legal: '住所',
  natural: '住址',
  'individual-business': '经营场所',
  other: '住所',
};

/** Label and item name of each line of the block, for a party of this kind, in the order the forms print them. */
export function partyLabels(kind: PartyKind): readonly { name: keyof Party; label: string }[] {
  if (kind === 'natural') {
    return [
      { name: 'name', label: '当事人' },
      { name: 'gender', label: '性别' },
      { name: 'birth', label: '出生日期' },
      { name: 'idNumber', label: '身份证（其他有效证件）号码' },
      { name: 'address', label: ADDRESS.natural },
      { name: 'phone', label: '联系电话' },
      { name: 'otherContact', label: '其他联系方式' },
    ];
  }
  return [
    { name: 'name', label: '当事人' },
    { name: 'licenceName', label: '主体资格证照名称' },
    { name: 'code', label: '统一社会信用代码' },
    { name: 'address', label: ADDRESS[kind] },
    { name: 'representative', label: REPRESENTATIVE[kind] },
    { name: 'idNumber', label: '身份证（其他有效证件）号码' },
    { name: 'phone', label: '联系电话' },
    { name: 'otherContact', label: '其他联系方式' },
  ];
}
