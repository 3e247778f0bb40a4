import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf, type Step } from '../../test/support/food-case.ts';
import type { ActCode } from '../matter/act-data.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');
const UNIT = '食品安全监督管理股';

/** A desk of that bureau, and the step of the case that does this act. */
async function deskOf(pack: string) {
  const desk = await openTestDesk(database, pack);
  const stepOf = (act: ActCode): Step => {
    const step = foodCaseSteps(desk).find((one) => one.act === act);
    if (!step) throw new Error(`no ${act} in the case`);
    return step;
  };
  return { desk, stepOf };
}

it('[QZ-0a] what is published names the unit that made it, who entered it and who answers for it', async () => {
  const { desk, stepOf } = await deskOf('licheng');
  const matter = uuidv7();
  const seq = await playFoodCase(desk, matter, { until: 'decision.delivered' });
  const step = stepOf('publication.reviewed');
  const paper = step.documents?.['publication-review'] ?? {};
  for (const item of ['recorder', 'responsible']) {
    const without = { 'publication-review': { ...paper, [item]: undefined } };
    const request = requestOf(desk, { ...step, documents: without });
    const checked = desk.matters.act(await desk.actor(step.who), matter, request, seq);
    await expect(checked).rejects.toMatchObject({
      reason: { problems: [{ pointer: `/documents/publication-review/${item}` }] },
    });
  }
  const checked = await desk.matters.act(
    await desk.actor(step.who),
    matter,
    requestOf(desk, step),
    seq,
  );
  const publication = stepOf('publication.published');
  const request = requestOf(desk, publication);
  const send = async (unit: string) =>
    desk.matters.act(
      await desk.actor('publisher'),
      matter,
      { ...request, fields: { ...request.fields, unit } },
      checked.seq,
    );
  await expect(send('')).rejects.toMatchObject({
    reason: { problems: [{ pointer: '/fields/unit' }] },
  });
  await send(UNIT);
  const file = await desk.matters.file(desk.bureau.id, matter);
  expect(file?.documents.at(-1)).toMatchObject({
    code: 'publication-review',
    values: {
      unit: UNIT,
      recorder: { name: '黄雅玲' },
      responsible: { name: '苏建章', post: '食品安全监督管理股股长' },
    },
  });
  const { rows } = await admin.query(
    `select e.unit, a.recorded_by from published.entry e
      join acts.act a on a.bureau_id = e.bureau_id and a.stream_id = e.matter_id and a.seq = e.seq
      where e.matter_id = $1`,
    [matter],
  );
  expect(rows).toEqual([{ unit: UNIT, recorded_by: desk.ids.publisher }]);
});

it('[WD-2.1.4b] what is hidden is hidden before it is public; the text before and after stay, with who did it', async () => {
  const { desk, stepOf } = await deskOf('wuding');
  const matter = uuidv7();
  const secret = '当事人在规定期限内未提出陈述、申辩。';
  let seq = await playFoodCase(desk, matter, { until: 'decision.delivered' });
  const before = await desk.matters.file(desk.bureau.id, matter);
  const decision = before?.acts.find(({ type }) => type === 'decision.made');
  const text = decision?.data['text'] as { text: string }[][]; // recorded by the service
  const paragraph = text.findIndex((one) => one.some((segment) => segment.text === secret));
  const hidden = [{ paragraph, segment: 0, ground: 'privacy' }];
  for (const [act, fields] of [
    ['publication.reviewed', {}],
    ['publication.published', { form: 'document' }],
  ] as const) {
    const request = requestOf(desk, stepOf(act));
    const asked = { ...request, fields: { ...request.fields, ...fields } };
    const step = act === 'publication.reviewed' ? { ...asked, hidden } : asked;
    seq = (await desk.matters.act(await desk.actor(stepOf(act).who), matter, step, seq)).seq;
  }
  const after = await desk.matters.file(desk.bureau.id, matter);
  expect(after?.acts.find(({ type }) => type === 'decision.made')).toEqual(decision);
  expect(after?.acts.slice(-2)).toMatchObject([
    {
      type: 'publication.reviewed',
      recordedBy: desk.ids.unitHead,
      data: { hidden, people: [{ name: '苏建章' }] },
    },
    { type: 'publication.published', recordedBy: desk.ids.publisher, data: { hidden } },
  ]);
  const { rows } = await admin.query(
    'select body::text as body, withheld from published.entry where matter_id = $1',
    [matter],
  );
  const [entry] = rows;
  for (const hiddenWords of [secret, '350502199001010018', '13900000000'])
    expect([JSON.stringify(text).includes(hiddenWords), entry.body.includes(hiddenWords)]).toEqual([
      true,
      false,
    ]);
  expect(entry.withheld).toContainEqual(
    expect.objectContaining({ what: '隐私', clause: '公示规定第六条' }),
  );
});

it('[XZ-G-13a] the unit that handled the case enters what is published; a change leaves both versions and who made them', async () => {
  const { desk, stepOf } = await deskOf('xinzhou');
  const matter = uuidv7();
  let seq = await playFoodCase(desk, matter, { until: 'publication.reviewed' });
  const step = stepOf('publication.published');
  const stranger = await desk.actor('publisher');
  await expect(
    desk.matters.act(stranger, matter, requestOf(desk, step), seq),
  ).rejects.toMatchObject({ reason: { refusals: ['publication/other-unit'] } });
  for (const [who, form] of [
    ['o1', 'both'],
    ['o2', 'document'],
  ] as const) {
    const request = requestOf(desk, { ...step, fields: { ...step.fields, form } });
    seq = (await desk.matters.act(await desk.actor(who), matter, request, seq)).seq;
  }
  const { rows } = await admin.query(
    `select e.version, e.form, e.unit, a.recorded_by
      from published.entry e join acts.act a on a.bureau_id = e.bureau_id and a.stream_id = e.matter_id and a.seq = e.seq
      where e.matter_id = $1 order by e.version`,
    [matter],
  );
  expect(rows).toEqual([
    { version: 1, form: 'both', unit: UNIT, recorded_by: desk.ids.o1 },
    { version: 2, form: 'document', unit: UNIT, recorded_by: desk.ids.o2 },
  ]);
  const file = await desk.matters.file(desk.bureau.id, matter);
  expect(file?.acts.slice(-2)).toMatchObject([
    { data: { form: 'both', people: [{ name: '陈志雄', unit: UNIT }] } },
    { data: { form: 'document', people: [{ name: '黄雅玲', unit: UNIT }] } },
  ]);
  await expect(
    admin.query(`set role zhuding_desk; update published.entry set unit = 'x'`),
  ).rejects.toMatchObject({ code: '42501' });
});
