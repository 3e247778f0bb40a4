import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openPublishedCase } from './portal.testkit.ts';
const database = await freshDatabase();
it('dev', async () => {
  const made = await openPublishedCase(database);
  console.log(made.server.address);
  for (const path of [
    '/',
    '/350502',
    '/350502/decisions',
    '/350502/decisions/penalty-2024-1',
    '/350502/check?number=x',
    '/350502/notices',
    '/350502/about',
    '/350502/procedures/penalty.ordinary',
    '/350502/requests/correction',
    '/sitemap.xml',
    '/350502/feed.atom',
    '/350502/decisions.json',
    '/nothing/x',
    '/desk',
    '/api/x',
  ]) {
    const answer = await fetch(made.server.address + path);
    const text = await answer.text();
    console.log(path, answer.status, answer.headers.get('content-type'), text.length);
  }
  if (process.env['HOLD']) await sleep(Number(process.env['HOLD']) * 1000);
}, 4_000_000);
