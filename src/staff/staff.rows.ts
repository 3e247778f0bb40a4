/** The rows of a person's stream: the register, certificates, the list of reviewers, and how the person stands now. */
import type { RecordedAct } from '../act/act.ts';
import { bytesOfHex, type Row, row, table } from '../act/row.ts';
import { saidBy } from '../act/said.ts';
import { dataOf, isStaffActCode, type StaffMember } from './staff.ts';

export const OFFICER = table('facts.officer', 'fact', ['bureau_id', 'officer_id'], {
  bureau_id: 'text',
  officer_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  name: 'text',
  unit_id: 'uuid',
});

export const CERTIFICATE = table(
  'facts.certificate',
  'fact',
  ['bureau_id', 'officer_id', 'number'],
  {
    bureau_id: 'text',
    officer_id: 'uuid',
    number: 'text',
    seq: 'integer',
    act_type: 'text',
    issuer_kind: 'text',
    issuer: 'text',
    valid_from: 'date',
    valid_until: 'date',
    said: 'jsonb',
  },
);

export const CERTIFICATE_END = table(
  'facts.certificate_end',
  'fact',
  ['bureau_id', 'officer_id', 'number'],
  {
    bureau_id: 'text',
    officer_id: 'uuid',
    number: 'text',
    seq: 'integer',
    act_type: 'text',
    ended_on: 'date',
    said: 'jsonb',
  },
);

export const REVIEWER = table('facts.reviewer', 'fact', ['bureau_id', 'officer_id', 'seq'], {
  bureau_id: 'text',
  officer_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  pack_hash: 'bytea',
  licence_since: 'date',
  law_licence: 'boolean',
  licence_number: 'text',
  first_review_on: 'date',
  qualified: 'boolean',
  listed_from: 'date',
  listed_until: 'date',
  said: 'jsonb',
});

export const WORK_PERSON = table('work.person', 'work', ['bureau_id', 'person_id'], {
  bureau_id: 'text',
  person_id: 'uuid',
  name: 'text',
  unit_id: 'uuid',
  post: 'text',
  roles: 'text[]',
  duties: 'text[]',
  certificate_number: 'text',
  certificate_from: 'date',
  certificate_until: 'date',
  law_licence: 'boolean',
  first_review_on: 'date',
  listing_seq: 'integer',
  listing_qualified: 'boolean',
  listed_from: 'date',
  listed_until: 'date',
  trained_on: 'date',
  login: 'text',
  active: 'boolean',
});

/** The fact rows `act` adds. */
export function staffRows(bureau: string, act: RecordedAct, after: StaffMember): Row[] {
  const { type } = act;
  const head = { bureau_id: bureau, officer_id: act.stream.id, seq: act.seq, act_type: type };
  if (!isStaffActCode(type)) return [];
  switch (type) {
    case 'officer.registered': {
      const { name, unit } = dataOf(act, type);
      return [row(OFFICER, { ...head, name, unit_id: unit })];
    }
    case 'certificate.issued': {
      const { number, issuerKind, issuer, from, until } = dataOf(act, type);
      return [
        row(CERTIFICATE, {
          ...head,
          number,
          issuer_kind: issuerKind,
          issuer,
          valid_from: from,
          valid_until: until,
          said: saidBy(act),
        }),
      ];
    }
    case 'certificate.revoked': {
      const { number, on } = dataOf(act, type);
      return [row(CERTIFICATE_END, { ...head, number, ended_on: on, said: saidBy(act) })];
    }
    case 'reviewer.listed': {
      const { licenceNumber, licenceSince } = dataOf(act, type);
      const { listing } = after;
      if (!listing || act.pack === null) throw new RangeError('a listing without its rule');
      return [
        row(REVIEWER, {
          ...head,
          pack_hash: bytesOfHex(act.pack),
          licence_since: licenceSince,
          law_licence: listing.lawLicence,
          licence_number: licenceNumber ?? null,
          first_review_on: listing.firstReviewOn,
          qualified: listing.qualified,
          listed_from: listing.from,
          listed_until: listing.until,
          said: saidBy(act),
        }),
      ];
    }
    default:
      return [];
  }
}

/** The person as the register shows them now. */
export function personRow(bureau: string, member: StaffMember): Row {
  const { certificate, listing } = member;
  return row(WORK_PERSON, {
    bureau_id: bureau,
    person_id: member.id,
    name: member.name,
    unit_id: member.unit,
    post: member.post,
    roles: member.roles,
    duties: member.duties,
    certificate_number: certificate?.number ?? null,
    certificate_from: certificate?.from ?? null,
    certificate_until: certificate?.until ?? null,
    law_licence: listing?.lawLicence ?? false,
    first_review_on: listing?.firstReviewOn ?? null,
    listing_seq: listing?.seq ?? null,
    listing_qualified: listing?.qualified ?? null,
    listed_from: listing?.from ?? null,
    listed_until: listing?.until ?? null,
    trained_on: member.trained,
    login: member.login,
    active: member.active,
  });
}
