/** The people of the bureaus, and the rows that register them. */
import { LICENCE_SINCE } from './law.ts';
import { type Row, uuid } from './rows.ts';
import { type Says, StreamWriter } from './stream.ts';

export interface Listing {
  readonly seq: number;
  readonly qualified: boolean;
  readonly from: string;
  readonly until: string;
}

/** Somebody of the bureau, with the entry on the list of reviewers that counts, where there is one. */
export interface Somebody {
  readonly id: string;
  readonly certificate: string | null;
  readonly listing: Listing | null;
}

interface Listed {
  readonly licence?: boolean;
  readonly firstReview?: string;
  readonly from?: string;
  readonly until?: string;
}

const NAMES = [
  'officer',
  'partner',
  'reviewer',
  'colleague',
  'veteran',
  'newcomer',
  'expired',
  'coming',
  'struck',
  'left',
] as const;
export type Name = (typeof NAMES)[number];

/** Entries on the list of reviewers, oldest first. The newcomer began after the law asked for a licence. */
const LISTINGS: Partial<Record<Name, readonly Listed[]>> = {
  reviewer: [{ licence: true }],
  colleague: [{ licence: true }],
  veteran: [{ firstReview: '2019-03-01' }],
  newcomer: [{ firstReview: LICENCE_SINCE }],
  expired: [{ licence: true, until: '2024-08-31' }],
  coming: [{ licence: true, from: '2024-09-20' }],
  struck: [{ licence: true }, { firstReview: '2022-08-01', until: '2024-01-31' }],
  left: [{ licence: true }],
};

/** A certificate, and when it was revoked. */
const REVOKED: Partial<Record<Name, string>> = { left: '2024-06-30' };

export type Cast = Readonly<Record<Name, Somebody>>;

/** The rows that register everybody, for the role zhuding_staff, and who they are. */
export function staff(bureau: string, unit: string, pack: string): { rows: Row[]; cast: Cast } {
  const rows: Row[] = [];
  const cast = Object.fromEntries(
    NAMES.map((name, index): [Name, Somebody] => {
      const id = uuid(Number(bureau) * 100 + index);
      return [name, register(name, id, bureau, unit, pack, rows)];
    }),
  ) as Record<Name, Somebody>; // fromEntries forgets its keys; they are all of NAMES
  return { rows, cast };
}

let more = 0;

/** The rows that register one newcomer more; the last is the entry on the list of reviewers. */
export function newcomer(place: {
  readonly id: string;
  readonly unit: string;
  readonly pack: { readonly hash: string };
}): { stream: string; rows: Row[] } {
  const rows: Row[] = [];
  const stream = uuid(0xa00000000 + (more += 1));
  register('newcomer', stream, place.id, place.unit, place.pack.hash, rows);
  return { stream, rows };
}

function register(
  name: Name,
  id: string,
  bureau: string,
  unit: string,
  pack: string,
  rows: Row[],
): Somebody {
  const stream = new StreamWriter(bureau, id, 'officer');
  const fact = (table: string, type: string, cells: Row['cells'], says: Says = {}): number => {
    const under = { pack: pack.slice(2), ...says };
    const act = stream.act(type, '2024-01-01T09:00:00+08:00', id, under);
    const seq = stream.seq;
    const head = { bureau_id: bureau, officer_id: id, seq, act_type: type };
    const said = table === 'facts.officer' ? {} : { said: act.cells['said'] };
    rows.push(act, { table, cells: { ...head, ...cells, ...said } });
    return seq;
  };
  fact('facts.officer', 'officer.registered', { name, unit_id: unit });
  const certificate = `${bureau}-${id.slice(-9)}`;
  fact(
    'facts.certificate',
    'certificate.issued',
    {
      number: certificate,
      issuer_kind: 'provincial-government',
      issuer: '福建省人民政府',
      valid_from: '2023-01-01',
      valid_until: '2028-12-31',
    },
    { 'data.number': certificate, 'data.from': '2023-01-01', 'data.until': '2028-12-31' },
  );
  const revoked = REVOKED[name];
  if (revoked !== undefined)
    fact(
      'facts.certificate_end',
      'certificate.revoked',
      { number: certificate, ended_on: revoked },
      { 'data.number': certificate, 'data.on': revoked },
    );
  let listing: Listing | null = null;
  for (const { licence = false, firstReview = null, from, until } of LISTINGS[name] ?? []) {
    const qualified = licence || (firstReview !== null && firstReview < LICENCE_SINCE);
    const days = { from: from ?? '2024-01-01', until: until ?? '2030-12-31' };
    const seq = fact(
      'facts.reviewer',
      'reviewer.listed',
      {
        pack_hash: pack,
        licence_since: LICENCE_SINCE,
        law_licence: licence,
        licence_number: licence ? 'A20183505020117' : null,
        first_review_on: firstReview,
        qualified,
        listed_from: days.from,
        listed_until: days.until,
      },
      {
        'data.law-licence': licence,
        ...(firstReview === null ? {} : { 'data.first-review-on': firstReview }),
        'data.from': days.from,
        'data.until': days.until,
      },
    );
    // Whoever has been struck off is tried with the first entry, which was better.
    listing ??= { seq, qualified, ...days };
  }
  if (name === 'left') rows.push(stream.act('officer.left', '2024-07-01T09:00:00+08:00'));
  return { id, certificate, listing };
}
