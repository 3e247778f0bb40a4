/** The food case of the worked examples, played through the services of the desk act by act. */
import { loadSample, loadTemplates } from '../../src/document/catalogue.ts';
import type { Values } from '../../src/document/document.ts';
import type { ActCode } from '../../src/matter/act-data.ts';
import type { ActRequest } from '../../src/matter/prepare-act.ts';
import { type Cast, type TestDesk, uuidv7 } from './desk.ts';
import { sample } from './samples.ts';

export { sample };

const root = new URL('../..', import.meta.url).pathname;
const templates = loadTemplates(root);

export interface Step {
  readonly who: Cast;
  readonly act: ActCode;
  readonly at: string;
  readonly by?: readonly (Cast | 'party')[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly documents?: Readonly<Record<string, Values>>;
  /** What the check of the publication hides, and what it declares harmless. */
  readonly hidden?: ActRequest['hidden'];
  readonly cleared?: ActRequest['cleared'];
}

/** An act as the desk would send it. */
export function requestOf(desk: Pick<TestDesk, 'ids'>, step: Step): ActRequest {
  return {
    id: uuidv7(),
    act: step.act,
    at: step.at,
    by: (step.by ?? []).map((who) => (who === 'party' ? who : desk.ids[who])),
    fields: step.fields ?? {},
    documents: step.documents ?? {},
    request: null,
    hidden: step.hidden ?? [],
    ...(step.cleared ? { cleared: step.cleared } : {}),
  };
}

export const PARTY = {
  kind: 'legal' as const,
  name: '泉州市鲤城区晨禾生鲜超市有限公司',
  licenceName: '营业执照',
  code: '91350502MAURQ2839J',
  address: '福建省泉州市鲤城区示例路1号',
  representative: '贺明远',
  idNumber: '350502199001010018',
  phone: '13900000000',
};

/** Steps from the clue to the archived file, on fixed days of 2024. */
export function foodCaseSteps(desk: Pick<TestDesk, 'ids'>): Step[] {
  const penalties = loadSample(root, must('penalty-decision')).values['penalties'];
  const decision = sample('penalty-decision', {
    'statement-kind': 'none',
    statement: ['当事人在规定期限内未提出陈述、申辩。'],
  });
  return [
    {
      who: 'o1',
      act: 'source.registered',
      at: '2024-08-05T09:30:00+08:00',
      documents: { 'case-source': sample('case-source') },
    },
    {
      who: 'o1',
      act: 'identity.shown',
      at: '2024-08-07T10:00:00+08:00',
      by: ['o1', 'o2'],
      fields: { to: '店长', uniform: 'worn' },
    },
    {
      who: 'o1',
      act: 'premises.inspected',
      at: '2024-08-07T10:05:00+08:00',
      by: ['o1', 'o2'],
      fields: { 'party-present': true },
      documents: { 'scene-record': sample('scene-record') },
    },
    {
      who: 'head',
      act: 'case.opened',
      at: '2024-08-13T10:00:00+08:00',
      documents: { 'case-opening': sample('case-opening') },
    },
    {
      who: 'unitHead',
      act: 'handlers.assigned',
      at: '2024-08-13T11:30:00+08:00',
      fields: { handlers: [desk.ids.o1, desk.ids.o2] },
    },
    {
      who: 'o1',
      act: 'rectification.ordered',
      at: '2024-08-13T15:00:00+08:00',
      by: ['o1', 'o2'],
      documents: { 'rectification-order': sample('rectification-order') },
    },
    {
      who: 'o1',
      act: 'identity.shown',
      at: '2024-08-20T09:00:00+08:00',
      by: ['o1', 'o2'],
      fields: { to: '贺明远', uniform: 'worn' },
    },
    {
      who: 'o1',
      act: 'evidence.recorded',
      at: '2024-08-20T09:05:00+08:00',
      by: ['o1', 'o2'],
      fields: { kind: 'interview', place: 'party' },
      documents: { 'inquiry-record': sample('inquiry-record') },
    },
    {
      who: 'o1',
      act: 'investigation.concluded',
      at: '2024-09-02T17:00:00+08:00',
      by: ['o1', 'o2'],
      documents: { 'investigation-report': sample('investigation-report', { penalties }) },
    },
    {
      who: 'unitHead',
      act: 'review.requested',
      at: '2024-09-03T09:00:00+08:00',
      fields: { kind: 'legal', materials: ['report', 'evidence', 'draft'], declaration: true },
      documents: { 'penalty-decision': decision },
    },
    { who: 'reviewer', act: 'review.accepted', at: '2024-09-03T09:30:00+08:00' },
    {
      who: 'reviewer',
      act: 'review.concluded',
      at: '2024-09-09T11:00:00+08:00',
      documents: { 'review-form': sample('review-form') },
    },
    {
      who: 'head',
      act: 'proposal.approved',
      at: '2024-09-09T16:00:00+08:00',
      documents: { 'disposition-approval': sample('disposition-approval', { penalties }) },
    },
    {
      who: 'o1',
      act: 'notice.served',
      at: '2024-09-10T10:00:00+08:00',
      by: ['o1', 'o2'],
      documents: {
        'penalty-notice': sample('penalty-notice', { penalties }),
        'delivery-receipt': sample('delivery-receipt'),
      },
    },
    {
      who: 'o1',
      act: 'statement.waived',
      at: '2024-09-11T10:00:00+08:00',
      by: ['party'],
      fields: { rights: ['statement', 'hearing'], note: '当事人书面声明放弃' },
    },
    {
      who: 'head',
      act: 'decision.made',
      at: '2024-09-26T15:00:00+08:00',
      fields: {
        outcome: 'penalty',
        'party-present': true,
        'discretion-min': 5_000_000,
        'discretion-max': 10_000_000,
      },
      documents: { 'penalty-decision': decision },
    },
    {
      who: 'o1',
      act: 'identity.shown',
      at: '2024-09-26T15:20:00+08:00',
      by: ['o1', 'o2'],
      fields: { to: '贺明远', uniform: 'worn' },
    },
    {
      who: 'o1',
      act: 'decision.delivered',
      at: '2024-09-26T15:30:00+08:00',
      by: ['o1', 'o2'],
      documents: {
        'delivery-receipt': sample('delivery-receipt', {
          method: 'direct',
          'publicity-told': true,
        }),
      },
    },
    {
      who: 'unitHead',
      act: 'publication.reviewed',
      at: '2024-10-08T09:30:00+08:00',
      documents: { 'publication-review': sample('publication-review') },
    },
    {
      who: 'publisher',
      act: 'publication.published',
      at: '2024-10-09T10:00:00+08:00',
      fields: { channel: 'WEB', form: 'both', unit: '食品安全监督管理股' },
    },
    {
      who: 'publisher',
      act: 'publication.published',
      at: '2024-10-09T10:10:00+08:00',
      fields: { channel: 'GSXT', form: 'both', unit: '食品安全监督管理股' },
    },
    {
      who: 'o1',
      act: 'performance.recorded',
      at: '2024-10-10T10:00:00+08:00',
      fields: { what: 'fine', complete: true, note: '票据 0123456' },
    },
    {
      who: 'o1',
      act: 'record.av.skipped',
      at: '2024-10-11T10:00:00+08:00',
      fields: { of: 4 },
      documents: { 'recording-skipped': sample('recording-skipped') },
    },
    {
      who: 'o1',
      act: 'record.av.skipped',
      at: '2024-10-11T10:05:00+08:00',
      fields: { of: 9 },
      documents: { 'recording-skipped': sample('recording-skipped') },
    },
    {
      who: 'head',
      act: 'case.closed',
      at: '2024-10-18T15:00:00+08:00',
      documents: { 'case-closing': sample('case-closing') },
    },
    { who: 'archivist', act: 'file.archived', at: '2024-10-25T15:00:00+08:00' },
  ];
}

function must(code: string) {
  const template = templates.get(code);
  if (!template) throw new Error(`no template ${code}`);
  return template;
}

/** Plays the case up to the first step of that act, with it or without it, and returns the position reached. */
export async function playFoodCase(
  desk: TestDesk,
  matter: string,
  options: {
    readonly until?: ActCode;
    readonly before?: ActCode;
    readonly change?: (step: Step) => Step;
  } = {},
): Promise<number> {
  let seq = 0;
  for (const step of foodCaseSteps(desk)) {
    if (step.act === options.before) break;
    const actor = await desk.actor(step.who);
    const request = requestOf(desk, options.change?.(step) ?? step);
    const done =
      seq === 0
        ? await desk.matters.begin(
            actor,
            matter,
            {
              id: uuidv7(),
              data: {
                procedure: 'penalty.ordinary',
                subject: '经营超过保质期的食品',
                flags: [],
                party: PARTY,
                unit: actor.person.unit,
                handlers: [desk.ids.o1, desk.ids.o2],
              },
            },
            request,
          )
        : await desk.matters.act(actor, matter, request, seq);
    seq = done.seq;
    if (step.act === options.until) break;
  }
  return seq;
}
