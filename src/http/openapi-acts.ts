/** The acts in the API's description: each has an address of its own, with what its form asks for in each procedure. */
import type { ActField, ActForm } from '../matter/act-form.ts';
import { ActBody } from '../matter/command.routes.ts';
import type { ActRow } from '../matter/procedure.ts';
import type { Pack } from '../rule/pack.ts';
import { ROLES } from '../staff/person.ts';
import answers from './answers.json' with { type: 'json' };
import { accessWords, type Json, PROBLEM } from './openapi-parts.ts';
import { uuid } from './shapes.ts';

/** An act as one procedure has it. */
interface Use {
  readonly procedure: string;
  readonly row: ActRow;
}

/** What most matters are: its words stand for the act where procedures share it. */
const FIRST = ['penalty.ordinary', 'penalty.summary'];

/** One address for each act. */
export function actPaths(pack: Pack): Record<string, Json> {
  const acts = new Map<string, Use[]>();
  const rank = (id: string): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  for (const { id, title, acts: rows } of [...pack.procedures.values()].sort(
    (one, other) => rank(one.id) - rank(other.id),
  ))
    for (const row of rows)
      acts.set(row.act, [...(acts.get(row.act) ?? []), { procedure: `${id} ${title}`, row }]);
  return Object.fromEntries(
    [...acts].map(([act, uses]) => [
      `/api/matters/{matter}/acts/${act}`,
      {
        post: {
          summary: `Record ${act} ${uses[0]?.row.term ?? ''}.`,
          description: uses.map(useWords).join('\n'),
          operationId: `act.${act}`,
          'x-access': accessWords({
            any: ROLES.filter((role) => uses.some(({ row }) => row.who.includes(role))),
          }),
          parameters: [{ name: 'matter', in: 'path', required: true, schema: uuid }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: actSchema(formsOf(pack, act)) } },
          },
          responses: {
            200: {
              description: 'OK',
              content: { 'application/json': { schema: answers.answers.Done } },
            },
            default: PROBLEM,
          },
        },
      },
    ]),
  );
}

/** `penalty.summary 行政处罚简易程序: 当场决定; officer (行政处罚法 第五十一条; 程序规定 第六十八条)` */
function useWords({ procedure, row: { term, who, basis } }: Use): string {
  return `${procedure}: ${term}; ${who.join(' ')} (${basis.join('; ')})`;
}

/** The form of an act, and those of procedures that ask for something else. */
function formsOf({ forms }: Pack, act: string): readonly ActForm[] {
  return [...forms].flatMap(([key, form]) => (key.split('@')[0] === act ? [form] : []));
}

function actSchema(forms: readonly ActForm[]): Json {
  const [first, ...others] = forms;
  if (!first) return actBody(null);
  return others.length === 0 ? actBody(first) : { anyOf: forms.map(actBody) };
}

/** What the parts of a body are for. */
const WORDS: Readonly<Partial<Record<keyof typeof ActBody, string>>> = {
  id: 'UUIDv7 of this command',
  at: 'when it happened, `2026-09-23T10:00:00+08:00`',
  by: 'ids of those who did it, or `party`; the sender when left out',
  version: 'the last position the sender saw',
  request: 'the request for approval that this act grants, or that was granted before it',
  beforehand:
    'not the act, but the papers by which the head approves it before others carry it out',
  hidden:
    'for publication.reviewed: segments of the served text that are not published, each with its ground',
  cleared:
    'for publication.reviewed: what looks personal in the text and may be public all the same, as the preview names it',
};

/** What the route of acts checks, with the fields and documents this act asks for in the place of any. */
function actBody(form: ActForm | null): Json {
  const documents = [
    ...(form?.documents ?? []).map(({ code }) => code),
    ...(form?.approval ?? []).map(({ code }) => code),
    ...(form?.proposal ?? []),
  ];
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(
        Object.entries(ActBody).map(([name, schema]) => [name, { ...schema, ...described(name) }]),
      ),
      fields: fieldsSchema(form?.fields ?? []),
      documents: {
        type: 'object',
        description: 'What the file already knows need not be sent.',
        properties: Object.fromEntries(
          documents.map((code) => [code, { $ref: `#/components/schemas/given.${code}` }]),
        ),
        additionalProperties: false,
      },
    },
    required: ['id', 'at'],
    additionalProperties: false,
  };
}

function described(name: string): { description?: string } {
  const description = new Map(Object.entries(WORDS)).get(name);
  return description === undefined ? {} : { description };
}

function fieldsSchema(fields: readonly ActField[]): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    required: fields.filter((field) => field.required).map((field) => field.name),
    additionalProperties: false,
  };
}

function fieldSchema(field: ActField): Json {
  const title = field.label;
  const values = field.choices?.map((choice) => choice.value);
  switch (field.type) {
    case 'boolean':
      return { title, type: 'boolean' };
    case 'number':
    case 'act':
      return { title, type: 'integer', minimum: 1 };
    case 'money':
      return { title, type: 'integer', minimum: 0, description: '分' };
    case 'choices':
    case 'staff-list':
      return {
        title,
        type: 'array',
        items: { type: 'string', ...(values ? { enum: values } : {}) },
      };
    case 'list':
      return { title, type: 'array', items: fieldsSchema(field.items ?? []) };
    case 'date':
      return { title, type: 'string', format: 'date' };
    case 'line':
    case 'text':
    case 'choice':
    case 'staff':
    case 'exhibit':
      return {
        title,
        type: 'string',
        ...(values ? { enum: values } : {}),
        ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
      };
  }
}
