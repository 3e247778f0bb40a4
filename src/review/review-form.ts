/** What a reviewer concludes follows from what was found: 同意 only where no item was found wanting. Pure. */
import type { FieldProblem } from '../matter/act-input.ts';
import { fault, itemsOf, type Paper, pointerTo } from '../matter/paper.ts';
import { REVIEW_FORM_TEXTS } from './review-form.texts.ts';

/**
 * The opinion agrees only where the case meets every item it was reviewed on; otherwise it says what is to be
 * corrected or supplemented (程序规定 art. 53, 54).
 */
export function reviewFormProblems(paper: Paper): FieldProblem[] {
  const { template, values } = paper;
  if (template.code !== 'review-form' || values['opinion'] !== 'agree') return [];
  const unmet = itemsOf(paper).filter(({ value }) => value === 'not-met');
  return unmet.length === 0
    ? []
    : [
        fault(
          pointerTo(template, 'opinion'),
          'document/contradicts-file',
          REVIEW_FORM_TEXTS.notAgreed(unmet.map(({ field }) => field.label)),
        ),
      ];
}
