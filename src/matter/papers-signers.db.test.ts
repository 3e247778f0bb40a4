/** Who signs papers, and when: people of the bureau in that part, on no day before the case. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { type Cast, openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import {
  foodCaseSteps,
  PARTY,
  playFoodCase,
  requestOf,
  sample,
} from '../../test/support/food-case.ts';
import type { Values } from '../document/document.ts';
import type { ActCode } from './act-data.ts';
import { CommandRefused } from './refusal.ts';

const database = await freshDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(database);
});

/** The food case before an act: what is refused of the act with other values in its paper. */
async function before(act: ActCode, code: string) {
  const matter = uuidv7();
  await playFoodCase(desk, matter, { before: act });
  const step = foodCaseSteps(desk).find((one) => one.act === act);
  if (!step) throw new Error(`no step ${act}`);
  const actor = await desk.actor(step.who);
  return async (values: Values): Promise<string[]> => {
    const documents = { [code]: { ...step.documents?.[code], ...values } };
    const request = requestOf(desk, { ...step, documents });
    const { problems } = await desk.matters.check(actor, matter, request);
    return problems.map((one) => `${one.pointer.replace('/documents/', '')} ${one.code}`);
  };
}

/** What is refused of a first act with that form. */
async function begun(values: Values, by: readonly Cast[] = []): Promise<string[]> {
  const actor = await desk.actor('o1');
  const request = requestOf(desk, {
    who: 'o1',
    act: 'source.registered',
    at: '2024-08-06T09:30:00+08:00',
    by,
    documents: { 'case-source': sample('case-source', values) },
  });
  const data = {
    procedure: 'penalty.ordinary' as const,
    subject: '经营超过保质期的食品',
    flags: [],
    party: PARTY,
    unit: actor.person.unit,
    handlers: [desk.ids.o1, desk.ids.o2],
  };
  try {
    await desk.matters.begin(actor, uuidv7(), { id: uuidv7(), data }, request);
    return [];
  } catch (error) {
    if (!(error instanceof CommandRefused) || error.reason.kind !== 'invalid') throw error;
    return (error.reason.problems ?? []).map(
      ({ pointer, code }) => `${pointer.replace('/documents/', '')} ${code}`,
    );
  }
}

describe('a source is registered', () => {
  const registrar = (name: string) => ({ registrar: { name } });

  it('by whoever records it, or by one of those who do', async () => {
    expect(await begun(registrar('陈志雄'))).toEqual([]);
    expect(await begun(registrar('黄雅玲'), ['o1', 'o2'])).toEqual([]);
  });

  it.each([['黄雅玲'], ['路人甲']])('not by %s, who has no part in it', async (name) => {
    const [told = '', ...more] = await begun(registrar(name));
    expect(told).toContain('case-source/registrar document/officers-differ');
    expect(more).toEqual([]);
  });

  it('and signed on no day before that', async () => {
    const day = { 'registered-at': '2024-08-05T09:30:00+08:00' };
    expect(await begun({ ...day, 'handling-date': '2024-08-05' })).toEqual([]);
    const [told = '', ...more] = await begun({ ...day, 'handling-date': '2024-08-04' });
    expect(told).toContain('case-source/handling-date document/contradicts-file');
    expect(more).toEqual([]);
  });
});

describe('who writes down', () => {
  it.each([
    ['premises.inspected', 'scene-record'],
    ['evidence.recorded', 'inquiry-record'],
  ] as const)('%s is an officer', async (act, code) => {
    const refused = await before(act, code);
    expect(await refused({ recorder: '曾庆山' })).toEqual([]);
    const told = [`${code}/recorder document/officers-differ`];
    expect(await refused({ recorder: '吴彩云' })).toEqual(told);
    expect(await refused({ recorder: '路人甲' })).toEqual(told);
  });
});

describe('a review', () => {
  it('gives the licence that is registered for the reviewer', async () => {
    const refused = await before('review.concluded', 'review-form');
    const licence = 'review-form/reviewer-licence document/contradicts-file';
    expect(await refused({ 'reviewer-licence': 'A20183505020117' })).toEqual([]);
    expect(await refused({ 'reviewer-licence': 'A20183505020118' })).toEqual([licence]);
    // 林晓东 is registered without the qualification, and reviews nothing here.
    const none = { reviewer: { name: '林晓东' } };
    const signer = 'review-form/reviewer document/officers-differ';
    expect(await refused(none)).toEqual([signer, licence]);
    expect(await refused({ ...none, 'reviewer-licence': '无' })).toEqual([signer]);
    expect(await refused({ reviewer: { name: '路人甲' } })).toEqual([
      'review-form/reviewer document/officers-differ',
    ]);
  });
});

describe('the opinion of the handlers', () => {
  const other = [
    { name: '陈志雄', certificate: '350502-0311' },
    { name: '曾庆山', certificate: '350502-0402' },
  ];

  it('is of officers of the bureau before the case has handlers', async () => {
    const refused = await before('case.opened', 'case-opening');
    expect(await refused({ handlers: other })).toEqual([]);
  });

  it.each([
    ['proposal.approved', 'disposition-approval'],
    ['case.closed', 'case-closing'],
  ] as const)('is theirs afterwards, in %s', async (act, code) => {
    const refused = await before(act, code);
    expect(await refused({})).toEqual([]);
    expect(await refused({ handlers: other })).toEqual([
      `${code}/handlers/1 document/officers-differ`,
    ]);
  });
});

describe('no day before the case', () => {
  it('is one somebody signed on', async () => {
    const refused = await before('case.opened', 'case-opening');
    for (const name of ['handlers-date', 'head-date'])
      expect(await refused({ [name]: '2024-08-04' })).toEqual([
        `case-opening/${name} document/contradicts-file`,
      ]);
    expect(await refused({ 'handlers-date': '2024-08-05' })).toEqual([]);
  });

  it('is one of the verification of its source', async () => {
    const refused = await before('case.opened', 'case-opening');
    const period = (from: string) => ({ 'verification-period': { from, to: '2024-08-09' } });
    expect(await refused(period('2024-08-05'))).toEqual([]);
    expect(await refused(period('2024-08-04'))).toEqual([
      'case-opening/verification-period/from document/contradicts-file',
    ]);
  });

  it('is one it was discussed on', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { before: 'decision.made' });
    const actor = await desk.actor('head');
    const { problems } = await desk.matters.check(
      actor,
      matter,
      requestOf(desk, {
        who: 'head',
        act: 'discussion.held',
        at: '2024-09-25T15:00:00+08:00',
        documents: {
          'discussion-record': sample('discussion-record', {
            period: { from: '2024-08-04T09:00:00+08:00', to: '2024-08-04T10:00:00+08:00' },
            'discussed-on': '2024-08-04',
          }),
        },
      }),
    );
    expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/documents/discussion-record/period/from', '不能早于本案开始的日期：2024年8月5日。'],
      ['/documents/discussion-record/discussed-on', '不能早于本案开始的日期：2024年8月5日。'],
    ]);
  });
});
