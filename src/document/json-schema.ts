import { type DocumentKind, type Field, fieldsOf } from './document.ts';
import { DOCUMENT_NUMBER_PATTERN } from './number.ts';
import { PARTY_FIELDS } from './party-fields.ts';
import { LARGEST_AMOUNT } from './wording.ts';

/** The values of a document as JSON Schema 2020-12, for OpenAPI and for forms. Pure. */

/** A JSON Schema (draft 2020-12) as plain data. */
export type JsonSchema = { readonly [keyword: string]: unknown };

const DATE = '^\\d{4}-\\d{2}-\\d{2}$';
const MOMENT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$';

const FORMAT_PATTERNS: Readonly<Record<NonNullable<Field['format']>, string | undefined>> = {
  'credit-code': '^[0-9A-HJ-NPQRTUWXY]{18}$',
  'citizen-number': undefined,
  'document-number': DOCUMENT_NUMBER_PATTERN,
  'sha-256': '^[0-9a-f]{64}$',
  penalties: undefined,
  evidence: undefined,
};

/** JavaScript counts UTF-16 units and JSON Schema code points; both sides count code points here. */
function textSchema(field: Field, lineBreaks: boolean): JsonSchema {
  const pattern = field.format && FORMAT_PATTERNS[field.format];
  return {
    type: 'string',
    pattern: pattern ?? (lineBreaks ? '\\S' : '^[^\\n\\r]*\\S[^\\n\\r]*$'),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  };
}

function choiceSchema(field: Field): JsonSchema {
  return {
    type: 'string',
    oneOf: (field.choices ?? []).map(({ value, label }) => ({ const: value, title: label })),
  };
}

function rangeSchema(field: Field): JsonSchema {
  const end =
    field.minutes === true
      ? { type: 'string', format: 'date-time', pattern: MOMENT }
      : { type: 'string', format: 'date', pattern: DATE };
  return {
    type: 'object',
    properties: { from: end, to: end },
    required: ['from', 'to'],
    additionalProperties: false,
  };
}

const NAMED = { type: 'string', pattern: '\\S', maxLength: 50 };

function typeSchema(field: Field): JsonSchema {
  switch (field.type) {
    case 'line':
      return textSchema(field, false);
    case 'text':
      return textSchema(field, true);
    case 'paragraphs':
      return {
        type: 'array',
        items: { ...textSchema(field, false), pattern: '^[^\\n\\r]*$' },
        minItems: 1,
      };
    case 'date':
      return { type: 'string', format: 'date', pattern: DATE };
    case 'datetime':
      return { type: 'string', format: 'date-time', pattern: MOMENT };
    case 'date-range':
      return rangeSchema(field);
    case 'money':
      return { type: 'integer', minimum: 0, maximum: LARGEST_AMOUNT, description: '单位：分' };
    case 'number':
      return { type: 'integer', minimum: 0 };
    case 'choice':
      return choiceSchema(field);
    case 'choices':
      return { type: 'array', items: choiceSchema(field), minItems: field.minItems ?? 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'person':
      return {
        type: 'object',
        properties: { name: NAMED, post: { ...NAMED, pattern: '^[^\\n\\r]*$' } },
        required: ['name'],
        additionalProperties: false,
      };
    case 'officers':
      return {
        type: 'array',
        minItems: field.minItems ?? 2,
        items: {
          type: 'object',
          properties: { name: NAMED, certificate: NAMED },
          required: ['name', 'certificate'],
          additionalProperties: false,
        },
      };
    case 'party':
      return fieldsSchema(PARTY_FIELDS);
    case 'list':
      return {
        type: 'array',
        items: fieldsSchema(field.items ?? []),
        minItems: field.minItems ?? 1,
      };
  }
}

function fieldSchema(field: Field): JsonSchema {
  return {
    title: field.label,
    ...(field.hint === undefined ? {} : { description: field.hint }),
    ...(field.phrases === undefined ? {} : { examples: field.phrases }),
    ...typeSchema(field),
  };
}

function conditionSchema(field: Field): JsonSchema[] {
  if (!field.requiredWhen) return [];
  const { field: other, equals } = field.requiredWhen;
  const test = typeof equals === 'object' ? { enum: equals } : { const: equals };
  return [
    {
      if: { properties: { [other]: test }, required: [other] },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, never awaited
      then: { required: [field.name] },
    },
  ];
}

function fieldsSchema(fields: readonly Field[]): JsonSchema {
  const conditions = fields.flatMap(conditionSchema);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    required: fields.filter((field) => field.required === true).map((field) => field.name),
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
}

/**
 * Schema of the values of a kind. It accepts what `checkValues` accepts when blank items are left out; what it cannot express
 * (check digits, real calendar days, the order of a range) is left to `checkValues`.
 */
export function documentSchema(kind: DocumentKind): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:zhuding:document:${kind.code}`,
    title: kind.title,
    ...fieldsSchema(fieldsOf(kind)),
  };
}
