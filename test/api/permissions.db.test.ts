/** Who may use which address: the table in `docs/permissions.md`, walked by real requests of everybody. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/http/route.ts';
import { apiRoutes } from '../../src/server/routes.ts';
import { freshDatabase } from '../support/database.ts';
import { openTestServer } from '../support/server.ts';
import { staff } from '../support/staffed.ts';
import { type Visitor, visitor } from '../support/visitor.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as } = await staff(server);
const routes = apiRoutes(server.world);
const path = join(database.packageRoot, 'docs', 'permissions.md');

/** Columns of the table: nobody, the roles, the duties. */
const WHO: readonly (readonly [string, Visitor])[] = [
  ['nobody', visitor(server.address)],
  ['officer', as.officer1],
  ['assistant', as.assistant],
  ['unit-head', as.unithead],
  ['head', as.head],
  ['reviewer', as.reviewer],
  ['chair', as.chair],
  ['publisher', as.publisher],
  ['archivist', as.archivist],
  ['sysadmin', as.sysadmin],
  ['secadmin', as.secadmin],
  ['auditadmin', as.auditadmin],
];
/** Ending the session or the setting up of the installation would disturb the walk itself. */
const DISTURBING = new Set([
  'DELETE /api/session',
  'POST /api/setup/rehearsal',
  'PUT /api/session/password',
]);
const NOBODY = '00000000-0000-7000-8000-00000000dead';

/** Address with every parameter filled by something that fits and is not there. */
function address({ path: template }: Route): string {
  return template
    .replace(':id', template.startsWith('/api/sessions') ? '0'.repeat(64) : NOBODY)
    .replace(/:(matter|person|exhibit)/g, NOBODY)
    .replace(':act', 'case.opened')
    .replace(':seq', '1')
    .replace(':ordinal', '1')
    .replace(':clock', 'statement')
    .replace(/:key/, 'review.limit');
}

async function isOpenTo(one: Route, who: Visitor): Promise<boolean> {
  const { status, body } = await who.call(
    one.method,
    address(one),
    one.method === 'GET' || one.method === 'DELETE' ? undefined : {},
  );
  if (status === 401) return false;
  return !(status === 403 && String(body['code']).startsWith('auth/'));
}

async function walked(): Promise<string> {
  const lines = [
    '# Who may use which address',
    '',
    'Made and checked by `test/api/permissions.db.test.ts`, which asks every address as everybody. Whether somebody may see a certain matter is decided beyond this table, by unit and by part in it (`src/matter/reading.ts`).',
    '',
    `| address | ${WHO.map(([name]) => name).join(' | ')} |`,
    `| --- |${' :-: |'.repeat(WHO.length)}`,
  ];
  for (const one of routes) {
    const name = `${one.method} ${one.path}`;
    if (DISTURBING.has(name)) continue;
    const cells: string[] = [];
    for (const [, who] of WHO) cells.push((await isOpenTo(one, who)) ? '●' : '');
    lines.push(`| \`${name}\` | ${cells.join(' | ')} |`);
  }
  return `${lines.join('\n')}\n`;
}

describe('permissions', () => {
  it('are for every address and everybody what the table says', async () => {
    const found = await walked();
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(path, found);
    expect(found).toBe(await readFile(path, 'utf8'));
  });

  it('let administrators do no case work, and case workers no administration', () => {
    for (const one of routes) {
      if (typeof one.access === 'string') continue;
      const { any } = one.access;
      const duties = any.filter((who) => who.endsWith('admin'));
      expect(duties.length === 0 || duties.length === any.length, `${one.method} ${one.path}`).toBe(
        true,
      );
    }
  });

  it('refuse a request that comes from another site', async () => {
    const { status, body } = await as.officer1.call(
      'POST',
      '/api/names/check',
      { text: '好' },
      { origin: 'https://evil.example' },
    );
    expect([status, body['code']]).toEqual([403, 'http/foreign-origin']);
    const { status: fetched } = await as.officer1.call(
      'POST',
      '/api/names/check',
      { text: '好' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(fetched).toBe(403);
  });
});
