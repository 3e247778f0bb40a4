/** States of a matter in words. */
import type { MatterState } from './work.rows.ts';

export const STATE_TERMS: Readonly<Record<MatterState, string>> = {
  open: '在办',
  decided: '已决定',
  closed: '已结案',
  declined: '不予立案',
  archived: '已归档',
};

export function stateWords(state: string): string {
  return Object.entries(STATE_TERMS).find(([key]) => key === state)?.[1] ?? state;
}
