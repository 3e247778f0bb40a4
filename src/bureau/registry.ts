/** The bureaus of this installation and their people, as they stand: read from the database, kept for a moment. */
import type { Recorder } from '../act/recorder.ts';
import { parsePlainDate } from '../calendar/plain-date.ts';
import type { Database } from '../platform/db/pool.ts';
import type { Role } from '../staff/person.ts';
import { ROLES } from '../staff/person.ts';
import { type Duty, DUTIES, type StaffMember } from '../staff/staff.ts';
import type { Bureau } from './bureau.ts';
import { bureauProjection } from './bureau.projection.ts';

export interface Registry {
  /** Ids of all bureaus. */
  bureaus(): Promise<readonly string[]>;
  /** A bureau; null when there is none of that id. */
  bureau(id: string): Promise<Bureau | null>;
  /** The people of a bureau by id. */
  people(id: string): Promise<ReadonlyMap<string, StaffMember>>;
  /** Forgets what is kept of a bureau: something about it has changed. */
  changed(id: string): void;
}

/** How long what was read is believed, in milliseconds; another process may have changed it. */
const BELIEVED_MS = 1000;

interface PersonRow {
  readonly person_id: string;
  readonly name: string;
  readonly unit_id: string;
  readonly post: string;
  readonly roles: string[];
  readonly duties: string[];
  readonly certificate_number: string | null;
  readonly certificate_from: string | null;
  readonly certificate_until: string | null;
  readonly law_licence: boolean;
  readonly licence_number: string | null;
  readonly first_review_on: string | null;
  readonly listing_seq: number | null;
  readonly listing_qualified: boolean | null;
  readonly listed_from: string | null;
  readonly listed_until: string | null;
  readonly trained_on: string | null;
  readonly login: string | null;
  readonly active: boolean;
}

export function openRegistry(db: Database, recorder: Recorder, now: () => number): Registry {
  const streams = new Map<string, string>();
  /** When each bureau was last read from the database. */
  const read = new Map<string, number>();
  const people = new Map<
    string,
    { readonly until: number; readonly members: Promise<ReadonlyMap<string, StaffMember>> }
  >();
  let listed = 0;

  async function readBureaus(): Promise<void> {
    const rows = await db.query<{ bureau_id: string; stream_id: string }>('desk', null, {
      text: 'select bureau_id, stream_id from published.bureau order by bureau_id',
    });
    for (const row of rows) streams.set(row.bureau_id, row.stream_id);
    listed = now();
  }

  return {
    async bureaus() {
      if (streams.size === 0 || now() - listed > BELIEVED_MS) await readBureaus();
      return [...streams.keys()];
    },
    async bureau(id) {
      if (!streams.has(id)) await readBureaus();
      const stream = streams.get(id);
      if (stream === undefined) return null;
      const known = now() - (read.get(id) ?? Number.NEGATIVE_INFINITY) < BELIEVED_MS;
      const { state } = await recorder[known ? 'load' : 'read'](
        'desk',
        id,
        { kind: 'bureau', id: stream },
        bureauProjection(id),
      );
      if (!known) read.set(id, now());
      return state;
    },
    people(id) {
      const known = people.get(id);
      if (known && known.until > now()) return known.members;
      const members = readPeople(db, id);
      people.set(id, { until: now() + BELIEVED_MS, members });
      members.catch(() => people.delete(id));
      return members;
    },
    changed(id) {
      people.delete(id);
      read.delete(id);
      listed = 0;
    },
  };
}

async function readPeople(db: Database, bureau: string): Promise<ReadonlyMap<string, StaffMember>> {
  const rows = await db.query<PersonRow & Record<string, unknown>>('desk', bureau, {
    name: 'people',
    text: `select p.*, r.licence_number
      from work.person p
      left join facts.reviewer r
        on r.bureau_id = p.bureau_id and r.officer_id = p.person_id and r.seq = p.listing_seq
      where p.bureau_id = $1
      order by p.person_id`,
    values: [bureau],
  });
  return new Map(rows.map((row) => [row.person_id, memberOf(row)]));
}

function memberOf(row: PersonRow): StaffMember {
  const day = (text: string | null) => (text === null ? null : parsePlainDate(text));
  const from = day(row.certificate_from);
  const until = day(row.certificate_until);
  const listedFrom = day(row.listed_from);
  const listedUntil = day(row.listed_until);
  return {
    id: row.person_id,
    name: row.name,
    unit: row.unit_id,
    post: row.post,
    roles: row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
    duties: row.duties.filter((duty): duty is Duty => (DUTIES as readonly string[]).includes(duty)),
    certificate:
      row.certificate_number !== null && from && until
        ? { number: row.certificate_number, from, until }
        : null,
    listing:
      row.listing_seq !== null && listedFrom && listedUntil
        ? {
            seq: row.listing_seq,
            lawLicence: row.law_licence,
            licenceNumber: row.licence_number,
            firstReviewOn: day(row.first_review_on),
            qualified: row.listing_qualified === true,
            from: listedFrom,
            until: listedUntil,
          }
        : null,
    trained: day(row.trained_on),
    login: row.login,
    active: row.active,
  };
}
