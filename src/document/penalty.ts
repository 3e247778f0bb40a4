/**
 * Kinds of penalty (行政处罚法 art. 9), their words on paper, and the rows penalty and evidence lists are made of. Pure.
 * The codes are those of the `penalty` object of an act, so that a row never has to be typed twice.
 */

import type { Field } from './document.ts';
import { readRows } from './values.ts';
import { amountOnPaper, isAmount } from './wording.ts';

/** Penalty kinds from lightest to heaviest, as annual statistics count them. */
export const PENALTY_KINDS = [
  { value: 'warning', label: '警告' },
  { value: 'criticism', label: '通报批评' },
  { value: 'fine', label: '罚款' },
  { value: 'gains', label: '没收违法所得' },
  { value: 'goods', label: '没收非法财物' },
  { value: 'suspendLicence', label: '暂扣许可证件' },
  { value: 'downgrade', label: '降低资质等级' },
  { value: 'suspend', label: '责令停产停业' },
  { value: 'close', label: '责令关闭' },
  { value: 'restrict', label: '限制从业' },
  { value: 'revoke', label: '吊销许可证件' },
] as const;

/** Code of a penalty kind. */
export type PenaltyCode = (typeof PENALTY_KINDS)[number]['value'];

/** The penalty of an act: amounts in 分, flags. Absent means none. */
export type Penalty = {
  readonly [Code in PenaltyCode]?: Code extends 'fine' | 'gains' | 'goods' ? number : boolean;
};

/** A row of the `penalties` field. `amount` in 分 for fine and gains, the value of the goods for goods. */
export interface PenaltyRow {
  readonly kind: PenaltyCode;
  readonly amount?: number;
  /** what is confiscated, revoked or suspended, and for how long */
  readonly detail?: string;
}

/** Rows of a penalty in the order of {@link PENALTY_KINDS}. */
export function penaltyRows(penalty: Penalty): PenaltyRow[] {
  return PENALTY_KINDS.flatMap(({ value }) => {
    const given = penalty[value];
    if (typeof given === 'number') return given > 0 ? [{ kind: value, amount: given }] : [];
    return given === true ? [{ kind: value }] : [];
  });
}

/**
 * One penalty in words: 罚款52000元（大写：伍万贰仟元整）; 没收违法所得…; 没收过期酸奶28盒（货值1260元（大写：…））; 吊销许可证件：….
 *
 * @throws RangeError for an amount that is none
 */
export function penaltyWords(row: PenaltyRow): string {
  const label = PENALTY_KINDS.find((kind) => kind.value === row.kind)?.label ?? '';
  const amount = row.amount === undefined ? '' : amountOnPaper(row.amount);
  if (row.kind === 'goods') {
    const value = row.amount === undefined ? '' : `，货值${amount}`;
    return row.detail === undefined ? `${label}${value}` : `没收${row.detail}${value}`;
  }
  if (row.kind === 'fine' || row.kind === 'gains') {
    return row.detail === undefined ? `${label}${amount}` : `${label}${amount}，${row.detail}`;
  }
  return row.detail === undefined ? label : `${label}：${row.detail}`;
}

/** Rows of a `penalties` value; rows with an unknown kind are left out. */
export function readPenalties(value: unknown): PenaltyRow[] {
  return readRows(value).flatMap((row) => {
    const kind = PENALTY_KINDS.find((entry) => entry.value === row['kind'])?.value;
    if (kind === undefined) return [];
    const { amount, detail } = row;
    return [
      {
        kind,
        ...(isAmount(amount) ? { amount } : {}),
        ...(typeof detail === 'string' && detail !== '' ? { detail } : {}),
      },
    ];
  });
}

/** Items of a list field with the format `penalties`. */
export const PENALTY_ITEMS: readonly Field[] = [
  { name: 'kind', label: '种类', type: 'choice', required: true, choices: PENALTY_KINDS },
  {
    name: 'amount',
    label: '金额',
    type: 'money',
    requiredWhen: { field: 'kind', equals: ['fine', 'gains'] },
  },
  {
    name: 'detail',
    label: '内容',
    type: 'line',
    requiredWhen: {
      field: 'kind',
      equals: ['goods', 'suspendLicence', 'downgrade', 'suspend', 'restrict', 'revoke'],
    },
    maxLength: 200,
    hint: '没收的物品与数量、吊销的证照与编号、停业的期间等',
  },
];

/** Items of a list field with the format `evidence`. */
export const EVIDENCE_ITEMS: readonly Field[] = [
  { name: 'name', label: '证据名称', type: 'line', required: true, maxLength: 200 },
  { name: 'source', label: '证据来源', type: 'line', maxLength: 200 },
  { name: 'proves', label: '证明内容', type: 'text', required: true, maxLength: 1000 },
];
