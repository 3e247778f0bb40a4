import { decisionParts, isFlowing, SUMMARY_GAP } from './decision-text.ts';
import type { DecisionTerms } from './decision-terms.ts';
import { type DocumentKind, fieldsOf, titleOf, type Values } from './document.ts';
import type { BureauContext } from './context.ts';
import { type PrintedValue, printValue } from './print-value.ts';
import { paragraphText } from './sensitive.ts';
import { dateInWords, readMoment } from './wording.ts';

/** What a Typst template is given: `view.json`. Pure. */

/** The issuing bureau as far as papers need it. */
export type IssuingBureau = Pick<
  BureauContext,
  'name' | 'address' | 'phone' | 'government' | 'court'
> &
  Partial<Pick<BureauContext, 'postcode' | 'contact'>>;

/** A document to print. */
export interface Sheet {
  readonly kind: DocumentKind;
  readonly values: Values;
  readonly bureau: IssuingBureau;
  /** null where the form carries no number, or a draft has none yet */
  readonly number: string | null;
  /** date of the document, `YYYY-MM-DD` */
  readonly date: string | null;
  /** null where the kind is not flowing and has none of them */
  readonly terms: DecisionTerms | null;
  /** ISO moment with offset: the PDF's creation date */
  readonly createdAt: string;
  /** draft: marked as such on every page, and allowed to be incomplete */
  readonly draft?: boolean;
}

/** Font families by the face a form asks for; each is a list of families tried in order. */
export interface FontFaces {
  /** 宋体, running text */
  readonly song: readonly string[];
  /** 仿宋 */
  readonly fang: readonly string[];
  /** 黑体, headings and labels */
  readonly hei: readonly string[];
  /** 楷体 */
  readonly kai: readonly string[];
}

/** A paragraph of a flowing document; `label` only for summary lines. */
export interface PrintedPart {
  readonly style: string;
  readonly label: string;
  readonly text: string;
}

/** The whole of `view.json`. */
export interface PrintView {
  readonly title: string;
  readonly bureau: Readonly<Record<string, string>>;
  readonly number: string;
  /** in words, e.g. 2026年9月23日 */
  readonly date: string;
  readonly copies: string;
  readonly draft: boolean;
  readonly qr: string;
  readonly fonts: FontFaces;
  readonly created: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>>;
  readonly fields: Readonly<Record<string, PrintedValue>>;
  /** sections a bureau added, with the names of their printed fields */
  readonly added: readonly { readonly title: string; readonly fields: readonly string[] }[];
  readonly parts: readonly PrintedPart[];
}

function createdParts(createdAt: string): PrintView['created'] {
  const moment = readMoment(createdAt);
  if (!moment) throw new RangeError(`not a moment: ${createdAt}`);
  const [year = 0, month = 0, day = 0] = moment.date.split('-').map(Number);
  return { year, month, day, hour: moment.hour, minute: moment.minute };
}

function partsOf(sheet: Sheet): PrintedPart[] {
  if (!isFlowing(sheet.kind)) return [];
  const { kind, values, bureau, number, date, terms } = sheet;
  if (terms === null) throw new RangeError(`no terms for ${kind.code}`);
  return decisionParts(kind, values, { bureauName: bureau.name, number, date, terms }).map(
    ({ style, paragraph }) => {
      const whole = paragraphText(paragraph);
      const gap = style === 'summary' ? whole.indexOf(SUMMARY_GAP) : -1;
      return gap < 0
        ? { style, label: '', text: whole }
        : { style, label: whole.slice(0, gap), text: whole.slice(gap + SUMMARY_GAP.length) };
    },
  );
}

/**
 * Words and shapes of a document, ready to be placed.
 *
 * @param qr SVG text, or the empty string
 * @throws RangeError when `createdAt` or `date` is malformed, or a flowing kind comes without terms
 */
export function printView(sheet: Sheet, fonts: FontFaces, qr: string): PrintView {
  const { kind, values, bureau } = sheet;
  const added = kind.sections.filter((section) => section.added === true);
  return {
    title: titleOf(kind, values),
    bureau: {
      name: bureau.name,
      address: bureau.address,
      phone: bureau.phone,
      government: bureau.government,
      court: bureau.court,
      postcode: bureau.postcode ?? '',
      contact: bureau.contact ?? '',
    },
    number: sheet.number ?? '',
    date: sheet.date === null ? '' : dateInWords(sheet.date),
    copies: kind.copies ?? '',
    draft: sheet.draft === true,
    qr,
    fonts,
    created: createdParts(sheet.createdAt),
    fields: Object.fromEntries(
      fieldsOf(kind).map((field) => [field.name, printValue(field, values[field.name])]),
    ),
    added: added.map(({ title, fields }) => ({
      title,
      fields: fields.filter((field) => field.printed !== false).map((field) => field.name),
    })),
    parts: partsOf(sheet),
  };
}
