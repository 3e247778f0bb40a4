/** What is asked of a matter itself when it is begun, as fields of a form. Pure. */
import { PARTY_FIELDS } from '../../document/party-fields.ts';
import type { FormField } from '../../matter/matter.api.ts';
import { BEGIN_TEXTS, FLAG_TEXTS } from './begin.texts.ts';

const ITEMS: ReadonlyMap<string, FormField> = new Map(
  PARTY_FIELDS.map((item) => {
    const { name, label, type, required, requiredWhen, choices, phrases, maxLength } = item;
    return [
      name,
      {
        name,
        label,
        type,
        required: required === true,
        ...(requiredWhen ? { requiredWhen } : {}),
        ...(choices ? { choices } : {}),
        ...(phrases ? { phrases } : {}),
        ...(maxLength === undefined ? {} : { maxLength }),
      },
    ];
  }),
);

/** What is asked of a party, by its kind; before that is chosen, what every party has. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  legal: ['name', 'code', 'representative', 'licenceName', 'address', 'phone', 'otherContact'],
  'individual-business': [
    'name',
    'code',
    'representative',
    'idNumber',
    'licenceName',
    'address',
    'phone',
    'otherContact',
  ],
  natural: ['name', 'idKind', 'idNumber', 'gender', 'birth', 'address', 'phone', 'otherContact'],
  other: ['name', 'code', 'representative', 'licenceName', 'address', 'phone', 'otherContact'],
};
const BEFORE = ['name', 'address'];

/** The items of a party of that kind, in the order they are asked. */
export function partyItems(kind: unknown): FormField[] {
  const names = (typeof kind === 'string' && ASKED[kind]) || BEFORE;
  return ['kind', ...names].flatMap((name) => ITEMS.get(name) ?? []);
}

/** The party as one field, for what is said of it as a whole. */
export function partyField(kind: unknown): FormField {
  return {
    name: 'party',
    label: BEGIN_TEXTS.party,
    type: 'party',
    required: true,
    items: partyItems(kind),
  };
}

export const SUBJECT_FIELD: FormField = {
  name: 'subject',
  label: BEGIN_TEXTS.subject,
  type: 'line',
  required: true,
  maxLength: 400,
  hint: BEGIN_TEXTS.subjectHint,
};

export const HANDLERS_FIELD: FormField = {
  name: 'handlers',
  label: BEGIN_TEXTS.handlers,
  type: 'staff-list',
  role: 'officer',
  required: true,
  hint: BEGIN_TEXTS.handlersHint,
};

export const FLAGS_FIELD: FormField = {
  name: 'flags',
  label: BEGIN_TEXTS.flags,
  type: 'choices',
  required: false,
  choices: FLAG_TEXTS,
  hint: BEGIN_TEXTS.flagsHint,
};

/** Everything asked of a matter whose party is of that kind. */
export function beginFields(kind: unknown): FormField[] {
  return [partyField(kind), SUBJECT_FIELD, HANDLERS_FIELD, FLAGS_FIELD];
}
