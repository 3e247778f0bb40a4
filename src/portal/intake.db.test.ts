import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestServer } from '../../test/support/server.ts';
import { staff } from '../../test/support/staffed.ts';

/** Citizens hand something in, as a browser without script sends it. */

const database = await freshDatabase();
const server = await openTestServer(database);
await staff(server);
const admin = await database.connect('admin');

const PATH = '/350502/requests/complaint';
const FILLED = {
  name: '李明',
  contact: '13900000000',
  content: '示例路1号的超市出售过期酸奶。\n2026年11月20日下午。',
};

async function tokenOf(path: string): Promise<string> {
  const page = await (await fetch(`${server.address}${path}`)).text();
  return /name="token" value="([0-9a-f]{32})"/.exec(page)?.[1] ?? '';
}
const send = (path: string, fields: Record<string, string>) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
const kept = async () =>
  (
    await admin.query<{ kind: string; name: string; content: string; entry_id: string | null }>(
      'select kind, name, content, entry_id from intake.request order by received_at',
    )
  ).rows;

it('is kept once, however often the same form is sent', async () => {
  const token = await tokenOf(PATH);
  const answers = await Promise.all([1, 2, 3].map(() => send(PATH, { ...FILLED, token })));
  const [first] = answers.map((answer) => answer.headers.get('location'));
  for (const answer of answers)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, first]);
  expect(await kept()).toEqual([
    { kind: 'complaint', name: '李明', content: FILLED.content, entry_id: null },
  ]);
  const receipt = new URL(first ?? '', server.address).searchParams.get('receipt') ?? '';
  const page = await (await fetch(`${server.address}${first}`)).text();
  expect(page).toContain(receipt);
});

it('the same form with other words is another request', async () => {
  const token = await tokenOf(PATH);
  await send(PATH, { ...FILLED, token, content: '一' });
  await send(PATH, { ...FILLED, token, content: '二' });
  expect((await kept()).slice(1).map(({ content }) => content)).toEqual(['一', '二']);
});

describe('what is refused', () => {
  it('is said item by item, and what was typed is in the form again', async () => {
    const before = (await kept()).length;
    const typed = { content: '<script>"写了很多"</script>', name: '', contact: '1' };
    const answer = await send(PATH, { ...typed, token: await tokenOf(PATH) });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('请填姓名或者单位名称。');
    expect(page).toContain('联系方式太短，请填完整。');
    expect(page).toContain('&lt;script&gt;&quot;写了很多&quot;&lt;/script&gt;</textarea>');
    expect(page).toContain('aria-invalid="true"');
    expect(await kept()).toHaveLength(before);
  });
  it('a correction of a decision there is not', async () => {
    const path = '/350502/requests/correction';
    const answer = await send(path, {
      ...FILLED,
      token: await tokenOf(path),
      entry: 'penalty-2026-999',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('没有这份决定。');
  });
  it('a form with a token that is not ours comes back with one that is', async () => {
    const answer = await send(PATH, { ...FILLED, token: 'x' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('表单已经过期，请再提交一次，您写的还在。');
    expect(page).toMatch(/name="token" value="[0-9a-f]{32}"/);
  });
  it('a body that is no form', async () => {
    const answer = await fetch(`${server.address}${PATH}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(answer.status).toBe(415);
  });
  it('a form far too large', async () => {
    expect((await send(PATH, { ...FILLED, content: '字'.repeat(40_000) })).status).toBe(413);
  });
  it('a kind there is not', async () => {
    expect((await send('/350502/requests/praise', FILLED)).status).toBe(404);
  });
});

it('the portal cannot read back what was handed in', async () => {
  const portal = await database.connect('portal');
  await expect(portal.query('select 1 from intake.request')).rejects.toMatchObject({
    code: '42501',
  });
});

it('an objection is a request of its own kind', async () => {
  const path = '/350502/requests/objection';
  expect((await send(path, { ...FILLED, token: await tokenOf(path) })).status).toBe(303);
  expect((await kept()).at(-1)?.kind).toBe('objection');
});
