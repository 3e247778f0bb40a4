/**
 * Readers of document values. Values come from outside and may still be incomplete (a draft), so each reader answers with the
 * empty value of its type instead of failing. Pure.
 */

import type { DateRange, Officer, Party, Person, Values } from './document.ts';

/** Whether `value` is an object with string keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether nothing has been given: absent, blank text, or an empty list. `false` and 0 are given. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return isBlankText(value);
  if (Array.isArray(value)) return value.every(isBlank);
  return isObject(value) && Object.values(value).every(isBlank);
}

/** White space, what prints nothing (Unicode category Cf), and the fillers and the blank braille cell that look like a space. */
const BLANK = /^[\s\p{Cf}\u034f\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** Whether a text shows nothing when printed. */
export function isBlankText(text: string): boolean {
  return BLANK.test(text);
}

/** Text of a line, text or choice. */
export function readLine(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Paragraphs, also of a text with line breaks. */
export function readParagraphs(value: unknown): string[] {
  const texts = Array.isArray(value) ? value : [value];
  return texts
    .flatMap((text) => (typeof text === 'string' ? text.split(/\r?\n/) : []))
    .filter((text) => !isBlankText(text));
}

/** Both ends of a range, empty where not given. */
export function readRange(value: unknown): DateRange {
  if (!isObject(value)) return { from: '', to: '' };
  return { from: readLine(value['from']), to: readLine(value['to']) };
}

/** A person, with an empty name when none is given. */
export function readPerson(value: unknown): Person {
  if (!isObject(value)) return { name: '' };
  const post = readLine(value['post']);
  return { name: readLine(value['name']), ...(post === '' ? {} : { post }) };
}

/** Officers in order. */
export function readOfficers(value: unknown): Officer[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((entry) => ({
    name: readLine(entry['name']),
    certificate: readLine(entry['certificate']),
  }));
}

/** Rows of a list. */
export function readRows(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The party; texts not given are left out. */
export function readParty(value: unknown): Partial<Party> {
  if (!isObject(value)) return {};
  const texts = [
    'name',
    'licenceName',
    'code',
    'address',
    'representative',
    'idNumber',
    'phone',
    'otherContact',
    'birth',
  ] as const;
  const party: { -readonly [Key in keyof Party]?: Party[Key] } = {};
  for (const key of texts) {
    const text = readLine(value[key]);
    if (text !== '') party[key] = text;
  }
  const { kind, gender, idKind } = value;
  if (
    kind === 'legal' ||
    kind === 'natural' ||
    kind === 'individual-business' ||
    kind === 'other'
  ) {
    party.kind = kind;
  }
  if (gender === 'male' || gender === 'female') party.gender = gender;
  if (idKind === 'citizen' || idKind === 'other') party.idKind = idKind;
  return party;
}
