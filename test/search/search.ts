/**
 * Breadth-first search over everything that can be done in a matter, with the real `decide` and `evolve`.
 * From a state every variant of every act is tried; what is accepted leads to a new state, unless the facts
 * of the scene say that an equal one was seen. Every act accepted, and every decision among them, is put
 * before the properties of the law; so is every act refused, for whether it was refused for the right reasons.
 */
import { addDays, type PlainDate } from '../../src/calendar/plain-date.ts';
import { type Moment, moment } from '../../src/calendar/moment.ts';
import type { ActCode } from '../../src/matter/act-data.ts';
import { decide } from '../../src/matter/decide.ts';
import { type AnyAct, evolve, type Matter } from '../../src/matter/matter.ts';
import type { Procedure } from '../../src/matter/procedure.ts';
import { type Data, Past } from './past.ts';
import type { Properties } from './property.ts';
import { FROM, matterIn, type World } from './world.ts';

/** One way to do an act. */
export interface Variant {
  readonly name: string;
  readonly code: ActCode;
  readonly by: readonly string[];
  /** What it says; where that depends on what was done before, null when it cannot be tried. */
  readonly data: Data | ((past: Past) => Data | null);
  /** How long it waits after the act before it. */
  readonly days: number;
}

/** A part of a history that can still matter. */
export type Fact = (past: Past, day: PlainDate) => unknown;

/** What is searched: a world, what leads there, and all that is tried from then on. */
export interface Scene {
  readonly world: World;
  /** Lawful acts that stand before the search begins. */
  readonly opening: readonly Variant[];
  readonly alphabet: readonly Variant[];
  /** Histories equal in these facts leave the same to be done, with the same outcome. */
  readonly facts: readonly Fact[];
  /** Whether the variant is still of interest; without it all are, always. */
  readonly tries?: (past: Past, variant: Variant) => boolean;
}

interface State {
  readonly matter: Matter;
  readonly past: Past;
  readonly day: PlainDate;
  readonly path: readonly Variant[];
}

export interface Violation {
  readonly path: readonly string[];
  /** The guards whose properties did not hold. */
  readonly broken: readonly string[];
}

export interface Answer {
  readonly states: number;
  readonly tried: number;
  readonly accepted: number;
  readonly decisions: number;
  /** The first act that was accepted though a property did not hold; null where none was. */
  readonly violation: Violation | null;
  /** The first act not refused for exactly the gates whose properties did not hold; null where none was. */
  readonly misjudged: string | null;
  /** Two histories held equal that are not, by their paths; null where none was found. */
  readonly lost: readonly [string, string] | null;
}

export interface Options {
  /** Every so many histories that are left out as known are compared with the one kept in their place. */
  readonly compare?: number;
  /** Looks on when a decision is made. */
  readonly decided?: (past: Past, act: AnyAct) => void;
  /** Looks on while acts are refused. */
  readonly refused?: (state: State, act: AnyAct, refusals: readonly string[]) => void;
}

/** Searches to the end, or to the first violation. */
export function search(
  scene: Scene,
  procedure: Procedure,
  properties: Properties,
  { compare = Number.POSITIVE_INFINITY, decided, refused }: Options = {},
): Answer {
  const first = startOf(scene, procedure);
  const kept = new Map<string, State>([[keyOf(scene, first.past, first.day), first]]);
  const queue: State[] = [first];
  const count = { tried: 0, accepted: 0, decisions: 0 };
  let misjudged: string | null = null;
  let known = 0;
  const answer = (more: Partial<Answer> = {}): Answer => ({
    states: kept.size,
    ...count,
    violation: null,
    misjudged,
    lost: null,
    ...more,
  });
  for (const state of queue)
    for (const variant of scene.alphabet) {
      if (scene.tries && !scene.tries(state.past, variant)) continue;
      const act = actOf(state, variant);
      if (!act) continue;
      const refusals = refusalsOf(state, act, scene);
      count.tried += 1;
      if (refusals.length > 0) {
        if (refusals[0] !== 'act/out-of-order') {
          const broken = brokenBy(act, state.past, scene.world, properties);
          if (!sameGates(refusals, broken))
            misjudged ??= `${pathOf(state, variant)}: ${refusals.join(' ')}, not ${broken.join(' ')}`;
        }
        refused?.(state, act, refusals);
        continue;
      }
      const broken = brokenBy(act, state.past, scene.world, properties);
      count.accepted += 1;
      if (act.code === 'decision.made') {
        count.decisions += 1;
        decided?.(state.past, act);
      }
      if (broken.length > 0)
        return answer({ violation: { path: names([...state.path, variant]), broken } });
      const past = state.past.and(act);
      const key = keyOf(scene, past, act.at.day);
      const same = kept.get(key);
      if (!same) {
        const next = after(state, variant, act, past);
        kept.set(key, next);
        queue.push(next);
      } else if ((known += 1) % compare === 0) {
        const next = after(state, variant, act, past);
        if (futureOf(scene, same) !== futureOf(scene, next))
          return answer({ lost: [names(same.path).join(' > '), names(next.path).join(' > ')] });
      }
    }
  return answer();
}

/** Plays the variants one after the other; throws where one of them is refused. */
function startOf({ world, opening }: Scene, procedure: Procedure): State {
  const empty = { matter: matterIn(world, procedure), past: Past.NONE, day: FROM, path: [] };
  return opening.reduce<State>((state, variant) => {
    const act = actOf(state, variant);
    const refusals = act ? refusalsOf(state, act, { world }) : ['nothing'];
    if (!act || refusals.length > 0)
      throw new Error(`the scene cannot begin: ${variant.name} ${refusals.join(' ')}`);
    return after(state, variant, act, state.past.and(act));
  }, empty);
}

/** The act a variant is in a state; null where it cannot be tried there. */
function actOf({ past, day }: State, { code, by, data, days }: Variant): AnyAct | null {
  const said = typeof data === 'function' ? data(past) : data;
  if (said === null) return null;
  // A variant is written with the data of its code.
  return {
    n: past.acts.length + 1,
    code,
    at: noonAfter(day, days),
    by,
    data: said,
  } as unknown as AnyAct;
}

export function refusalsOf(
  { matter }: Pick<State, 'matter'>,
  act: AnyAct,
  { world }: Pick<Scene, 'world'>,
): readonly string[] {
  return decide(matter, act, world.setting, matter.acts.at(-1)?.at.ms ?? null);
}

function after({ matter, path }: State, variant: Variant, act: AnyAct, past: Past): State {
  return { matter: evolve(matter, act), past, day: act.at.day, path: [...path, variant] };
}

/** The guards of the act whose properties do not hold. */
export function brokenBy(
  act: AnyAct,
  past: Past,
  world: World,
  properties: Properties,
): readonly string[] {
  const deed = { act, data: act.data, past, world };
  const broken: string[] = [];
  for (const [guard, { holds }] of Object.entries(properties[act.code] ?? {}))
    if (!holds(deed)) broken.push(guard);
  return broken;
}

const isGate = (guard: string) => guard !== 'once' && !guard.startsWith('after ');

function sameGates(refusals: readonly string[], broken: readonly string[]): boolean {
  return refusals.toSorted().join() === broken.filter(isGate).toSorted().join();
}

const keyOf = ({ facts }: Scene, past: Past, day: PlainDate): string =>
  JSON.stringify(facts.map((fact) => fact(past, day)));

/** All that can be tried in a state: why it is refused, or which state it leads to. */
function futureOf(scene: Scene, state: State): string {
  return scene.alphabet
    .flatMap((variant) => {
      const act = !scene.tries || scene.tries(state.past, variant) ? actOf(state, variant) : null;
      if (!act) return [];
      const refusals = refusalsOf(state, act, scene);
      return refusals.length > 0
        ? `${variant.name}: ${refusals.join(' ')}`
        : `${variant.name} > ${keyOf(scene, state.past.and(act), act.at.day)}`;
    })
    .join('\n');
}

const names = (path: readonly Variant[]) => path.map(({ name }) => name);
const pathOf = ({ path }: State, variant: Variant) => names([...path, variant]).join(' > ');

const noons = new Map<PlainDate, Map<number, Moment>>();

/** Noon so many days after that day; asked for over and over. */
function noonAfter(day: PlainDate, days: number): Moment {
  const known = noons.get(day) ?? new Map<number, Moment>();
  noons.set(day, known);
  const at = known.get(days) ?? moment(`${addDays(day, days)}T12:00:00+08:00`);
  known.set(days, at);
  return at;
}
