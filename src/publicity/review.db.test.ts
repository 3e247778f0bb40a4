import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf, type Step } from '../../test/support/food-case.ts';
import type { ActCode } from '../matter/act-data.ts';
import type { ActRequest } from '../matter/prepare-act.ts';

/** The check before publication, through the service: what it may hide, what it has to answer, and what its form may say. */

const database = await freshDatabase();
const desk = await openTestDesk(database, 'licheng');
const TOLD = '证人尚志远证明，其女2015年5月6日生，送货车辆闽C12345到场。';
const tells = (step: Step): Step => {
  const paper = step.documents?.['penalty-decision'];
  const facts = paper?.['facts'];
  return paper === undefined
    ? step
    : {
        ...step,
        documents: {
          ...step.documents,
          'penalty-decision': { ...paper, facts: [...(Array.isArray(facts) ? facts : []), TOLD] },
        },
      };
};
const matter = uuidv7();
const seq = await playFoodCase(desk, matter, { until: 'decision.delivered', change: tells });
const file = await desk.matters.file(desk.bureau.id, matter);
const text = (file?.acts.find(({ type }) => type === 'decision.made')?.data['text'] ??
  []) as readonly (readonly { readonly text: string; readonly sensitive?: string }[])[]; // recorded by the service
const paragraph = text.findIndex((one) => one.some((segment) => segment.text === TOLD));
const at = { paragraph, segment: text[paragraph]?.findIndex((one) => one.text === TOLD) ?? -1 };
const SUSPECTS = ['尚志远', '闽C12345', '2015年5月6日'];
const CLEARED = SUSPECTS.map((one) => ({ ...at, text: one }));

function stepOf(act: ActCode): Step {
  const step = foodCaseSteps(desk).find((one) => one.act === act);
  if (!step) throw new Error(`no ${act} in the case`);
  return step;
}

/** What is wrong with a check that says this; `paper` beside what its form says otherwise. */
async function problemsOf(
  more: Partial<Pick<ActRequest, 'hidden' | 'cleared'>>,
  paper: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const step = stepOf('publication.reviewed');
  const form = { ...step.documents?.['publication-review'], ...paper };
  const request = { ...requestOf(desk, step), ...more, documents: { 'publication-review': form } };
  const verdict = await desk.matters.check(await desk.actor(step.who), matter, request);
  return verdict.problems.map(({ pointer, code, message }) => `${pointer} ${code} ${message}`);
}

it('does not pass while something that looks personal is neither hidden nor declared harmless', async () => {
  expect(await problemsOf({})).toEqual([
    `/cleared publication/not-reviewed 还有3处像是个人信息，没有隐去，也没有确认可以公开：${SUSPECTS.map(
      (one) => `第${at.paragraph + 1}段“${one}”`,
    ).join('、')}。`,
  ]);
  expect(await problemsOf({ cleared: CLEARED.slice(1) })).toEqual([
    expect.stringContaining('还有1处像是个人信息，没有隐去，也没有确认可以公开：第'),
  ]);
  expect(await problemsOf({ cleared: CLEARED })).toEqual([]);
  expect(await problemsOf({ hidden: [{ ...at, ground: 'privacy' }] })).toEqual([]);
});

it('hides and clears only what stands in the text, on a ground the rules know', async () => {
  const one = { ...at, ground: 'privacy' };
  const hidden = [
    { ...one, paragraph: 999 },
    { ...one, segment: 99 },
    { ...one, ground: 'weather' },
  ];
  const cleared = [{ ...at, text: '没有这些字' }];
  expect(
    (await problemsOf({ hidden, cleared })).map((said) => said.split(' ').slice(0, 2).join(' ')),
  ).toEqual([
    '/hidden/0/paragraph field/out-of-range',
    '/hidden/1/segment field/out-of-range',
    '/hidden/2/ground field/choice-unknown',
    '/cleared/0/text field/choice-unknown',
  ]);
});

it('cannot hide what every summary shows, nor all of the text: that is not to publish', async () => {
  const hidden = text.flatMap((segments, index) =>
    segments.flatMap(({ sensitive }, segment) =>
      sensitive === undefined ? [{ paragraph: index, segment, ground: 'commercial-secret' }] : [],
    ),
  );
  const paper = { 'contains-commercial-secret': 'yes' };
  const said = await problemsOf({ hidden }, paper);
  expect(said).toEqual([
    expect.stringMatching(
      /^\/hidden publication\/summary-incomplete .*处罚内容.*不能整个隐去.*（《/,
    ),
    expect.stringMatching(
      /^\/hidden publication\/summary-incomplete 决定书几乎整篇隐去.*《公示规定》第四条/,
    ),
  ]);
  const withheld = {
    ...paper,
    result: 'withhold',
    'withhold-ground': '商业秘密',
    'head-opinion': '同意。',
    head: { name: '郑公', post: '局长' },
    'head-date': '2024-10-08',
  };
  expect(await problemsOf({ hidden }, withheld)).toEqual([]);
});

it.each([
  ['deadline', { deadline: '2024-12-31' }, '公示期限到'],
  ['channels', { channels: ['GSXT'] }, '还缺应当公示的渠道：门户网站'],
  ['channels', { channels: ['WEB', 'GSXT', 'ZWFW'] }, '本局不在这个渠道公示'],
  ['form', { form: 'document' }, '门户网站不能用这种公示形式'],
  ['act-kind', { 'act-kind': 'licence' }, '不是这种执法类别'],
  ['unit', { unit: '信用科' }, '食品安全监督管理股'],
  ['recorder', { recorder: { name: '吴彩云' } }, '录入人和审核人要是两个人'],
  ['contains-privacy', { 'contains-privacy': 'no' }, '这一项是“涉及”'],
  ['consistent', { consistent: false }, '不能通过审核'],
  ['party-told', { 'party-told': false }, '不能通过审核'],
] as const)('its form may not say otherwise of %s', async (field, paper, words) => {
  expect(await problemsOf({ cleared: CLEARED }, paper)).toEqual([
    expect.stringMatching(
      new RegExp(`^/documents/publication-review/${field} document/contradicts-file .*${words}`),
    ),
  ]);
});

it('says that commercial secrets are concerned where some are hidden', async () => {
  const hidden = [{ ...at, ground: 'commercial-secret' }];
  expect(await problemsOf({ hidden })).toEqual([
    expect.stringContaining('/documents/publication-review/contains-commercial-secret'),
  ]);
  expect(await problemsOf({ hidden }, { 'contains-commercial-secret': 'yes' })).toEqual([]);
});

it('keeps what was declared harmless; then only the unit that handled the matter is named', async () => {
  const step = { ...stepOf('publication.reviewed'), cleared: CLEARED };
  const reviewer = await desk.actor(step.who);
  const { seq: checked } = await desk.matters.act(reviewer, matter, requestOf(desk, step), seq);
  const after = await desk.matters.file(desk.bureau.id, matter);
  expect(after?.acts.at(-1)?.data).toMatchObject({ hidden: [], cleared: CLEARED });
  const request = requestOf(desk, stepOf('publication.published'));
  const publish = async (fields: object) =>
    desk.matters.act(
      await desk.actor('publisher'),
      matter,
      { ...request, fields: { ...request.fields, ...fields } },
      checked,
    );
  await expect(publish({ unit: '信用科' })).rejects.toMatchObject({
    reason: {
      problems: [
        {
          pointer: '/fields/unit',
          code: 'document/contradicts-file',
          message: '与案卷不一致：承办这件事项的是食品安全监督管理股。',
        },
      ],
    },
  });
  await publish({});
});
