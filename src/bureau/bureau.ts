/** A bureau: the acts of its own stream, and the bureau they make. */
import { type Static, type TObject, Type } from 'typebox';
import type { RecordedAct } from '../act/act.ts';
import { Day as day } from '../calendar/day.schema.ts';
import { ReviewListEntry } from '../rule/keys.ts';

const text = Type.String({ minLength: 1, maxLength: 400 });
const uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
const exact = { additionalProperties: false };

/** What every document and page needs to know of a bureau. */
export const BureauProfile = Type.Object(
  {
    name: text,
    shortName: Type.String({ minLength: 1, maxLength: 8 }),
    superior: text,
    government: text,
    justice: text,
    court: text,
    address: text,
    phone: text,
    bank: text,
    payee: text,
    account: text,
  },
  exact,
);
export type BureauProfile = Static<typeof BureauProfile>;

export const BUREAU_ACT_DATA = {
  'bureau.founded': Type.Object(
    {
      area: Type.String({ pattern: '^\\d{6}(-\\d+)?$' }),
      pack: text,
      rehearsal: Type.Boolean(),
      profile: BureauProfile,
    },
    exact,
  ),
  'bureau.amended': Type.Object({ profile: BureauProfile, reason: text }, exact),
  'rules.adopted': Type.Object(
    {
      hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      scope: text,
      list: Type.Array(ReviewListEntry),
      items: Type.Array(text),
      penaltyItems: Type.Array(text),
      licenceFor: Type.Enum(['penalty', 'all']),
      licenceSince: day,
      summaryNatural: Type.Integer({ minimum: 0 }),
      summaryOrganisation: Type.Integer({ minimum: 0 }),
    },
    exact,
  ),
  'unit.opened': Type.Object(
    {
      unit: uuid,
      name: text,
      kind: Type.Enum(['department', 'station', 'entrusted']),
      functions: Type.Array(text),
    },
    exact,
  ),
  'notice.published': Type.Object(
    {
      /** One of those the rule `publish.beforehand` lists. */
      item: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 40 }),
      title: text,
      content: Type.Array(Type.String({ minLength: 1, maxLength: 4000 }), { minItems: 1 }),
      unit: text,
      effectiveOn: day,
      reason: text,
    },
    exact,
  ),
} as const satisfies Record<string, TObject>;

export type BureauActCode = keyof typeof BUREAU_ACT_DATA;
export type BureauDataOf<C extends BureauActCode> = Static<(typeof BUREAU_ACT_DATA)[C]>;

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: 'department' | 'station' | 'entrusted';
  readonly functions: readonly string[];
}

export interface Bureau {
  /** Area code, with a suffix where one area has several bodies. */
  readonly id: string;
  readonly stream: string;
  /** Whose rules it follows: a bureau's id in the pack, or `national`. */
  readonly pack: string;
  readonly rehearsal: boolean;
  readonly profile: BureauProfile;
  /** Hash of the rule pack adopted last; null before the first. */
  readonly rules: string | null;
  readonly units: readonly Unit[];
  /** Versions published of each item. */
  readonly notices: Readonly<Record<string, number>>;
}

/** The data of an act of that code; checked against its schema before it was recorded. */
export function bureauData<C extends BureauActCode>(act: RecordedAct, _code: C): BureauDataOf<C> {
  return act.data as unknown as BureauDataOf<C>;
}

export function isBureauActCode(code: string): code is BureauActCode {
  return Object.hasOwn(BUREAU_ACT_DATA, code);
}

/** The bureau after one more act of its stream. Throws RangeError when the first act does not found it. */
export function foldBureau(bureau: Bureau | null, act: RecordedAct): Bureau {
  const { type } = act;
  if (bureau === null) {
    if (type !== 'bureau.founded') throw new RangeError('a bureau begins with bureau.founded');
    const { area, pack, rehearsal, profile } = bureauData(act, type);
    return {
      id: area,
      stream: act.stream.id,
      pack,
      rehearsal,
      profile,
      rules: null,
      units: [],
      notices: {},
    };
  }
  if (!isBureauActCode(type)) return bureau;
  switch (type) {
    case 'bureau.founded':
      return bureau;
    case 'bureau.amended':
      return { ...bureau, profile: bureauData(act, type).profile };
    case 'rules.adopted':
      return { ...bureau, rules: bureauData(act, type).hash };
    case 'unit.opened': {
      const { unit, name, kind, functions } = bureauData(act, type);
      return { ...bureau, units: [...bureau.units, { id: unit, name, kind, functions }] };
    }
    case 'notice.published': {
      const { item } = bureauData(act, type);
      return { ...bureau, notices: { ...bureau.notices, [item]: (bureau.notices[item] ?? 0) + 1 } };
    }
  }
}
