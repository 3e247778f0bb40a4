/** What a person is told of an act: which step is missing, in one wording everywhere; moments that are none; opinions of others. */
import { describe, expect, it } from 'vitest';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { sample } from '../support/food-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const { officer1 } = as;
const admin = await database.connect('admin');
const matter = await begun(officer1, ids);
const place = `/api/matters/${matter}`;

/** What the check, the answer to the act itself and the file say against it. */
async function saidOf(act: string, at: string, fields: object) {
  const body = { id: uuidv7(), at, by: [ids['officer1'], ids['officer2']], fields };
  const { refusals: checked } = await done(officer1, 'POST', `${place}/acts/${act}/check`, body);
  const { status, body: problem } = await officer1.call('POST', `${place}/acts/${act}`, body);
  const { possible } = await done(officer1, 'GET', place);
  const listed = Array.isArray(possible) ? possible.find((one) => one.act === act) : null;
  return { checked, status, problem, listed: listed?.refusals };
}

describe('an act out of order', () => {
  it('names the step that is missing and cites the article of that step, everywhere alike', async () => {
    const refusal = {
      code: 'act/out-of-order',
      title: '还没有办“处罚告知”',
      help: '先办“处罚告知”，再办“明示放弃、撤回听证”。',
      basis: ['行政处罚法 第四十四条', '程序规定 第五十七条'],
    };
    const said = await saidOf('statement.waived', '2024-08-06T10:00:00+08:00', {
      rights: ['statement'],
      note: '2024年8月6日书面声明。',
    });
    expect(said.status).toBe(409);
    expect(said.problem).toMatchObject({
      code: 'act/out-of-order',
      title: refusal.title,
      detail: refusal.help,
      refusals: [refusal],
    });
    expect(said.checked).toEqual([refusal]);
    expect(said.listed).toEqual([refusal]);
  });

  it('earlier than the last act is told that, and no other step', async () => {
    const said = await saidOf('identity.shown', '2024-08-05T09:00:00+08:00', {
      to: '店长',
      uniform: 'worn',
    });
    const refusal = {
      code: 'act/out-of-order',
      title: '发生时间早于第 2 号“案源登记”（2024-08-05 09:30）',
      help: '案卷按发生的先后记。核对发生时间。',
    };
    expect(said.checked).toMatchObject([refusal]);
    expect(said.problem).toMatchObject({
      title: refusal.title,
      detail: refusal.help,
      refusals: [refusal],
    });
    expect(said.listed).toEqual([]);
  });

  it('that is done once only says where it stands', async () => {
    const { possible } = await done(officer1, 'GET', place);
    const registered = Array.isArray(possible)
      ? possible.find((one) => one.act === 'source.registered')
      : null;
    expect(registered?.refusals).toEqual([
      {
        code: 'act/out-of-order',
        title: '“案源登记”已经办过，是第 2 号',
        help: '一件事项只办一次，不再办。',
        basis: ['程序规定 第十八条'],
      },
    ]);
  });
});

describe('an opinion of the head', () => {
  const { head, unithead } = as;
  const fieldsOf = async (who: typeof officer1, act: string): Promise<string[]> => {
    const { documents } = await done(who, 'GET', `${place}/forms/${act}`);
    return Object(documents)[0].sections.flatMap((section: { fields: { name: string }[] }) =>
      section.fields.map(({ name }) => name),
    );
  };

  it('is neither asked of an officer who registers a source, nor put down in the name of a head', async () => {
    const {
      'head-opinion': _opinion,
      head: _head,
      'head-date': _date,
      ...registered
    } = sample('case-source');
    const other = await begun(
      officer1,
      ids,
      { handlers: undefined },
      { documents: { 'case-source': registered } },
    );
    const { rows } = await admin.query<{ sealed: string }>(
      `select convert_from(opened, 'UTF8') as sealed from acts.act
        where stream_id = $1 and type = 'source.registered'`,
      [other],
    );
    const sealed = rows[0]?.sealed ?? '';
    expect(sealed).toContain('handling-opinion');
    expect(sealed).not.toContain('head-opinion');
    expect(sealed).not.toContain('head-date');
    const paper = await officer1.call('GET', `/api/matters/${other}/documents/2/1`);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { values, sections } = Object(
      (await done(officer1, 'GET', '/api/procedures/penalty.ordinary/first-form'))['documents'],
    )[0];
    expect(values).not.toHaveProperty('head');
    expect(JSON.stringify(sections)).not.toContain('机关负责人意见');
  });

  it('is asked of the head who approves, that of the unit of its head', async () => {
    const opinions = ['unit-opinion', 'head-opinion'];
    const shown = async (who: typeof officer1) =>
      (await fieldsOf(who, 'case.opened')).filter((name) => opinions.includes(name));
    expect(await shown(officer1)).toEqual([]);
    expect(await shown(unithead)).toEqual(['unit-opinion']);
    expect(await shown(head)).toEqual(opinions);
    const body = { id: uuidv7(), at: '2024-08-06T10:00:00+08:00' };
    const { problems } = await done(head, 'POST', `${place}/acts/case.opened/check`, body);
    const pointers = Object(problems).map((one: { pointer: string }) => one.pointer);
    expect(pointers).toContain('/documents/case-opening/head-opinion');
    expect(pointers).not.toContain('/documents/case-opening/unit-opinion');
  });
});

describe('a moment that is none', () => {
  it.each(['2026-02-30T10:00:00+08:00', 'abc', '2026-01-31T25:00:00+08:00'])(
    '%s is refused at its field, with the way to write it',
    async (at) => {
      const body = { id: uuidv7(), at, fields: { to: '店长', uniform: 'worn' } };
      const found = {
        pointer: '/at',
        code: 'field/moment-impossible',
        message: '不是存在的日期和时间。写成 2026-01-31 09:30 的样子。',
      };
      const checked = await officer1.call('POST', `${place}/acts/identity.shown/check`, body);
      expect(checked.body['problems']).toEqual([found]);
      const sent = await officer1.call('POST', `${place}/acts/identity.shown`, body);
      expect([sent.status, sent.body['problems']]).toEqual([422, [found]]);
    },
  );

  it('left out is missing', async () => {
    const body = { id: uuidv7(), fields: { to: '店长', uniform: 'worn' } };
    const { status, body: problem } = await officer1.call(
      'POST',
      `${place}/acts/identity.shown/check`,
      body,
    );
    expect([status, problem['problems']]).toEqual([
      422,
      [{ pointer: '/at', code: 'field/missing', message: '还缺这一项。' }],
    ]);
  });
});
