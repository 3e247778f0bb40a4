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
      'case-opening': { $ref: '#/components/schemas/given.case-opening' },
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

  it('says of an act that procedures share what it is in each, a penalty first, and who does it', () => {
    const act = (code: string) => at(paths, `/api/matters/{matter}/acts/${code}`, 'post');
    expect(at(act('evidence.recorded'), 'summary')).toBe('Record evidence.recorded 取证.');
    expect(at(act('decision.made'), 'summary')).toBe('Record decision.made 决定.');
    const [ordinary, summary, ...others] = String(at(act('decision.made'), 'description')).split(
      '\n',
    );
    expect(ordinary).toMatch(/^penalty\.ordinary 行政处罚普通程序: 决定; head \(行政处罚法 /);
    expect(summary).toMatch(
      /^penalty\.summary 行政处罚简易程序: 当场决定; officer \(行政处罚法 第五十一条/,
    );
    expect(others.join()).toMatch(/licence .*行政许可法/);
    expect(at(act('decision.made'), 'x-access')).toBe('officer head unit-head');
    expect(at(act('review.concluded'), 'x-access')).toBe('reviewer');
    expect(at(act('case.opened'), 'parameters', '0', 'schema', 'pattern')).toMatch(/^\^\[0-9a-f\]/);
  });

  it('takes in the body of each act whatever the address of any act takes', () => {
    const names = (act: string) => {
      const schema = at(
        paths,
        `/api/matters/{matter}/acts/${act}`,
        'post',
        'requestBody',
        'content',
        'application/json',
        'schema',
      );
      const bodies = at(schema, 'anyOf') ?? [schema];
      return (Array.isArray(bodies) ? bodies : []).map((one) =>
        inOrder(Object.keys(Object(at(one, 'properties')))),
      );
    };
    const [any] = names('{act}');
    expect(any).toContain('beforehand');
    for (const act of ACT_CODES) expect(names(act), act).toEqual(names(act).map(() => any));
  });

  it('says what a complete document requires, and lets out of what is sent what the file knows', () => {
    const schema = (name: string) => at(json, 'components', 'schemas', name);
    expect(at(schema('document.delivery-receipt'), 'required')).toEqual([
      'recipient',
      'documents',
      'method',
      'place',
      'deliverers',
      'receiver-kind',
    ]);
    expect(at(schema('given.delivery-receipt'), 'required')).toBeUndefined();
  });

  it('names the headers of an upload, and the rule the list of reviewers follows', () => {
    const headers = (of: unknown) =>
      [at(of, 'parameters')]
        .flat()
        .filter((one) => at(one, 'required') === true)
        .map((one) => at(one, 'name'));
    const announce = at(paths, '/api/uploads', 'post');
    expect(headers(announce)).toEqual(['Tus-Resumable', 'Upload-Length', 'Upload-Metadata']);
    expect(Object.keys(Object(at(announce, 'responses', '201', 'headers')))).toContain('Location');
    const append = at(paths, '/api/uploads/{upload}', 'patch');
    expect(headers(append)).toEqual(['Tus-Resumable', 'Upload-Offset']);
    expect(at(append, 'requestBody', 'content', 'application/offset+octet-stream')).toBeDefined();
    const listed = at(
      paths,
      '/api/people/{person}/acts/reviewer.listed',
      'post',
      'requestBody',
      'content',
      'application/json',
      'schema',
    );
    expect(at(listed, 'properties', 'licenceSince', 'description')).toContain(
      'review.licence.since',
    );
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
