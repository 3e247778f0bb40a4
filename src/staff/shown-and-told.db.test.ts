/** On the spot: what officers show and tell stands in the record, or there is no record. */
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import {
  foodCaseSteps,
  playFoodCase,
  requestOf,
  sample,
  type Step,
} from '../../test/support/food-case.ts';
import type { ActCode } from '../matter/act-data.ts';

const database = await freshDatabase();

/** A food case of that bureau just before the first act of that code. */
async function justBefore(desk: Awaited<ReturnType<typeof openTestDesk>>, act: ActCode) {
  const matter = uuidv7();
  const steps = foodCaseSteps(desk);
  const at = steps.findIndex((step) => step.act === act);
  const [before, step] = [steps[at - 1], steps[at]];
  if (!before || !step) throw new Error(`nothing comes before ${act}`);
  const seq = await playFoodCase(desk, matter, { until: before.act });
  const file = async () => (await desk.matters.file(desk.bureau.id, matter))?.acts ?? [];
  return {
    async does(change: Partial<Step> = {}) {
      const request = requestOf(desk, { ...step, ...change });
      await desk.matters.act(await desk.actor(step.who), matter, request, seq);
      return (await file()).at(-1);
    },
    async isRefused(change: Partial<Step>, ...pointers: string[]) {
      await expect(this.does(change)).rejects.toMatchObject({
        reason: { problems: pointers.map((pointer) => ({ pointer })) },
      });
      expect(await file()).toHaveLength(seq);
    },
    async documents() {
      return (await desk.matters.file(desk.bureau.id, matter))?.documents ?? [];
    },
  };
}

describe('showing certificates', async () => {
  const desk = await openTestDesk(database, 'licheng');

  it('[QZ-6] is recorded with uniform, time, to whom, and the number of each certificate', async () => {
    const shop = await justBefore(desk, 'identity.shown');
    await shop.isRefused({ fields: { uniform: 'worn' } }, '/fields/to');
    await shop.isRefused({ fields: { to: '店长' } }, '/fields/uniform');
    expect(await shop.does()).toMatchObject({
      happened: '2024-08-07T10:00:00+08:00',
      data: {
        to: '店长',
        uniform: 'worn',
        people: [
          { name: '陈志雄', certificate: { number: '350502-0311' } },
          { name: '黄雅玲', certificate: { number: '350502-0326' } },
        ],
      },
    });
  });

  it('[QZ-6] is noted in the record of the inspection, or that is not final', async () => {
    const shop = await justBefore(desk, 'premises.inspected');
    const record = (more: object) => ({
      documents: { 'scene-record': sample('scene-record', { ...more }) },
    });
    await shop.isRefused(
      record({ 'identity-reply': '' }),
      '/documents/scene-record/identity-reply',
    );
    await shop.does();
    expect((await shop.documents()).at(-1)).toMatchObject({
      code: 'scene-record',
      values: {
        'identity-reply': '我看清楚了，没有异议。',
        inspectors: [{ certificate: '350502-0311' }, { certificate: '350502-0326' }],
      },
    });
  });
});

describe('the record of an inspection in 武定', async () => {
  const desk = await openTestDesk(database, 'wuding');
  const record = (more: object) => ({
    documents: { 'scene-record': sample('scene-record', { ...more }) },
  });

  it('[WD-2.1.3a] must say that certificates and papers were shown and that officers explained themselves', async () => {
    const shop = await justBefore(desk, 'premises.inspected');
    for (const item of ['identity-reply', 'papers-shown', 'subject-matter', 'rights-reply'])
      await shop.isRefused(record({ [item]: '' }), `/documents/scene-record/${item}`);
    expect(await shop.does()).toMatchObject({ type: 'premises.inspected' });
  });

  it('[WD-2.1.3d] is not final without the cause, the basis and the rights that were told', async () => {
    const shop = await justBefore(desk, 'premises.inspected');
    await shop.isRefused(
      record({ 'subject-matter': '', 'inspection-basis': '', 'rights-reply': '' }),
      '/documents/scene-record/subject-matter',
      '/documents/scene-record/inspection-basis',
      '/documents/scene-record/rights-reply',
    );
    expect(await shop.does()).toMatchObject({ data: { rightsTold: true } });
    expect((await shop.documents()).at(-1)?.values).toMatchObject({
      'subject-matter': '群众举报你店销售超过保质期的食品一事',
      'rights-reply': '我听清楚了，不申请回避。',
    });
  });
});
