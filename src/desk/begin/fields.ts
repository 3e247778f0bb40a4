/** What is asked of a matter itself when it is begun, as fields of a form. Pure. */
import { PARTY_FIELDS } from '../../document/party-fields.ts';
import type { FormField } from '../../matter/matter.api.ts';
import { PARTY_ITEMS } from '../forms/form-fields.ts';
import { BEGIN_TEXTS, FLAG_TEXTS } from './begin.texts.ts';

const PARTY: readonly FormField[] = PARTY_ITEMS.flatMap((name) => {
  const item = PARTY_FIELDS.find((one) => one.name === name);
  if (!item) return [];
  const { label, type, required, requiredWhen } = item;
  return [
    { name, label, type, required: required === true, ...(requiredWhen ? { requiredWhen } : {}) },
  ];
});

export const PARTY_FIELD: FormField = {
  name: 'party',
  label: BEGIN_TEXTS.party,
  type: 'party',
  required: true,
  items: PARTY,
};

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

export const BEGIN_FIELDS: readonly FormField[] = [
  PARTY_FIELD,
  SUBJECT_FIELD,
  HANDLERS_FIELD,
  FLAGS_FIELD,
];
