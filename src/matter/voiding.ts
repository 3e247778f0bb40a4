/** Voiding the number of a paper (作废文号): the number stays used, the paper stays on file without effect. Pure. */
import type { FieldProblem } from './act-input.ts';
import type { ActCode } from './act-data.ts';
import { type CaseFile, type FiledDocument, isVoided } from './case-file.ts';
import { actsOf, theDecision } from './matter.ts';
import { VOIDING_TEXTS } from './voiding.texts.ts';

/** 实施行政强制措施决定书; 当场行政处罚决定书, 行政处罚决定书, 不予行政处罚决定书. */
const MEASURE = 21;
const DECISIONS: ReadonlySet<number> = new Set([44, 45, 46]);

/**
 * A decision that has been made is not undone by voiding its number: the act that made it has its effect, and its
 * text is what was reviewed and approved. A bureau that finds it wrong corrects it of its own accord by revoking or
 * changing it (行政处罚法 art. 75 para. 2), recorded as `decision.overturned` by the bureau itself, from which
 * publication and withdrawal follow; a measure is lifted (行政强制法 art. 28). What it rests on stays as it was when it was
 * made. Other papers may be voided.
 */
export function voidingProblems(
  file: CaseFile,
  { of, number }: { readonly of: number; readonly number: string },
): FieldProblem[] {
  const form = file.documents.find((one) => one.seq === of && one.number === number)?.form;
  const decision = theDecision(file.matter);
  if (decision && of < decision.n)
    return [{ pointer: '/number', code: 'field/not-voidable', message: VOIDING_TEXTS.restedOn }];
  if (form !== MEASURE && !DECISIONS.has(form ?? 0)) return [];
  const rows = file.matter.procedure.rows;
  const act = form === MEASURE ? 'seizure.lifted' : 'decision.overturned';
  const message = VOIDING_TEXTS.decided(rows.get(act)?.term ?? VOIDING_TEXTS.correct);
  return [{ pointer: '/number', code: 'field/not-voidable', message }];
}

/**
 * Papers that were voided and have nothing in their place: neither a later one of their kind nor, where the act that
 * made them is done once only, a paper supplied for it since. An act that rests on the whole file waits for them
 * (行政处罚法 art. 47), for what they recorded stands on no paper.
 */
export function unreplaced(file: CaseFile): FiledDocument[] {
  const { matter, documents, acts } = file;
  return documents.filter((paper) => {
    if (!isVoided(file, paper)) return false;
    const voiding = acts.findLast(
      ({ type, data }) => type === 'document.voided' && data['of'] === paper.seq,
    );
    const isReissued = documents.some(
      (one) => one.code === paper.code && one.seq > paper.seq && !isVoided(file, one),
    );
    const made = matter.acts.find(({ n }) => n === paper.seq);
    const isSupplied =
      made !== undefined &&
      matter.procedure.rows.get(made.code)?.once === true &&
      actsOf(matter, 'record.text.added').some(
        ({ n, data }) => data.of === paper.seq && n > (voiding?.seq ?? 0),
      );
    return !isReissued && !isSupplied;
  });
}

/** Whether the act rests on papers of the file that were voided: one that needs a review passed, or no paper missing. */
export function restsOnVoided(file: CaseFile, act: ActCode): boolean {
  const gates = file.matter.procedure.rows.get(act)?.gates ?? [];
  const isWhole = gates.includes('record/text-missing') || gates.includes('review/not-passed');
  return isWhole && unreplaced(file).length > 0;
}
