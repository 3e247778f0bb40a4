/** Voiding the number of a paper (作废文号): the number stays used, the paper stays on file without effect. Pure. */
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { VOIDING_TEXTS } from './voiding.texts.ts';

/** 实施行政强制措施决定书; 当场行政处罚决定书, 行政处罚决定书, 不予行政处罚决定书. */
const MEASURE = 21;
const DECISIONS: ReadonlySet<number> = new Set([44, 45, 46]);

/**
 * A decision that has been made is not undone by voiding its number: the act that made it has its effect, and its
 * text is what was reviewed and approved. A bureau that finds it wrong corrects it of its own accord by revoking or
 * changing it (行政处罚法 art. 75 para. 2), recorded as `decision.overturned` by the bureau itself, from which
 * publication and withdrawal follow; a measure is lifted (行政强制法 art. 28). Other papers may be voided.
 */
export function voidingProblems(
  file: CaseFile,
  { of, number }: { readonly of: number; readonly number: string },
): FieldProblem[] {
  const form = file.documents.find((one) => one.seq === of && one.number === number)?.form;
  if (form !== MEASURE && !DECISIONS.has(form ?? 0)) return [];
  const rows = file.matter.procedure.rows;
  const act = form === MEASURE ? 'seizure.lifted' : 'decision.overturned';
  const message = VOIDING_TEXTS.decided(rows.get(act)?.term ?? VOIDING_TEXTS.correct);
  return [{ pointer: '/number', code: 'field/not-voidable', message }];
}
