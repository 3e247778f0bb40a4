/**
 * The closed list of rule keys: what each may hold, whether a rehearsal script may override it, and
 * how two rules for the same key settle their difference. No number, date or list of required items
 * of the law stands anywhere else in the code.
 */
import { type Static, type TSchema, Type } from 'typebox';

/** Penalties other than amounts, as flags of a penalty. */
export const PENALTY_FLAGS = [
  'warning',
  'criticism',
  'suspendLicence',
  'revoke',
  'downgrade',
  'restrict',
  'suspend',
  'close',
] as const;

export const PROCEDURES = [
  'penalty.ordinary',
  'penalty.summary',
  'compulsion.seizure',
  'inspection.random',
  'licence',
  'confirmation',
  'adjudication',
] as const;

/** Kinds of published results; each has a limit of its own. */
export const PUBLICATION_KINDS = [
  'licence',
  'penalty',
  'compulsion',
  'inspection',
  'other',
] as const;

export const CHANNELS = ['WEB', 'ZWFW', 'GSXT', 'WECHAT', 'WINDOW', 'HALL', 'CASE_SYS'] as const;

const length = Type.Integer({ minimum: 1 });
const amount = Type.Integer({ minimum: 0 });
const percent = Type.Integer({ minimum: 0, maximum: 100 });
const items = Type.Array(Type.String({ minLength: 1 }));
const choice = <const T extends string>(...values: T[]) => Type.Enum(values);

/** An entry of a bureau's list of decisions that need legal review; all given conditions must hold. */
export const ReviewListEntry = Type.Object(
  {
    id: Type.String({ minLength: 1 }),
    procedure: Type.Enum([...PROCEDURES]),
    fineAtLeast: Type.Optional(amount),
    confiscationAtLeast: Type.Optional(amount),
    kinds: Type.Optional(Type.Array(Type.Enum([...PENALTY_FLAGS]))),
    outcomes: Type.Optional(items),
  },
  { additionalProperties: false },
);
export type ReviewListEntry = Static<typeof ReviewListEntry>;

/** One row of the table of recording duties; the first row that fits decides. */
export const RecordingDuty = Type.Object(
  {
    act: Type.String(),
    when: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean()]))),
    level: choice('full', 'as-needed', 'contested'),
  },
  { additionalProperties: false },
);

const group = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    /** Codes of documents, `code@act` for those of one act only; `*` for all that no group names. */
    documents: items,
    exhibits: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
);
/** How the papers of a file are ordered in its two volumes. */
export const FileOrder = Type.Object(
  { main: Type.Array(group), secondary: Type.Array(group) },
  { additionalProperties: false },
);
export type FileOrder = Static<typeof FileOrder>;

const Evidence = Type.Record(
  Type.String(),
  Type.Object(
    { any: Type.Optional(items), all: Type.Optional(items) },
    { additionalProperties: false },
  ),
);

/**
 * How rules for one key settle their difference: `local` means the bureau's own rule stands in for
 * the national one; `lowest` means the shorter limit stands, because a superior's limit is an upper
 * bound a local rule may tighten but not loosen.
 */
export type Settlement = 'local' | 'lowest';

export interface KeyDefinition<S extends TSchema = TSchema, O extends boolean = boolean> {
  readonly schema: S;
  /** Whether a rehearsal script may override it (rehearsal format §5). */
  readonly scripted: boolean;
  readonly settle: Settlement;
  /** True where no rule in force means: no such requirement. */
  readonly optional: O;
}

const fixed = <S extends TSchema>(schema: S): KeyDefinition<S, false> => ({
  schema,
  scripted: false,
  settle: 'local',
  optional: false,
});
const since = <S extends TSchema>(schema: S): KeyDefinition<S, true> => ({
  ...fixed(schema),
  optional: true,
});
const open = <S extends TSchema>(
  schema: S,
  settle: Settlement = 'local',
): KeyDefinition<S, false> => ({ schema, scripted: true, settle, optional: false });
const openSince = <S extends TSchema>(schema: S): KeyDefinition<S, true> => ({
  ...open(schema, 'lowest'),
  optional: true,
});

type LimitKey = `publish.limit.${(typeof PUBLICATION_KINDS)[number]}`;
type ChannelLimitKey = `${LimitKey}.${(typeof CHANNELS)[number]}`;

const limitKeys = Object.fromEntries(
  PUBLICATION_KINDS.map((kind) => [`publish.limit.${kind}`, open(length, 'lowest')]),
) as Record<LimitKey, KeyDefinition<typeof length, false>>;
const channelLimitKeys = Object.fromEntries(
  PUBLICATION_KINDS.flatMap((kind) =>
    CHANNELS.map((channel) => [`publish.limit.${kind}.${channel}`, openSince(length)]),
  ),
) as Record<ChannelLimitKey, KeyDefinition<typeof length, true>>;

/** A right of whoever is dealt with, in plain words; `{key}` in them stands for the number under that key. */
const Right = Type.Object(
  {
    title: Type.String({ minLength: 1 }),
    words: Type.String({ minLength: 1 }),
    basis: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
  },
  { additionalProperties: false },
);

export const RULE_KEYS = {
  ...limitKeys,
  ...channelLimitKeys,
  'publish.beforehand': fixed(items),
  'publish.start.inspection': open(choice('premises.inspected', 'inspection.completed')),
  'publish.site': open(
    Type.Union([
      Type.Array(Type.Enum([...CHANNELS]), { minItems: 1 }),
      Type.String({ pattern: '^[A-Z_]+( or [A-Z_]+)*$' }),
    ]),
  ),
  'publish.licenceToGsxt': open(Type.Boolean()),
  'publish.inspectionOnSite': open(Type.Boolean()),
  'publish.form': open(choice('ANY', 'SUMMARY', 'FULL_REDACTED', 'FULL_OR_SUMMARY')),
  'publish.summaryFields': open(items),
  'publish.gsxt.fields': fixed(items),
  'publish.unitRequired': open(Type.Boolean()),
  /** Who enters what is published: only people of the unit that handled the matter. */
  'publish.enteredBy': since(Type.Literal('handling-unit')),
  'publish.reviewer.inspection': open(Type.Union([items, Type.String({ minLength: 1 })])),
  'publish.summaryProcedure': open(Type.Boolean()),
  /** Of what a check may hide: how much of the open text stays, in percent. */
  'publish.leastOpen': fixed(percent),
  'publish.lowFine': open(amount),
  'publish.period.gsxt': since(
    Type.Object({ low: length, other: length }, { additionalProperties: false }),
  ),
  'publish.clock.withheld': open(choice('paused', 'running')),
  'publish.withheld.absolute': fixed(items),
  'publish.withheld.thirdParty': fixed(items),
  'publish.withholding': fixed(
    Type.Record(
      Type.String(),
      Type.Object(
        { what: Type.String(), reason: Type.String(), clause: Type.String() },
        { additionalProperties: false },
      ),
    ),
  ),
  'mask.natural': open(choice('surname+某')),
  'withdrawal.limit': fixed(length),

  'av.duties': fixed(Type.Array(RecordingDuty)),
  'av.contested': open(choice('as-needed', 'full')),
  'av.uploadLimit': open(Type.Union([Type.Literal('none'), length])),

  'review.scope': open(
    choice('STATUTE', 'LIST', 'FIVE_GROUNDS', 'ALL_EXCEPT_SUMMARY', 'PROVINCE_LIST'),
  ),
  'review.list': open(Type.Array(ReviewListEntry)),
  'review.limit': open(length),
  'review.licenceFor': open(choice('penalty', 'all')),
  'review.licence.since': fixed(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  'review.materials': fixed(items),
  'review.draft.excludes': fixed(items),
  'review.items.penalty': fixed(items),
  'review.items': open(items),
  'review.ratio': fixed(percent),
  'discussion.flags': fixed(items),

  'training.required': open(Type.Boolean()),
  'handlers.minimum': fixed(length),
  'case.conditions': fixed(items),
  'verification.limit': fixed(length),
  'verification.extension': fixed(length),
  'decision.limit': fixed(length),
  'decision.extension.first': fixed(length),
  'decision.reasons': open(items),
  'investigation.report': fixed(items),
  'notice.contents': fixed(items),
  /** Laws whose articles a decision may cite though the notice did not. */
  'notice.besides': fixed(items),
  'statement.limit': fixed(length),
  'hearing.threshold.natural': open(amount),
  'hearing.threshold.organisation': open(amount),
  'hearing.kinds': fixed(Type.Array(Type.Enum([...PENALTY_FLAGS]))),
  'hearing.request.limit': fixed(length),
  'hearing.notice': fixed(length),
  'party.individualBusiness': open(choice('natural', 'organisation')),
  'summary.limit.natural': open(amount),
  'summary.limit.organisation': open(amount),
  'summary.filing': fixed(length),
  'collection.amount': fixed(amount),
  'fine.handover': fixed(length),
  'fine.surcharge': since(percent),
  'discretion.lighter': fixed(percent),
  'discretion.heavier': fixed(percent),
  'remedy.body': since(choice('government')),
  'remedy.path.summary': since(choice('reconsideration-first')),
  'number.pattern': fixed(Type.String()),
  'delivery.limit': fixed(length),
  'delivery.evidence': fixed(Evidence),
  'payment.limit': fixed(length),
  'reconsideration.limit': fixed(length),
  'court.limit': fixed(length),
  'rights.party': fixed(Type.Array(Right)),
  'demand.limit': fixed(length),
  'apply.limit': fixed(length),
  'closing.limit': fixed(length),

  'preservation.limit': fixed(length),
  'seizure.limit': fixed(length),
  'seizure.extension': fixed(length),
  'seizure.papers': fixed(items),
  'seizure.pause.requiresTold': open(Type.Boolean()),
  'approval.limit': fixed(length),

  'transfer.decision': fixed(length),
  'transfer.sending': fixed(length),
  'transfer.papers': fixed(items),

  'application.reply': fixed(length),
  'licence.limit': open(length),
  'licence.extension': open(length),
  'certificate.limit': fixed(length),
  'confirmation.limit': open(length),
  'confirmation.extension': open(length),
  'adjudication.months': open(length),
  'inspection.notice': open(Type.Boolean()),
  'inspection.notice.since': fixed(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),

  'archive.archivist': open(Type.Boolean()),
  'archive.order': fixed(FileOrder),
  'retention.years': fixed(Type.Record(Type.String(), length)),
  /** The only way the clocks count: the day of the act is not the first. */
  'clock.start': fixed(choice('next-day')),
  'clock.rollover': open(choice('off-day', 'none')),
  'clock.pause': open(choice('both-inclusive', 'start-only')),
  'clock.pause.hearing': open(Type.Boolean()),
} as const satisfies Record<string, KeyDefinition>;

export type RuleKey = keyof typeof RULE_KEYS;

/** What a key holds. */
export type RuleValue<K extends RuleKey> = Static<(typeof RULE_KEYS)[K]['schema']>;

export function isRuleKey(text: string): text is RuleKey {
  return Object.hasOwn(RULE_KEYS, text);
}
