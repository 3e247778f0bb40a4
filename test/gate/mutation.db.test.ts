import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Mutation, mutate, Pool } from './mutation.ts';
import { unlawful } from './oracle.ts';
import { LAWFUL, planner } from './plans.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

/** More of them by hand: `ZHUDING_GATE_RUNS=20000`. */
const RUNS = Number(process.env['ZHUDING_GATE_RUNS'] ?? 2000);

const world = await openWorld();
const plans = planner(world.home);
const pool = new Pool();
for (const name of LAWFUL) {
  const story = tell(world.home, plans[name]());
  await world.play(story.steps);
  pool.learn(story.steps.flatMap(({ rows }) => rows));
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant('cell' as const) },
    { weight: 5, arbitrary: fc.constant('onward' as const) },
    { weight: 4, arbitrary: fc.constant('both' as const) },
    { weight: 4, arbitrary: fc.constant('says' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('drop' as const, 'role' as const, 'together' as const),
    },
  ),
  row: fc.nat(1000),
  column: fc.nat(1000),
  value: fc.nat(10_000),
});

it('[QZ-0e] [WD-2.3.0] what gets in of lawful matters with one to three changes is lawful', async () => {
  const count = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LAWFUL),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (name, mutations) => {
        const story = tell(world.home, plans[name]());
        const done = mutations.map((one) => mutate(story, one, pool)).join('; ');
        const outcome = await world.play(story.steps.filter(({ rows }) => rows.length > 0));
        count[outcome === 'accepted' ? 'accepted' : 'refused'] += 1;
        if (outcome === 'accepted')
          expect(await unlawful(world.admin, story.matter), done).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
  // Most changes are unlawful; some touch nothing the law asks about.
  expect(count.refused).toBeGreaterThan(RUNS / 2);
  expect(count.accepted).toBeGreaterThan(RUNS / 50);
  expect(await unlawful(world.admin)).toEqual([]);
}, 1_800_000);
