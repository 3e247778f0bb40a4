/** The receipt of a delivery (送达回证): which papers it lists, and when they were received. Pure. */
import type { Moment } from '../calendar/moment.ts';
import { titleOf, type Values } from '../document/document.ts';
import { isBlank, isObject, readLine, readRows } from '../document/values.ts';
import { dateInWords, momentInWords, readMoment } from '../document/wording.ts';
import type { ActCode } from './act-data.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile, FiledDocument } from './case-file.ts';
import { lastOf } from './matter.ts';
import { fault, itemsOf, type Paper, pointerTo } from './paper.ts';
import { papersIn } from './paper-facts.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

export const RECEIPT = 'delivery-receipt';

/** What a receipt lists unless somebody says otherwise: the papers of its act, or the decision that is delivered. */
export function receiptRows(
  file: CaseFile,
  act: ActCode,
  beside: readonly Pick<Paper, 'template' | 'values'>[],
): { documents: Values[] } | undefined {
  const titles =
    act === 'decision.delivered'
      ? decisionsIn(file).map(({ title, number }) => ({ title, ...(number ? { number } : {}) }))
      : beside
          .filter(({ template }) => template.category === 'external' && template.code !== RECEIPT)
          .map(({ template, values }) => ({ title: titleOf(template, values) }));
  return titles.length === 0
    ? undefined
    : { documents: titles.map((row) => ({ ...row, copies: 1 })) };
}

/** The decision of the case, as it was issued. */
function decisionsIn(file: CaseFile): FiledDocument[] {
  const number = lastOf(file.matter, 'decision.made')?.data.number;
  return papersIn(file).filter((one) => number !== undefined && one.number === number);
}

/** A decision that was revoked or found void is not served any more. */
function isUndone({ matter }: CaseFile): boolean {
  const kind = lastOf(matter, 'decision.overturned')?.data.kind;
  return kind === 'revoked' || kind === 'invalid';
}

/** Numbers that are not on file, a decision that is not listed or no longer holds, and a receipt before what it is for. */
export function receiptProblems(
  paper: Paper,
  file: CaseFile,
  act: ActCode,
  at: Moment,
  isAlone: boolean,
): FieldProblem[] {
  if (paper.template.code !== RECEIPT) return [];
  const items = itemsOf(paper);
  const pointer = pointerTo(paper.template, 'documents');
  const listed = items.find(({ field }) => field.name === 'documents')?.value;
  if (!Array.isArray(listed)) return [];
  const filed = papersIn(file);
  const unknown = listed.flatMap((row: unknown, index) => {
    if (!isObject(row) || isBlank(row['number'])) return [];
    return filed.some(({ number }) => number === row['number'])
      ? []
      : [
          fault(
            `${pointer}/${index}/number`,
            'document/not-on-file',
            isAlone ? PAPER_TEXTS.notOnFile : PAPER_TEXTS.numberedByItself,
          ),
        ];
  });
  const numbers = new Set(readRows(listed).map((row) => readLine(row['number'])));
  const decision = act === 'decision.delivered' ? decisionsIn(file).at(-1)?.number : null;
  const unlisted =
    unknown.length === 0 && decision && !numbers.has(decision)
      ? [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.decisionNotListed(decision))]
      : [];
  const undone =
    act === 'decision.delivered' && isUndone(file)
      ? [fault(pointer, 'document/contradicts-file', PAPER_TEXTS.decisionUndone)]
      : [];
  const received = items.find(({ field }) => field.name === 'received-at')?.value;
  return [
    ...leftProblems(paper),
    ...unknown,
    ...unlisted,
    ...undone,
    ...(typeof received === 'string'
      ? earlier(
          received,
          pointerTo(paper.template, 'received-at'),
          filed.filter(({ number }) => number !== null && numbers.has(number)),
          file,
          isAlone ? null : at,
        )
      : []),
  ];
}

/** What is refused at the door is left there, before a witness or a camera (程序规定 art. 82). */
function leftProblems({ template, values }: Paper): FieldProblem[] {
  const { method, witness, recording } = values;
  if (method === 'direct' && values['receiver-kind'] === 'refused')
    return [
      fault(pointerTo(template, 'method'), 'document/contradicts-file', PAPER_TEXTS.refusedIsLeave),
    ];
  return method === 'leave' && isBlank(witness) && isBlank(recording)
    ? [fault(pointerTo(template, 'witness'), 'document/field-missing', PAPER_TEXTS.leaveNeeds)]
    : [];
}

/** Received before the papers were issued; papers of the same act are of its day. */
function earlier(
  received: string,
  pointer: string,
  listed: readonly FiledDocument[],
  file: CaseFile,
  at: Moment | null,
): FieldProblem[] {
  const before = (title: string, issued: string) =>
    fault(pointer, 'document/before-issue', PAPER_TEXTS.beforeIssue(title, issued));
  for (const { seq, title } of listed) {
    const issued = file.acts.find((one) => one.seq === seq)?.happened;
    if (issued !== undefined && Date.parse(received) < Date.parse(issued))
      return [before(title, momentInWords(issued))];
  }
  const day = readMoment(received)?.date;
  return at && day !== undefined && day < at.day
    ? [before(PAPER_TEXTS.thisAct, dateInWords(at.day))]
    : [];
}
