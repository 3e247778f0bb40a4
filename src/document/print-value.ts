import type { Field } from './document.ts';
import { type Pair, partyLines } from './party-lines.ts';
import { penaltyWords, readPenalties } from './penalty.ts';
import {
  isBlank,
  readLine,
  readOfficers,
  readParagraphs,
  readPerson,
  readRange,
  readRows,
} from './values.ts';
import {
  amountInFigures,
  amountOnPaper,
  dateInWords,
  isAmount,
  momentInWords,
  readDate,
  readMoment,
} from './wording.ts';

/** Values in the words papers use, one shape for all types, so that templates only place them. Pure. */

/** A printed value. Templates take the part they need; parts a type does not have are empty. */
export interface PrintedValue {
  readonly label: string;
  readonly type: Field['type'];
  /** whether a value was given */
  readonly given: boolean;
  /** all of it in one line */
  readonly text: string;
  /** paragraphs, or one line an entry */
  readonly lines: readonly string[];
  /** every choice, ticked or not */
  readonly options: readonly {
    readonly label: string;
    readonly on: boolean;
    readonly value: string;
  }[];
  /** party lines; people with post or certificate number */
  readonly pairs: readonly Pair[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function inLine(texts: readonly string[]): Partial<PrintedValue> {
  const lines = texts.filter((text) => text !== '');
  return { text: lines.join('；'), lines };
}

function day(value: unknown): string {
  const text = readLine(value);
  return readDate(text) ? dateInWords(text) : '';
}

function moment(value: unknown): string {
  const text = readLine(value);
  return readMoment(text) ? momentInWords(text) : '';
}

function range(field: Field, value: unknown): string {
  const { from, to } = readRange(value);
  const words = field.minutes === true ? moment : day;
  return words(from) === '' && words(to) === '' ? '' : `${words(from)}至${words(to)}`;
}

function chosen(field: Field, value: unknown): Partial<PrintedValue> {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const options = (field.choices ?? []).map((choice) => ({
    ...choice,
    on: values.includes(choice.value),
  }));
  const text = options
    .filter((option) => option.on)
    .map((option) => option.label)
    .join('、');
  return { text, options };
}

function yesOrNo(value: unknown): Partial<PrintedValue> {
  const options = [
    { label: '是', on: value === true, value: 'true' },
    { label: '否', on: value === false, value: 'false' },
  ];
  return { text: options.find((option) => option.on)?.label ?? '', options };
}

function people(pairs: readonly Pair[]): Partial<PrintedValue> {
  const lines = pairs.map(({ label, text }) => (text === '' ? label : `${label}（${text}）`));
  return { text: lines.join('、'), lines, pairs };
}

function amount(value: unknown, words: (fen: number) => string): string {
  return isAmount(value) ? words(value) : '';
}

/** A cell of a list: amounts without capital words, for want of room. */
function cell(item: Field, value: unknown): string {
  return item.type === 'money' ? amount(value, amountInFigures) : printValue(item, value).text;
}

function list(field: Field, value: unknown): Partial<PrintedValue> {
  if (field.format === 'penalties') return inLine(readPenalties(value).map(penaltyWords));
  const items = field.items ?? [];
  const rows = readRows(value).map((row) => items.map((item) => cell(item, row[item.name])));
  return {
    ...inLine(rows.map((cells) => cells.filter((text) => text !== '').join('，'))),
    heads: items.map((item) => item.label),
    rows,
  };
}

function printed(field: Field, value: unknown): Partial<PrintedValue> {
  switch (field.type) {
    case 'line':
      return inLine(readParagraphs(value));
    case 'text':
    case 'paragraphs':
      return { text: readParagraphs(value).join(''), lines: readParagraphs(value) };
    case 'date':
      return inLine([day(value)]);
    case 'datetime':
      return inLine([moment(value)]);
    case 'date-range':
      return inLine([range(field, value)]);
    case 'money':
      return inLine([amount(value, amountOnPaper)]);
    case 'number':
      return inLine([typeof value === 'number' ? `${value}${field.unit ?? ''}` : '']);
    case 'choice':
    case 'choices':
      return chosen(field, value);
    case 'boolean':
      return yesOrNo(value);
    case 'person': {
      const { name, post = '' } = readPerson(value);
      return name === '' ? {} : people([{ label: name, text: post }]);
    }
    case 'officers':
      return people(
        readOfficers(value).map(({ name, certificate }) => ({ label: name, text: certificate })),
      );
    case 'party': {
      const pairs = partyLines(value);
      return { ...inLine(pairs.map(({ label, text }) => `${label}：${text}`)), pairs };
    }
    case 'list':
      return list(field, value);
  }
}

/** Prints one value. A value not given, or not of its field's type, prints as nothing. */
export function printValue(field: Field, value: unknown): PrintedValue {
  const empty = { text: '', lines: [], options: [], pairs: [], heads: [], rows: [] };
  const { label, type } = field;
  return { label, type, given: !isBlank(value), ...empty, ...printed(field, value) };
}
