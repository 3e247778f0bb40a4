import { afterEach, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';
import { openPortal } from '../portal/portal.ts';
import type { Finding } from './compare.ts';
import { examinePages } from './pages.ts';

const database = await freshDatabase();
const desk = await openTestDesk(database);
await playFoodCase(desk, uuidv7());
const admin = await database.connect('admin');
const portal = openPortal({
  db: desk.db,
  packs: desk.packs,
  root: database.packageRoot,
  now: Date.now,
  onCommit: () => {},
});
const made = await portal.storePages(desk.bureau.id);
await admin.query('create table public.kept as select * from published.page');

afterEach(async () => {
  await admin.query('delete from published.page');
  await admin.query('insert into published.page select * from public.kept');
});

async function found(change: string): Promise<[Finding['code'], string, string | null][]> {
  await admin.query(change);
  const findings: Finding[] = [];
  await examinePages(desk.db, portal, desk.bureau.id, (one) => findings.push(one));
  return findings.map(({ code, key, column }) => [code, key['path'] ?? '', column]);
}

const [stored] = (await admin.query<{ path: string }>('select path from published.page')).rows;
const path = stored?.path ?? '';

it('finds nothing in pages as they were made', async () => {
  expect(made).toBe(1);
  expect(await found('select')).toEqual([]);
});

it('names a page whose bytes were changed', async () => {
  const change = `update published.page set body = convert_to(replace(convert_from(body, 'UTF8'), '罚款', '警告'), 'UTF8')`;
  expect(await found(change)).toEqual([['cell-differs', path, 'body']]);
});

it('names a page whose mark was changed with it', async () => {
  const change = `update published.page set body = body || '\\x20', etag = left(etag, -3) || 'xx"'`;
  expect(await found(change)).toEqual([
    ['cell-differs', path, 'etag'],
    ['cell-differs', path, 'body'],
  ]);
});

it('names a page of nothing that is published', async () => {
  const change = `insert into published.page select bureau_id, path || '9', body, etag, media_type, made_at from published.page`;
  expect(await found(change)).toEqual([['row-surplus', `${path}9`, null]]);
});
