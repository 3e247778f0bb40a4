import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf } from '../../test/support/food-case.ts';

const database = await freshDatabase();

describe('who answers for what', async () => {
  const desk = await openTestDesk(database, 'jiaxing');
  const step = foodCaseSteps(desk).find(({ act }) => act === 'review.requested');
  if (!step) throw new Error('no review in the case');

  it.each([undefined, false])(
    '[JX-3.10] nothing goes to review while the unit has not declared: %s',
    async (declaration) => {
      const matter = uuidv7();
      const seq = await playFoodCase(desk, matter, { until: 'investigation.concluded' });
      const request = requestOf(desk, step);
      const fields = { ...request.fields, declaration };
      const sent = desk.matters.act(
        await desk.actor('unitHead'),
        matter,
        { ...request, fields },
        seq,
      );
      await expect(sent).rejects.toMatchObject({
        reason: { problems: [{ pointer: '/fields/declaration' }] },
      });
      expect((await desk.matters.file(desk.bureau.id, matter))?.acts).toHaveLength(seq);
    },
  );

  it('[JX-3.10] the unit declares, the reviewer signs the opinion, the head approves the decision, each by name', async () => {
    const matter = uuidv7();
    await playFoodCase(desk, matter, { until: 'decision.made' });
    const file = await desk.matters.file(desk.bureau.id, matter);
    const act = (code: string) => file?.acts.find(({ type }) => type === code);
    expect(act('review.requested')).toMatchObject({
      by: [desk.ids.unitHead],
      data: { declaration: true },
    });
    expect(act('review.concluded')).toMatchObject({
      by: [desk.ids.reviewer],
      recordedBy: desk.ids.reviewer,
      data: { opinion: 'agree', people: [{ name: '蔡明哲', post: '法制审核' }] },
    });
    expect(act('decision.made')).toMatchObject({
      recordedBy: desk.ids.head,
      data: { approvedBy: desk.ids.head },
    });
  });
});
