/**
 * The proof of a procedure table: its scenes searched to the end, and for each of its guards the search of the table
 * without that guard alone, which must find an act that the guard's property forbids.
 */
import { expect, it } from 'vitest';
import type { Procedure } from '../../src/matter/procedure.ts';
import { type Guard, guardOf, guardsOf, lacking, nameOf } from './guards.ts';
import type { Properties } from './property.ts';
import { type Answer, type Scene, search, type Violation } from './search.ts';
import { Witnesses } from './witness.ts';

export interface Proof {
  readonly table: Procedure;
  readonly properties: Properties;
  readonly scenes: Readonly<Record<string, Scene>>;
  /** Guards whose loss other guards of the table make good, by name, with those others and the scene in which all are missed. */
  readonly pairs: Readonly<
    Record<string, { readonly with: readonly string[]; readonly scene: Scene }>
  >;
  /** Guards whose loss the code makes good that no table can switch off, by name, with the reason. */
  readonly covered: Readonly<Record<string, string>>;
  /** Guards that nothing in this table can ever run into, by name, with the reason. */
  readonly idle: Readonly<Record<string, string>>;
}

/** One history in so many that are left out as known is compared with the one kept in its place. */
const COMPARE = 41;

export class Searches {
  private readonly proof: Proof;
  private readonly answers = new Map<string, Answer>();
  private readonly witnesses: Witnesses;

  constructor(proof: Proof) {
    this.proof = proof;
    this.witnesses = new Witnesses(proof.table, proof.properties);
  }

  /** The search of a scene under the whole table. */
  of(name: string): Answer {
    const { scenes, table, properties } = this.proof;
    const scene = scenes[name];
    if (!scene) throw new Error(`no scene ${name}`);
    const refused = this.witnesses.watch(scene);
    const answer =
      this.answers.get(name) ?? search(scene, table, properties, { compare: COMPARE, refused });
    this.answers.set(name, answer);
    return answer;
  }

  /** What the search of a scene finds wrong in the table without that guard; null where no scene tells its loss. */
  without(guard: Guard): Violation | null {
    const { scenes, table, properties } = this.proof;
    for (const name of Object.keys(scenes)) {
      this.of(name);
      const scene = this.witnesses.found.get(nameOf(guard));
      if (scene) return search(scene, lacking(table, guard), properties).violation;
    }
    return null;
  }

  /** Whether some act breaks the guard's property and is refused although the guard is deleted. */
  isCovered(guard: Guard): boolean {
    for (const name of Object.keys(this.proof.scenes)) this.of(name);
    return this.witnesses.doubled.has(nameOf(guard));
  }
}

/** What is found wrong in the table without these guards, by the property of the first alone. */
function withoutAll({ table, properties }: Proof, scene: Scene, guards: readonly Guard[]) {
  const [first, ...others] = guards;
  const left = Object.fromEntries(
    Object.entries(properties).map(([act, row]) => [
      act,
      Object.fromEntries(
        Object.entries(row).filter(
          ([what]) => !others.some((other) => other.act === act && other.what === what),
        ),
      ),
    ]),
  );
  return first && search(scene, lacking(table, ...guards), left).violation;
}

/** A scene searched to its end, in which nothing was accepted that the law forbids. */
export function expectLawful({ violation, misjudged, lost, accepted }: Answer): void {
  expect(violation).toBeNull();
  expect(misjudged).toBeNull();
  expect(lost).toBeNull();
  expect(accepted).toBeGreaterThan(20);
}

/** The tests of the guards: one for each guard of the table. */
export function proveGuards(proof: Proof, searches: Searches): void {
  const { table, properties, pairs, covered, idle } = proof;
  const guards = guardsOf(table);
  const wordsOf = ({ act, what }: Guard) => properties[act]?.[what]?.words ?? 'no property';

  it('each has a property, and there is no property without one', () => {
    const stated = Object.entries(properties).flatMap(([act, row]) =>
      Object.keys(row).map((what) => nameOf({ act, what })),
    );
    expect(guards.map(nameOf).sort()).toEqual(stated.sort());
  });

  const apart = { ...pairs, ...covered, ...idle };
  const single = guards.filter((guard) => !(nameOf(guard) in apart));
  it.each(single.map((guard) => [nameOf(guard), wordsOf(guard), guard] as const))(
    `without %s an act comes through that breaks: %s`,
    (_name, _words, guard) => {
      const violation = searches.without(guard);
      expect(violation?.broken).toContain(guard.what);
    },
  );

  it.each(Object.entries(pairs))(
    `without %s nothing comes through until those are missing too that stand behind it`,
    (name, { with: others, scene }) => {
      const guard = guardOf(name);
      expect(searches.without(guard)).toBeNull();
      expect(searches.isCovered(guard)).toBe(true);
      const lost = withoutAll(proof, scene, [guard, ...others.map(guardOf)]);
      expect(lost?.broken).toContain(guard.what);
    },
  );

  it.each(Object.entries(covered))('%s cannot be missed: %s', (name) => {
    expect(searches.without(guardOf(name))).toBeNull();
    expect(searches.isCovered(guardOf(name))).toBe(true);
  });

  it.each(Object.entries(idle))('%s never refuses anything: %s', (name) => {
    expect(searches.without(guardOf(name))).toBeNull();
    expect(searches.isCovered(guardOf(name))).toBe(false);
  });

  it('those named apart are guards of the table', () => {
    expect(guards.map(nameOf)).toEqual(expect.arrayContaining(Object.keys(apart)));
  });
}
