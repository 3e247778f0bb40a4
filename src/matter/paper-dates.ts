/** Days and times of a paper: it tells of nothing after the act it belongs to, and nobody signs before the case. Pure. */
import type { Moment } from '../calendar/moment.ts';
import type { Field } from '../document/document.ts';
import { isObject, readLine, readRange } from '../document/values.ts';
import { dateInWords, momentInWords, readDate, readMoment } from '../document/wording.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { papersIn } from './paper-facts.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/**
 * Received is what ends a delivery, and a breach is found before it is decided on; other moments of a paper may lie within the
 * act, which is dated by its beginning.
 */
const TO_THE_MINUTE: ReadonlySet<string> = new Set([
  '/documents/delivery-receipt/received-at',
  '/documents/summary-decision/occurred-at',
]);

/** Dates later than the act, save those that look ahead. */
export function dateProblems(paper: Paper, at: Moment): FieldProblem[] {
  return itemsOf(paper).flatMap((item) => (item.field.ahead ? [] : laterThan(item, at)));
}

function laterThan({ field, value, pointer }: Item, at: Moment): FieldProblem[] {
  const late = (text: unknown, where: string): FieldProblem[] =>
    typeof text === 'string' && dayOf(text) > at.day ? [afterAct(where, dateInWords(at.day))] : [];
  switch (field.type) {
    case 'date':
      return late(value, pointer);
    case 'datetime':
      return TO_THE_MINUTE.has(pointer) && Date.parse(String(value)) > at.ms
        ? [afterAct(pointer, momentInWords(at.text))]
        : late(value, pointer);
    case 'date-range':
      return isObject(value)
        ? ['from', 'to'].flatMap((end) => late(value[end], `${pointer}/${end}`))
        : [];
    default:
      return [];
  }
}

function afterAct(pointer: string, act: string): FieldProblem {
  return fault(pointer, 'document/after-act', PAPER_TEXTS.afterAct(act));
}

/** Form number of 案件来源登记表. */
const SOURCE = 1;

/** Meetings that are part of the case as a signature is. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['/documents/discussion-record/period']);

/**
 * No signature is older than the case (程序规定 art. 78: a file is one true record of one case). A case begins on the day its
 * source was registered, as 案件来源登记表 says, or on the day of its first act, whichever is earlier; `papers` are all those of
 * the act, among which that form may be. What is verified is a clue that was registered (程序规定 art. 18).
 */
export function earlyProblems(
  paper: Paper,
  file: CaseFile,
  papers: readonly Paper[],
): FieldProblem[] {
  const registered = registeredOn(file, papers);
  const first = [file.beganOn, ...registered].sort()[0] ?? file.beganOn;
  return itemsOf(paper).flatMap((item) => {
    const { field, pointer } = item;
    if (field.name === 'verification-period')
      return earlierThan(item, registered[0] ?? first, PAPER_TEXTS.beforeSource);
    return isSignature(field) || OF_THE_CASE.has(pointer)
      ? earlierThan(item, first, PAPER_TEXTS.beforeCase)
      : [];
  });
}

/** Somebody signs on the day of a post's opinion, and on one that starts as the day of the act. */
function isSignature({ type, post, from }: Field): boolean {
  return type === 'date' && (post !== undefined || from === 'today');
}

/** The day the form of the source gives as that of its registration, on file or among the papers of the act; none before. */
function registeredOn(file: CaseFile, papers: readonly Paper[]): string[] {
  const all = [
    ...papersIn(file, SOURCE),
    ...papers.filter(({ template }) => template.no === SOURCE),
  ];
  const day = dayOf(readLine(all.at(-1)?.values['registered-at']));
  return day === '' ? [] : [day];
}

function earlierThan(
  { field, value, pointer }: Item,
  first: string,
  message: (day: string) => string,
): FieldProblem[] {
  const [text, where] =
    field.type === 'date-range'
      ? [readRange(value).from, `${pointer}/from`]
      : [readLine(value), pointer];
  const day = dayOf(text);
  return day !== '' && day < first
    ? [fault(where, 'document/contradicts-file', message(dateInWords(first)))]
    : [];
}

/** The day of a date or a moment in China's zone; empty for neither. */
export function dayOf(text: string): string {
  return readDate(text) ? text : (readMoment(text)?.date ?? '');
}
