/** What can be said of what is typed before it is sent, all of it at once; the server says the same again. Pure. */
import { isPhone } from '../../bureau/profile-check.ts';
import { checkValue } from '../../document/check.ts';
import type { Field } from '../../document/document.ts';
import type { FormField } from '../../matter/matter.api.ts';
import type { FieldFault } from '../api/problem.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { cleaned, isBlank, isNeeded, isValues, type Values } from './form-values.ts';

/** Milliseconds a computer's clock may run ahead of the server's. */
const AHEAD = 120_000;

/** Types whose written form a document prescribes; of the others only the server knows more. */
const WRITTEN: ReadonlySet<string> = new Set([
  'line',
  'text',
  'paragraphs',
  'date',
  'datetime',
  'date-range',
  'money',
  'number',
] satisfies Field['type'][]);

/** Items that are somebody's telephone number. */
const PHONES: ReadonlySet<string> = new Set(['phone', 'contact-phone', 'subject-phone']);

/** What is missing among `values`, or cannot be as it is written; `place` is the pointer of `values`. */
export function typedFaults(
  fields: readonly FormField[],
  values: Values,
  place: string,
): FieldFault[] {
  return fields.flatMap((field): FieldFault[] => {
    const here = `${place}/${field.name}`;
    const value = values[field.name];
    if (field.type === 'party')
      return typedFaults(field.items ?? [], isValues(value) ? value : {}, here);
    if (isBlank(value))
      return isNeeded(field, values)
        ? [{ pointer: here, code: 'field/missing', message: FORM_TEXTS.missing(field.label) }]
        : [];
    return writtenFaults(field, value, here);
  });
}

function writtenFaults(field: FormField, value: unknown, here: string): FieldFault[] {
  if (PHONES.has(field.name) && typeof value === 'string' && !isPhone(value))
    return [{ pointer: here, code: 'field/type-wrong', message: FORM_TEXTS.phone }];
  if (!WRITTEN.has(field.type)) return [];
  // Blank paragraphs and rows are left out when it is sent.
  const lines = Array.isArray(value) ? value.filter((line) => !isBlank(line)) : value;
  const { [field.name]: sent } = cleaned({ [field.name]: lines });
  return checkValue(field as Field, sent, here); // its type is one of WRITTEN
}

/** What is wrong with the time of an act: it is one there is, and not after `now`, in milliseconds. */
export function momentFaults(at: string, now: number): FieldFault[] {
  const ms = Date.parse(at);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(at) || Number.isNaN(ms))
    return [
      {
        pointer: '/at',
        code: 'field/moment-impossible',
        message: at.trim() === '' ? FORM_TEXTS.missing(FORM_TEXTS.at) : FORM_TEXTS.noMoment,
      },
    ];
  return ms > now + AHEAD
    ? [{ pointer: '/at', code: 'act/in-future', message: FORM_TEXTS.inFuture }]
    : [];
}
