/** Randomness that can be repeated: the same seed gives the same numbers. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True with this probability. */
  chance(share: number): boolean;
  /** Another source, whose numbers do not depend on how often this one is asked later. */
  branch(): Random;
}

/** Mulberry32 over a seed of 32 bits. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    branch: () => seeded(Math.floor(next() * 2 ** 32)),
  };
}
