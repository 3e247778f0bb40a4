/** Days and times of a paper: it cannot tell of what comes after the act it belongs to. Pure. */
import type { Moment } from '../calendar/moment.ts';
import { isObject } from '../document/values.ts';
import { dateInWords, momentInWords, readDate, readMoment } from '../document/wording.ts';
import type { FieldProblem } from './act-input.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
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

function dayOf(text: string): string {
  return readDate(text) ? text : (readMoment(text)?.date ?? '');
}
