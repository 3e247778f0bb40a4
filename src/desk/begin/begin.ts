/** Beginning a matter: what is filled in, what can be said of it before it is sent, and what is sent. Pure. */
import { citizenNumberFault, creditCodeFault } from '../../party/identifier.ts';
import type { FormField, FormView } from '../../matter/matter.api.ts';
import type { FieldFault } from '../api/problem.ts';
import {
  bodyOf,
  cleaned,
  type FormState,
  isValues,
  openDocuments,
  type Values,
} from '../forms/form-values.ts';
import { momentFaults, typedFaults } from '../forms/typed-faults.ts';
import { codeFaultWords } from './begin.texts.ts';

/** What is kept of a matter being begun. Its three ids stay the same until it is recorded, so that it is recorded once. */
export interface Beginning {
  readonly command: string;
  readonly matter: string;
  readonly first: string;
  /** Id of the procedure. */
  readonly procedure: string;
  /** Party, subject, marks and officers stand among the fields, beside those of the first act. */
  readonly state: FormState;
}

/** Fields that are of the matter and not of its first act. */
export const MATTER_FIELDS = ['party', 'subject', 'flags', 'handlers'] as const;

/** Items of the first document that say again what is said of the party. */
const OF_PARTY: Readonly<Record<string, string>> = {
  subject: 'name',
  'subject-address': 'address',
  'subject-phone': 'phone',
};
/** Items that are the time of the act. */
const OF_TIME = 'registered-at';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** An empty form; people who must sign are, until somebody else is named, whoever fills it in. */
export function startBegin(
  form: FormView,
  ids: Pick<Beginning, 'command' | 'matter' | 'first'>,
  procedure: string,
  me: Me,
  now: string,
): Beginning {
  return {
    ...ids,
    procedure,
    state: {
      at: now,
      by: [me.id],
      fields: { ...form.values, handlers: [me.id] },
      documents: documentsOf(form, me),
      included: [],
    },
  };
}

/** Another procedure begins with another form; what was said of the matter stays. */
export function withProcedure(
  beginning: Beginning,
  procedure: string,
  form: FormView,
  me: Me,
): Beginning {
  const { state } = beginning;
  return {
    ...beginning,
    procedure,
    state: {
      ...state,
      fields: { ...form.values, ...state.fields },
      documents: { ...documentsOf(form, me), ...state.documents },
    },
  };
}

function documentsOf(form: FormView, me: Me): FormState['documents'] {
  const person = { name: me.name, post: me.post };
  return Object.fromEntries(
    form.documents.map(({ code, values, sections }) => {
      const people = sections
        .flatMap(({ fields }) => fields)
        .filter(({ type, name }) => type === 'person' && values[name] === undefined);
      return [code, { ...Object.fromEntries(people.map(({ name }) => [name, person])), ...values }];
    }),
  );
}

/** Whether an item of a document is filled in by itself, from the party or the time. */
export function isGiven(name: string): boolean {
  return name === OF_TIME || Object.hasOwn(OF_PARTY, name);
}

/** The body of `POST /api/matters`. */
export function beginBody(form: FormView, beginning: Beginning): Readonly<Record<string, unknown>> {
  const { command, matter, procedure, state } = beginning;
  const { party, subject, flags, handlers, ...fields } = state.fields;
  const { id, at, by, documents } = bodyOf(
    form,
    { ...state, fields },
    {
      id: beginning.first,
      version: 0,
      request: null,
    },
  );
  const known = cleanParty(party);
  return {
    id: command,
    matter,
    procedure,
    subject: typeof subject === 'string' ? subject.trim() : '',
    flags: flags ?? [],
    party: known,
    handlers,
    first: {
      act: form.act,
      id,
      at,
      by,
      fields: cleaned(fields),
      documents: withGiven(form, documents, known, at),
    },
  };
}

/** Letters of codes are written large, whatever was typed. */
function cleanParty(value: unknown): Values {
  const party = isValues(value) ? cleaned(value) : {};
  const large = (name: string): Values => {
    const text = party[name];
    return typeof text === 'string' ? { [name]: text.replaceAll(/\s/g, '').toUpperCase() } : {};
  };
  return { ...party, ...large('code'), ...large('idNumber') };
}

function withGiven(
  form: FormView,
  documents: Readonly<Record<string, Values>>,
  party: Values,
  at: string,
): Readonly<Record<string, Values>> {
  return Object.fromEntries(
    form.documents.flatMap(({ code, sections }) => {
      const values = documents[code];
      if (!values) return [];
      const given = sections
        .flatMap(({ fields }) => fields)
        .flatMap(({ name }): [string, unknown][] => {
          if (name === OF_TIME) return [[name, at]];
          const item = OF_PARTY[name];
          return item === undefined || party[item] === undefined ? [] : [[name, party[item]]];
        });
      return [[code, { ...values, ...Object.fromEntries(given) }]];
    }),
  );
}

/**
 * What can be said before sending, all of it at once: what is still missing, what cannot be as it is written, codes whose
 * check digit does not hold, a time there is not or that is after `now`, in milliseconds.
 */
export function faultsOf(
  form: FormView,
  fields: readonly FormField[],
  state: FormState,
  now: number,
): FieldFault[] {
  const party = isValues(state.fields['party']) ? state.fields['party'] : {};
  return [
    ...typedFaults(fields, state.fields, '/fields'),
    ...codeFaults(party),
    ...momentFaults(state.at, now),
    ...typedFaults(form.fields, state.fields, '/fields'),
    ...openDocuments(form, state).flatMap((document) =>
      typedFaults(
        document.sections
          .flatMap((section) => section.fields)
          .filter(({ name }) => !document.fixed.includes(name) && !isGiven(name)),
        state.documents[document.code] ?? {},
        `/documents/${document.code}`,
      ),
    ),
  ];
}

/** Check digits (GB 32100, GB 11714, GB 11643), as soon as something is typed. */
export function codeFaults(party: Values): FieldFault[] {
  const { code, idNumber } = cleanParty(party);
  const faults: FieldFault[] = [];
  const add = (name: string, fault: ReturnType<typeof creditCodeFault>, text: string): void => {
    if (fault !== undefined)
      faults.push({
        pointer: `/fields/party/${name}`,
        code: `party/${name}`,
        message: codeFaultWords(name === 'code' ? 'credit' : 'citizen', fault, text.length),
      });
  };
  if (typeof code === 'string') add('code', creditCodeFault(code), code);
  if (typeof idNumber === 'string' && party['idKind'] !== 'other')
    add('idNumber', citizenNumberFault(idNumber), idNumber);
  return faults;
}

/** Where a fault of the server lies in the form: `/party/code` → `/fields/party/code`, `/first/at` → `/at`. */
export function placeOf(pointer: string): string {
  if (pointer.startsWith('/first/')) return pointer.slice('/first'.length);
  const [, part = ''] = pointer.split('/');
  return (MATTER_FIELDS as readonly string[]).includes(part) ? `/fields${pointer}` : pointer;
}

/** A draft as it was kept, or null for anything else. */
export function parseBeginning(value: unknown): Beginning | null {
  if (!isValues(value)) return null;
  const { command, matter, first, procedure, state } = value;
  return typeof command === 'string' &&
    typeof matter === 'string' &&
    typeof first === 'string' &&
    typeof procedure === 'string' &&
    isValues(state) &&
    typeof state['at'] === 'string' &&
    Array.isArray(state['by']) &&
    isValues(state['fields']) &&
    isValues(state['documents']) &&
    Array.isArray(state['included'])
    ? (value as unknown as Beginning) // every part has just been looked at
    : null;
}
