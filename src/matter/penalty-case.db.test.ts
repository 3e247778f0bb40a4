import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';

const database = await freshDatabase();

describe('an ordinary penalty case on the desk', () => {
  it('[WD-2.2.0] leaves every step as an act, from clue to delivery', async () => {
    const desk = await openTestDesk(database, 'wuding');
    const matter = uuidv7();
    await playFoodCase(desk, matter, { until: 'decision.delivered' });
    const file = await desk.matters.file(desk.bureau.id, matter);
    expect(file?.acts.map((act) => act.type)).toEqual([
      'matter.begun',
      'source.registered',
      'identity.shown',
      'premises.inspected',
      'case.opened',
      'handlers.assigned',
      'rectification.ordered',
      'identity.shown',
      'evidence.recorded',
      'investigation.concluded',
      'review.requested',
      'review.accepted',
      'review.concluded',
      'proposal.approved',
      'notice.served',
      'statement.waived',
      'decision.made',
      'identity.shown',
      'decision.delivered',
    ]);
  });
});
