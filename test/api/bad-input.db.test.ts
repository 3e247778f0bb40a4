/** What does not hold is refused at every address, with the reason and the place, and changes nothing. */
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/route.ts';
import { apiRoutes } from '../../src/server/routes.ts';
import { at } from '../support/api-document.ts';
import { rowCounts } from '../support/row-counts.ts';
import { freshDatabase } from '../support/database.ts';
import { type Mutant, mutants } from '../support/mutants.ts';
import { openTestServer } from '../support/server.ts';
import { type Login, staff } from '../support/staffed.ts';
import { type Answer, type Visitor, visitor } from '../support/visitor.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as } = await staff(server);
const admin = await database.connect('admin');
const routes = apiRoutes(server.world);
const NOBODY = '00000000-0000-7000-8000-00000000dead';

/** Somebody who may use the route. */
function somebody({ access }: Route): Visitor {
  if (access === 'public') return visitor(server.address);
  if (typeof access === 'string') return as.officer1;
  const login = LOGIN_OF[access.any[0] ?? ''] ?? 'officer1';
  return as[login];
}
const LOGIN_OF: Readonly<Record<string, Login>> = {
  officer: 'officer1',
  'unit-head': 'unithead',
  head: 'head',
  publisher: 'publisher',
  sysadmin: 'sysadmin',
  secadmin: 'secadmin',
  auditadmin: 'auditadmin',
};

/** Address with parameters that fit and lead nowhere. */
function address({ path }: Route): string {
  return path
    .replace(':id', path.startsWith('/api/sessions') ? '0'.repeat(64) : NOBODY)
    .replaceAll(/:(matter|person|exhibit)/g, NOBODY)
    .replace(':act', 'case.opened')
    .replaceAll(/:(seq|ordinal)/g, '1')
    .replace(':clock', 'statement')
    .replace(':procedure', 'penalty.ordinary')
    .replace(':key', 'review.limit');
}

/** What is wrong with an answer that should be a refusal pointing at the fault; empty when it is one. */
function wrong(answer: Answer, pointer: string | null): string {
  const { status, headers, body } = answer;
  if (status < 400 || status >= 500) return `answered ${status}`;
  if (headers.get('content-type') !== 'application/problem+json; charset=utf-8')
    return 'is no problem document';
  if (
    body['status'] !== status ||
    typeof body['code'] !== 'string' ||
    typeof body['title'] !== 'string'
  )
    return 'is incomplete';
  const problems = Array.isArray(body['problems']) ? body['problems'] : [];
  if (pointer === null || problems.some((one) => one.pointer === pointer)) return '';
  return `points at ${JSON.stringify(problems.map((one) => one.pointer))}, code ${body['code']}`;
}

async function refused(
  who: Visitor,
  method: string,
  path: string,
  all: readonly Mutant[],
  prefix = '',
): Promise<string[]> {
  const found: string[] = [];
  for (const { what, pointer, body } of all) {
    const fault = wrong(await who.call(method, path, body), `${prefix}${pointer}`);
    if (fault !== '') found.push(`${method} ${path} ${pointer} ${what}: ${fault}`);
  }
  return found;
}

describe('bad input', async () => {
  const before = await rowCounts(admin);

  it.each(
    routes
      .filter(({ body }) => body !== null)
      .map((one) => [`${one.method} ${one.path}`, one] as const),
  )('in the body of %s is refused at the field', async (_name, one) => {
    const all = mutants(one.body);
    expect(await refused(somebody(one), one.method, address(one), all)).toEqual([]);
  });

  it('in a query is refused at the parameter', async () => {
    const found: string[] = [];
    for (const one of routes.filter(({ query }) => query !== null)) {
      const names = Object.keys(Object(at(one.query, 'properties')));
      const tries = [
        ['bogus', 'bogus=1'],
        ...names.flatMap((name) => [
          [name, `${name}=%00`],
          [name, `${name}=${'x'.repeat(500)}`],
          [name, `${name}=a&${name}=b`],
        ]),
      ];
      for (const [name, query] of tries) {
        const fault = wrong(
          await somebody(one).call(one.method, `${address(one)}?${query}`),
          `?/${name}`,
        );
        if (fault !== '') found.push(`${one.method} ${one.path}?${query?.slice(0, 30)}: ${fault}`);
      }
    }
    expect(found).toEqual([]);
  });

  it('in an address leads nowhere', async () => {
    const found: string[] = [];
    for (const one of routes) {
      const names = one.path.match(/:[a-z]+/g) ?? [];
      for (const name of names)
        for (const bad of [
          ...(one.path.startsWith('/api/drafts') ? [] : ['not-a-uuid', '-1', NOBODY.toUpperCase()]),
          '%00',
          '%zz',
          '%ED%A0%80',
          '..%2f..%2fetc',
          'x'.repeat(300),
        ]) {
          const path = address({ ...one, path: one.path.replace(name, bad) });
          const body = one.body === null ? undefined : {};
          const fault = wrong(await somebody(one).call(one.method, path, body), null);
          if (fault !== '') found.push(`${one.method} ${path}: ${fault}`);
        }
    }
    expect(found).toEqual([]);
  });

  it.each([
    ['not JSON', '{"id":', {}, 422, 'http/malformed'],
    ['empty', '', {}, 422, 'http/malformed'],
    ['not text', '\u0000', {}, 422, 'http/malformed'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', {}, 422, 'http/malformed'],
    [
      'nested without end',
      `{"content":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
      {},
      422,
      'http/malformed',
    ],
    [
      'too large',
      JSON.stringify({ content: { a: 'x'.repeat(2 ** 21) } }),
      {},
      413,
      'http/too-large',
    ],
    [
      'a form',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'http/unsupported',
    ],
    [
      'from another site',
      '{"content":{}}',
      { origin: 'https://evil.example' },
      403,
      'http/foreign-origin',
    ],
    ['from nowhere', '{"content":{}}', { origin: 'null' }, 403, 'http/foreign-origin'],
  ])('a body that is %s is refused', async (_what, body, headers, status, code) => {
    const answer = await as.officer1.call('PUT', '/api/drafts/x', body, headers);
    expect([wrong(answer, null), answer.status, answer.body['code']]).toEqual(['', status, code]);
  });

  it.each(
    routes
      .filter(({ method }) => method !== 'GET')
      .map((one) => [`${one.method} ${one.path}`, one] as const),
  )('from another site is refused by %s', async (_name, one) => {
    const body = one.body === null ? undefined : {};
    const answer = await somebody(one).call(one.method, address(one), body, {
      origin: 'https://evil.example',
    });
    expect([answer.status, answer.body['code']]).toEqual([403, 'http/foreign-origin']);
  });

  it.each([
    'zhuding_session=%00',
    `zhuding_session=${'x'.repeat(5000)}`,
    'zhuding_session=;;;=',
    'zhuding_session="\\"',
  ])('in a cookie is nobody: %s', async (cookie) => {
    const answer = await visitor(server.address).call('GET', '/api/people', undefined, { cookie });
    expect([answer.status, answer.body['code']]).toEqual([401, 'auth/needed']);
  });

  it('has changed nothing', async () => {
    expect(await rowCounts(admin)).toEqual(before);
  });
});
