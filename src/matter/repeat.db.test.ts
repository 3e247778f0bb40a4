/** A command sent again says what it said and does nothing, however the matter has moved on. */
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, PARTY, playFoodCase, requestOf } from '../../test/support/food-case.ts';

const database = await freshDatabase();
const desk = await openTestDesk(database);
const steps = foodCaseSteps(desk);

function stepOf(act: string) {
  const step = steps.find((one) => one.act === act);
  if (!step) throw new Error(`no ${act}`);
  return step;
}

describe('a command sent twice', () => {
  it('begins one matter', async () => {
    const officer = await desk.actor('o1');
    const matter = uuidv7();
    const begun = {
      id: uuidv7(),
      data: {
        procedure: 'penalty.ordinary' as const,
        subject: '经营超过保质期的食品',
        flags: [],
        party: PARTY,
        unit: officer.person.unit,
        handlers: [desk.ids.o1, desk.ids.o2],
      },
    };
    const request = requestOf(desk, stepOf('source.registered'));
    const answer = { matter, seq: 2, act: 'source.registered' };
    const begin = () => desk.matters.begin(officer, matter, begun, request);
    expect(await begin()).toEqual({ ...answer, repeated: false });
    expect(await begin()).toEqual({ ...answer, repeated: true });
    const other = desk.matters.begin(officer, uuidv7(), begun, { ...request, id: uuidv7() });
    await expect(other).rejects.toMatchObject({ reason: { code: 'command/reused' } });
  });

  it('puts one file in evidence', async () => {
    const officer = await desk.actor('o1');
    const matter = uuidv7();
    await playFoodCase(desk, matter, { until: 'source.registered' });
    const blob = {
      sha256: 'ab'.repeat(32),
      sm3: 'cd'.repeat(32),
      size: 3,
      type: 'text/plain',
      chunk: 1_048_576,
      mroot: 'ef'.repeat(32),
    };
    const data = { exhibit: uuidv7(), name: '记录.txt', blob };
    const command = { id: uuidv7(), at: '2024-08-06T10:00:00+08:00' };
    const answer = { matter, seq: 3, act: 'exhibit.added' };
    const add = () => desk.desk.addExhibit(officer, matter, command, data);
    expect(await add()).toEqual({ ...answer, repeated: false });
    expect(await add()).toEqual({ ...answer, repeated: true });
  });

  it('puts one act before the head, also when the head has approved it since', async () => {
    const officer = await desk.actor('o1');
    const head = await desk.actor('head');
    const matter = uuidv7();
    const seq = await playFoodCase(desk, matter, { until: 'premises.inspected' });
    const opening = requestOf(desk, stepOf('case.opened'));
    const ask = () => desk.approvals.request(officer, matter, opening, null, seq);
    const answer = { matter, seq: seq + 1, act: 'approval.requested' };
    expect(await ask()).toEqual({ ...answer, repeated: false });
    await desk.matters.act(head, matter, { ...opening, id: uuidv7(), request: seq + 1 }, seq + 1);
    expect(await ask()).toEqual({ ...answer, repeated: true });
  });
});
