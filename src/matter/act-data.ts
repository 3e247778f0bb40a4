/**
 * What an act may say: the data of each act that rules read. Acts may carry further descriptive data
 * (the fields of their document, notes); rules ignore it and the record keeps it.
 * Amounts are integers in 分 (0.01 yuan), days are `YYYY-MM-DD`.
 */
import { type Static, type TObject, type TProperties, Type } from 'typebox';

const text = Type.String({ minLength: 1 });
const texts = Type.Array(text);
const opt = Type.Optional;
const flag = Type.Optional(Type.Boolean());
const amount = Type.Integer({ minimum: 0 });
const days = Type.Integer({ minimum: 1 });
const ordinal = Type.Integer({ minimum: 1 });
const day = Type.String({ format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const choice = <const T extends string>(...values: T[]) => Type.Enum(values);

/** A penalty: amounts in 分 and flags; what is absent is 0 or false. */
export const Penalty = Type.Object({
  fine: opt(amount),
  gains: opt(amount),
  goods: opt(amount),
  warning: flag,
  criticism: flag,
  suspendLicence: flag,
  revoke: flag,
  downgrade: flag,
  restrict: flag,
  suspend: flag,
  close: flag,
});
export type Penalty = Static<typeof Penalty>;

const act = <P extends TProperties>(properties: P) =>
  Type.Object({ doc: opt(Type.Boolean()), ...properties });
const extension = { days, approvedBy: opt(text) };
const reviewed = { opinion: choice('agree', 'correct', 'supplement', 'other'), items: texts };
const remote = Type.Object({ reason: opt(Type.String()), returnedOn: opt(day) });

export const ACT_DATA = {
  'source.registered': act({ kind: text }),
  /** Without `days`, the law's full length. */
  'verification.extended': act({ ...extension, days: opt(days) }),
  'case.opened': act({ approvedBy: opt(text), conditions: texts }),
  'case.declined': act({ approvedBy: opt(text), ground: text }),
  'handlers.assigned': act({ handlers: texts }),
  'identity.shown': act({ to: opt(Type.String()) }),
  'premises.inspected': act({
    partyPresent: flag,
    partySigned: flag,
    rightsTold: flag,
    finding: opt(text),
  }),
  'evidence.recorded': act({
    kind: choice('interview', 'document', 'sample', 'electronic', 'answer', 'mediation'),
    place: opt(choice('party', 'office')),
    partySigned: flag,
    online: flag,
    rightsTold: flag,
  }),
  'rectification.ordered': act({ deadline: opt(day) }),
  'time.stopped': act({
    ground: choice('testing', 'identification', 'suspension', 'refund', 'announcement', 'expert'),
    told: flag,
    until: opt(day),
    approvedBy: opt(text),
  }),
  'time.resumed': act({
    ground: choice('testing', 'identification', 'suspension', 'refund', 'announcement', 'expert'),
  }),
  'preservation.ordered': act({ approvedBy: opt(text), urgent: flag, partyPresent: flag }),
  'preservation.resolved': act({ of: ordinal, measure: text }),
  'seizure.ordered': act({
    measure: text,
    authority: opt(Type.String()),
    approvedBy: opt(text),
    urgent: flag,
    days,
    papers: opt(texts),
    rightsTold: flag,
    objects: opt(
      Type.Array(Type.Object({ name: opt(Type.String()), related: flag, livelihood: flag })),
    ),
  }),
  'seizure.extended': act({ of: ordinal, ...extension, told: flag }),
  'seizure.lifted': act({ of: ordinal }),
  'seizure.disposed': act({ of: ordinal, how: text }),
  'approval.given': act({ of: ordinal, approvedBy: opt(text) }),
  'investigation.concluded': act({ report: texts, penalty: opt(Penalty) }),
  'review.requested': act({
    kind: choice('legal', 'case'),
    materials: texts,
    draft: text,
    outcome: opt(text),
  }),
  'review.accepted': act({}),
  'review.extended': act(extension),
  'review.concluded': act(reviewed),
  'disagreement.raised': act({ reason: text }),
  'disagreement.resolved': act({
    outcome: choice('review-upheld', 'handlers-upheld'),
    decidedBy: opt(text),
  }),
  'proposal.approved': act({ approvedBy: opt(text) }),
  'notice.served': act({ method: text, penalty: Penalty, contents: texts }),
  'statement.heard': act({}),
  'statement.waived': act({ rights: Type.Array(choice('statement', 'hearing')) }),
  'statement.reviewed': act({ adopted: Type.Boolean(), reasons: text }),
  'hearing.requested': act({}),
  'hearing.notified': act({ on: day, chair: text }),
  'hearing.held': act({ chair: text, place: opt(text) }),
  'discussion.held': act({ conclusion: text }),
  'decision.extended': act({ ...extension, discussion: flag, told: flag }),
  'decision.made': act({
    outcome: choice(
      'penalty',
      'no-penalty',
      'no-case',
      'transfer',
      'granted',
      'refused',
      'not-accepted',
      'confirmed',
      'ruled',
    ),
    penalty: opt(Penalty),
    draft: opt(text),
    number: opt(Type.String()),
    approvedBy: opt(text),
    reasons: opt(texts),
    remedy: opt(
      Type.Object({
        path: opt(choice('either', 'reconsideration-first')),
        body: opt(choice('government', 'superior-bureau')),
      }),
    ),
    partyPresent: flag,
    discretion: opt(
      Type.Object({
        min: amount,
        max: amount,
        step: choice('mitigated', 'lighter', 'ordinary', 'heavier'),
      }),
    ),
    told: opt(texts),
    statementHeard: flag,
  }),
  'decision.delivered': act({
    method: choice('direct', 'leave', 'electronic', 'mail', 'entrusted', 'announcement'),
    evidence: opt(texts),
    publicityTold: flag,
  }),
  'decision.overturned': act({ kind: text, organ: opt(text) }),
  'publication.reviewed': act({ result: choice('pass', 'withhold'), contains: opt(texts) }),
  'publication.withheld': act({ ground: text, approvedBy: opt(text) }),
  'publication.consented': act({ from: text }),
  'publication.published': act({
    channel: text,
    form: choice('summary', 'document', 'both'),
    fields: opt(texts),
    masked: flag,
    redacted: opt(texts),
    unit: opt(Type.String()),
    draft: opt(text),
  }),
  'publication.withdrawn': act({ channel: text, reason: opt(Type.String()) }),
  'correction.requested': act({ evidence: opt(Type.Unknown()), own: flag }),
  'correction.answered': act({ outcome: choice('corrected', 'refused', 'forwarded'), told: flag }),
  'fine.collected': act({
    amount,
    ground: opt(choice('hard-later', 'remote')),
    requested: flag,
    receipt: flag,
  }),
  'performance.recorded': act({ what: choice('fine', 'goods', 'all', 'handover'), complete: flag }),
  'enforcement.demanded': act({}),
  'enforcement.applied': act({}),
  'crime.reported': act({}),
  'transfer.ordered': act({
    approve: Type.Boolean(),
    approvedBy: opt(text),
    reasons: opt(Type.String()),
  }),
  'transfer.sent': act({ papers: texts }),
  'record.av.made': act({
    id: text,
    of: ordinal,
    gap: opt(Type.Object({ reason: opt(Type.String()) })),
  }),
  'record.av.stored': act({ id: text, remote: opt(remote) }),
  'record.av.skipped': act({ of: ordinal, reason: opt(Type.String()) }),
  'record.text.added': act({ of: ordinal }),
  'case.closed': act({
    ground: choice(
      'executed',
      'court-terminated',
      'terminated',
      'not-punished',
      'measure-ended',
      'other',
    ),
    approvedBy: opt(text),
  }),
  'file.archived': act({}),
  'application.received': act({ complete: flag }),
  'application.returned': act({ missing: opt(Type.String()) }),
  'application.accepted': act({}),
  'inspection.approved': act({
    item: text,
    doneThisYear: Type.Integer({ minimum: 0 }),
    approvedBy: opt(text),
  }),
  'inspection.drawn': act({
    method: choice('random', 'named'),
    officers: texts,
    objects: opt(Type.Unknown()),
  }),
  'inspection.notified': act({ contents: opt(Type.Unknown()) }),
  'inspection.completed': act({}),
} as const satisfies Record<string, TObject>;

/** The 65 acts of the rehearsal vocabulary. */
export type ActCode = keyof typeof ACT_DATA;
export type DataOf<C extends ActCode> = Static<(typeof ACT_DATA)[C]>;

export const ACT_CODES = Object.keys(ACT_DATA) as readonly ActCode[];

export function isActCode(code: string): code is ActCode {
  return Object.hasOwn(ACT_DATA, code);
}

/** Data that an act of one procedure needs beyond what its schema says (rehearsal format §4). */
export const REQUIRED_IN: readonly {
  readonly act: ActCode;
  readonly procedures: readonly string[];
  readonly field: string;
}[] = [
  { act: 'premises.inspected', procedures: ['inspection.random'], field: 'finding' },
  {
    act: 'decision.made',
    procedures: [
      'penalty.ordinary',
      'licence',
      'confirmation',
      'adjudication',
      'inspection.random',
    ],
    field: 'draft',
  },
  { act: 'decision.made', procedures: ['penalty.summary'], field: 'told' },
];

/** The outcomes a decision may have, by procedure (rehearsal format §4). */
export const OUTCOMES_IN: Readonly<Record<string, readonly string[]>> = {
  'penalty.ordinary': ['penalty', 'no-penalty', 'no-case', 'transfer'],
  'penalty.summary': ['penalty', 'no-penalty', 'no-case', 'transfer'],
  licence: ['granted', 'refused', 'not-accepted'],
  confirmation: ['confirmed', 'refused'],
  adjudication: ['ruled'],
};
