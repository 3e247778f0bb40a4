import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { playFoodCase } from '../../test/support/food-case.ts';

const database = await freshDatabase();

it('hands over the jobs of an act with the act', async () => {
  const desk = await openTestDesk(database);
  const admin = await database.connect('admin');
  const jobs = async () =>
    (await admin.query('select task, payload, job_key as key from work.outbox')).rows;
  const matter = uuidv7();
  await playFoodCase(desk, matter, { until: 'decision.delivered' });
  expect(await jobs()).toEqual([]);
  await playFoodCase(desk, uuidv7(), { until: 'publication.published' });
  expect(await jobs()).toEqual([
    { task: 'publish', payload: { bureau: desk.bureau.id }, key: `publish:${desk.bureau.id}` },
  ]);
});
