/**
 * The API's own description (OpenAPI 3.1), made from the same values that run it: routes, the forms of the
 * rule pack, the templates of documents, the shapes of answers. Every act has an address of its own in it.
 */
import { documentSchema } from '../document/json-schema.ts';
import type { DocumentTemplate } from '../document/document.ts';
import type { Pack } from '../rule/pack.ts';
import answers from './answers.json' with { type: 'json' };
import { PROBLEMS } from './problems.texts.ts';
import { actPaths } from './openapi-acts.ts';
import { accessWords, type Json, PROBLEM } from './openapi-parts.ts';
import { UPLOADS } from './openapi-uploads.ts';
import type { Route } from './route.ts';

export interface OpenApiSource {
  readonly routes: readonly Route[];
  readonly pack: Pack;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly version: string;
}

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
            wholeSchema(template),
          ]),
        ),
        ...Object.fromEntries(
          [...templates.values()].map((template) => [
            `given.${template.code}`,
            givenSchema(template),
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

/** The values of a document that is complete. */
function wholeSchema(template: DocumentTemplate): Json {
  const { $schema: _schema, $id: _id, ...rest } = documentSchema(template);
  return rest;
}

/** What is sent of a document: what the file knows may be left out. */
function givenSchema(template: DocumentTemplate): Json {
  const { required: _required, allOf: _allOf, ...rest } = wholeSchema(template);
  return {
    ...rest,
    description: `What is sent of it. What the file knows is filled in; complete it is #/components/schemas/document.${template.code}, which says what is required.`,
  };
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
