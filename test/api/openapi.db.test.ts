/** The API's description: valid, complete, and made from what runs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { answerSchemas } from '../../scripts/answers.mjs';
import { PROBLEMS } from '../../src/http/problems.texts.ts';
import { ACT_CODES } from '../../src/matter/act-data.ts';
import { apiRoutes } from '../../src/server/routes.ts';
import { STAFF_ACT_DATA } from '../../src/staff/staff.ts';
import { apiDocument, at } from '../support/api-document.ts';
import { freshDatabase } from '../support/database.ts';
import { openTestServer } from '../support/server.ts';
import { inOrder } from '../support/told.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { json } = await apiDocument(server.address);
const paths: Record<string, Record<string, unknown>> = Object(json['paths']);

describe('the API description', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(json));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has no reference that leads nowhere', () => {
    const references = JSON.stringify(json).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(100);
    const lost = references
      .map((one) => JSON.parse(`{${one}}`).$ref.split('/').slice(1))
      .filter((path) => at(json, ...path) === undefined);
    expect(lost).toEqual([]);
  });

  it('gives every operation an id of its own', () => {
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).flatMap((of) => at(of, 'operationId') ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every route', () => {
    for (const { method, path } of apiRoutes(server.world)) {
      const described = path.replaceAll(/:([a-z]+)/g, '{$1}');
      expect(at(paths, described, method.toLowerCase()), `${method} ${path}`).toBeDefined();
    }
  });

  it('names the parameters of each address', () => {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, of] of Object.entries(methods)) {
        if (method === 'parameters') continue;
        const own = [at(of, 'parameters'), methods['parameters']].flat();
        const named = own.filter((one) => at(one, 'in') === 'path').map((one) => at(one, 'name'));
        expect(inOrder(named), `${method} ${path}`).toEqual(
          inOrder([...path.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name)),
        );
      }
  });

  it('tells for each act about a person what it says, and for the check of a publication what it hides', () => {
    const body = (path: string) =>
      at(paths, path, 'post', 'requestBody', 'content', 'application/json', 'schema');
    const acts = Object.keys(STAFF_ACT_DATA).filter((act) => act !== 'officer.registered');
    expect(acts).toHaveLength(10);
    for (const act of acts) {
      const schema = body(`/api/people/{person}/acts/${act}`);
      expect(at(schema, 'additionalProperties'), act).toBe(false);
      expect(Object.keys(Object(at(schema, 'properties'))).length, act).toBeGreaterThan(1);
    }
    expect(at(body('/api/people/{person}/acts/post.changed'), 'required')).toEqual([
      'unit',
      'post',
    ]);
    const hidden = (act: string) =>
      at(body(`/api/matters/{matter}/acts/${act}`), 'properties', 'hidden');
    expect(at(hidden('publication.reviewed'), 'items', 'required')).toEqual([
      'paragraph',
      'segment',
      'ground',
    ]);
    expect(hidden('publication.published')).toBeUndefined();
  });

  it('has an address for every act, which asks for what its form asks', () => {
    expect(ACT_CODES).toHaveLength(65);
    for (const act of ACT_CODES)
      expect(at(paths, `/api/matters/{matter}/acts/${act}`, 'post'), act).toBeDefined();
    const opened = at(
      paths,
      '/api/matters/{matter}/acts/case.opened',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
    );
    expect(at(opened, 'properties', 'documents', 'properties')).toEqual({
      'case-opening': { $ref: '#/components/schemas/document.case-opening' },
    });
    const shown = at(
      paths,
      '/api/matters/{matter}/acts/identity.shown',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
    );
    expect(at(shown, 'properties', 'fields', 'required')).toEqual(['to', 'uniform']);
  });

  it('lists every code a problem may have', () => {
    const listed = at(json, 'components', 'schemas', 'Problem', 'properties', 'code', 'examples');
    const { refusals } = server.world.packs.current.pack;
    expect(listed).toEqual([...Object.keys(PROBLEMS), ...refusals.keys()].sort());
  });

  it('describes answers as the code types them', async () => {
    const file = await readFile(join(database.packageRoot, 'src/http/answers.json'), 'utf8');
    expect(file, 'run node scripts/answers.mjs').toBe(answerSchemas(database.packageRoot));
  });
});
