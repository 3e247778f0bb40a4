/**
 * What the desk refuses beside the guards of a procedure table: scripts of the rehearsal format know no units, recorders
 * or voided numbers. The constraints of the database refuse their part of it as well. Pure.
 */
import { moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { isEnteredElsewhere, publishesOwnCheck } from '../publicity/publication.ts';
import { isOwnReview } from '../review/review.ts';
import type { Law } from '../rule/law.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { CaseFile } from './case-file.ts';
import type { RefusalCode } from './gates.ts';
import type { AnyAct } from './matter.ts';
import { restsOnVoided } from './voiding.ts';

/** Why this person may not record the act now, by whose work it rests on and what of the file still holds. */
export function deskRefusals(
  file: CaseFile,
  act: AnyAct,
  recorder: StaffMember,
  law: Law,
  day: PlainDate,
): RefusalCode[] {
  const { matter, basis, begun } = file;
  const taking = { people: basis.participants, recorder: recorder.id };
  const units = { handling: begun.unit, entering: recorder.unit };
  const isBackdated = act.at.ms < moment(basis.happened).ms;
  const found: readonly (readonly [RefusalCode, boolean])[] = [
    // Of the acts beside the procedure's, marks bear on the review too: nothing goes back before them.
    ['act/out-of-order', isBackdated],
    ['review/reviewer-is-handler', isOwnReview(matter, act, law, day, taking)],
    ['publication/own-check', publishesOwnCheck(matter, act)],
    ['publication/other-unit', isEnteredElsewhere(act.code, units, law, day)],
    ['record/text-missing', restsOnVoided(file, act.code)],
  ];
  return found.flatMap(([code, holds]) => (holds ? [code] : []));
}
