/**
 * What the notice of a penalty tells is what was proposed: the party is told of the penalty, and of the grounds for it, that the bureau
 * means to impose (行政处罚法 art. 44; 程序规定 art. 56, 57). Pure.
 */
import { penaltyWords, readPenalties, type PenaltyRow } from '../document/penalty.ts';
import type { Values } from '../document/document.ts';
import { readLine } from '../document/values.ts';
import type { FieldProblem } from './act-input.ts';
import { proposalOf } from './case-context.ts';
import type { CaseFile } from './case-file.ts';
import { lastOf } from './matter.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { citesOnly } from './paper-decision.ts';
import { papersIn } from './paper-facts.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/** Form number of 行政处理决定审批表, by which the head approves what is proposed. */
const APPROVAL = 43;

/**
 * Penalties and articles of a notice against what was proposed last: the draft sent to review, or the proposal approved after it.
 * Before either there is nothing to compare. Laws in `besides` (rule `notice.besides`) may come in.
 */
export function noticeProblems(
  paper: Paper,
  file: CaseFile,
  besides: readonly string[],
): FieldProblem[] {
  if (paper.template.code !== 'penalty-notice') return [];
  const proposals = proposalsOf(file);
  const last = proposals.at(-1);
  if (!last) return [];
  return itemsOf(paper).flatMap((item) => {
    const { name } = item.field;
    if (name === 'penalties') return penaltyProblems(item, last);
    return name === 'violated' || name === 'basis'
      ? articleProblems(item, proposals.map((one) => readLine(one[name])).join('；'), besides)
      : [];
  });
}

/** The draft last sent to review, then the proposal approved after it. One against a penalty tells none. */
function proposalsOf(file: CaseFile): Values[] {
  const draft = proposalOf(file);
  const reviewed = lastOf(file.matter, 'review.requested')?.n ?? 0;
  const approved = papersIn(file, APPROVAL).findLast(({ seq }) => seq > reviewed)?.values;
  return [
    ...(draft ? [draft.code === 'penalty-decision' ? draft.values : {}] : []),
    ...(approved ? [approved['outcome'] === 'penalty' ? approved : {}] : []),
  ];
}

/** The same kinds with the same amounts; how a thing or a term is described may change. */
function penaltyProblems({ value, pointer }: Item, proposed: Values): FieldProblem[] {
  const known = readPenalties(proposed['penalties']);
  return isSame(readPenalties(value), known)
    ? []
    : [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.proposed(inWords(known)))];
}

function isSame(one: readonly PenaltyRow[], other: readonly PenaltyRow[]): boolean {
  const [said, known] = [totals(one), totals(other)];
  return said.size === known.size && [...said].every(([kind, sum]) => known.get(kind) === sum);
}

/** What each kind comes to, in 分. */
function totals(rows: readonly PenaltyRow[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { kind, amount = 0 } of rows) sums.set(kind, (sums.get(kind) ?? 0) + amount);
  return sums;
}

function inWords(rows: readonly PenaltyRow[]): string {
  return rows.length === 0 ? PAPER_TEXTS.noPenalty : rows.map(penaltyWords).join('；');
}

function articleProblems(
  { value, pointer }: Item,
  proposed: string,
  besides: readonly string[],
): FieldProblem[] {
  const told = proposed.replaceAll(/^；+|；+$/g, '');
  return told === '' || citesOnly(readLine(value), told, besides)
    ? []
    : [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.proposed(told))];
}
