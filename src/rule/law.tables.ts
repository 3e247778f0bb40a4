/** Rules and procedures as tables, in the words of the screen. Pure. */
import { roleListWords } from '../staff/role.texts.ts';
import type { ProcedureView, SettledRuleView } from './law.api.ts';
import { keyWords } from './law.texts.ts';
import { valueWords } from './value-words.ts';

type Cells = Record<string, string | number | null>;

const yuan = (fen: number): string => `${fen / 100} 元`;

/** The rule chosen for a key, a line; none for a key nothing is said of. */
export function ruleCells({ key, chosen, beaten }: SettledRuleView): Cells[] {
  if (chosen === null) return [];
  return [
    {
      规则: keyWords(key),
      内容: wholeValue(key, chosen.value),
      来源: chosen.source === 'national' ? '全国' : '本局',
      依据: chosen.basis.join('；'),
      自: chosen.from,
      至: chosen.to,
      让位的规则: beaten.length,
      说明: chosen.note,
    },
  ];
}

/** In a table there is room for every entry of a list. */
function wholeValue(key: string, value: unknown): string {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
    ? value.map((one) => valueWords(key, one, yuan)).join('、')
    : valueWords(key, value, yuan);
}

/** The acts of a procedure in the order of its stages, a line each. */
export function procedureCells({ title, stages, acts }: ProcedureView): Cells[] {
  const order = new Map(stages.map((stage, index) => [stage.id, { title: stage.title, index }]));
  const last = stages.length;
  return acts
    .toSorted((a, b) => (order.get(a.stage)?.index ?? last) - (order.get(b.stage)?.index ?? last))
    .map(({ term, stage, who, basis }) => ({
      程序: title,
      阶段: order.get(stage)?.title ?? '随时',
      环节: term,
      谁办: roleListWords(who),
      依据: basis.join('；'),
    }));
}

/** The procedure every bureau has most to do with stands in front where none has been used more. */
const USUAL = 'penalty.ordinary';

/** Procedures by how many matters they have, those used most in front. */
export function byUse<P extends { readonly id: string }>(
  procedures: readonly P[],
  used: ReadonlyMap<string, number>,
): P[] {
  const rank = ({ id }: P): number => (used.get(id) ?? 0) + (id === USUAL ? 0.5 : 0);
  return procedures.toSorted((a, b) => rank(b) - rank(a));
}
