/** Papers as people fill them in, against what the file, the act and the staff register know. */
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
import type { Values } from '../document/document.ts';
import type { ActCode } from './act-data.ts';
import { latestDocument } from './case-context.ts';
import { CommandRefused } from './refusal.ts';

const database = await freshDatabase();
let desk: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk(database);
});

const O1 = { name: '陈志雄', certificate: '350502-0311' };
const O2 = { name: '黄雅玲', certificate: '350502-0326' };
const O3 = { name: '曾庆山', certificate: '350502-0402' };

/** A matter that has come to an act, and ways of doing the act. */
interface Stage {
  readonly matter: string;
  readonly step: Step;
  /** The step with other values in one of its papers. */
  with(code: string, values: Values): Step;
  /** Pointers and codes of what would be refused. */
  check(step: Step): Promise<(readonly [pointer: string, code: string])[]>;
  act(step: Step): Promise<void>;
  /** What the last paper of a kind says. */
  said(code: string): Promise<Values>;
}

async function before(act: ActCode): Promise<Stage> {
  const matter = uuidv7();
  await playFoodCase(desk, matter, { before: act });
  const step = foodCaseSteps(desk).find((one) => one.act === act);
  if (!step) throw new Error(`no step ${act}`);
  const read = async () => desk.matters.read(await desk.actor('o1'), matter);
  return {
    matter,
    step,
    with: (code, values) => ({
      ...step,
      documents: { ...step.documents, [code]: { ...step.documents?.[code], ...values } },
    }),
    async check(one) {
      const actor = await desk.actor(one.who);
      const { problems, refusals } = await desk.matters.check(actor, matter, requestOf(desk, one));
      expect(refusals).toEqual([]);
      return problems.map(({ pointer, code }) => [pointer, code] as const);
    },
    async act(one) {
      await desk.matters.act(await desk.actor(one.who), matter, requestOf(desk, one), null);
    },
    async said(code) {
      return latestDocument(await read(), code)?.values ?? {};
    },
  };
}

describe('officers in the papers of a field act', () => {
  const scene = (inspectors: readonly unknown[]) => ({ inspectors });
  let stage: Stage;
  beforeAll(async () => {
    stage = await before('premises.inspected');
  });

  it('[WD-2.1.3b] are those who carry it out, where nothing else is said', async () => {
    const own = await before('identity.shown');
    await own.act({ ...own.step, by: ['o1', 'o3'] });
    await own.act({ ...stage.step, by: ['o1', 'o3'] });
    expect((await own.said('scene-record'))['inspectors']).toEqual([O1, O3]);
  });

  it.each([
    ['nobody of the bureau', [O1, { name: '冒名', certificate: '000' }], '/1'],
    [
      'an officer with the certificate of another',
      [O1, { ...O2, certificate: '350502-0402' }],
      '/1',
    ],
    ['an officer who takes no part', [O1, O3], '/1'],
    ['an officer twice', [O1, O1], '/1'],
    ['an officer too many', [O1, O2, O3], '/2'],
  ])('[WD-2.1.3b] %s cannot be named', async (_name, inspectors, at) => {
    expect(await stage.check(stage.with('scene-record', scene(inspectors)))).toEqual([
      [`/documents/scene-record/inspectors${at}`, 'document/officers-differ'],
    ]);
  });

  it('[WD-2.1.3b] none of those who carry it out is left out, but one who only writes', async () => {
    const own = await before('identity.shown');
    await own.act({ ...own.step, by: ['o1', 'o2', 'o3'] });
    const three = (recorder: string): Step => ({
      ...stage.with('scene-record', { ...scene([O1, O2]), recorder }),
      by: ['o1', 'o2', 'o3'],
    });
    expect(await own.check(three('黄雅玲'))).toEqual([
      ['/documents/scene-record/inspectors', 'document/officers-differ'],
    ]);
    expect(await own.check(three('曾庆山'))).toEqual([]);
  });

  it('[WD-2.1.3b] the act is refused as the check says, and nothing is recorded', async () => {
    const step = stage.with('scene-record', scene([O1, O3]));
    const error = await stage.act(step).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CommandRefused);
    expect(error).toMatchObject({
      reason: {
        kind: 'invalid',
        code: 'input/invalid',
        problems: [{ message: '曾庆山没有办理这个环节，与“办理人”不一致。' }],
      },
    });
    expect(await stage.said('scene-record')).toEqual({});
    expect(await stage.check(stage.with('scene-record', scene([O2, O1])))).toEqual([]);
  });
});

describe('a paper tells of nothing later than its act', () => {
  it('neither days nor times', async () => {
    const stage = await before('premises.inspected');
    const period = { from: '2024-08-07T10:05:00+08:00', to: '2024-08-08T00:10:00+08:00' };
    expect(await stage.check(stage.with('scene-record', { period }))).toEqual([
      ['/documents/scene-record/period/to', 'document/after-act'],
    ]);
    const opening = await before('case.opened');
    expect(
      await opening.check(opening.with('case-opening', { 'handlers-date': '2024-08-14' })),
    ).toEqual([['/documents/case-opening/handlers-date', 'document/after-act']]);
  });

  it('save what looks ahead', async () => {
    const stage = await before('rectification.ordered');
    expect(
      await stage.check(stage.with('rectification-order', { deadline: '2024-12-31' })),
    ).toEqual([]);
  });
});

describe('a receipt', () => {
  const receipt = 'delivery-receipt';
  it('lists the papers of its act, with the numbers they get', async () => {
    const stage = await before('notice.served');
    await stage.act(stage.step);
    const number = latestDocument(
      await desk.matters.read(await desk.actor('o1'), stage.matter),
      'penalty-notice',
    )?.number;
    expect(number).toMatch(/^泉鲤市监罚告〔2024〕\d+号$/);
    expect((await stage.said(receipt))['documents']).toEqual([
      { title: '行政处罚告知书', number, copies: 1 },
    ]);
  });

  describe('of a decision', () => {
    let stage: Stage;
    let number: string | null | undefined;
    beforeAll(async () => {
      stage = await before('decision.delivered');
      await stage.act({
        ...stage.step,
        act: 'identity.shown',
        at: '2024-09-26T15:20:00+08:00',
        fields: { to: '贺明远', uniform: 'worn' },
        documents: {},
      });
      const file = await desk.matters.read(await desk.actor('o1'), stage.matter);
      number = latestDocument(file, 'penalty-decision')?.number;
    });
    const rows = (...numbers: (string | null | undefined)[]) => ({
      documents: numbers.map((one) => ({
        title: '行政处罚决定书',
        ...(one ? { number: one } : {}),
        copies: 1,
      })),
    });

    it('lists it by itself, and beside it what has no number', async () => {
      expect(await stage.check(stage.step)).toEqual([]);
      expect(await stage.check(stage.with(receipt, rows(number, null)))).toEqual([]);
    });

    it('names no paper of another file, and not only another paper', async () => {
      expect(await stage.check(stage.with(receipt, rows('泉鲤市监处罚〔2026〕71号')))).toEqual([
        ['/documents/delivery-receipt/documents/0/number', 'document/not-on-file'],
      ]);
      const file = await desk.matters.read(await desk.actor('o1'), stage.matter);
      const notice = latestDocument(file, 'penalty-notice')?.number;
      expect(await stage.check(stage.with(receipt, rows(notice)))).toEqual([
        ['/documents/delivery-receipt/documents', 'document/contradicts-file'],
      ]);
    });

    it('is signed between the decision, made at 15:00, and the delivery, at 15:30', async () => {
      const received = (time: string) =>
        stage.check(stage.with(receipt, { 'received-at': `2024-09-26T${time}:00+08:00` }));
      const at = '/documents/delivery-receipt/received-at';
      expect(await received('14:59')).toEqual([[at, 'document/before-issue']]);
      expect(await received('15:00')).toEqual([]);
      expect(await received('15:30')).toEqual([]);
      expect(await received('15:31')).toEqual([[at, 'document/after-act']]);
    });

    it('is for the party', async () => {
      expect(await stage.check(stage.with(receipt, { recipient: '别人' }))).toEqual([
        ['/documents/delivery-receipt/recipient', 'document/contradicts-file'],
      ]);
    });

    it('is not written for a decision that was revoked', async () => {
      await stage.act({
        who: 'unitHead',
        act: 'decision.overturned',
        at: '2024-09-26T15:25:00+08:00',
        fields: { kind: 'revoked', organ: 'self', note: '适用依据错误' },
      });
      expect(await stage.check(stage.step)).toEqual([
        ['/documents/delivery-receipt/documents', 'document/contradicts-file'],
      ]);
    });
  });
});

describe('what a paper says again', () => {
  it('of who the party is', async () => {
    const stage = await before('review.requested');
    // Where it is and who speaks for it is amended first.
    const party = {
      ...PARTY,
      name: '泉州市鲤城区另一家超市有限公司',
      code: '91350502XA6W3K8N7Q',
      address: '福建省泉州市鲤城区新地址2号',
      representative: '赖秀英',
      idNumber: '350502199001010018',
    };
    expect(await stage.check(stage.with('penalty-decision', { party }))).toEqual([
      ['/documents/penalty-decision/party/name', 'document/contradicts-file'],
      ['/documents/penalty-decision/party/code', 'document/contradicts-file'],
      ['/documents/penalty-decision/party/representative', 'document/contradicts-file'],
      ['/documents/penalty-decision/party/address', 'document/contradicts-file'],
    ]);
  });

  it('of the one of several papers that it is about', async () => {
    const stage = await before('case.opened');
    const ordered = (at: string): Step => ({
      who: 'o1',
      act: 'preservation.ordered',
      at,
      by: ['o1', 'o2'],
      fields: { 'party-present': true, urgent: true },
      documents: {
        'preservation-notice': sample('preservation-notice'),
        'property-list': sample('property-list'),
      },
    });
    await stage.act(ordered('2024-08-07T11:00:00+08:00'));
    await stage.act(ordered('2024-08-07T12:00:00+08:00'));
    const { documents } = await desk.matters.read(await desk.actor('o1'), stage.matter);
    const [first, second] = documents.filter(({ code }) => code === 'preservation-notice');
    const release = (more: Values = {}): Step => ({
      who: 'o1',
      act: 'preservation.resolved',
      at: '2024-08-08T10:00:00+08:00',
      by: ['o1', 'o2'],
      fields: { of: first?.seq },
      documents: { 'preservation-release': sample('preservation-release', more) },
    });
    expect(await stage.check(release({ 'original-number': second?.number }))).toEqual([
      ['/documents/preservation-release/original-number', 'document/contradicts-file'],
    ]);
    await stage.act(release());
    expect((await stage.said('preservation-release'))['original-number']).toBe(first?.number);
  });

  it('of the decision, in the check of its publication', async () => {
    const stage = await before('publication.reviewed');
    expect(
      await stage.check(
        stage.with('publication-review', {
          'case-name': '锦田石材加工有限公司使用未经检验的特种设备案',
          'document-number': '泉鲤市监处罚〔2026〕71号',
          'decided-on': '2024-09-25',
        }),
      ),
    ).toEqual([
      ['/documents/publication-review/case-name', 'document/contradicts-file'],
      ['/documents/publication-review/document-number', 'document/contradicts-file'],
      ['/documents/publication-review/decided-on', 'document/contradicts-file'],
    ]);
  });

  it('of opening, deciding and delivering, in the closing', async () => {
    const stage = await before('case.closed');
    const request = requestOf(
      desk,
      stage.with('case-closing', {
        'case-number': '泉鲤市监立〔2026〕58号',
        'decision-number': '泉鲤市监处罚〔2026〕71号',
        'opened-on': '2024-08-12',
        'decided-on': '2024-09-25',
        'delivered-on': '2024-09-27',
      }),
    );
    const { problems } = await desk.matters.check(await desk.actor('head'), stage.matter, request);
    expect(problems.map(({ pointer, code }) => [pointer, code])).toEqual(
      ['case-number', 'decision-number', 'opened-on', 'decided-on', 'delivered-on'].map((name) => [
        `/documents/case-closing/${name}`,
        'document/contradicts-file',
      ]),
    );
    expect(problems[2]?.message).toBe('与案卷不一致：案卷里是2024年8月13日。');
    await stage.act(stage.step);
    expect(await stage.said('case-closing')).toMatchObject({
      'opened-on': '2024-08-13',
      'decided-on': '2024-09-26',
      'delivered-on': '2024-09-26',
    });
  });

  it('of sums: no less than was decided is paid, and no more than a surcharge can add', async () => {
    const stage = await before('case.closed');
    const paid = (sum: number) => stage.check(stage.with('case-closing', { 'fine-paid': sum }));
    const differs = [['/documents/case-closing/fine-paid', 'document/amount-differs']];
    // Decided: 52000 yuan of fine, 380 of gains.
    expect(await paid(5_237_999)).toEqual(differs);
    expect(await paid(5_238_000)).toEqual([]);
    expect(await paid(10_438_000)).toEqual([]);
    expect(await paid(10_438_001)).toEqual(differs);
  });
});

describe('a review', () => {
  it('that found something wanting does not agree', async () => {
    const stage = await before('review.concluded');
    const form = (opinion: string) =>
      stage.with('review-form', { 'item-facts': 'not-met', 'item-procedure': 'not-met', opinion });
    expect(await stage.check(form('agree'))).toEqual([
      ['/documents/review-form/opinion', 'document/contradicts-file'],
    ]);
    const error = await stage.act(form('agree')).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      reason: {
        problems: [
          {
            message:
              '有审核内容不满足：“案件事实是否清楚、证据是否充分”、“程序是否合法”。不能同意，请改选建议纠正、建议补充调查或者其他意见。',
          },
        ],
      },
    });
    expect(await stage.check(form('supplement'))).toEqual([]);
    expect(await stage.check(stage.step)).toEqual([]);
  });
});
