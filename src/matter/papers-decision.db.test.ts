/** What a decision, the record of a statement and a receipt say, against what the bureau, the file and the act know. */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import {
  foodCaseSteps,
  PARTY,
  playFoodCase,
  requestOf,
  sample,
  type Step,
} from '../../test/support/food-case.ts';
import { STALL, summaryDecision, at } from '../../test/support/summary-case.ts';
import type { DeskParty } from './desk-act-data.ts';
import type { Values } from '../document/document.ts';
import type { ActCode } from './act-data.ts';
import { prefill } from './case-context.ts';

const database = await freshDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk(database);
});

type Told = (readonly [pointer: string, code: string])[];

/** What would be refused of a step, at its fields or by a guard. */
async function refusedOf(matter: string, step: Step): Promise<Told> {
  const actor = await desk.actor(step.who);
  const { problems, refusals } = await desk.matters.check(actor, matter, requestOf(desk, step));
  return [
    ...problems.map(({ pointer, code }) => [pointer, code] as const),
    ...refusals.map((code) => ['', code] as const),
  ];
}

async function record(matter: string, step: Step): Promise<void> {
  await desk.matters.act(await desk.actor(step.who), matter, requestOf(desk, step), null);
}

const contradicts = (code: string, ...names: string[]): Told =>
  names.map((name) => [`/documents/${code}/${name}`, 'document/contradicts-file']);

function stepOf(act: ActCode): Step {
  const step = foodCaseSteps(desk).findLast((one) => one.act === act);
  if (!step) throw new Error(`no step ${act}`);
  return step;
}

/** The food case before an act, and what is refused of the act with other values in a paper. */
async function before(act: ActCode) {
  const matter = uuidv7();
  await playFoodCase(desk, matter, { before: act });
  const step = stepOf(act);
  return {
    matter,
    refused: (code: string, values: Values) =>
      refusedOf(matter, {
        ...step,
        documents: { ...step.documents, [code]: { ...step.documents?.[code], ...values } },
      }),
  };
}

describe('an ordinary decision', () => {
  const CODE = 'penalty-decision';
  let decision: Awaited<ReturnType<typeof before>>;
  beforeAll(async () => {
    decision = await before('decision.made');
  });

  it('as it was notified and reviewed is not refused', async () => {
    expect(await decision.refused(CODE, {})).toEqual([]);
  });

  it.each([
    ['who reconsiders it', 'reconsideration-body', '某某幼儿园'],
    ['the court', 'court', '某某幼儿园'],
    ['the bank', 'payment-bank', '别的银行'],
    ['the payee', 'payment-payee', '孙某'],
    ['the account', 'payment-account', '6222000000000000001'],
    ['that a hearing was held', 'statement-kind', 'hearing'],
    ['that a statement was made', 'statement-kind', 'statement'],
    ['the articles broken', 'violated', '《中华人民共和国广告法》第四条'],
    ['the articles of the penalty', 'basis', '《中华人民共和国广告法》第五十五条'],
    ['articles by no article', 'basis', '第'],
    ['the breach', 'violation-type', '虚假广告'],
    ['the breach by one word', 'violation-type', '营'],
    ['the breach by no word', 'violation-type', '案'],
    ['that there is another breach too', 'violation-type', '经营超过保质期的食品、虚假宣传'],
    ['that nothing is paid', 'performance-kind', 'other'],
    ['that it is not published', 'publicity', 'not-published'],
  ])('cannot say otherwise %s', async (_what, name, value) => {
    const more = value === 'other' ? { performance: ['当事人自行销毁。'] } : {};
    expect(await decision.refused(CODE, { [name]: value, ...more })).toEqual(
      contradicts(CODE, name),
    );
  });

  it.each([
    ['、《行政处罚法》第三十二条和《广告法》第五十五条'],
    ['、《广告法》第五十五条'],
    ['及《广告法》'],
  ])('does not add to the articles that were notified %s', async (more) => {
    const told = String(stepOf('decision.made').documents?.[CODE]?.['basis']);
    expect(await decision.refused(CODE, { basis: `${told}${more}` })).toEqual(
      contradicts(CODE, 'basis'),
    );
  });

  it.each([
    ['address', '别的地址1号'],
    ['phone', '13911112222'],
    ['representative', '别人'],
  ])('does not say another %s of the party', async (name, value) => {
    expect(await decision.refused(CODE, { party: { ...PARTY, [name]: value } })).toEqual(
      contradicts(CODE, `party/${name}`),
    );
  });

  it.each([
    ['with a stop', 'violated', (told: string) => `${told}。`],
    [
      'with brackets round an item',
      'violated',
      (told: string) => told.replace(/第(.{1,2})项/, '第（$1）项'),
    ],
    [
      'with what mitigates',
      'basis',
      (told: string) => `${told}、《中华人民共和国行政处罚法》第三十二条第一项`,
    ],
    ['as a case is named', 'violation-type', () => '涉嫌经营超过保质期的食品案'],
  ])('may cite what was notified %s', async (_what, name, changed) => {
    const told = String(stepOf('decision.made').documents?.[CODE]?.[name]);
    expect(changed(told)).not.toBe(told);
    const refused = await decision.refused(CODE, { [name]: changed(told) });
    expect(refused.filter(([, code]) => code === 'document/contradicts-file')).toEqual([]);
  });

  it('names the bureau above as who reconsiders it: the guard of the remedy refuses it', async () => {
    const above = desk.bureau.profile.superior;
    expect(await decision.refused(CODE, { 'reconsideration-body': above })).toContainEqual([
      '',
      'decision/remedy-wrong',
    ]);
  });

  it('does not list nothing as a fine', async () => {
    expect(await decision.refused(CODE, { penalties: [{ kind: 'fine', amount: 0 }] })).toEqual(
      contradicts(CODE, 'penalties/0/amount'),
    );
  });

  it('after a statement says that there was one', async () => {
    const statement: Step = {
      who: 'o1',
      act: 'statement.heard',
      at: '2024-09-12T10:00:00+08:00',
      by: ['o1', 'o2'],
      documents: { 'statement-record': sample('statement-record') },
    };
    const actor = await desk.actor('o1');
    await desk.matters.act(actor, decision.matter, requestOf(desk, statement), null);
    const file = await desk.matters.read(actor, decision.matter);
    const setting = await desk.matters.setting(actor, file, '2024-09-12');
    const template = setting.templates.get(CODE);
    if (!template) throw new Error(`no template ${CODE}`);
    expect(prefill(template, file, setting)['statement-kind']).toBe('statement');
    const kinds = ['none', 'statement', 'hearing'];
    const told = await Promise.all(
      kinds.map(async (kind) =>
        (await decision.refused(CODE, { 'statement-kind': kind })).filter(
          ([pointer]) => pointer !== '',
        ),
      ),
    );
    expect(told).toEqual([
      contradicts(CODE, 'statement-kind'),
      [],
      contradicts(CODE, 'statement-kind'),
    ]);
  });
});

describe('a decision on the spot', () => {
  const CODE = 'summary-decision';
  const both = ['o1', 'o2'] as const;
  const matter = uuidv7();
  const refused = (values: object) =>
    refusedOf(matter, {
      who: 'o1',
      act: 'decision.made',
      at: at('15:45'),
      by: both,
      documents: { [CODE]: summaryDecision(values) },
    });

  beforeAll(async () => {
    const officer = await desk.actor('o1');
    const first: Step = {
      who: 'o1',
      act: 'identity.shown',
      at: at('15:00'),
      by: both,
      fields: { to: '陈建芳', uniform: 'worn' },
    };
    const data = {
      procedure: 'penalty.summary' as const,
      subject: '未明码标价',
      flags: [],
      party: { ...STALL, representative: '陈建芳' } as DeskParty,
      unit: officer.person.unit,
      handlers: [desk.ids.o1, desk.ids.o2],
    };
    await desk.matters.begin(officer, matter, { id: uuidv7(), data }, requestOf(desk, first));
    const taken: Step = {
      who: 'o1',
      act: 'evidence.recorded',
      at: at('15:20'),
      by: both,
      fields: { kind: 'document' },
      documents: { 'evidence-extract': sample('evidence-extract') },
    };
    await desk.matters.act(officer, matter, requestOf(desk, taken), null);
  });

  it('as it was made is not refused', async () => {
    expect(await refused({})).toEqual([]);
    expect(await refused({ 'payment-bank': '示例银行支行' })).toEqual([]);
  });

  it.each([
    ['who reconsiders it', 'reconsideration-body', '某某法院'],
    ['the court', 'court', '北京动物园'],
    ['an account of somebody else', 'payment-bank', '示例银行支行，6222000000000000001'],
    ['a bank of somebody else', 'payment-bank', '别的银行'],
    ['that there is no fine', 'payment', 'none'],
    ['that it was made another day', 'made-at', '2024-09-01T08:00:00+08:00'],
  ])('cannot say otherwise %s', async (_what, name, value) => {
    expect(await refused({ [name]: value })).toEqual(contradicts(CODE, name));
  });

  it('without a fine says that there is none', async () => {
    expect(await refused({ penalties: [{ kind: 'warning' }] })).toEqual(
      contradicts(CODE, 'payment'),
    );
    expect(await refused({ penalties: [{ kind: 'warning' }], payment: 'none' })).toEqual([]);
  });

  it('tells of a breach before it, to the minute', async () => {
    expect(await refused({ 'occurred-at': at('15:46') })).toEqual([
      ['/documents/summary-decision/occurred-at', 'document/after-act'],
    ]);
  });

  it('names who represents the party', async () => {
    const { surname: _surname, ...known } = STALL;
    const party = { ...known, representative: '张冠' };
    expect(await refused({ party })).toEqual(contradicts(CODE, 'party/representative'));
  });
});

describe('the record of a statement', () => {
  const speaks = async (kind: string, name: string): Promise<Told> => {
    const { matter } = await before('statement.waived');
    return refusedOf(matter, {
      who: 'o1',
      act: 'statement.heard',
      at: '2024-09-11T10:00:00+08:00',
      by: ['o1', 'o2'],
      documents: {
        'statement-record': { ...sample('statement-record'), 'speaker-kind': kind, name },
      },
    });
  };

  it.each([
    ['party', '路人', contradicts('statement-record', 'name')],
    ['representative', '路人', contradicts('statement-record', 'name')],
    ['party', '贺明远', []],
    ['representative', '贺明远', []],
    ['agent', '路人', []],
  ])('by a %s called %s', async (kind, name, told) => {
    expect(await speaks(kind, name)).toEqual(told);
  });
});

describe('a receipt', () => {
  const CODE = 'delivery-receipt';
  const refusal = { 'receiver-kind': 'refused', refusal: '店长不签收。', recording: undefined };
  let delivery: Awaited<ReturnType<typeof before>>;
  beforeAll(async () => {
    delivery = await before('decision.delivered');
  });

  it('refused at the door is left there, not handed over', async () => {
    expect(await delivery.refused(CODE, { ...refusal, method: 'direct' })).toEqual(
      contradicts(CODE, 'method'),
    );
  });

  it('left there names a witness or a recording, and the delivery its evidence', async () => {
    expect(await delivery.refused(CODE, { ...refusal, method: 'leave' })).toEqual([
      ['/documents/delivery-receipt/witness', 'document/field-missing'],
    ]);
    for (const seen of [{ witness: '居委会干部周某' }, { recording: '350502-AV-2024-0926-01' }])
      expect(await delivery.refused(CODE, { ...refusal, ...seen, method: 'leave' })).toEqual([
        ['', 'delivery/evidence-missing'],
      ]);
  });
});

describe('the notice of a penalty', () => {
  const CODE = 'penalty-notice';
  let notice: Awaited<ReturnType<typeof before>>;
  beforeAll(async () => {
    notice = await before('notice.served');
  });
  // Proposed: 380 yuan of gains, goods of 840 yuan, a fine of 52000 yuan.
  const [gains, goods, fine] = [
    { kind: 'gains', amount: 38_000 },
    { kind: 'goods', amount: 84_000, detail: '超过保质期的风味酸乳28盒' },
    { kind: 'fine', amount: 5_200_000 },
  ];

  it('as it was proposed is not refused, in another order and other words neither', async () => {
    expect(await notice.refused(CODE, {})).toEqual([]);
    const penalties = [fine, { ...goods, detail: '风味酸乳28盒' }, gains];
    expect(await notice.refused(CODE, { penalties })).toEqual([]);
  });

  it.each([
    ['a higher fine', [gains, goods, { ...fine, amount: 5_200_001 }]],
    ['a lower fine', [gains, goods, { ...fine, amount: 5_199_999 }]],
    ['a kind less', [gains, fine]],
    ['a kind more', [gains, goods, fine, { kind: 'warning' }]],
    ['another kind', [gains, goods, { kind: 'warning' }]],
  ])('does not tell of %s than was proposed', async (_what, penalties) => {
    expect(await notice.refused(CODE, { penalties })).toEqual(contradicts(CODE, 'penalties'));
  });

  it('cites what the draft cites, and what may come in', async () => {
    const cited = '《中华人民共和国食品安全法》第一百二十四条第一款第五项';
    expect(await notice.refused(CODE, { basis: cited })).toEqual([]);
    const mitigated = `${cited}、《中华人民共和国行政处罚法》第三十二条第一项`;
    expect(await notice.refused(CODE, { basis: mitigated })).toEqual([]);
    const other = '《中华人民共和国广告法》第五十五条';
    expect(await notice.refused(CODE, { violated: other, basis: `${cited}、${other}` })).toEqual(
      contradicts(CODE, 'violated', 'basis'),
    );
  });

  it('follows what was approved after the review', async () => {
    const lower = [{ kind: 'fine', amount: 5_000_000 }];
    await record(notice.matter, {
      ...stepOf('proposal.approved'),
      at: '2024-09-09T17:00:00+08:00',
      documents: {
        'disposition-approval': sample('disposition-approval', { penalties: lower }),
      },
    });
    expect(await notice.refused(CODE, { penalties: lower })).toEqual([]);
    expect(await notice.refused(CODE, {})).toEqual(contradicts(CODE, 'penalties'));
  });

  it('is refused where no penalty was approved', async () => {
    await record(notice.matter, {
      ...stepOf('proposal.approved'),
      at: '2024-09-09T18:00:00+08:00',
      documents: {
        'disposition-approval': sample('disposition-approval', { outcome: 'no-penalty' }),
      },
    });
    expect(await notice.refused(CODE, {})).toEqual(contradicts(CODE, 'penalties'));
  });
});
