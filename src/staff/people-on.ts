/** The people of a bureau as the rules see them on a day; asked for at every act, so each day is reckoned once. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { People } from './person.ts';
import { personOn, type StaffMember } from './staff.ts';

const onDay = new WeakMap<ReadonlyMap<string, StaffMember>, Map<PlainDate, People>>();

/** The people as the rules see them on that day. */
export function peopleOn(members: ReadonlyMap<string, StaffMember>, day: PlainDate): People {
  const days = onDay.get(members) ?? new Map<PlainDate, People>();
  onDay.set(members, days);
  let people = days.get(day);
  if (!people) {
    people = new Map([...members].map(([id, member]) => [id, personOn(member, day)]));
    days.set(day, people);
  }
  return people;
}
