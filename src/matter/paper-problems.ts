/** Whether the papers of an act fit the file, the act and its people. Pure. */
import { parseMoment } from '../calendar/moment.ts';
import type { Values } from '../document/document.ts';
import { isObject } from '../document/values.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { publicationProblems } from '../publicity/review-problems.ts';
import { reviewFormProblems } from '../review/review-form.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import { aboutOf, certified } from './acting.ts';
import type { CaseFile } from './case-file.ts';
import { amountProblems } from './paper-amounts.ts';
import { decisionProblems } from './paper-decision.ts';
import { speakerProblems } from './paper-speaker.ts';
import { dateProblems, earlyProblems } from './paper-dates.ts';
import { discussionProblems } from './paper-discussion.ts';
import { factProblems } from './paper-facts.ts';
import { hearingProblems } from './paper-hearing.ts';
import { noticeProblems } from './paper-notice.ts';
import { officerProblems } from './paper-officers.ts';
import { signerProblems } from './paper-signers.ts';
import type { Paper } from './paper.ts';
import type { ActRequest, PreparedAct, PrepareContext } from './prepare-act.ts';
import { meets } from './procedure.ts';
import { receiptProblems } from './receipt.ts';

/** Everything in the papers of the act, and in a decision proposed by it, that contradicts what is known otherwise. */
export function paperProblems(
  file: CaseFile,
  request: ActRequest,
  prepared: PreparedAct,
  context: PrepareContext,
): FieldProblem[] {
  const at = parseMoment(request.at);
  if (!at) return [];
  const papers = papersOf(prepared, context);
  const acting = actingIn(file, request, prepared, context, at.day);
  const about = aboutOf(request.fields);
  const besides = context.law.value('notice.besides', at.day);
  const { profile } = context.bureau;
  const { people } = context;
  const ofPapers = papers.flatMap((paper) => [
    ...officerProblems(paper, people, acting),
    ...signerProblems(paper, file, { people, actor: context.actor, by: prepared.by }),
    ...factProblems(paper, file, about, request.act, profile),
    ...dateProblems(paper, at),
    ...earlyProblems(paper, file, papers),
    ...amountProblems(paper, file),
    ...decisionProblems(paper, file, request.act, at, profile, besides),
    ...noticeProblems(paper, file, besides),
    ...speakerProblems(paper, file),
    ...discussionProblems(paper, context),
    ...hearingProblems(paper, file, request.fields['chair'], at, context),
    ...receiptProblems(paper, file, request.act, at, papers.length === 1),
    ...reviewFormProblems(paper),
  ]);
  return [...ofPapers, ...publicationProblems(file, request, papers, context)];
}

function papersOf({ documents, data }: PreparedAct, { templates }: PrepareContext): Paper[] {
  const { proposal } = data;
  const proposed =
    isObject(proposal) && typeof proposal['code'] === 'string'
      ? templates.get(proposal['code'])
      : undefined;
  return [
    ...documents.map(({ template, values, numberField, numbers }) => ({
      template,
      values,
      numbered: [...(numberField === null ? [] : [numberField]), ...Object.keys(numbers)],
    })),
    ...(proposed && isObject(proposal) && isObject(proposal['values'])
      ? [{ template: proposed, values: proposal['values'] satisfies Values, numbered: [] }]
      : []),
  ];
}

/** The officers of a field act; null for other acts, and where they are fewer than the law wants and the act is refused. */
function actingIn(
  file: CaseFile,
  request: ActRequest,
  { by, data }: PreparedAct,
  { people, law }: PrepareContext,
  day: PlainDate,
): readonly StaffMember[] | null {
  const field = file.matter.procedure.rows.get(request.act)?.field;
  if (request.beforehand || field === undefined || (field !== true && !meets(field, data)))
    return null;
  const acting = certified(by, people);
  return acting.length < law.value('handlers.minimum', day) ? null : acting;
}
