/** Sums in the papers after a decision: no others than the decision lays down. Pure. */
import { amountInFigures } from '../document/wording.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { has, lastOf } from './matter.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/**
 * A demand is for no more than what was decided. A case closed as executed was paid at least what was decided, and at
 * most what a surcharge can add: no more than the fine once again (行政处罚法 art. 72; 行政强制法 art. 42, 45 let off
 * the surcharge only). A decision that was overturned tells no sums any more.
 */
export function amountProblems(paper: Paper, file: CaseFile): FieldProblem[] {
  const penalty = lastOf(file.matter, 'decision.made')?.data.penalty;
  if (!penalty || has(file.matter, 'decision.overturned')) return [];
  const fine = penalty.fine ?? 0;
  const owed = fine + (penalty.gains ?? 0);
  return itemsOf(paper).flatMap((item) => {
    if (item.pointer === '/documents/performance-demand/due')
      return between(item, 0, owed, PAPER_TEXTS.dueTooMuch(amountInFigures(owed)));
    if (item.pointer !== '/documents/case-closing/fine-paid') return [];
    const executed = paper.values['ground'] === 'executed';
    return [
      ...between(
        item,
        executed ? owed : 0,
        Infinity,
        PAPER_TEXTS.paidTooLittle(amountInFigures(owed)),
      ),
      ...between(item, 0, owed + fine, PAPER_TEXTS.paidTooMuch(amountInFigures(owed + fine))),
    ];
  });
}

function between(
  { value, pointer }: Item,
  least: number,
  most: number,
  message: string,
): FieldProblem[] {
  return typeof value === 'number' && (value < least || value > most)
    ? [fault(pointer, 'document/amount-differs', message)]
    : [];
}
