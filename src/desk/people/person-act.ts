/** The fields of an act about a person: what they make, and what is wrong with them. Pure. */
import { PERSON_ACT_TEXTS as T } from './person-act.texts.ts';

export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'day' | 'choice' | 'yes-no';
  readonly optional?: true;
  /** Needed once that yes-no field is yes. */
  readonly neededWith?: string;
  /** What the text must look like; the hint says it in words. */
  readonly pattern?: RegExp;
  readonly hint?: string;
  /** In characters; 200 where nothing is said. */
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

type Values = Readonly<Record<string, string>>;

/** What the act says: texts without the space around them, what was left out not at all, yes and no as such. */
export function bodyOf(fields: readonly ActField[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): (readonly [string, unknown])[] => {
      const value = (values[name] ?? '').trim();
      if (kind === 'yes-no') return [[name, value === 'yes']];
      return value === '' ? [] : [[name, value]];
    }),
  );
}

/** What is missing or does not look right, by name of the field. */
export function faultsOf(fields: readonly ActField[], values: Values): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field): (readonly [string, string])[] => {
      const { name, label, kind, pattern, hint } = field;
      const value = (values[name] ?? '').trim();
      if (kind === 'yes-no') return [];
      if (value === '') return isNeeded(field, values) ? [[name, T.missing(label)]] : [];
      return pattern === undefined || pattern.test(value) ? [] : [[name, hint ?? T.malformed]];
    }),
  );
}

function isNeeded({ optional, neededWith }: ActField, values: Values): boolean {
  return optional !== true || (neededWith !== undefined && values[neededWith] === 'yes');
}
