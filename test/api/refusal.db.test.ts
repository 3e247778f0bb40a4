/** What the head does not approve comes back to whoever asked: as a task, with all they wrote, and with the reason. */
import { describe, expect, it } from 'vitest';
import { runDoctor } from '../../src/doctor/doctor.cli.ts';
import { begun } from '../support/beginning.ts';
import { freshDatabase } from '../support/database.ts';
import { uuidv7 } from '../support/desk.ts';
import { sample } from '../support/food-case.ts';
import { openTestServer } from '../support/server.ts';
import { done, staff } from '../support/staffed.ts';
import type { Visitor } from '../support/visitor.ts';

const database = await freshDatabase();
const server = await openTestServer(database);
const { as, ids } = await staff(server);
const { officer1, officer2, head } = as;
const both = [ids['officer1'], ids['officer2']];
const at = (time: string) => `2024-08-06T${time}:00+08:00`;
const REASON = '还没有查清进货来源。';

const OWN = ['head-opinion', 'head', 'head-date'];
const opened = sample('case-opening');
const written = {
  ...Object.fromEntries(Object.entries(opened).filter(([name]) => !OWN.includes(name))),
  remark: '举报人要求保密。',
};

const asking = (time: string, documents: object = { 'case-opening': written }) => ({
  id: uuidv7(),
  at: at(time),
  by: both,
  documents,
});
const tasksOf = async (who: Visitor, matter: string, scope = 'mine') => {
  const { tasks } = await done(who, 'GET', `/api/queue?scope=${scope}`);
  const all = Array.isArray(tasks) ? tasks : [];
  return all
    .filter((task) => matter.endsWith(task.matter) && String(task.kind).startsWith('approval'))
    .map(({ kind, act, askedBy, askedSeq }) => ({ kind, act, from: askedBy?.name, askedSeq }));
};
const refuse = (matter: string, of: number, time: string) =>
  done(head, 'POST', `${matter}/requests/${of}/refusal`, {
    id: uuidv7(),
    at: at(time),
    reason: REASON,
  });
const seqOf = ({ seq }: Record<string, unknown>): number => Number(seq);
/** What an answer says of the fields at fault. */
const faults = async (who: Visitor, path: string, body: object) => {
  const answer = await who.call('POST', path, body);
  const problems = Array.isArray(answer.body['problems']) ? answer.body['problems'] : [];
  return [answer.status, ...problems.map(({ pointer, code, message }) => [pointer, code, message])];
};
const TOO_EARLY = [
  422,
  ['/at', 'act/before-approval', '不能早于不予批准的时间：2024-08-06 10:30。'],
];

describe('an act the head does not approve', async () => {
  const matter = `/api/matters/${await begun(officer1, ids)}`;
  const ask = `${matter}/requests/case.opened`;
  const form = (who: Visitor) => done(who, 'GET', `${matter}/forms/case.opened`);
  const first = seqOf(await done(officer1, 'POST', ask, asking('10:00')));
  expect((await form(officer1))['refused']).toBeNull();
  const refusal = seqOf(await refuse(matter, first, '10:30'));

  it('stands in the queue of whoever asked, and of nobody else', async () => {
    const task = {
      kind: 'approval.refused',
      act: 'case.opened',
      from: '王景峰',
      askedSeq: refusal,
    };
    expect(await tasksOf(officer1, matter)).toEqual([task]);
    expect(await tasksOf(officer2, matter)).toEqual([]);
    expect(await tasksOf(as.reviewer, matter)).toEqual([]);
    expect(await tasksOf(head, matter)).toEqual([]);
    expect(await tasksOf(head, matter, 'asked')).toEqual([task]);
  });

  it('has a form that starts with what was written, and says who refused it, when and why', async () => {
    const again = await form(officer1);
    expect(again['refused']).toEqual({
      by: { id: ids['head'], name: '王景峰', post: '局长' },
      at: at('10:30'),
      reason: REASON,
      documents: ['case-opening'],
    });
    const [paper] = Array.isArray(again['documents']) ? again['documents'] : [];
    expect(paper.values).toMatchObject({
      remark: '举报人要求保密。',
      'handlers-opinion': '建议立案调查。',
    });
    // Signed anew, on the day it is asked again.
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(paper.values['handlers-date']).toBe(today);
    // Opinions of posts are not whoever asks' to give.
    expect(Object.keys(paper.values)).not.toContain('unit-opinion');
    expect((await form(head))['refused']).toBeNull();
  });

  it('is neither asked for again nor approved as of an earlier time', async () => {
    expect(await faults(officer1, ask, asking('10:29'))).toEqual(TOO_EARLY);
    const recording = { ...asking('10:29', { 'case-opening': opened }), by: [] };
    expect(await faults(head, `${matter}/acts/case.opened`, recording)).toEqual(TOO_EARLY);
  });

  it('is done with when it is asked for again, and approved no earlier than it was refused', async () => {
    const request = seqOf(await done(officer1, 'POST', ask, asking('10:30')));
    expect(await tasksOf(officer1, matter)).toEqual([]);
    expect((await form(officer1))['refused']).toBeNull();
    const approving = (time: string) => ({
      ...asking(time, { 'case-opening': { ...written, ...opened, remark: '举报人要求保密。' } }),
      by: [],
      request,
    });
    const open = `${matter}/acts/case.opened`;
    expect(await faults(head, open, approving('10:29'))).toEqual(TOO_EARLY);
    await done(head, 'POST', open, approving('10:40'));
  });
});

describe('a measure the head does not approve beforehand', async () => {
  const matter = `/api/matters/${await begun(officer1, ids)}`;
  await done(officer1, 'POST', `${matter}/acts/identity.shown`, {
    id: uuidv7(),
    at: at('09:00'),
    by: both,
    fields: { to: '店长', uniform: 'worn' },
  });
  const paper = { ...sample('matter-approval'), reasons: ['当场发现过期食品二十箱。'] };
  const request = await done(officer1, 'POST', `${matter}/requests/preservation.ordered`, {
    ...asking('09:30', { 'matter-approval': paper }),
    beforehand: true,
  });
  await refuse(matter, seqOf(request), '10:30');
  const preserving = (fields: object) => ({
    ...asking('10:00', {
      'preservation-notice': sample('preservation-notice'),
      'property-list': sample('property-list'),
    }),
    fields: { 'party-present': true, ...fields },
  });

  it('comes back on the paper of its approval', async () => {
    const form = await done(officer1, 'GET', `${matter}/forms/preservation.ordered`);
    expect(form).toMatchObject({
      refused: { reason: REASON },
      approval: [{ code: 'matter-approval', values: { reasons: ['当场发现过期食品二十箱。'] } }],
    });
    expect(await tasksOf(officer1, matter)).toMatchObject([
      { kind: 'approval.refused', act: 'preservation.ordered' },
    ]);
  });

  it('was done when it was done, where it could not wait', async () => {
    const act = `${matter}/acts/preservation.ordered`;
    expect(await faults(officer1, act, preserving({}))).toEqual(TOO_EARLY);
    await done(officer1, 'POST', act, preserving({ urgent: true }));
    expect(await tasksOf(officer1, matter)).toEqual([]);
  });
});

it('leaves the tables as the acts say, while something is refused and after', async () => {
  const matter = `/api/matters/${await begun(officer1, ids)}`;
  const ask = `${matter}/requests/case.opened`;
  await refuse(matter, seqOf(await done(officer2, 'POST', ask, asking('10:00'))), '10:30');
  expect(await tasksOf(officer2, matter)).toHaveLength(1);
  const said: string[] = [];
  const io = { say: (line: string) => void said.push(line), progress: () => {} };
  const code = await runDoctor(server.world, { json: false, deep: false }, io);
  expect([code, said.slice(0, -1)]).toEqual([0, []]);
});
