/** What a citizen hands in: read from a form, checked item by item, with plain words for what is not right. Pure. */
import { FAULTS } from './pages/intake.texts.ts';
import type { RequestKind } from './links.ts';

const REQUEST_KINDS = [
  'correction',
  'objection',
  'complaint',
  'disclosure',
] as const satisfies RequestKind[];

/** What was typed, as it was typed. */
export interface RequestForm {
  readonly kind: RequestKind;
  readonly entry: string;
  readonly field: string;
  readonly name: string;
  readonly contact: string;
  readonly content: string;
  /** Given out with the form: the same form sent twice is one request. */
  readonly token: string;
}

export type RequestFault = { readonly field: keyof RequestForm; readonly words: string };

/** Longest in characters; the table has the same limits. */
const LONGEST = { name: 100, contact: 200, content: 4000, entry: 60, field: 40 } as const;
const SHORTEST_CONTACT = 3;
const TOKEN = /^[0-9a-f]{32}$/;
const ENTRY = /^[a-z-]+-\d{4}-\d{1,9}$/;

export function isRequestKind(text: string): text is RequestKind {
  return (REQUEST_KINDS as readonly string[]).includes(text);
}

/** Reads the fields of a form; what is absent is empty. Carriage returns of browsers become line feeds. */
export function readRequest(kind: RequestKind, sent: URLSearchParams): RequestForm {
  const text = (name: string) => (sent.get(name) ?? '').replaceAll('\r\n', '\n').normalize('NFC');
  return {
    kind,
    entry: text('entry').trim(),
    field: text('field').trim(),
    name: text('name').trim(),
    contact: text('contact').trim(),
    content: text('content').trim(),
    token: text('token'),
  };
}

/** Everything that is not right, in the order of the form; empty when it can be taken. */
export function faultsOf(form: RequestForm): RequestFault[] {
  const faults: RequestFault[] = [];
  const fault = (field: keyof RequestForm, words: string) => faults.push({ field, words });
  if (form.entry !== '' && !ENTRY.test(form.entry)) fault('entry', FAULTS.entry);
  if (form.kind === 'correction' && form.entry === '') fault('entry', FAULTS.entryMissing);
  if (lengthOf(form.field) > LONGEST.field) fault('field', FAULTS.field);
  textFault('content', FAULTS.content);
  textFault('name', FAULTS.name);
  textFault('contact', FAULTS.contact);
  if (form.contact !== '' && lengthOf(form.contact) < SHORTEST_CONTACT)
    fault('contact', FAULTS.contactShort);
  if (!TOKEN.test(form.token)) fault('token', FAULTS.token);
  return faults;

  function textFault(field: 'name' | 'contact' | 'content', missing: string): void {
    const text = form[field];
    if (text === '') fault(field, missing);
    else if (lengthOf(text) > LONGEST[field])
      fault(field, FAULTS.tooLong(LONGEST[field], lengthOf(text)));
    else if (INVISIBLE.test(text)) fault(field, FAULTS.invisible);
  }
}

/** Control characters other than tab and line feed: no keyboard makes them, and PostgreSQL takes no NUL. */
const INVISIBLE = /[^\P{Cc}\t\n]/u;

function lengthOf(text: string): number {
  return [...text].length;
}

/** The bytes two requests share only if one is the other sent again. */
export function requestIdentity(bureau: string, form: RequestForm): string {
  const { kind, entry, field, name, contact, content, token } = form;
  return JSON.stringify([bureau, kind, entry, field, name, contact, content, token]);
}
