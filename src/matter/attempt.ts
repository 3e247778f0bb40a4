/** An act someone wants to do, with all that a guard may look at. Guards are pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Law } from '../rule/law.ts';
import type { People } from '../staff/person.ts';
import type { ActCode } from './act-data.ts';
import type { Act, AnyAct, Matter } from './matter.ts';
import { type ActRow, meets } from './procedure.ts';

/** What a bureau has published that an act may depend on. */
export interface Lists {
  readonly inspectionItems: readonly string[];
  readonly frequencyCap: number | null;
}

/** The law, calendar and people an act is judged by. */
export interface Setting {
  readonly law: Law;
  readonly calendar: WorkCalendar;
  readonly people: People;
  readonly lists: Lists;
}

export interface Attempt extends Setting {
  readonly matter: Matter;
  readonly act: AnyAct;
  readonly row: ActRow;
  /** The day of the act. */
  readonly day: PlainDate;
}

/** True when the act must be refused. */
export type Gate = (attempt: Attempt) => boolean;
export type Gates = Readonly<Record<string, Gate>>;

/** A guard that looks only at acts of one code; others pass it. */
export function on<C extends ActCode>(
  code: C,
  gate: (act: Act<C>, attempt: Attempt) => boolean,
): Gate {
  // The code tells the data apart.
  return (attempt) => attempt.act.code === code && gate(attempt.act as Act<C>, attempt);
}

/** Whether the act takes place before the party and needs two certified officers. */
export function isFieldAct({ row, act }: Attempt): boolean {
  return row.field === true || (row.field !== undefined && meets(row.field, act.data));
}

/** Whether `found` lacks an item of `wanted`. */
export function lacks(found: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return wanted.some((item) => !found?.includes(item));
}
