/**
 * Breadth-first search over everything that can be done in a matter, with the real `decide` and `evolve`.
 * From a state every variant of every act is tried; what is accepted leads to a new state, unless the
 * projection says that an equal one was seen. Every decision reached is put before the judge.
 */
import { addDays, type PlainDate } from '../../src/calendar/plain-date.ts';
import { type Moment, moment } from '../../src/calendar/moment.ts';
import type { ActCode } from '../../src/matter/act-data.ts';
import type { Setting } from '../../src/matter/attempt.ts';
import { decide } from '../../src/matter/decide.ts';
import { type AnyAct, evolve, has, type Matter } from '../../src/matter/matter.ts';

/** One way to do an act. `days` is how long it waits after the act before it. */
export interface Variant {
  readonly name: string;
  readonly code: ActCode;
  readonly by: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly days: number;
}

export interface Question {
  readonly start: Matter;
  readonly from: PlainDate;
  readonly setting: Setting;
  readonly alphabet: readonly Variant[];
  /** Equal texts mean that the same can still be done, with the same judgement. */
  readonly project: (history: readonly AnyAct[], day: PlainDate) => string;
  /** Why the decision that ends the history was unlawful; empty when it was lawful. */
  readonly judge: (history: readonly AnyAct[]) => readonly string[];
}

export interface Answer {
  readonly states: number;
  /** Decisions accepted, all told, and those the judge calls lawful. */
  readonly decisions: number;
  readonly lawful: number;
  /** Names of the variants that lead to the first unlawful decision, and why it is; null where none is. */
  readonly violation: { readonly path: readonly string[]; readonly why: readonly string[] } | null;
  /** Two histories that the projection holds equal though they are not; null where none was found. */
  readonly lost: readonly [string, string] | null;
}

interface State {
  readonly matter: Matter;
  readonly day: PlainDate;
  readonly path: readonly string[];
}

/**
 * Searches to the end, or to the first unlawful decision. Every `check`-th history that is left out as known
 * is compared with the one that was kept in its place.
 */
export function search(question: Question, check = Number.POSITIVE_INFINITY): Answer {
  const { start, from, setting, alphabet, project, judge } = question;
  const first: State = { matter: start, day: from, path: [] };
  const kept = new Map<string, State>([[project([], from), first]]);
  const queue: State[] = [first];
  const answer = { decisions: 0, lawful: 0, violation: null, lost: null };
  let left = 0;
  for (const state of queue)
    for (const { variant, act } of possible(state, alphabet, setting)) {
      const matter = evolve(state.matter, act);
      const next: State = { matter, day: act.at.day, path: [...state.path, variant.name] };
      if (variant.code === 'decision.made') {
        answer.decisions += 1;
        const why = judge(matter.acts);
        if (why.length > 0)
          return { ...answer, states: kept.size, violation: { path: next.path, why } };
        answer.lawful += 1;
      }
      const key = project(matter.acts, next.day);
      const known = kept.get(key);
      if (!known) {
        kept.set(key, next);
        queue.push(next);
      } else if (
        (left += 1) % check === 0 &&
        signature(known, question) !== signature(next, question)
      )
        return {
          ...answer,
          states: kept.size,
          lost: [known.path.join(' > '), next.path.join(' > ')],
        };
    }
  return { ...answer, states: kept.size };
}

/** The variants that are accepted in a state, as acts. */
function* possible(
  { matter, day }: Pick<State, 'matter' | 'day'>,
  alphabet: readonly Variant[],
  setting: Setting,
): Generator<{ variant: Variant; act: AnyAct }> {
  const decided = has(matter, 'decision.made');
  for (const variant of alphabet) {
    const at = noon(variant.days === 0 ? day : addDays(day, variant.days));
    // A variant is written with the data of its code.
    const act = {
      n: matter.acts.length + 1,
      code: variant.code,
      at,
      by: variant.by,
      data: variant.data,
    } as unknown as AnyAct;
    // Once decided, only another decision could still be unlawful.
    if (decided && variant.code !== 'decision.made') continue;
    const latest = matter.acts.at(-1)?.at.ms ?? null;
    if (decide(matter, act, setting, latest).length === 0) yield { variant, act };
  }
}

/** What can be done in a state that changes anything, and what the judge says where it is a decision. */
function signature(state: State, { alphabet, setting, judge, project }: Question): string {
  const here = project(state.matter.acts, state.day);
  const lines = [...possible(state, alphabet, setting)].flatMap(({ variant, act }) => {
    const history = [...state.matter.acts, act];
    if (variant.code === 'decision.made') return [`${variant.name}: ${judge(history).join(', ')}`];
    return project(history, act.at.day) === here ? [] : [variant.name];
  });
  return lines.join('\n');
}

const noons = new Map<PlainDate, Moment>();

function noon(day: PlainDate): Moment {
  let known = noons.get(day);
  if (!known) {
    known = moment(`${day}T12:00:00+08:00`);
    noons.set(day, known);
  }
  return known;
}
