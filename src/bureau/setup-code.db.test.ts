/** Setting up from another computer: the code lies in the data folder, and nothing is set up without it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestServer } from '../../test/support/server.ts';

const database = await freshDatabase();
// Behind a proxy everybody seems to sit at the server, and so nobody is believed to.
const server = await openTestServer(database, { ZHUDING_PUBLIC_URL: 'https://zhuding.example' });
const file = join(server.dataDir, 'setup-code');

const ask = (path: string, body?: object): Promise<Response> =>
  fetch(`${server.address}${path}`, {
    headers: { 'content-type': 'application/json' },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });

it('the code is in its file as soon as somebody is told to look for it', async () => {
  expect(existsSync(file)).toBe(false);
  expect(await (await ask('/api/setup')).json()).toMatchObject({ empty: true, needsCode: true });
  expect((await readFile(file, 'utf8')).trim()).toMatch(/^[\w-]{12}$/);
});

it('without it, or with another, nothing is loaded', async () => {
  for (const body of [{}, { code: 'x'.repeat(12) }]) {
    const answer = await ask('/api/setup/rehearsal', body);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'setup/code-wrong' });
  }
  expect(await (await ask('/api/setup')).json()).toMatchObject({ rehearsal: null });
});
