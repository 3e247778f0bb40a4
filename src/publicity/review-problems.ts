/** What speaks against a check of the publication, and against a publication, beside the rules of the procedure. Pure. */
import { parseMoment } from '../calendar/moment.ts';
import type { DocumentTemplate, Values } from '../document/document.ts';
import { segmentText } from '../document/sensitive.ts';
import { readLine } from '../document/values.ts';
import type { FieldProblem } from '../matter/act-input.ts';
import type { CaseFile } from '../matter/case-file.ts';
import { caseSecrets } from '../matter/case-secrets.ts';
import type { ActRequest, PrepareContext } from '../matter/prepare-act.ts';
import { withFoundLater } from './found-later.ts';
import { REVIEW_PAPER, reviewPaperProblems } from './review-paper.ts';
import {
  clearedProblems,
  openSuspects,
  placeProblems,
  summaryProblems,
  suspectProblems,
} from './review-text.ts';
import { REVIEW_TEXTS as T } from './review.texts.ts';
import { servedDecision } from './served.ts';

interface ReviewPaper {
  readonly template: DocumentTemplate;
  readonly values: Values;
}

type Request = Pick<ActRequest, 'act' | 'at' | 'fields' | 'hidden' | 'cleared' | 'beforehand'>;

/** Everything about the publication that does not fit the file; nothing for any other act. */
export function publicationProblems(
  file: CaseFile,
  request: Request,
  papers: readonly ReviewPaper[],
  context: PrepareContext,
): FieldProblem[] {
  const at = parseMoment(request.at);
  if (!at || request.beforehand) return [];
  const unit = unitOf(file, context);
  if (request.act === 'publication.published') return unitProblems(request.fields, unit);
  if (request.act === 'publication.withdrawn')
    return reasonProblems(file, readLine(request.fields['reason']), context);
  if (request.act !== 'publication.reviewed') return [];
  const served = servedDecision(file);
  const paper = papers.find(({ template }) => template.code === REVIEW_PAPER);
  const { law, calendar, templates } = context;
  const setting = { law, calendar, templates, day: at.day, unit };
  const { hidden, cleared = [] } = request;
  const text = served?.text ?? [];
  const misplaced = [
    ...placeProblems({ text }, hidden, law, at.day),
    ...clearedProblems({ text }, cleared),
  ];
  if (misplaced.length > 0) return misplaced;
  const passes = paper?.values['result'] === 'pass';
  const grounds = [
    ...withFoundLater(text, hidden, caseSecrets(file, templates)),
    ...text.flat().flatMap(({ sensitive }) => (sensitive ? [{ ground: sensitive }] : [])),
  ];
  return [
    ...(paper ? reviewPaperProblems(paper.template, paper.values, file, grounds, setting) : []),
    ...(served && passes
      ? [
          ...summaryProblems(file, served, hidden, setting),
          ...suspectProblems(openSuspects(file, served, hidden, templates), cleared),
        ]
      : []),
  ];
}

export function unitOf({ begun }: CaseFile, { bureau }: Pick<PrepareContext, 'bureau'>): string {
  return bureau.units.find(({ id }) => id === begun.unit)?.name ?? '';
}

/** The reason of a withdrawal is public at once and for good, without a second person: it says nothing of people. */
function reasonProblems(
  file: CaseFile,
  reason: string,
  { templates }: Pick<PrepareContext, 'templates'>,
): FieldProblem[] {
  const text = [segmentText(reason, caseSecrets(file, templates))];
  const found = [
    ...text.flat().flatMap((one) => (one.sensitive === undefined ? [] : [one.text])),
    ...openSuspects(file, { text }, [], templates).map((one) => one.text),
  ];
  return found.length === 0
    ? []
    : [
        {
          pointer: '/fields/reason',
          code: 'publication/not-masked',
          message: T.reason([...new Set(found)].join('、')),
        },
      ];
}

/** The unit that made the information is the one that handled the matter. */
function unitProblems(fields: ActRequest['fields'], unit: string): FieldProblem[] {
  const given = readLine(fields['unit']).trim();
  return given === '' || given === unit
    ? []
    : [{ pointer: '/fields/unit', code: 'document/contradicts-file', message: T.unit(unit) }];
}
