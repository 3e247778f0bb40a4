/** What the texts of all decisions are put together from. Pure. */
import type { DecisionTerms } from './decision-terms.ts';
import { type DocumentKind, fieldsOf, type Values } from './document.ts';
import { printValue } from './print-value.ts';
import { readParagraphs } from './values.ts';
import { dateInWords } from './wording.ts';

/** What stands around the values: issuer, number, date, and what the law says. Empty number or date in a draft. */
export interface DecisionFrame {
  readonly bureauName: string;
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string | null;
  readonly terms: DecisionTerms;
}

/** How a paragraph is set. */
export type PartStyle =
  | 'summary-title'
  | 'summary'
  | 'office'
  | 'title'
  | 'number'
  | 'party'
  | 'heading'
  | 'body'
  | 'item'
  | 'sign'
  | 'copies';

/** A paragraph before it is cut. */
export type Line = readonly [PartStyle, string];

export const body = (text: string): Line => ['body', text];
export const bodies = (value: unknown): Line[] => readParagraphs(value).map(body);

/** Items end with semicolons, the last with a full stop. */
export function listed(texts: readonly string[], mark: (number: number) => string): Line[] {
  return texts.map((text, index) => [
    'item',
    `${mark(index + 1)}${text}${index === texts.length - 1 ? '。' : '；'}`,
  ]);
}

/** What was chosen, in the words of the form. */
export function choiceLabel(kind: DocumentKind, values: Values, name: string): string {
  const field = fieldsOf(kind).find((entry) => entry.name === name);
  return field?.choices?.find((choice) => choice.value === values[name])?.label ?? '';
}

/** The sections a bureau added, at the end of the text. */
export function addedLines(kind: DocumentKind, values: Values): Line[] {
  return kind.sections
    .filter((section) => section.added === true)
    .flatMap((section): Line[] => {
      const lines = section.fields.flatMap((field) => {
        const text = field.printed === false ? '' : printValue(field, values[field.name]).text;
        return text === '' ? [] : [body(`${field.label}：${text}`)];
      });
      return lines.length === 0 ? [] : [['heading', section.title], ...lines];
    });
}

/** The date of the paper in words, empty in a draft. */
export function dateWords(frame: DecisionFrame): string {
  return frame.date === null ? '' : dateInWords(frame.date);
}
