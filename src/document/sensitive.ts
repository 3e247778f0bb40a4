/**
 * Cutting a text into segments, and marking those that must be looked at before publication. Pure.
 *
 * A segment is at most a sentence, so that hiding one never hides more than a sentence. Joined again, the segments are the text.
 */

import { isCitizenNumber, isCreditCode } from '../party/identifier.ts';
import {
  type DocumentKind,
  type Field,
  fieldsOf,
  type Sensitive,
  type Values,
} from './document.ts';
import { PARTY_FIELDS } from './party-fields.ts';
import { isObject, readLine, readOfficers, readParty, readPerson, readRows } from './values.ts';

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

/** Runs of digits: 18-character identity numbers, mobile phones, and bank accounts (16 and more, or 8 and more after 账号). */
const PATTERNS: readonly {
  pattern: RegExp;
  sensitive: Sensitive;
  accept: (text: string) => boolean;
}[] = [
  {
    pattern: /(?<![0-9A-Za-z])\d{17}[\dX](?![0-9A-Za-z])/g,
    sensitive: 'id-number',
    accept: isCitizenNumber,
  },
  { pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/g, sensitive: 'phone', accept: () => true },
  {
    pattern: /(?<![0-9A-Za-z])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,4})*(?![0-9A-Za-z])/g,
    sensitive: 'account',
    accept: (text) => !isCreditCode(text) && !isCitizenNumber(text),
  },
  {
    pattern: /(?<=(?:账号|帐号|账户|卡号)(?:为|是|：|:)?\s?)\d[\d -]{6,}\d/g,
    sensitive: 'account',
    accept: (text) => !isCreditCode(text),
  },
];

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
  return [{ text: readLine(value), sensitive }];
}

/** The home of a natural person is private; the registered seat of a firm is public by law (市场主体登记管理条例 art. 8). */
function partySecrets(value: unknown): Secret[] {
  if (!isObject(value)) return [];
  const natural = readParty(value).kind === 'natural';
  const marked = PARTY_FIELDS.flatMap((field) =>
    field.sensitive === undefined || (field.sensitive === 'address' && !natural)
      ? []
      : [{ text: readLine(value[field.name]), sensitive: field.sensitive }],
  );
  return natural
    ? [{ text: readLine(value['name']), sensitive: 'natural-name' }, ...marked]
    : marked;
}

/** Sensitive texts a document holds, longest first: all values of fields marked `sensitive`, printed or not. */
export function secretsOf(kind: DocumentKind, values: Values): Secret[] {
  const secrets = fieldsOf(kind).flatMap((field) => fieldSecrets(field, values[field.name]));
  return secrets
    .filter((secret) => Array.from(secret.text).length >= SHORTEST_SECRET)
    .sort((a, b) => b.text.length - a.text.length);
}

function marksOf(text: string, secrets: readonly Secret[]): Mark[] {
  const marks: Mark[] = [];
  const free = (at: number, length: number): boolean =>
    marks.every((mark) => at + length <= mark.at || mark.at + mark.text.length <= at);
  for (const { text: secret, sensitive } of secrets) {
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
      if (free(at, secret.length)) marks.push({ at, text: secret, sensitive });
    }
  }
  for (const { pattern, sensitive, accept } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [found] = match;
      if (accept(found) && free(match.index, found.length)) {
        marks.push({ at: match.index, text: found, sensitive });
      }
    }
  }
  return marks.sort((a, b) => a.at - b.at);
}

/**
 * Cuts a text into segments: at the end of each sentence, and around each sensitive text.
 *
 * @param secrets as {@link secretsOf} returns them; identity numbers, mobile phones and bank accounts are recognised besides
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
