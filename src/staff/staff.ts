/** A person of the bureau: the acts of an officer's stream, and the person they make. */
import { type Static, type TObject, Type } from 'typebox';
import type { RecordedAct } from '../act/act.ts';
import { Day as day } from '../calendar/day.schema.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { NAME_LENGTH, POST_LENGTH } from './lengths.ts';
import { type Person, type Role, ROLES } from './person.ts';

/** The three administrators: separate people, kept apart from all case work (三员分立). */
export const DUTIES = ['sysadmin', 'secadmin', 'auditadmin'] as const;
export type Duty = (typeof DUTIES)[number];

const text = Type.String({ minLength: 1, maxLength: 200 });
const personName = Type.String({ minLength: 1, maxLength: NAME_LENGTH });
const postName = Type.String({ minLength: 1, maxLength: POST_LENGTH });
const uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
});
const exact = { additionalProperties: false };
const grantable = Type.Enum([...ROLES, ...DUTIES]);

export const STAFF_ACT_DATA = {
  'officer.registered': Type.Object({ name: personName, unit: uuid, post: postName }, exact),
  'post.changed': Type.Object({ unit: uuid, post: postName }, exact),
  'officer.left': Type.Object({ reason: text }, exact),
  'certificate.issued': Type.Object(
    {
      number: text,
      issuerKind: Type.Enum(['provincial-government', 'authorised-department']),
      issuer: text,
      from: day,
      until: day,
    },
    exact,
  ),
  'certificate.revoked': Type.Object({ number: text, on: day, reason: text }, exact),
  'training.completed': Type.Object({ on: day, course: text }, exact),
  'reviewer.listed': Type.Object(
    {
      lawLicence: Type.Boolean(),
      licenceNumber: Type.Optional(text),
      firstReviewOn: Type.Optional(day),
      from: day,
      until: day,
      licenceSince: Type.String({
        ...day,
        description:
          "the day the bureau's rule `review.licence.since` gives, `2021-07-15` in the national rules; any other is refused",
      }),
    },
    exact,
  ),
  'duty.granted': Type.Object({ role: grantable }, exact),
  'duty.withdrawn': Type.Object({ role: grantable, reason: text }, exact),
  'account.opened': Type.Object(
    { login: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,39}$' }) },
    exact,
  ),
  'account.closed': Type.Object({ reason: text }, exact),
} as const satisfies Record<string, TObject>;

export type StaffActCode = keyof typeof STAFF_ACT_DATA;
export type StaffDataOf<C extends StaffActCode> = Static<(typeof STAFF_ACT_DATA)[C]>;

export function isStaffActCode(code: string): code is StaffActCode {
  return Object.hasOwn(STAFF_ACT_DATA, code);
}

export interface ReviewerListing {
  /** Position of the act that listed the person. */
  readonly seq: number;
  readonly lawLicence: boolean;
  /** 法律职业资格证号; null where none was registered. */
  readonly licenceNumber: string | null;
  readonly firstReviewOn: PlainDate | null;
  readonly qualified: boolean;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A person of the bureau, as the register holds them. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly duties: readonly Duty[];
  readonly certificate: {
    readonly number: string;
    readonly from: PlainDate;
    readonly until: PlainDate;
  } | null;
  readonly listing: ReviewerListing | null;
  readonly trained: PlainDate | null;
  readonly login: string | null;
  readonly active: boolean;
}

/** The person after one more act of their stream. Throws RangeError when the first act does not register them. */
export function foldStaff(member: StaffMember | null, act: RecordedAct): StaffMember {
  const { type } = act;
  if (member === null) {
    if (type !== 'officer.registered')
      throw new RangeError('a person begins with officer.registered');
    const { name, unit, post } = dataOf(act, type);
    return {
      id: act.stream.id,
      name,
      unit,
      post,
      roles: [],
      duties: [],
      certificate: null,
      listing: null,
      trained: null,
      login: null,
      active: true,
    };
  }
  if (!isStaffActCode(type)) return member;
  switch (type) {
    case 'officer.registered':
      return member;
    case 'post.changed':
      return { ...member, ...dataOf(act, type) };
    case 'officer.left':
      return { ...member, active: false, roles: [], duties: [], login: null };
    case 'certificate.issued': {
      const { number, from, until } = dataOf(act, type);
      return { ...member, certificate: { number, from: plainDate(from), until: plainDate(until) } };
    }
    case 'certificate.revoked':
      return member.certificate?.number === dataOf(act, type).number
        ? { ...member, certificate: null }
        : member;
    case 'training.completed':
      return { ...member, trained: plainDate(dataOf(act, type).on) };
    case 'reviewer.listed':
      return { ...member, listing: listingOf(act, dataOf(act, type)) };
    case 'duty.granted':
      return withRole(member, dataOf(act, type).role, true);
    case 'duty.withdrawn':
      return withRole(member, dataOf(act, type).role, false);
    case 'account.opened':
      return { ...member, login: dataOf(act, type).login };
    case 'account.closed':
      return { ...member, login: null };
  }
}

/** The data of an act of that code; checked against its schema before it was recorded. */
export function dataOf<C extends StaffActCode>(act: RecordedAct, _code: C): StaffDataOf<C> {
  return act.data as unknown as StaffDataOf<C>;
}

/** 行政处罚法 art. 58: qualified is who holds the licence, or reviewed before the law asked for it. */
function listingOf(act: RecordedAct, data: StaffDataOf<'reviewer.listed'>): ReviewerListing {
  const first = data.firstReviewOn === undefined ? null : plainDate(data.firstReviewOn);
  return {
    seq: act.seq,
    lawLicence: data.lawLicence,
    licenceNumber: data.licenceNumber ?? null,
    firstReviewOn: first,
    qualified: data.lawLicence || (first !== null && first < data.licenceSince),
    from: plainDate(data.from),
    until: plainDate(data.until),
  };
}

function withRole(member: StaffMember, role: Role | Duty, granted: boolean): StaffMember {
  const change = <T extends string>(list: readonly T[], one: T): T[] =>
    (granted ? [...new Set([...list, one])] : list.filter((other) => other !== one)).sort();
  return isDuty(role)
    ? { ...member, duties: change(member.duties, role) }
    : { ...member, roles: change(member.roles, role) };
}

export function isDuty(role: string): role is Duty {
  return (DUTIES as readonly string[]).includes(role);
}

/** The person as the rules see them on that day: a reviewer only while listed. */
export function personOn(member: StaffMember, on: PlainDate): Person {
  const listed = member.listing !== null && member.listing.from <= on && on <= member.listing.until;
  return {
    id: member.id,
    name: member.name,
    roles: new Set(
      member.active ? member.roles.filter((role) => role !== 'reviewer' || listed) : [],
    ),
    certificate: member.certificate,
    lawLicence: member.listing?.lawLicence ?? false,
    firstReviewOn: member.listing?.firstReviewOn ?? null,
    trained: member.trained,
  };
}
