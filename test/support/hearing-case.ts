/**
 * The food case with a hearing, over HTTP: a fine above the threshold of 10 万元, a video of the inspection, a photo among
 * the evidence, a second review after the hearing, a collective discussion. Days of 2024.
 */
import { join } from 'node:path';
import type { Values } from '../../src/document/document.ts';
import { sample } from './food-case.ts';
import { type HttpCase, httpCase } from './http-case.ts';
import type { Staffed } from './staffed.ts';

/** What differs from bureau to bureau. */
export interface HearingPlan {
  readonly party: Readonly<Record<string, string>>;
  /** Unit that answers for what is published. */
  readonly unit: string;
  /** Channel, day it is published there. */
  readonly publish: readonly (readonly [channel: string, at: string])[];
}

const MEDIA = new URL('../fixtures/media/', import.meta.url).pathname;
const both = ['officer1', 'officer2'] as const;
const penalties = [
  { kind: 'gains', amount: 380_000 },
  { kind: 'goods', amount: 840_000, detail: '超过保质期的风味酸乳280盒' },
  { kind: 'fine', amount: 13_000_000 },
];
const words = {
  facts: [
    '当事人在冷藏柜内摆放待售超过保质期的风味酸乳420盒，已售出140盒，货值金额12600元，违法所得3800元。',
  ],
  process: ['2024年8月5日接到举报，8月7日检查，8月13日立案，8月20日询问当事人的法定代表人。'],
  penalties,
};

/** The sample of a document, without what the file itself knows: places, courts, other documents. */
function paper(code: string, more: Values = {}): Values {
  const {
    court,
    'reconsideration-body': body,
    'payment-bank': bank,
    'payment-payee': payee,
    'payment-account': account,
    'notice-number': notice,
    'case-number': number,
    ...values
  } = sample(code);
  void [court, body, bank, payee, account, notice, number];
  return { ...values, ...more };
}

/** Up to the decision. */
export async function playToDecision(staffed: Staffed, { party }: HearingPlan): Promise<HttpCase> {
  const file = httpCase(staffed);
  const { ids, named } = staffed;
  const recorder = named('officer2').name;
  const handlers = [ids['officer1'], ids['officer2']];
  await file.begin(
    'officer1',
    { subject: '经营超过保质期的食品', party, handlers },
    'source.registered',
    '2024-08-05T09:30:00+08:00',
    { documents: { 'case-source': paper('case-source', { registrar: named('officer1') }) } },
  );
  await identify(file, '2024-08-07T10:00:00+08:00');
  const inspected = await file.act('officer1', 'premises.inspected', '2024-08-07T10:05:00+08:00', {
    by: both,
    fields: { 'party-present': true },
    documents: { 'scene-record': paper('scene-record', { recorder }) },
  });
  await film(file, 'officer1', 'clip.mp4', '2024-08-07T14:00:00+08:00', inspected);
  await file.approved('unithead', 'case.opened', '2024-08-13T10:00:00+08:00', {
    documents: { 'case-opening': paper('case-opening') },
  });
  await file.act('unithead', 'handlers.assigned', '2024-08-13T11:30:00+08:00', {
    fields: { handlers },
  });
  await file.act('officer1', 'rectification.ordered', '2024-08-13T15:00:00+08:00', {
    by: both,
    documents: { 'rectification-order': paper('rectification-order') },
  });
  await identify(file, '2024-08-20T09:00:00+08:00');
  const asked = await file.act('officer1', 'evidence.recorded', '2024-08-20T09:05:00+08:00', {
    by: both,
    fields: { kind: 'interview', place: 'party' },
    documents: { 'inquiry-record': paper('inquiry-record', { recorder }) },
  });
  await file.exhibit('officer2', join(MEDIA, 'photo.jpg'), '2024-08-20T10:00:00+08:00', asked);
  await file.act('officer1', 'record.av.skipped', '2024-08-20T11:00:00+08:00', {
    fields: { of: asked },
    documents: { 'recording-skipped': paper('recording-skipped') },
  });
  await file.act('officer1', 'investigation.concluded', '2024-08-23T17:00:00+08:00', {
    by: both,
    documents: { 'investigation-report': paper('investigation-report', words) },
  });
  await review(file, staffed, 1, ['2024-08-26', '2024-08-28'], ['complex']);
  await file.approved('unithead', 'proposal.approved', '2024-08-29T10:00:00+08:00', {
    documents: { 'disposition-approval': paper('disposition-approval', { penalties }) },
  });
  await file.act('officer1', 'notice.served', '2024-08-30T10:00:00+08:00', {
    by: both,
    documents: {
      'penalty-notice': paper('penalty-notice', { facts: words.facts, penalties, hearing: 'told' }),
      'delivery-receipt': paper('delivery-receipt'),
    },
  });
  await hearing(file, staffed);
  await review(file, staffed, 2, ['2024-09-19', '2024-09-20'], ['hearing-held']);
  await file.act('head', 'discussion.held', '2024-09-24T15:00:00+08:00', {
    documents: { 'discussion-record': paper('discussion-record', discussed(staffed)) },
  });
  await file.approved('unithead', 'decision.made', '2024-09-26T15:00:00+08:00', {
    fields: { outcome: 'penalty', 'discretion-min': 12_600_000, 'discretion-max': 25_200_000 },
    documents: { 'penalty-decision': decision() },
  });
  return file;
}

/** From the decision to the archive. */
export async function playToArchive(file: HttpCase, { unit, publish }: HearingPlan): Promise<void> {
  await identify(file, '2024-09-27T09:00:00+08:00');
  await file.act('officer1', 'decision.delivered', '2024-09-27T09:30:00+08:00', {
    by: both,
    documents: {
      'delivery-receipt': paper('delivery-receipt', { method: 'direct', 'publicity-told': true }),
    },
  });
  await file.act('unithead', 'publication.reviewed', '2024-09-29T09:30:00+08:00', {
    documents: { 'publication-review': paper('publication-review') },
  });
  const paid = '2024-10-12T10:00:00+08:00';
  const published = (when: (at: string) => boolean) =>
    inTurn(publish, async ([channel, at]) => {
      const fields = { channel, form: 'both', unit };
      if (when(at)) await file.act('publisher', 'publication.published', at, { fields });
    });
  await published((at) => at < paid);
  await file.act('officer1', 'performance.recorded', paid, {
    fields: { what: 'all', complete: true, note: '票据 0123456' },
  });
  await published((at) => at > paid);
  await file.approved('unithead', 'case.closed', '2024-10-30T15:00:00+08:00', {
    documents: { 'case-closing': paper('case-closing', { 'fine-paid': 13_380_000 }) },
  });
  await file.act('archivist', 'file.archived', '2024-11-05T15:00:00+08:00');
}

async function inTurn<T>(all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await each(one);
}

const decision = (): Values =>
  paper('penalty-decision', {
    ...words,
    'statement-kind': 'hearing',
    statement: ['2024年9月12日举行听证，当事人请求从轻处罚，听证报告建议按告知的内容处罚。'],
    'reasons-basis': [
      '货值金额一万元以上，应当处货值金额十倍以上二十倍以下罚款，即126000元以上252000元以下。',
    ],
    'reasons-discretion': ['当事人主动改正，从轻处罚，本局确定罚款130000元。'],
  });

async function identify(file: HttpCase, at: string): Promise<void> {
  const fields = { to: '法定代表人', uniform: 'worn' };
  await file.act('officer1', 'identity.shown', at, { by: both, fields });
}

/** A recording of an act: uploaded, made, stored. */
async function film(
  file: HttpCase,
  who: 'officer1' | 'chair',
  name: string,
  at: string,
  of: number,
): Promise<void> {
  const id = await file.exhibit(who, join(MEDIA, name), at, of);
  await file.act(who, 'record.av.made', at, { fields: { id, of } });
  await file.act(who, 'record.av.stored', at, { fields: { id } });
}

async function review(
  file: HttpCase,
  { named }: Staffed,
  round: number,
  [from, to]: readonly [string, string],
  grounds: readonly string[],
): Promise<void> {
  await file.act('unithead', 'review.requested', `${from}T09:00:00+08:00`, {
    fields: { kind: 'legal', materials: ['report', 'evidence', 'draft'], declaration: true },
    documents: { 'penalty-decision': decision() },
  });
  await file.act('reviewer', 'review.accepted', `${from}T10:00:00+08:00`);
  await file.act('reviewer', 'review.concluded', `${to}T11:00:00+08:00`, {
    documents: {
      'review-form': paper('review-form', { round, grounds, reviewer: named('reviewer') }),
    },
  });
}

/** Who discusses the decision, and what each of them thinks. */
function discussed({ named }: Staffed): Values {
  const members = (['head', 'unithead', 'reviewer'] as const).map(named);
  return {
    chair: named('head'),
    members,
    recorder: named('publisher'),
    opinions: members.map(({ name }) => ({ name, opinion: '同意。' })),
  };
}

async function hearing(file: HttpCase, { ids, named }: Staffed): Promise<void> {
  const chair = ids['chair'];
  const sitting = { chair: named('chair'), recorder: named('publisher') };
  const panel = [named('reviewer')];
  await file.act('officer1', 'hearing.requested', '2024-09-03T10:00:00+08:00', {
    by: ['party'],
    fields: { note: '书面申请' },
  });
  await file.act('unithead', 'hearing.notified', '2024-09-03T15:00:00+08:00', {
    fields: { chair },
    documents: {
      'hearing-notice': paper('hearing-notice', {
        ...sitting,
        panel,
        'held-at': '2024-09-13T09:30:00+08:00',
      }),
    },
  });
  const period = { from: '2024-09-13T09:30:00+08:00', to: '2024-09-13T11:05:00+08:00' };
  const held = await file.act('chair', 'hearing.held', '2024-09-13T09:30:00+08:00', {
    fields: { chair, place: 'office' },
    documents: {
      'hearing-record': paper('hearing-record', { ...sitting, panel, period }),
      'hearing-report': paper('hearing-report', {
        ...sitting,
        panel: named('reviewer').name,
        period,
        'reported-on': '2024-09-14',
      }),
    },
  });
  await film(file, 'chair', 'browser.webm', '2024-09-13T14:00:00+08:00', held);
  await file.act('unithead', 'statement.reviewed', '2024-09-18T10:00:00+08:00', {
    fields: { adopted: false, reasons: '当事人没有提出新的事实、证据，罚款已在从轻幅度内。' },
  });
}
