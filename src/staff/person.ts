/** People of a bureau as the rules see them: what they may do, and since when. */
import type { PlainDate } from '../calendar/plain-date.ts';

export const ROLES = [
  'officer',
  'assistant',
  'reviewer',
  'head',
  'unit-head',
  'publisher',
  'archivist',
  'chair',
] as const;
export type Role = (typeof ROLES)[number];

/** An enforcement certificate; valid on both its first and its last day. */
export interface Certificate {
  readonly number: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
  readonly certificate: Certificate | null;
  /** Holds the national legal professional qualification (法律职业资格). */
  readonly lawLicence: boolean;
  /** The first day ever in review work; null where never yet. */
  readonly firstReviewOn: PlainDate | null;
  /** The day the training before taking up the post ended; null where not trained. */
  readonly trained: PlainDate | null;
}

/** The people an act may name, by id. */
export type People = ReadonlyMap<string, Person>;

/** Whether the person holds an enforcement certificate that is valid on that day (行政处罚法 art. 42). */
export function holdsCertificate(person: Person, on: PlainDate): boolean {
  return (
    person.certificate !== null && person.certificate.from <= on && on <= person.certificate.until
  );
}

/** The distinct enforcement officers among `ids`. Assistants never count (行政处罚法 art. 42). */
export function countedOfficers(people: People, ids: readonly string[]): Person[] {
  return [...new Set(ids)].flatMap((id) => {
    const person = people.get(id);
    return person?.roles.has('officer') && !person.roles.has('assistant') ? [person] : [];
  });
}

export function hasRole(people: People, id: string | undefined, role: Role): boolean {
  return id !== undefined && people.get(id)?.roles.has(role) === true;
}
