/**
 * Which fields of a decision a public proof may open: what its public entry shows, by an allow-list, and nothing that is
 * public only because nobody thought of it (公示规定 art. 6, 7). A field of any unexpected form stays closed.
 */

import { isJsonObject, type Json, type JsonObject } from './canonical-json.ts';

/** What a publication shows of a decision: its form, and the segments the bureau withheld by decision. */
export interface ShownEntry {
  readonly form: 'summary' | 'document' | 'both';
  readonly hidden: readonly { readonly paragraph: number; readonly segment: number }[];
}

/** The field that holds the withheld segments of a publication. */
const HIDDEN = 'data.hidden';
const FORM = 'data.form';
const SEGMENT = /^text\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** Fields every public entry shows, and the form in which they can be shown. */
const ALWAYS: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['data.number', isText],
  ['happened', isText],
  ['data.authority', isText],
  ['data.penalty', isPlainPenalty],
]);

/**
 * Names of the fields that may be opened, of a decision with these fields. Segments of the text are opened for the forms
 * `document` and `both`, unless they are marked sensitive or withheld.
 */
export function openable(entry: ShownEntry, fields: Readonly<Record<string, Json>>): string[] {
  return Object.entries(fields)
    .filter(([name, value]) => ALWAYS.get(name)?.(value) ?? isShown(entry, name, value))
    .map(([name]) => name);
}

function isShown({ form, hidden }: ShownEntry, name: string, value: Json): boolean {
  const [, paragraph, segment] = SEGMENT.exec(name) ?? [];
  if (form === 'summary' || paragraph === undefined || segment === undefined) return false;
  const withheld = hidden.some(
    (one) => one.paragraph === Number(paragraph) && one.segment === Number(segment),
  );
  return !withheld && isPlainSegment(value);
}

/** Words and nothing else: any mark beside them means that somebody must look first. */
function isPlainSegment(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).join() === 'text' && isText(value['text']);
}

/** Amounts and yes or no; never words. */
function isPlainPenalty(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  return Object.values(value).every((one) => typeof one === 'number' || typeof one === 'boolean');
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string';
}

/** What a publication shows, from the fields of its act. Throws RangeError unless it says so in every detail. */
export function shownBy(publication: Readonly<Record<string, Json>>): ShownEntry {
  const form = publication[FORM];
  const { [HIDDEN]: hidden = [] } = publication;
  if (form !== 'summary' && form !== 'document' && form !== 'both') {
    throw new RangeError('a publication without a form');
  }
  if (!Array.isArray(hidden)) throw new RangeError('withheld segments that are not a list');
  return { form, hidden: hidden.map(readPlace) };
}

function readPlace(value: Json): ShownEntry['hidden'][number] {
  const { paragraph, segment } = isJsonObject(value) ? value : ({} satisfies JsonObject);
  if (typeof paragraph !== 'number' || typeof segment !== 'number') {
    throw new RangeError('a withheld segment without its place');
  }
  return { paragraph, segment };
}
