/**
 * The fields of an act: what is committed one by one, so that each can be shown, withheld or destroyed
 * without the others. Every top-level value of the data is a field; the paragraphs of a decision are
 * split further, one field a segment, since the public version shows some and withholds others.
 *
 *     happened         2024-08-05T09:30:00+08:00
 *     by               ["0191…"]
 *     recorded-by      0191…
 *     pack             9f86…
 *     data.approved-by 0191…
 *     text.3.1         {"sensitive":"phone","text":"13800000000"}
 */
import type { Json } from '../ledger/canonical-json.ts';
import type { NewAct } from './act.ts';

/** The data key whose value is split: an array of paragraphs, each an array of segments. */
const SPLIT_KEY = 'text';

export type Fields = Readonly<Record<string, Json>>;

/** The fields of an act. Throws RangeError for a data key that no field name can carry. */
export function fieldsOf(act: NewAct): Fields {
  const fields: Record<string, Json> = {
    happened: act.happened,
    by: [...act.by],
    'recorded-by': act.recordedBy,
    pack: act.pack,
  };
  for (const [key, value] of Object.entries(act.data)) {
    if (key === SPLIT_KEY) Object.assign(fields, splitText(value));
    else fields[dataField(key)] = value;
  }
  return fields;
}

/** What an act says, put together again from its fields; the inverse of {@link fieldsOf}. */
export function actOfFields(
  fields: Fields,
): Pick<NewAct, 'happened' | 'by' | 'recordedBy' | 'pack' | 'data'> {
  const data: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fields))
    if (name.startsWith('data.')) data[toDataKey(name.slice(5))] = value;
  const text = joinText(fields);
  if (text) data[SPLIT_KEY] = text;
  const { happened, by, pack } = fields;
  const recordedBy = fields['recorded-by'];
  if (
    typeof happened !== 'string' ||
    !isStrings(by) ||
    typeof recordedBy !== 'string' ||
    (pack !== null && typeof pack !== 'string')
  )
    throw new RangeError('an act without its head');
  return { happened, by, recordedBy, pack, data };
}

const KEY = /^[a-z][A-Za-z0-9]{0,40}$/;

/** The field of a member of the data: `data.approved-by` of `approvedBy`. Throws RangeError for a key no field can carry. */
export function dataField(key: string): string {
  if (!KEY.test(key)) throw new RangeError(`not a data key: ${key}`);
  return `data.${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function toDataKey(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function splitText(text: Json): Record<string, Json> {
  if (!isLists(text)) throw new RangeError('text is an array of paragraphs');
  return Object.fromEntries(
    text.flatMap((paragraph, p) => paragraph.map((segment, s) => [`text.${p}.${s}`, segment])),
  );
}

function joinText(fields: Fields): Json[] | null {
  const paragraphs: Json[][] = [];
  for (const [name, value] of Object.entries(fields)) {
    const match = /^text\.(\d+)\.(\d+)$/.exec(name);
    if (!match) continue;
    const paragraph = (paragraphs[Number(match[1])] ??= []);
    paragraph[Number(match[2])] = value;
  }
  return paragraphs.length > 0 ? paragraphs : null;
}

const isStrings = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const isLists = (value: Json): value is Json[][] =>
  Array.isArray(value) && value.every((one) => Array.isArray(one) && one.length > 0);
