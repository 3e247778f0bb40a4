/**
 * A matter (执法事项) as the rules see it: who and what it concerns, and the acts done in it. The state
 * is the list of accepted acts; whatever else the rules need to know is computed from that list by
 * the feature that knows the law of it.
 */
import type { Moment } from '../calendar/moment.ts';
import type { ActCode, DataOf } from './act-data.ts';
import type { Procedure } from './procedure.ts';

/** An act in a matter: `n` is its 1-based position among all acts tried, refused ones included. */
export interface Act<C extends ActCode = ActCode> {
  readonly n: number;
  readonly code: C;
  readonly at: Moment;
  /** Ids of people, or `party`. */
  readonly by: readonly string[];
  readonly data: DataOf<C>;
  /** When it was recorded, ISO 8601; scripts of the rehearsal format have no such moment. */
  readonly recorded?: string;
}

/** An act of any one code, told apart by `code`. */
export type AnyAct = { readonly [C in ActCode]: Act<C> }[ActCode];

export type PartyKind = 'legal' | 'natural' | 'individual-business' | 'other';

export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  /** Family name where it is longer than the first character of the name. */
  readonly surname: string | null;
  readonly code: string | null;
  readonly idNumber: string | null;
  readonly representative: string | null;
}

export const SUBJECT_FLAGS = [
  'public-interest',
  'social-impact',
  'major-rights',
  'complex',
  'statute',
  'grave',
  'crime',
] as const;
export type SubjectFlag = (typeof SUBJECT_FLAGS)[number];

export interface Subject {
  /** 案由. */
  readonly matter: string;
  readonly flags: readonly SubjectFlag[];
}

export interface Matter {
  readonly procedure: Procedure;
  readonly party: Party;
  readonly subject: Subject;
  /** Accepted acts, oldest first. */
  readonly acts: readonly AnyAct[];
  readonly byCode: ReadonlyMap<ActCode, readonly AnyAct[]>;
}

export function newMatter(procedure: Procedure, party: Party, subject: Subject): Matter {
  return { procedure, party, subject, acts: [], byCode: new Map() };
}

/** The matter after one more accepted act. */
export function evolve(matter: Matter, act: AnyAct): Matter {
  const byCode = new Map(matter.byCode);
  byCode.set(act.code, [...(byCode.get(act.code) ?? []), act]);
  return { ...matter, acts: [...matter.acts, act], byCode };
}

/** The accepted acts of one code, oldest first. */
export function actsOf<C extends ActCode>(matter: Matter, code: C): readonly Act<C>[] {
  // `evolve` files each act under its own code.
  return (matter.byCode.get(code) ?? []) as readonly Act<C>[];
}

export function lastOf<C extends ActCode>(matter: Matter, code: C): Act<C> | undefined {
  return actsOf(matter, code).at(-1);
}

export function has(matter: Matter, code: ActCode): boolean {
  return matter.byCode.has(code);
}

/** The accepted act in position `n`, of that code; undefined when another act, or none, stands there. */
export function actAt<C extends ActCode>(matter: Matter, code: C, n: number): Act<C> | undefined {
  return actsOf(matter, code).find((act) => act.n === n);
}

/** The decision of the matter in the sense of publication: the act its procedure names. */
export function theDecision(matter: Matter): AnyAct | undefined {
  return matter.byCode.get(matter.procedure.decision)?.[0];
}

export function isPenalty(matter: Matter): boolean {
  return lastOf(matter, 'decision.made')?.data.outcome === 'penalty';
}

/** People who handled the matter or took part in gathering its evidence; they may neither review it nor chair its hearing (程序规定 art. 49, 行政处罚法 art. 64). */
export function involved(matter: Matter): ReadonlySet<string> {
  const ids = new Set(lastOf(matter, 'handlers.assigned')?.data.handlers);
  for (const code of [
    'premises.inspected',
    'evidence.recorded',
    'preservation.ordered',
    'seizure.ordered',
  ] as const)
    for (const act of actsOf(matter, code)) for (const id of act.by) ids.add(id);
  return ids;
}
