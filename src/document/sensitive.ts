/**
 * Cutting a text into segments, and marking those that must be looked at before publication. Pure.
 *
 * A segment is at most a sentence, so that hiding one never hides more than a sentence. Joined again, the segments are the text.
 */

import { birthOf, placesOfBirth } from './birth.ts';
import {
  type DocumentKind,
  type Field,
  fieldsOf,
  type Sensitive,
  type Values,
} from './document.ts';
import { PARTY_FIELDS } from './party-fields.ts';
import { compact, digitPattern, personalData, placesOfNumber } from './personal-data.ts';
import { isObject, readLine, readOfficers, readParty, readPerson, readRows } from './values.ts';
import { dateInWords, readDate } from './wording.ts';

/** A piece of a paragraph. `sensitive` says what kind of information it is. */
export interface Segment {
  readonly text: string;
  readonly sensitive?: Sensitive;
}

/** A paragraph of a document: its text is the segments joined. */
export type Paragraph = readonly Segment[];

/** A text that is sensitive wherever it stands. */
export interface Secret {
  readonly text: string;
  readonly sensitive: Sensitive;
}

interface Mark extends Secret {
  readonly at: number;
}

const SENTENCE = /[^。！？；]*[。！？；]+[”’」』）》]*|[^。！？；]+/g;

/** Texts shorter than this are part of too many words to be recognised. */
const SHORTEST_SECRET = 2;

function fieldSecrets(field: Field, value: unknown): Secret[] {
  if (field.type === 'party') return partySecrets(value);
  if (field.type === 'list') {
    return readRows(value).flatMap((row) =>
      (field.items ?? []).flatMap((item) => fieldSecrets(item, row[item.name])),
    );
  }
  if (field.sensitive === undefined) return [];
  const { sensitive } = field;
  if (field.type === 'person') return [{ text: readPerson(value).name, sensitive }];
  if (field.type === 'officers') {
    return readOfficers(value).map(({ name }) => ({ text: name, sensitive }));
  }
  const text = readLine(value);
  if (field.type === 'date') return readDate(text) ? [{ text: dateInWords(text), sensitive }] : [];
  return sensitive === 'address' ? addressSecrets(text) : [{ text, sensitive }];
}

/** Shorter rests of an address are names of streets that anybody may live in. */
const SHORTEST_ADDRESS = 5;
const REGIONS = [
  /^.{1,8}?(?:省|自治区)/,
  /^.{1,8}?(?:市|自治州|地区|盟)/,
  /^.{1,8}?[区县旗市]/,
  /^.{1,8}?(?:街道|镇|乡|苏木)/,
] as const;

/** An address, and what is left of it without province, city, district and town: it is seldom written out twice. */
function addressSecrets(text: string): Secret[] {
  const texts = [text];
  for (const region of REGIONS) texts.push((texts.at(-1) ?? '').replace(region, ''));
  // Nor with the room: 柳树巷5号 tells of 柳树巷5号302室 well enough.
  texts.push(...texts.map((one) => /^.*?\d+号(?=.)/u.exec(one)?.[0] ?? one));
  return [...new Set(texts)]
    .filter((one) => one === text || one.length >= SHORTEST_ADDRESS)
    .map((one) => ({ text: one, sensitive: 'address' }));
}

/**
 * What may not be public of a party. The home of a natural person is private; the registered seat of a firm is public by law
 * (市场主体登记管理条例 art. 8), and so are its legal representative and whoever runs a shop of his own.
 */
export function partySecrets(value: unknown): Secret[] {
  if (!isObject(value)) return [];
  const natural = readParty(value).kind === 'natural';
  const marked = PARTY_FIELDS.flatMap((field) =>
    field.sensitive === 'address' && !natural ? [] : fieldSecrets(field, value[field.name]),
  );
  return natural
    ? [{ text: readLine(value['name']), sensitive: 'natural-name' }, ...marked]
    : marked;
}

/** Sensitive texts a document holds, longest first: all values of fields marked `sensitive`, printed or not. */
export function secretsOf(kind: DocumentKind, values: Values): Secret[] {
  return longestFirst(fieldsOf(kind).flatMap((field) => fieldSecrets(field, values[field.name])));
}

/** The secrets in the order in which a text must be searched for them, without those too short to be recognised. */
export function longestFirst(secrets: readonly Secret[]): Secret[] {
  return secrets
    .filter((secret) => Array.from(secret.text).length >= SHORTEST_SECRET)
    .sort((a, b) => b.text.length - a.text.length);
}

/** Kinds of secrets that are numbers: they may be set in other ways than where they were first written. */
const NUMBERS: ReadonlySet<Sensitive> = new Set(['id-number', 'phone', 'account']);
/** Letters and digits a number must have to be looked for in every way it may be set. */
const SHORTEST_NUMBER = 6;

/** Dots between the parts of a name, as they are typed: 阿依古丽·买买提. */
const DOTS = '·•.．･‧・∙⋅';
/** What may stand between two characters of a name or an address that is set apart: 欧 阳 建 国. */
const SPACED = `[ \\t\\u00a0\\u3000${DOTS}]{0,3}`;

function placesOf(text: string, { text: secret, sensitive }: Secret) {
  if (NUMBERS.has(sensitive) && compact(secret).length >= SHORTEST_NUMBER)
    return placesOfNumber(text, secret);
  const signs = [...withoutSpaces(secret)];
  const spelt = signs
    .map((sign) =>
      /^\d$/.test(sign) ? digitPattern(sign) : sign.replace(/[\\^$.*+?()[\]{}|/]/, String.raw`\$&`),
    )
    .join(SPACED);
  const [before, after] = [edge(signs.at(0), '<!'), edge(signs.at(-1), '!')];
  return [...text.matchAll(new RegExp(`${before}${spelt}${after}`, 'giu'))].map(
    ({ 0: found, index }) => ({ at: index, length: found.length }),
  );
}

/** A name in letters is no part of a longer word. */
function edge(sign: string | undefined, look: '<!' | '!'): string {
  return /^\p{Script=Latin}$/u.test(sign ?? '') ? String.raw`(?${look}\p{Script=Latin})` : '';
}

/** A name or an address as it is spelt, however it is set: without spaces, and without dots between its parts. */
export function withoutSpaces(text: string): string {
  return text.replaceAll(new RegExp(`[\\s\\u3000${DOTS}]`, 'g'), '');
}

function marksOf(text: string, secrets: readonly Secret[]): Mark[] {
  const marks: Mark[] = [];
  const mark = (at: number, length: number, sensitive: Sensitive): void => {
    if (marks.every((one) => at + length <= one.at || one.at + one.text.length <= at))
      marks.push({ at, text: text.slice(at, at + length), sensitive });
  };
  for (const secret of secrets)
    for (const { at, length } of placesOf(text, secret)) mark(at, length, secret.sensitive);
  for (const secret of secrets) {
    const birth = birthOf(secret);
    if (birth) for (const { at, length } of placesOfBirth(text, birth)) mark(at, length, 'birth');
  }
  for (const { at, length, sensitive } of personalData(text)) mark(at, length, sensitive);
  return marks.sort((a, b) => a.at - b.at);
}

/**
 * Cuts a text into segments: at the end of each sentence, and around each sensitive text.
 *
 * @param secrets as {@link secretsOf} returns them; what is personal by its form is recognised besides
 */
export function segmentText(text: string, secrets: readonly Secret[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const plain = (until: number): void => {
    for (const [sentence] of text.slice(done, until).matchAll(SENTENCE))
      segments.push({ text: sentence });
    done = until;
  };
  for (const mark of marksOf(text, secrets)) {
    plain(mark.at);
    segments.push({ text: mark.text, sensitive: mark.sensitive });
    done = mark.at + mark.text.length;
  }
  plain(text.length);
  return segments;
}

/** The text of a paragraph. */
export function paragraphText(paragraph: Paragraph): string {
  return paragraph.map((segment) => segment.text).join('');
}
