import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf } from '../../test/support/food-case.ts';

const database = await freshDatabase();

it('[XZ-G-13a] what is published names its unit and who entered it; a change leaves both versions', async () => {
  const desk = await openTestDesk(database, 'xinzhou');
  const matter = uuidv7();
  const seq = await playFoodCase(desk, matter, { until: 'publication.published' });
  const step = foodCaseSteps(desk).find(({ act }) => act === 'publication.published');
  if (!step) throw new Error('no publication in the case');
  const again = {
    ...requestOf(desk, { ...step, who: 'o1', at: '2024-10-09T15:00:00+08:00' }),
    fields: { ...step.fields, form: 'document' },
  };
  await desk.matters.act(await desk.actor('o1'), matter, again, seq);
  const admin = await database.connect('admin');
  const { rows } = await admin.query(
    `select e.version, e.form, e.unit, a.recorded_by
      from published.entry e join acts.act a on a.bureau_id = e.bureau_id and a.stream_id = e.matter_id and a.seq = e.seq
      where e.matter_id = $1 order by e.version`,
    [matter],
  );
  const unit = '食品安全监督管理股';
  expect(rows).toEqual([
    { version: 1, form: 'both', unit, recorded_by: desk.ids.publisher },
    { version: 2, form: 'document', unit, recorded_by: desk.ids.o1 },
  ]);
  await expect(
    admin.query(`set role zhuding_desk; update published.entry set unit = 'x'`),
  ).rejects.toMatchObject({
    code: '42501',
  });
});
