/** What a beat's documents and fields say, before names are filled in. Pure. */
import { type ActForm, applies } from '../matter/act-form.ts';
import { AFTER_PAPERS } from './papers/after.texts.ts';
import { CASE_PAPERS } from './papers/case.texts.ts';
import { DECISION_PAPERS } from './papers/decision.texts.ts';
import { MEASURE_PAPERS } from './papers/measures.texts.ts';
import type { Beat, Template, Templates } from './plot.ts';
import { labelOf } from './schedule.ts';

const PAPERS: Readonly<Record<string, Templates>> = {
  ...CASE_PAPERS,
  ...MEASURE_PAPERS,
  ...DECISION_PAPERS,
  ...AFTER_PAPERS,
};

/**
 * The templates of the documents that come with a beat, by code. What is said of a document in general gives way to what is
 * said of it at that act, at that beat, in that kind of review, and by the beat itself.
 */
export function papersOf(
  beat: Beat,
  form: ActForm,
  fields: Readonly<Record<string, unknown>>,
  reviewKind: string,
): Readonly<Record<string, Templates>> {
  const codes = form.documents
    .filter(
      (one) =>
        applies(one, fields) && !(one.optional === true && beat.papers?.[one.code] === undefined),
    )
    .map((one) => one.code);
  const [usual] = form.proposal;
  if (usual !== undefined)
    codes.push(form.proposal.find((code) => beat.papers?.[code] !== undefined) ?? usual);
  return Object.fromEntries(codes.map((code) => [code, paperOf(beat, code, reviewKind)]));
}

function paperOf(beat: Beat, code: string, reviewKind: string): Templates {
  const places = ['', `@${beat.act}`, `@${labelOf(beat)}`, `@${reviewKind}`];
  return Object.assign(
    {},
    ...places.map((place) => PAPERS[`${code}${place}`]),
    beat.papers?.[code],
  ) as Record<string, Template>; // each part is of this type
}
