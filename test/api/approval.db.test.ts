/** A measure approved beforehand: asked for by who carries it out, signed by the head, named by the act. */
import { describe, expect, it } from 'vitest';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { sample } from '../support/food-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import { told } from '../support/told.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const { officer1, officer2, assistant, head } = as;
const both = [ids['officer1'], ids['officer2']];
const paper = { 'matter-approval': sample('matter-approval') };
const DAY = '2024-08-06';
const at = (time: string) => `${DAY}T${time}:00+08:00`;

/** A matter in which the certificates have been shown; its address. */
async function shown(): Promise<string> {
  const address = `/api/matters/${await begun(officer1, ids)}`;
  await done(officer1, 'POST', `${address}/acts/identity.shown`, {
    id: uuidv7(),
    at: at('09:00'),
    by: both,
    fields: { to: '店长', uniform: 'worn' },
  });
  return address;
}

const asking = (more: object = {}) => ({
  id: uuidv7(),
  at: at('09:30'),
  beforehand: true,
  documents: paper,
  note: '当场发现过期食品二十箱。',
  ...more,
});
const signing = (more: object = {}) => ({
  id: uuidv7(),
  at: at('09:40'),
  documents: paper,
  ...more,
});
const preserving = (more: object = {}) => ({
  id: uuidv7(),
  at: at('10:00'),
  by: both,
  fields: { 'party-present': true },
  documents: {
    'preservation-notice': sample('preservation-notice'),
    'property-list': sample('property-list'),
  },
  ...more,
});
const asked = async (matter: string, body = asking()): Promise<number> =>
  Number((await done(officer1, 'POST', `${matter}/requests/preservation.ordered`, body))['seq']);

describe('a measure approved beforehand', () => {
  it('is asked for, granted on its own paper, and carried out', async () => {
    const matter = await shown();
    const of = await asked(matter);
    const preserve = `${matter}/acts/preservation.ordered`;
    expect(await told(officer1.call('POST', preserve, preserving({ request: of })))).toEqual([
      409,
      'approval/missing',
      [],
    ]);
    await done(head, 'POST', `${matter}/requests/${of}/grant`, signing());
    const granted = await done(officer1, 'GET', matter);
    expect(granted['requests']).toMatchObject([
      { seq: of, act: 'preservation.ordered', beforehand: true, granted: { at: at('09:40') } },
    ]);
    const [signed] = Array.isArray(granted['acts']) ? granted['acts'] : [];
    expect(signed).toMatchObject({
      type: 'approval.granted',
      documents: [{ code: 'matter-approval', title: '行政处罚案件有关事项审批表' }],
    });
    expect(
      await told(officer1.call('POST', preserve, preserving({ request: of, at: at('09:35') }))),
    ).toEqual([422, 'input/invalid', ['/at']]);
    await done(officer1, 'POST', preserve, preserving({ request: of }));
    const after = await done(head, 'GET', matter);
    expect(after['requests']).toEqual([]);
    // One approval is for one measure.
    expect(
      await told(officer1.call('POST', preserve, preserving({ request: of, at: at('11:00') }))),
    ).toEqual([422, 'input/invalid', ['/request']]);
    expect(await told(officer1.call('POST', preserve, preserving({ at: at('11:00') })))).toEqual([
      409,
      'approval/missing',
      [],
    ]);
  });

  it('waits for who asked, once it is granted', async () => {
    const matter = await shown();
    const of = await asked(matter);
    const waiting = async (who: typeof head) => {
      const { tasks } = await done(who, 'GET', '/api/queue');
      return Array.isArray(tasks)
        ? tasks.filter((task) => task.askedSeq === of && matter.endsWith(task.matter))
        : [];
    };
    expect(await waiting(head)).toMatchObject([{ kind: 'approval', act: 'preservation.ordered' }]);
    await done(head, 'POST', `${matter}/requests/${of}/grant`, signing());
    expect(await waiting(head)).toEqual([]);
    expect(await waiting(officer1)).toMatchObject([
      { kind: 'approval.granted', act: 'preservation.ordered' },
    ]);
    await done(
      officer1,
      'POST',
      `${matter}/acts/preservation.ordered`,
      preserving({ request: of }),
    );
    expect(await waiting(officer1)).toEqual([]);
  });

  it('is granted once, by the head, or refused', async () => {
    const matter = await shown();
    const of = await asked(matter);
    const grant = `${matter}/requests/${of}/grant`;
    expect(await told(officer1.call('POST', grant, signing()))).toEqual([
      403,
      'auth/forbidden',
      [],
    ]);
    const body = signing();
    const once = await done(head, 'POST', grant, body);
    expect(await done(head, 'POST', grant, body)).toEqual({ ...once, repeated: true });
    expect(await told(head.call('POST', grant, signing()))).toEqual([
      409,
      'act/request-unknown',
      [],
    ]);
    const refusal = { id: uuidv7(), at: at('09:50'), reason: '证据不会灭失' };
    expect(await told(head.call('POST', `${matter}/requests/${of}/refusal`, refusal))).toEqual([
      409,
      'act/request-unknown',
      [],
    ]);
  });

  it('is asked for with a complete paper, by who would carry it out', async () => {
    const matter = await shown();
    const ask = `${matter}/requests/preservation.ordered`;
    const { reasons, ...rest } = sample('matter-approval');
    expect(reasons).toBeDefined();
    expect(
      await told(officer2.call('POST', ask, asking({ documents: { 'matter-approval': rest } }))),
    ).toEqual([422, 'input/invalid', ['/documents/matter-approval/reasons']]);
    expect((await assistant.call('POST', ask, asking())).status).toBe(403);
    // The whole act cannot be put before the head, who does not carry it out.
    expect(await told(officer1.call('POST', ask, preserving()))).toEqual([
      403,
      'act/not-permitted',
      [],
    ]);
    const of = await asked(matter);
    expect(
      await told(
        head.call('POST', `${matter}/requests/${of}/grant`, signing({ documents: {} })),
      ).then(([status, code]) => [status, code]),
    ).toEqual([422, 'input/invalid']);
  });

  it('is no way round where the head records the act itself', async () => {
    const matter = await shown();
    expect(await told(officer1.call('POST', `${matter}/requests/case.opened`, asking()))).toEqual([
      422,
      'input/invalid',
      ['/documents/matter-approval'],
    ]);
    const { documents: _, ...bare } = asking();
    expect(await told(officer1.call('POST', `${matter}/requests/case.opened`, bare))).toEqual([
      403,
      'act/not-permitted',
      [],
    ]);
  });
});

describe('an act that the head approves', () => {
  const own = ['head-opinion', 'head', 'head-date'];
  const opened = sample('case-opening');
  const put = Object.fromEntries(Object.entries(opened).filter(([name]) => !own.includes(name)));
  const opening = (more: object = {}, values: object = opened) => ({
    id: uuidv7(),
    at: at('11:00'),
    documents: { 'case-opening': values },
    ...more,
  });

  /** A matter whose opening waits for the head: address, position of the request. */
  async function waiting(): Promise<readonly [matter: string, request: number]> {
    const matter = `/api/matters/${await begun(officer1, ids)}`;
    const body = { ...opening({ at: at('10:30') }, put), by: both };
    const { seq } = await done(officer1, 'POST', `${matter}/requests/case.opened`, body);
    return [matter, Number(seq)];
  }

  it('is recorded as done by the head, and by nobody who prepared it', async () => {
    const [matter, request] = await waiting();
    const open = `${matter}/acts/case.opened`;
    const before = await done(head, 'GET', matter);
    expect(before['requests']).toMatchObject([{ seq: request, actBy: [] }]);
    for (const by of [both, [ids['unithead']], [ids['officer1'], ids['head']]])
      expect(await told(head.call('POST', open, opening({ request, by })))).toEqual([
        422,
        'input/invalid',
        ['/by'],
      ]);
    await done(head, 'POST', open, opening({ request }));
    const after = await done(head, 'GET', matter);
    const [act] = Array.isArray(after['acts']) ? after['acts'] : [];
    expect(act).toMatchObject({
      type: 'case.opened',
      by: [{ id: ids['head'] }],
      recorder: { id: ids['head'] },
    });
  });

  it('is recorded as it was put before the head, whose own are only opinion, name and date', async () => {
    const [matter, request] = await waiting();
    const open = `${matter}/acts/case.opened`;
    const changed = { ...opened, basis: '另一条', 'handlers-opinion': undefined, remark: '加一句' };
    const { body } = await head.call('POST', open, opening({ request }, changed));
    const problems = Array.isArray(body['problems']) ? body['problems'] : [];
    expect(
      problems
        .filter(({ code }) => code === 'act/not-as-requested')
        .map(({ pointer, message }) => [pointer.split('/').at(-1), message]),
    ).toEqual([
      [
        'basis',
        '与报批的内容不一致：报批的是“《市场监督管理行政处罚程序规定》第十九条”。要改的，退回重报。',
      ],
      ['handlers-opinion', '与报批的内容不一致：报批的是“建议立案调查。”。要改的，退回重报。'],
      ['remark', '与报批的内容不一致：报批的是空着。要改的，退回重报。'],
    ]);
    const mine = { ...opened, 'head-opinion': '同意。请三个月内办结。' };
    await done(head, 'POST', open, opening({ request }, mine));
  });

  it('is signed by who approves it with no other name, and keeps the days of who signed before', async () => {
    const matter = `/api/matters/${await begun(officer1, ids)}`;
    const { 'handlers-date': _day, ...undated } = put as Record<string, unknown>;
    const body = { ...opening({ at: at('10:30') }, undated), by: both };
    const { seq: request } = await done(officer1, 'POST', `${matter}/requests/case.opened`, body);
    const { requests } = await done(head, 'GET', matter);
    const [waits] = Array.isArray(requests) ? requests : [];
    const { 'case-opening': stored } = waits.documents;
    expect(stored['handlers-date']).toBe(DAY);
    const later = '2024-08-08T09:00:00+08:00';
    const other = {
      ...asked,
      ...opened,
      'handlers-date': DAY,
      head: { name: '李四', post: '局长' },
    };
    const open = `${matter}/acts/case.opened`;
    expect(await told(head.call('POST', open, opening({ request, at: later }, other)))).toEqual([
      422,
      'input/invalid',
      ['/documents/case-opening/head'],
    ]);
  });
});
