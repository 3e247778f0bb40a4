import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { DocumentKind, Field, Section } from './document.ts';
import { EVIDENCE_ITEMS, PENALTY_ITEMS } from './penalty.ts';

/**
 * The form of `templates/<folder>/document.json` and of a bureau's extension, as typebox schemas. Pure.
 */

const Name = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' });
const Words = Type.String({ minLength: 1, maxLength: 200 });

const ConditionSchema = Type.Object(
  {
    field: Name,
    equals: Type.Union([Type.String(), Type.Boolean(), Type.Array(Type.String(), { minItems: 1 })]),
  },
  { additionalProperties: false },
);

const FIELD_TYPES = [
  'line',
  'text',
  'paragraphs',
  'date',
  'datetime',
  'date-range',
  'money',
  'number',
  'choice',
  'choices',
  'boolean',
  'person',
  'officers',
  'party',
  'list',
] as const satisfies readonly Field['type'][];

const ITEM_TYPES = [
  'line',
  'text',
  'date',
  'datetime',
  'money',
  'number',
  'choice',
  'boolean',
] as const satisfies readonly Field['type'][];

const SENSITIVE = [
  'id-number',
  'phone',
  'address',
  'birth',
  'natural-name',
  'reporter',
  'account',
] as const satisfies readonly NonNullable<Field['sensitive']>[];

const FORMATS = [
  'credit-code',
  'citizen-number',
  'document-number',
  'sha-256',
  'penalties',
  'evidence',
] as const satisfies readonly NonNullable<Field['format']>[];

const commonProperties = {
  name: Name,
  label: Words,
  required: Type.Optional(Type.Boolean()),
  post: Type.Optional(Type.Enum(['head', 'unit-head'])),
  requiredWhen: Type.Optional(ConditionSchema),
  maxLength: Type.Optional(Type.Integer({ minimum: 1 })),
  choices: Type.Optional(
    Type.Array(
      Type.Object(
        { value: Type.String({ minLength: 1 }), label: Words },
        { additionalProperties: false },
      ),
      { minItems: 2 },
    ),
  ),
  unit: Type.Optional(Words),
  format: Type.Optional(Type.Enum([...FORMATS])),
  hint: Type.Optional(Words),
  phrases: Type.Optional(Type.Array(Type.String({ minLength: 1 }))),
  sensitive: Type.Optional(Type.Enum([...SENSITIVE])),
};

const ItemSchema = Type.Object(
  { ...commonProperties, type: Type.Enum([...ITEM_TYPES]) },
  { additionalProperties: false },
);

const FieldSchema = Type.Object(
  {
    ...commonProperties,
    type: Type.Enum([...FIELD_TYPES]),
    minItems: Type.Optional(Type.Integer({ minimum: 1 })),
    minutes: Type.Optional(Type.Boolean()),
    items: Type.Optional(Type.Array(ItemSchema, { minItems: 1 })),
    from: Type.Optional(
      Type.String({
        pattern:
          '^(today|bureau|unit|matter|party|handlers|acts|documents|decision|penalty)(\\.[A-Za-z0-9-]+)*$',
      }),
    ),
    ahead: Type.Optional(Type.Boolean()),
    printed: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const SectionSchema = Type.Object(
  { title: Words, fields: Type.Array(FieldSchema, { minItems: 1 }) },
  { additionalProperties: false },
);

/** `document.json`. */
const KindSchema = Type.Object(
  {
    no: Type.Union([Type.Integer({ minimum: 1, maximum: 56 }), Type.Null()]),
    code: Name,
    title: Words,
    titleBy: Type.Optional(
      Type.Object(
        { field: Name, titles: Type.Record(Type.String(), Words) },
        { additionalProperties: false },
      ),
    ),
    category: Type.Enum(['internal', 'external', 'transcript', 'file']),
    numberWord: Type.Union([Type.String({ pattern: '^[\\u4e00-\\u9fa5]{1,6}$' }), Type.Null()]),
    basis: Type.Array(Words, { minItems: 1 }),
    copies: Type.Union([Words, Type.Null()]),
    sections: Type.Array(SectionSchema, { minItems: 1 }),
  },
  { additionalProperties: false },
);

/** What a bureau adds to a kind: further sections, and fields it wants required. */
const ExtensionSchema = Type.Object(
  {
    code: Name,
    sections: Type.Optional(Type.Array(SectionSchema)),
    require: Type.Optional(Type.Array(Name)),
    phrases: Type.Optional(Type.Record(Type.String(), Type.Array(Type.String({ minLength: 1 })))),
  },
  { additionalProperties: false },
);

/** What a bureau adds to a kind. */
export type KindExtension = Type.Static<typeof ExtensionSchema>;

/** A `document.json` or an extension that cannot be used; `faults` lists every reason. It is a fault of the installation. */
export class KindError extends Error {
  readonly faults: readonly string[];

  constructor(subject: string, faults: readonly string[]) {
    super(`${subject}: ${faults.join('; ')}`);
    this.name = 'KindError';
    this.faults = faults;
  }
}

/** Penalty and evidence lists have the same items everywhere, so `document.json` names the format only. */
function withItems(field: Field): Field {
  if (field.format === 'penalties') return { ...field, items: PENALTY_ITEMS };
  return field.format === 'evidence' ? { ...field, items: EVIDENCE_ITEMS } : field;
}

function withAllItems(sections: readonly Section[]): Section[] {
  return sections.map((section) => ({ ...section, fields: section.fields.map(withItems) }));
}

function fieldFaults(fields: readonly Field[]): string[] {
  const faults: string[] = [];
  const names = fields.map((field) => field.name);
  for (const field of fields) {
    const choosing = field.type === 'choice' || field.type === 'choices';
    if (names.filter((name) => name === field.name).length > 1)
      faults.push(`${field.name}: named twice`);
    if (choosing !== (field.choices !== undefined)) faults.push(`${field.name}: choices`);
    if ((field.type === 'list') !== (field.items !== undefined))
      faults.push(`${field.name}: items`);
    if (field.required === true && (field.requiredWhen ?? field.post))
      faults.push(`${field.name}: required twice`);
    if (field.requiredWhen && !names.includes(field.requiredWhen.field)) {
      faults.push(`${field.name}: depends on the unknown field ${field.requiredWhen.field}`);
    }
    if (field.items)
      faults.push(...fieldFaults(field.items).map((fault) => `${field.name}.${fault}`));
  }
  return [...new Set(faults)];
}

/**
 * Reads a `document.json`.
 *
 * @param json parsed JSON of unknown shape
 * @throws KindError naming every fault of form, repeated name or condition on a field that is not there
 */
export function parseKind(json: unknown): DocumentKind {
  if (!Value.Check(KindSchema, json)) {
    const faults = [...Value.Errors(KindSchema, json)];
    throw new KindError(
      'document.json',
      faults.map((fault) => `${fault.instancePath} ${fault.message}`),
    );
  }
  const kind: DocumentKind = { ...json, sections: withAllItems(json.sections) };
  const fields = kind.sections.flatMap((section) => section.fields);
  const faults = fieldFaults(fields);
  const titleBy = json.titleBy && fields.find((field) => field.name === json.titleBy?.field);
  if (json.titleBy && titleBy?.type !== 'choice') faults.push('titleBy: not a choice');
  if (faults.length > 0) throw new KindError(json.code, faults);
  return kind;
}

/**
 * A bureau's own version of a kind (QZ-13): every item of the standard form stays as it is; the bureau may add sections, require
 * what the form leaves open, and add phrases. Nothing can be removed, renamed or relaxed, because there is no way to say so.
 *
 * @throws KindError when the extension is malformed, takes a name already used, or requires a field that is not there
 */
export function extendKind<Kind extends DocumentKind>(kind: Kind, extension: unknown): Kind {
  if (!Value.Check(ExtensionSchema, extension)) {
    const faults = [...Value.Errors(ExtensionSchema, extension)];
    throw new KindError(
      'extension',
      faults.map((fault) => `${fault.instancePath} ${fault.message}`),
    );
  }
  const { require = [], phrases = {} } = extension;
  const sections = withAllItems(extension.sections ?? []);
  const known = kind.sections.flatMap((section) => section.fields);
  const unknown = [...require, ...Object.keys(phrases)].filter(
    (name) => !known.some((field) => field.name === name),
  );
  const faults = [
    ...(extension.code === kind.code ? [] : [`it extends ${extension.code}`]),
    ...unknown.map((name) => `${name}: no such field`),
    ...fieldFaults([...known, ...sections.flatMap((section) => section.fields)]),
  ];
  if (faults.length > 0) throw new KindError(kind.code, faults);
  const standard = kind.sections.map((section) => ({
    ...section,
    fields: section.fields.map((field) => strengthen(field, require, phrases)),
  }));
  return {
    ...kind,
    sections: [...standard, ...sections.map((section) => ({ ...section, added: true }))],
  };
}

function strengthen(
  field: Field,
  require: readonly string[],
  phrases: Readonly<Record<string, readonly string[]>>,
): Field {
  const { requiredWhen, ...rest } = field;
  const more = phrases[field.name];
  const spoken = more ? { phrases: [...(field.phrases ?? []), ...more] } : {};
  if (require.includes(field.name)) return { ...rest, ...spoken, required: true };
  return { ...rest, ...(requiredWhen ? { requiredWhen } : {}), ...spoken };
}
