/** Papers of a hearing and of a discussion, against the people of the bureau, the act and the notice on file. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { type Cast, openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase, requestOf, sample, type Step } from '../../test/support/food-case.ts';
import type { Values } from '../document/document.ts';

const database = await freshDatabase();
let desk: TestDesk;
let matter: string;

const PEOPLE = {
  chair: { name: '郑美华', post: '听证主持' },
  head: { name: '王景峰', post: '局长' },
  unitHead: { name: '苏建章', post: '股长' },
  reviewer: { name: '蔡明哲', post: '法制审核' },
  recorder: { name: '吴彩云', post: '公示管理' },
  handler: { name: '黄雅玲', post: '执法人员' },
  stranger: { name: '路人甲', post: '局长' },
};
// Above the threshold of 10 万元 for a hearing.
const penalties = [{ kind: 'fine', amount: 13_000_000 }];

const fined = (step: Step): Step => ({
  ...step,
  ...(step.documents && {
    documents: Object.fromEntries(
      Object.entries(step.documents).map(([code, values]) => [
        code,
        {
          ...values,
          ...('penalties' in values ? { penalties } : {}),
          ...('hearing' in values && code === 'penalty-notice' ? { hearing: 'told' } : {}),
        },
      ]),
    ),
  }),
});

async function act(step: Step): Promise<void> {
  await desk.matters.act(await desk.actor(step.who), matter, requestOf(desk, step), null);
}

/** Pointers below the papers and codes of what would be refused of a step, and guards that would. */
async function refused(step: Step): Promise<string[]> {
  const actor = await desk.actor(step.who);
  const { problems, refusals } = await desk.matters.check(actor, matter, requestOf(desk, step));
  return [
    ...problems.map(({ pointer, code }) => `${pointer.replace('/documents/', '')} ${code}`),
    ...refusals,
  ];
}

async function saidOf(step: Step): Promise<string[]> {
  const actor = await desk.actor(step.who);
  const { problems } = await desk.matters.check(actor, matter, requestOf(desk, step));
  return problems.map(({ message }) => message);
}

const notice = (values: Values = {}, chair: Cast = 'chair'): Step => ({
  who: 'unitHead',
  act: 'hearing.notified',
  at: '2024-09-13T15:00:00+08:00',
  fields: { chair: desk.ids[chair] },
  documents: {
    'hearing-notice': sample('hearing-notice', {
      // After Friday 13 September: the 14th worked, no work from the 15th to the 17th: the seventh working day is the 25th.
      'held-at': '2024-09-25T09:30:00+08:00',
      chair: PEOPLE.chair,
      panel: [PEOPLE.reviewer],
      recorder: PEOPLE.recorder,
      ...values,
    }),
  },
});

const held = (record: Values = {}, report: Values = {}, chair: Cast = 'chair'): Step => {
  const common = {
    period: { from: '2024-09-26T09:30:00+08:00', to: '2024-09-26T11:00:00+08:00' },
    chair: PEOPLE.chair,
    recorder: PEOPLE.recorder,
  };
  return {
    who: 'chair',
    act: 'hearing.held',
    at: '2024-09-26T09:30:00+08:00',
    fields: { chair: desk.ids[chair], place: 'other' },
    documents: {
      'hearing-record': sample('hearing-record', {
        ...common,
        panel: [PEOPLE.reviewer],
        ...record,
      }),
      'hearing-report': sample('hearing-report', {
        ...common,
        panel: '蔡明哲（公职律师）',
        'reported-on': '2024-09-27',
        ...report,
      }),
    },
  };
};

beforeAll(async () => {
  desk = await openTestDesk(database);
  matter = uuidv7();
  await playFoodCase(desk, matter, { before: 'statement.waived', change: fined });
  await act({
    who: 'o1',
    act: 'hearing.requested',
    at: '2024-09-12T10:00:00+08:00',
    by: ['party'],
    fields: { note: '书面申请' },
  });
});

describe('the notice of a hearing', () => {
  it('as the law wants it is not refused', async () => {
    expect(await refused(notice())).toEqual([]);
    expect(await refused(notice({ panel: undefined }))).toEqual([]);
  });

  it.each([
    ['a handler in the chair', { chair: PEOPLE.handler }, 'chair document/officers-differ'],
    ['a handler on the panel', { panel: [PEOPLE.handler] }, 'panel/0 document/officers-differ'],
    ['a handler who writes', { recorder: PEOPLE.handler }, 'recorder document/officers-differ'],
    [
      'nobody of the bureau on the panel',
      { panel: [PEOPLE.reviewer, PEOPLE.stranger] },
      'panel/1 document/officers-differ',
    ],
    [
      'nobody of the bureau who writes',
      { recorder: PEOPLE.stranger },
      'recorder document/officers-differ',
    ],
    ['another chair than the act', { chair: PEOPLE.reviewer }, 'chair document/contradicts-file'],
  ])('does not name %s', async (_what, values, told) => {
    expect(await refused(notice(values))).toContain(`hearing-notice/${told}`);
  });

  it('is given seven working days before', async () => {
    expect(await refused(notice({ 'held-at': '2024-09-24T17:00:00+08:00' }))).toEqual([
      'hearing-notice/held-at document/contradicts-file',
    ]);
    expect(await saidOf(notice({ 'held-at': '2024-09-14T09:30:00+08:00' }))).toEqual([
      '举行听证的7个工作日前通知当事人：今天通知的，最早2024年9月25日举行。',
    ]);
  });
});

describe('record and report of a hearing', () => {
  beforeAll(async () => {
    await act(notice());
    // Put off by a day, and notified again.
    await act({
      ...notice({ 'held-at': '2024-09-26T09:30:00+08:00' }),
      at: '2024-09-13T16:00:00+08:00',
    });
  });

  it('as it was notified are not refused', async () => {
    expect(await refused(held())).toEqual([]);
    expect(await refused(held({}, { panel: '无。' }))).toEqual([]);
  });

  it('tell of the day that was notified last', async () => {
    const period = { from: '2024-09-25T09:30:00+08:00', to: '2024-09-25T11:00:00+08:00' };
    expect(await refused(held({ period }, { period }))).toEqual([
      'hearing-record/period/from document/contradicts-file',
      'hearing-report/period/from document/contradicts-file',
    ]);
    expect(await saidOf(held({ period }))).toEqual([
      '听证通知书定在2024年9月26日举行。改期的，先重新通知。',
    ]);
  });

  it('name the chair of the notice, and of the act', async () => {
    expect(await refused(held({ chair: PEOPLE.reviewer }, { chair: PEOPLE.reviewer }))).toEqual([
      'hearing-record/chair document/contradicts-file',
      'hearing-report/chair document/contradicts-file',
    ]);
  });

  it('name neither handlers nor people from elsewhere', async () => {
    expect(
      await refused(
        held(
          { panel: [PEOPLE.handler], recorder: PEOPLE.stranger },
          { panel: '蔡明哲、黄雅玲', recorder: PEOPLE.stranger },
        ),
      ),
    ).toEqual([
      'hearing-record/recorder document/officers-differ',
      'hearing-record/panel/0 document/officers-differ',
      'hearing-report/recorder document/officers-differ',
      'hearing-report/panel document/officers-differ',
    ]);
  });
});

describe('the record of a discussion', () => {
  const members = [PEOPLE.head, PEOPLE.unitHead];
  const discussed = (values: Values = {}): Step => ({
    who: 'head',
    act: 'discussion.held',
    at: '2024-09-27T15:00:00+08:00',
    documents: {
      'discussion-record': sample('discussion-record', {
        chair: PEOPLE.head,
        members,
        recorder: PEOPLE.recorder,
        ...values,
      }),
    },
  });

  it('names people of the bureau', async () => {
    expect(await refused(discussed())).toEqual([]);
    expect(await refused(discussed({ members: [...members, PEOPLE.stranger] }))).toEqual([
      'discussion-record/members/2 document/officers-differ',
    ]);
    expect(await refused(discussed({ recorder: PEOPLE.stranger }))).toEqual([
      'discussion-record/recorder document/officers-differ',
    ]);
  });

  it('is filed by somebody who was there', async () => {
    const others = [PEOPLE.unitHead, PEOPLE.reviewer];
    expect(await refused(discussed({ members: others }))).toEqual([]);
    expect(await refused(discussed({ chair: PEOPLE.unitHead, members: others }))).toEqual([
      'discussion-record/members document/officers-differ',
    ]);
  });
});
