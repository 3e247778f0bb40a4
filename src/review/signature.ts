/** A review is accepted and concluded in one's own name: the record names its reviewer by who recorded it. Pure. */
import type { FieldProblem } from '../matter/act-input.ts';
import { TEXTS } from './signature.texts.ts';

const SIGNED: ReadonlySet<string> = new Set(['review.accepted', 'review.concluded']);

/** What is wrong with the name under a review; `by` names who does the act, `recorder` records it. */
export function signatureProblems(
  act: string,
  by: readonly string[],
  recorder: string,
): FieldProblem[] {
  if (!SIGNED.has(act) || by[0] === recorder) return [];
  return [{ pointer: '/by', code: 'review/not-own-name', message: TEXTS.notOwnName }];
}
