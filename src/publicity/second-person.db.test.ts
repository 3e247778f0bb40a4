import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { uuidv7 } from '../../test/support/desk.ts';
import { sample } from '../../test/support/samples.ts';
import type { Login } from '../../test/support/staffed.ts';
import { openPublishedCase } from '../portal/portal.testkit.ts';

/** What is published was looked at by two people: one who checks, one who publishes, and neither may be both. */

const { as, ids, matter } = await openPublishedCase(await freshDatabase());
const path = `/api/matters/${matter}`;
let minute = 0;

async function send(who: Login, act: string, body: object) {
  minute += 1;
  const answer = await as[who].call('POST', `${path}/acts/${act}`, {
    id: uuidv7(),
    at: `2024-10-12T10:${String(minute).padStart(2, '0')}:00+08:00`,
    ...body,
  });
  return answer;
}
const check = (who: Login, by: readonly string[] = []) =>
  send(who, 'publication.reviewed', {
    by,
    documents: { 'publication-review': sample('publication-review') },
  });
const publish = (who: Login, { channel = 'WEB', by = [] as readonly string[] } = {}) =>
  send(who, 'publication.published', {
    by,
    fields: { channel, form: 'both', unit: '食品安全监督管理股' },
  });
const possible = async (who: Login, act: string) => {
  const { body } = await as[who].call('GET', path);
  return (body['possible'] as { act: string; mine: boolean; refusals: { code: string }[] }[]).find(
    (one) => one.act === act,
  );
};

it('who checked does not publish: refused with its rule, and shown before it is tried', async () => {
  expect((await check('publisher')).status).toBe(200);
  const refused = await publish('publisher');
  expect([refused.status, refused.body]).toMatchObject([
    409,
    {
      code: 'publication/own-check',
      refusals: [
        {
          code: 'publication/own-check',
          title: '公示内容是您自己核对的',
          help: '核对和公示由两个人办：请另一人公示，或者请另一人重新核对。',
        },
      ],
    },
  ]);
  expect(await possible('publisher', 'publication.published')).toMatchObject({
    refusals: [{ code: 'publication/own-check' }],
  });
});

it('checked again by somebody else, it is published', async () => {
  expect((await check('unithead')).status).toBe(200);
  expect(await possible('publisher', 'publication.published')).toMatchObject({ refusals: [] });
  expect((await publish('publisher')).status).toBe(200);
});

it('neither is recorded in the name of somebody else', async () => {
  for (const answer of [
    await check('publisher', [ids['unithead'] ?? '']),
    await check('publisher', [ids['publisher'] ?? '', ids['unithead'] ?? '']),
    await publish('unithead', { by: [ids['publisher'] ?? ''] }),
    await publish('publisher', { by: [ids['officer1'] ?? ''] }),
  ])
    expect([answer.status, answer.body['code']]).toEqual([403, 'act/not-permitted']);
});

it('nobody checks what he handled', async () => {
  for (const who of ['officer1', 'officer2'] as const) {
    expect(await check(who)).toMatchObject({ status: 403, body: { code: 'act/not-permitted' } });
    expect(await possible(who, 'publication.reviewed')).toMatchObject({ mine: false });
  }
});

it('it is published where the bureau publishes, and nowhere else; the form offers no other', async () => {
  expect(await publish('publisher', { channel: 'ZWFW' })).toMatchObject({
    status: 422,
    body: {
      problems: [
        {
          pointer: '/fields/channel',
          code: 'field/choice-unknown',
          message: '“公示渠道”没有这个选项，可选：门户网站、国家企业信用信息公示系统。',
        },
      ],
    },
  });
  const { body } = await as.publisher.call('GET', `${path}/forms/publication.published`);
  const fields = body['fields'] as { name: string; choices?: { value: string }[] }[];
  expect(fields.find(({ name }) => name === 'channel')?.choices?.map(({ value }) => value)).toEqual(
    ['WEB', 'GSXT'],
  );
});

it('it is taken down from where it stands, and from nowhere else', async () => {
  const answer = await send('publisher', 'publication.withdrawn', {
    fields: { channel: 'GSXT', reason: '有误' },
  });
  expect(answer).toMatchObject({
    status: 422,
    body: { problems: [{ message: '“撤回的渠道”没有这个选项，可选：门户网站。' }] },
  });
});
