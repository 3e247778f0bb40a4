/** Which numbers can be voided. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf } from '../../test/support/food-case.ts';
import { latestDocument } from './case-context.ts';
import { unreplaced } from './voiding.ts';

const database = await freshDatabase();
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk(database);
});

const voided = async (matter: string, code: string, at: string): Promise<unknown> => {
  const file = await desk.matters.read(await desk.actor('head'), matter);
  const { seq: of = 0, number } = latestDocument(file, code) ?? {};
  const data = { of, number: number ?? '', reason: '写错' };
  return desk.desk
    .voidDocument(await desk.actor('head'), matter, { id: uuidv7(), at }, data)
    .catch((error: unknown) => error);
};
const step = (act: string) => {
  const found = foodCaseSteps(desk).find((one) => one.act === act);
  if (!found) throw new Error(`no ${act}`);
  return found;
};
const redo = async (matter: string, act: string, at?: string): Promise<unknown> => {
  const found = step(act);
  const request = requestOf(desk, at === undefined ? found : { ...found, at });
  return desk.matters
    .act(await desk.actor(found.who), matter, request, null)
    .catch((error: unknown) => error);
};

describe('voiding a number', () => {
  it('is not the way to correct a decision that has been made', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { until: 'decision.made' });
    expect(await voided(matter, 'penalty-decision', '2024-09-26T18:00:00+08:00')).toMatchObject({
      reason: {
        kind: 'invalid',
        code: 'input/invalid',
        problems: [
          {
            pointer: '/number',
            code: 'field/not-voidable',
            message:
              '决定已经作出，文号不能作废。决定有错误的，由本局主动改正，在“变更、撤销、确认违法或无效”里记下。',
          },
        ],
      },
    });
  });

  it('[QZ-0d] keeps the decision from being made until the paper is made again', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { before: 'decision.made' });
    expect(await voided(matter, 'penalty-notice', '2024-09-13T18:00:00+08:00')).toMatchObject({
      act: 'document.voided',
    });
    expect(await redo(matter, 'decision.made')).toMatchObject({
      reason: { kind: 'refused', refusals: ['record/text-missing'] },
    });
    const file = await desk.matters.read(await desk.actor('head'), matter);
    expect(unreplaced(file).map(({ code }) => code)).toEqual(['penalty-notice']);
    expect(await redo(matter, 'notice.served', '2024-09-14T09:00:00+08:00')).toMatchObject({
      act: 'notice.served',
    });
    expect(await redo(matter, 'statement.waived', '2024-09-14T10:00:00+08:00')).toMatchObject({
      act: 'statement.waived',
    });
    expect(await redo(matter, 'decision.made')).toMatchObject({ act: 'decision.made' });
  });

  it('of an act done once only is made good by a paper supplied for it; after the decision it is too late', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { before: 'decision.made' });
    expect(await voided(matter, 'case-opening', '2024-09-13T18:00:00+08:00')).toMatchObject({
      act: 'document.voided',
    });
    expect(await redo(matter, 'decision.made')).toMatchObject({
      reason: { kind: 'refused', refusals: ['record/text-missing'] },
    });
    const opened = (await desk.matters.read(await desk.actor('head'), matter)).acts.find(
      ({ type }) => type === 'case.opened',
    );
    await desk.matters.act(
      await desk.actor('unitHead'),
      matter,
      requestOf(desk, {
        who: 'unitHead',
        act: 'record.text.added',
        at: '2024-09-14T11:00:00+08:00',
        fields: { of: opened?.seq, note: '重新填写立案审批表，附卷。' },
      }),
      null,
    );
    expect(await redo(matter, 'decision.made')).toMatchObject({ act: 'decision.made' });
    expect(await voided(matter, 'penalty-notice', '2024-10-26T10:00:00+08:00')).toMatchObject({
      reason: { problems: [{ pointer: '/number', code: 'field/not-voidable' }] },
    });
  });

  it('is over with the file', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter);
    expect(await voided(matter, 'case-source', '2024-10-26T10:00:00+08:00')).toMatchObject({
      reason: {
        kind: 'refused',
        refusals: ['act/out-of-order'],
        said: { title: '已经办了“归档”，不能再办这个环节' },
      },
    });
  });
});
