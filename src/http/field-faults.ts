/** What does not hold in what was sent, field by field: from the errors of a schema to codes, pointers and words. Pure. */
import { MOMENT_PATTERN } from '../calendar/moment.schema.ts';
import { FIELD_TEXTS, type FieldCode, tooLong } from './problems.texts.ts';

/** A field that does not hold. `pointer` is a JSON pointer into the body (RFC 6901); `?/name` for the query. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** An error of a compiled schema, as far as it is read here. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: unknown;
}

const CODES: Readonly<Record<string, FieldCode>> = {
  required: 'field/missing',
  additionalProperties: 'field/unknown',
  maxLength: 'field/too-long',
  maxItems: 'field/too-long',
  minLength: 'field/missing',
  minItems: 'field/missing',
  enum: 'field/choice-unknown',
  const: 'field/choice-unknown',
  minimum: 'field/out-of-range',
  maximum: 'field/out-of-range',
};

/** One fault a field, at most fifty, in the order of the errors. */
export function schemaFaults(errors: readonly SchemaError[], prefix = ''): FieldFault[] {
  const found = new Map<string, FieldFault>();
  for (const error of errors) {
    for (const name of namesIn(error)) {
      const pointer = `${prefix}${error.instancePath}${name === null ? '' : segment(name)}`;
      if (!found.has(pointer))
        found.set(pointer, { ...fault(pointer, codeOf(error)), ...wordsOf(error) });
    }
  }
  return [...found.values()].slice(0, 50);
}

export function fault(pointer: string, code: FieldCode): FieldFault {
  return { pointer, code, message: FIELD_TEXTS[code] };
}

/** A JSON pointer segment (RFC 6901 §3). */
export function segment(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function codeOf({ keyword, params }: SchemaError): FieldCode {
  if (keyword === 'format' && Reflect.get(Object(params), 'format') === 'date')
    return 'field/date-impossible';
  if (keyword === 'pattern' && String(Reflect.get(Object(params), 'pattern')) === MOMENT_PATTERN)
    return 'field/moment-impossible';
  return CODES[keyword] ?? 'field/type-wrong';
}

/** Something more exact than the words of the code, where the schema tells it. */
function wordsOf({ keyword, params }: SchemaError): { readonly message?: string } {
  const limit: unknown = Reflect.get(Object(params), 'limit');
  return keyword === 'maxLength' && typeof limit === 'number' ? { message: tooLong(limit) } : {};
}

/** The properties an error is about: of the value it names, or that value itself. */
function namesIn({ keyword, params }: SchemaError): readonly (string | null)[] {
  // The error of the object they stand in names them too.
  if (keyword === 'boolean') return [];
  const list: unknown =
    Reflect.get(Object(params), 'requiredProperties') ??
    Reflect.get(Object(params), 'additionalProperties');
  return Array.isArray(list) ? list.map(String) : [null];
}
