/** What a benchmark says. A bench is a file `bench/<name>.ts` that exports `bench`; `<name>.<part>.ts` are its parts. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same work done with nothing in the way, in the same run and unit; null where only the value counts. */
  readonly floor: number | null;
  /** `value / floor`; where less is better too, so it then says how many times the floor the program takes. */
  readonly ratio: number | null;
}

/** Measures. Throws Error when it could not. */
export type Bench = () => Promise<readonly Figure[]>;

/** A figure beside its floor. */
export function beside(name: string, value: number, unit: string, floor: number): Figure {
  return { name, value, unit, floor, ratio: value / floor };
}

/** A figure that has no floor. */
export function alone(name: string, value: number, unit: string): Figure {
  return { name, value, unit, floor: null, ratio: null };
}
