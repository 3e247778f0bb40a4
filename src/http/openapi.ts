/**
 * The API's own description (OpenAPI 3.1), made from the same values that run it: routes, the forms of the
 * rule pack, the templates of documents, the shapes of answers. Every act has an address of its own in it.
 */
import { documentSchema } from '../document/json-schema.ts';
import type { DocumentTemplate } from '../document/document.ts';
import type { ActField, ActForm } from '../matter/act-form.ts';
import { ActBody } from '../matter/command.routes.ts';
import type { Pack } from '../rule/pack.ts';
import answers from './answers.json' with { type: 'json' };
import { PROBLEMS } from './problems.texts.ts';
import type { Access, Route } from './route.ts';

export interface OpenApiSource {
  readonly routes: readonly Route[];
  readonly pack: Pack;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly version: string;
}

type Json = Readonly<Record<string, unknown>>;

const PROBLEM = {
  description: 'A refusal: what, why, and which fields (RFC 9457).',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The document. */
export function openApi({ routes, pack, templates, version }: OpenApiSource): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const one of routes) {
    const path = pathOf(one.path);
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Zhuding 铸鼎',
      version,
      description:
        'Everything the desk does. Sign in with POST /api/session; the answer sets the cookie that all other calls need. ' +
        'Commands carry a UUIDv7 of their own as id: sending the same command again has no second effect. ' +
        'Files are uploaded by tus 1.0.0 at /api/uploads. Amounts are in 分, days `YYYY-MM-DD`, moments ISO 8601 with offset.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    security: [{ session: [] }],
    paths: { ...paths, ...actPaths(pack), ...UPLOADS },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'zhuding_session' },
      },
      schemas: {
        ...answers.shapes,
        Problem: problemSchema(pack),
        ...Object.fromEntries(
          [...templates.values()].map((template) => [
            `document.${template.code}`,
            withoutRequired(documentSchema(template)),
          ]),
        ),
      },
    },
  };
}

function pathOf(path: string): string {
  return path.replaceAll(/:([a-z]+)/g, '{$1}');
}

function operation(one: Route): Json {
  const { answer, summary, access, body } = one;
  return {
    summary,
    operationId: `${one.method.toLowerCase()}${one.path.replaceAll(/\/api|[/:-](\w)/g, (_match, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
    ...(access === 'public' ? { security: [] } : {}),
    'x-access': accessWords(access),
    parameters: [...parameters(one.params, 'path'), ...parameters(one.query, 'query')],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...success(one, answer === null ? null : answers.answers[answer]),
      default: PROBLEM,
    },
  };
}

const TABLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function success({ method, query, media }: Route, schema: unknown): Json {
  const table = JSON.stringify(query ?? {}).includes('xlsx') ? [TABLE] : [];
  const others = Object.fromEntries([...media, ...table].map((type) => [type, {}]));
  if (schema !== null)
    return {
      200: { description: 'OK', content: { 'application/json': { schema }, ...others } },
    };
  if (media.length > 0) return { 200: { description: 'The bytes.', content: others } };
  return method === 'GET'
    ? { 200: { description: 'The bytes.', content: { '*/*': {} } } }
    : { 204: { description: 'Done.' } };
}

function parameters(schema: unknown, place: 'path' | 'query'): Json[] {
  const properties: unknown = Reflect.get(Object(schema), 'properties');
  const required: unknown = Reflect.get(Object(schema), 'required');
  return Object.entries(Object(properties) as Record<string, unknown>).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || (Array.isArray(required) && required.includes(name)),
    schema: of,
  }));
}

function accessWords(access: Access): string {
  return typeof access === 'string' ? access : access.any.join(' ');
}

/** One address for each act, with what its form asks for. */
function actPaths(pack: Pack): Record<string, Json> {
  const acts = new Map<string, { readonly term: string; readonly basis: readonly string[] }>();
  for (const procedure of pack.procedures.values())
    for (const { act, term, basis } of procedure.acts)
      if (!acts.has(act)) acts.set(act, { term, basis });
  return Object.fromEntries(
    [...acts].map(([act, { term, basis }]) => [
      `/api/matters/{matter}/acts/${act}`,
      {
        post: {
          summary: `Record ${act} ${term} (${basis.join('; ')}).`,
          operationId: `act.${act}`,
          parameters: [{ name: 'matter', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: actSchema(act, formsOf(pack, act)) } },
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

/** The form of an act, and those of procedures that ask for something else. */
function formsOf({ forms }: Pack, act: string): readonly ActForm[] {
  return [...forms].flatMap(([key, form]) => (key.split('@')[0] === act ? [form] : []));
}

/** The act that says which parts of the served text stay hidden. */
const HIDES = 'publication.reviewed';

function actSchema(act: string, forms: readonly ActForm[]): Json {
  const [first, ...others] = forms;
  if (!first) return actBody(act, null);
  return others.length === 0
    ? actBody(act, first)
    : { anyOf: forms.map((form) => actBody(act, form)) };
}

/** What the route of acts checks, with the fields and documents this act asks for in the place of any. */
function actBody(act: string, form: ActForm | null): Json {
  const documents = [...(form?.documents ?? []).map(({ code }) => code), ...(form?.proposal ?? [])];
  return {
    type: 'object',
    properties: {
      id: { ...ActBody.id, description: 'UUIDv7 of this command' },
      at: { ...ActBody.at, description: 'when it happened, `2026-09-23T10:00:00+08:00`' },
      by: {
        ...ActBody.by,
        description: 'ids of those who did it, or `party`; the sender when left out',
      },
      version: { ...ActBody.version, description: 'the last position the sender saw' },
      request: {
        ...ActBody.request,
        description: 'the request for approval that this act grants, or that was granted before it',
      },
      ...(act === HIDES
        ? {
            hidden: {
              ...ActBody.hidden,
              description:
                'segments of the served text that are not published, each with its ground',
            },
          }
        : {}),
      fields: fieldsSchema(form?.fields ?? []),
      documents: {
        type: 'object',
        description: 'What the file already knows need not be sent.',
        properties: Object.fromEntries(
          documents.map((code) => [code, { $ref: `#/components/schemas/document.${code}` }]),
        ),
        additionalProperties: false,
      },
    },
    required: ['id', 'at'],
    additionalProperties: false,
  };
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

/** What the file knows may be left out, so nothing is required of the sender. */
function withoutRequired(schema: Json): Json {
  const { $schema: _schema, $id: _id, required: _required, allOf: _allOf, ...rest } = schema;
  return rest;
}

function problemSchema(pack: Pack): Json {
  const codes = [...Object.keys(PROBLEMS), ...pack.refusals.keys()].sort();
  const refusal = { $ref: '#/components/schemas/RefusalView' };
  return {
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'what to do' },
      instance: { type: 'string' },
      code: { type: 'string', examples: codes },
      problems: {
        type: 'array',
        description:
          'fields that do not hold, by JSON pointer into the body; `?/name` for the query',
        items: {
          type: 'object',
          properties: {
            pointer: { type: 'string' },
            code: { type: 'string' },
            message: { type: 'string' },
          },
          required: ['pointer', 'code', 'message'],
        },
      },
      refusals: { type: 'array', description: 'every reason of law at once', items: refusal },
    },
    required: ['type', 'title', 'status', 'detail', 'code'],
  };
}

const tus = (summary: string, status: number): Json => ({
  summary,
  responses: { [status]: { description: 'As tus 1.0.0 says.' }, default: PROBLEM },
});
const upload = { name: 'upload', in: 'path', required: true, schema: { type: 'string' } };

/** Uploads speak a protocol of their own (https://tus.io/protocols/resumable-upload). */
const UPLOADS: Record<string, Json> = {
  '/api/uploads': { post: { ...tus('Announce a file.', 201), operationId: 'announceUpload' } },
  '/api/uploads/{upload}': {
    parameters: [upload],
    patch: { ...tus('Send a piece of it.', 204), operationId: 'appendUpload' },
    head: { ...tus('Where to go on.', 200), operationId: 'resumeUpload' },
    get: { ...tus('What became of it, with its hashes.', 200), operationId: 'viewUpload' },
    delete: { ...tus('Give it up.', 204), operationId: 'cancelUpload' },
  },
};
