/**
 * Acts of the desk beside those the law's procedures know: beginning a matter, marking what it
 * concerns, asking for approval, filing exhibits. They stand in the same stream; the procedure's rules
 * do not read them.
 */
import { type Static, type TObject, Type } from 'typebox';
import { Day } from '../calendar/day.schema.ts';
import { ACT_CODES } from './act-data.ts';
import { SUBJECT_FLAGS } from './matter.ts';
import { PROCEDURES } from '../rule/keys.ts';

const text = Type.String({ minLength: 1, maxLength: 400 });
const opt = Type.Optional;
const uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
const hex = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${bytes * 2}}$` });
const exact = { additionalProperties: false };

const upTo = (characters: number) => Type.String({ minLength: 1, maxLength: characters });

/**
 * A party as the bureau knows it: no item longer than papers print it (`document/party-fields.ts`). Codes and identity
 * numbers are checked by their check digits.
 */
export const DeskParty = Type.Object(
  {
    kind: Type.Enum(['legal', 'natural', 'individual-business', 'other']),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    surname: opt(Type.String({ minLength: 1, maxLength: 4 })),
    licenceName: opt(upTo(100)),
    code: opt(upTo(40)),
    address: upTo(200),
    representative: opt(upTo(100)),
    idNumber: opt(upTo(40)),
    idKind: opt(Type.Enum(['citizen', 'other'])),
    phone: opt(upTo(50)),
    otherContact: opt(upTo(100)),
    gender: opt(Type.Enum(['male', 'female'])),
    birth: opt(Day),
  },
  exact,
);
export type DeskParty = Static<typeof DeskParty>;

/** A file in evidence: what was hashed, never where it lies. */
export const Blob = Type.Object(
  {
    chunk: Type.Integer(),
    mroot: text,
    sha256: hex(32),
    size: Type.Integer({ minimum: 0 }),
    sm3: hex(32),
    type: text,
  },
  exact,
);

/** What a file says of itself; integers only, as everything that is hashed. */
export const ExhibitMedia = Type.Object(
  {
    kind: text,
    durationMs: opt(Type.Integer({ minimum: 0 })),
    width: opt(Type.Integer({ minimum: 1 })),
    height: opt(Type.Integer({ minimum: 1 })),
    codecs: opt(Type.Array(text)),
    pages: opt(Type.Integer({ minimum: 1 })),
    /** By the clock of the device, with its offset where it wrote one. */
    takenAt: opt(text),
    /** Degrees north and east, times ten million. */
    latitudeE7: opt(Type.Integer()),
    longitudeE7: opt(Type.Integer()),
  },
  exact,
);
export type ExhibitMedia = Static<typeof ExhibitMedia>;

const exhibit = {
  exhibit: uuid,
  name: text,
  blob: Blob,
  /** Position of the act it belongs to. */
  of: opt(Type.Integer({ minimum: 1 })),
  note: opt(Type.String({ maxLength: 2000 })),
  media: opt(ExhibitMedia),
  /** A small picture of it, for lists. */
  thumbnail: opt(Blob),
};

export const DESK_ACT_DATA = {
  'matter.begun': Type.Object(
    {
      procedure: Type.Enum([...PROCEDURES]),
      subject: text,
      flags: Type.Array(Type.Enum([...SUBJECT_FLAGS])),
      party: DeskParty,
      unit: uuid,
      handlers: opt(Type.Array(uuid)),
    },
    exact,
  ),
  'party.amended': Type.Object({ party: DeskParty, reason: text }, exact),
  'subject.flagged': Type.Object(
    { flags: Type.Array(Type.Enum([...SUBJECT_FLAGS])), reason: text },
    exact,
  ),
  'approval.requested': Type.Object(
    {
      act: Type.Enum([...ACT_CODES]),
      data: Type.Record(Type.String(), Type.Unknown()),
      note: opt(text),
    },
    exact,
  ),
  'approval.granted': Type.Object(
    {
      of: Type.Integer({ minimum: 1 }),
      documents: Type.Array(Type.Unknown()),
      people: Type.Array(Type.Unknown()),
    },
    exact,
  ),
  'approval.refused': Type.Object({ of: Type.Integer({ minimum: 1 }), reason: text }, exact),
  'exhibit.added': Type.Object({ ...exhibit, source: opt(text), takenAt: opt(text) }, exact),
  'exhibit.derived': Type.Object({ ...exhibit, from: uuid, recipe: text }, exact),
  'document.voided': Type.Object(
    { of: Type.Integer({ minimum: 1 }), number: text, reason: text },
    exact,
  ),
} as const satisfies Record<string, TObject>;

export type DeskActCode = keyof typeof DESK_ACT_DATA;
export type DeskDataOf<C extends DeskActCode> = Static<(typeof DESK_ACT_DATA)[C]>;

export function isDeskActCode(code: string): code is DeskActCode {
  return Object.hasOwn(DESK_ACT_DATA, code);
}
