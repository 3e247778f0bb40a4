/**
 * What an act's form asks for and which documents it produces: data in `rules/national/act-forms.json`,
 * so that the desk, the API and the documentation ask for the same. What a document already says is
 * derived from it and never asked again.
 */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type ActCode, isActCode } from './act-data.ts';
import type { ProcedureId } from './procedure.ts';

const text = Type.String({ minLength: 1 });
const exact = { additionalProperties: false };
const opt = Type.Optional;

const choices = Type.Array(Type.Object({ value: text, label: text }, exact), { minItems: 1 });
const scalar = {
  name: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$' }),
  label: text,
  type: Type.Enum([
    'line',
    'text',
    'number',
    'money',
    'date',
    'boolean',
    'choice',
    'choices',
    'staff',
    'staff-list',
    'act',
    'exhibit',
    'list',
  ]),
  required: opt(Type.Literal(true)),
  requiredWhen: opt(
    Type.Object(
      { field: text, equals: Type.Union([text, Type.Boolean(), Type.Array(text)]) },
      exact,
    ),
  ),
  /** boolean: a declaration, which only `true` makes. */
  declared: opt(Type.Literal(true)),
  maxLength: opt(Type.Integer({ minimum: 1 })),
  choices: opt(choices),
  hint: opt(text),
  /** staff: only people of that role. */
  role: opt(text),
  /** act: only acts of these codes; empty for any. */
  acts: opt(Type.Array(text)),
  /** exhibit: only files of these kinds. */
  media: opt(Type.Array(Type.Enum(['audio', 'video', 'image']), { minItems: 1 })),
};
const Item = Type.Object(scalar, exact);
const ActField = Type.Object({ ...scalar, items: opt(Type.Array(Item)) }, exact);
/** A field an act asks for beside its documents. */
export type ActField = Static<typeof ActField>;

const When = Type.Record(text, Type.Union([text, Type.Array(text)]));

const FormDocument = Type.Object(
  {
    code: text,
    when: opt(When),
    optional: opt(Type.Literal(true)),
    /** Values fixed by the act. */
    set: opt(Type.Record(text, Type.Union([Type.String(), Type.Boolean()]))),
    /** Word of the number an internal form gets, and the field that shows it. */
    word: opt(text),
    numberField: opt(text),
    /** Fields that hold the number another document of this act gets, with its code. */
    numbers: opt(Type.Record(text, text)),
  },
  exact,
);
export type FormDocument = Static<typeof FormDocument>;

/** How a value the rules read follows from what was filled in. */
const Derivation = Type.Object(
  {
    copy: opt(text),
    text: opt(text),
    day: opt(text),
    equals: opt(Type.Array(text, { minItems: 2, maxItems: 2 })),
    present: opt(text),
    const: opt(Type.Unknown()),
    penalty: opt(text),
    discretion: opt(text),
    filled: opt(Type.Record(text, text)),
    also: opt(Type.Record(text, Type.Array(text, { minItems: 2, maxItems: 2 }))),
    object: opt(Type.Record(text, text)),
  },
  exact,
);
export type Derivation = Static<typeof Derivation>;

const ActForm = Type.Object(
  {
    fields: opt(Type.Array(ActField)),
    documents: opt(Type.Array(FormDocument)),
    derive: opt(Type.Record(text, Derivation)),
    /** The decision proposed for review: one of these documents, not yet issued. */
    proposal: opt(Type.Array(text)),
    /** Documents the system makes by itself. */
    generated: opt(Type.Array(text)),
    /** The papers by which the head approves the act beforehand, where others carry it out. */
    approval: opt(Type.Array(FormDocument)),
  },
  exact,
);

export interface ActForm {
  readonly fields: readonly ActField[];
  readonly documents: readonly FormDocument[];
  readonly derive: Readonly<Record<string, Derivation>>;
  readonly proposal: readonly string[];
  readonly generated: readonly string[];
  readonly approval: readonly FormDocument[];
}

const file = Compile(Type.Record(text, ActForm));
const EMPTY: ActForm = {
  fields: [],
  documents: [],
  derive: {},
  proposal: [],
  generated: [],
  approval: [],
};

/** The forms by act, some by `act@procedure`. */
export type ActForms = ReadonlyMap<string, ActForm>;

/** Parses `act-forms.json`; throws Error naming what does not hold. */
export function parseActForms(json: unknown, path: string): ActForms {
  if (!file.Check(json))
    throw new Error(
      `${path}: ${file
        .Errors(json)
        .map((e) => `${e.instancePath} ${e.message}`)
        .join('; ')}`,
    );
  for (const key of Object.keys(json))
    if (!isActCode(key.split('@')[0] ?? '')) throw new Error(`${path}: no such act ${key}`);
  return new Map(Object.entries(json).map(([key, form]) => [key, { ...EMPTY, ...form }]));
}

/** The form of an act in a procedure; acts without one ask for nothing. */
export function formOf(forms: ActForms, procedure: ProcedureId, act: ActCode): ActForm {
  return forms.get(`${act}@${procedure}`) ?? forms.get(act) ?? EMPTY;
}

/** What is put before the head, and signed by the head, before others carry the act out. */
export function approvalFormOf(form: ActForm): ActForm {
  return { ...EMPTY, documents: form.approval };
}

/** Whether the document belongs to the act as filled in. */
export function applies(
  document: FormDocument,
  fields: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(document.when ?? {}).every(([field, wanted]) => {
    const value = fields[field];
    return (
      typeof value === 'string' &&
      (Array.isArray(wanted) ? wanted.includes(value) : wanted === value)
    );
  });
}

/** The fields of a document that are filled when numbers are given. */
export function numbered({ numberField, numbers }: FormDocument): readonly string[] {
  return [...(numberField === undefined ? [] : [numberField]), ...Object.keys(numbers ?? {})];
}
