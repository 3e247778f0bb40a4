import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { unlawful } from './oracle.ts';
import { insertion } from './rows.ts';
import { type Mutation, mutate, Pool } from './mutation.ts';
import { LAWFUL, planner } from './plans.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const plans = planner(world.home);
const pool = new Pool();
for (const name of LAWFUL) {
  const story = tell(world.home, plans[name]());
  await world.play(story.steps);
  pool.learn(story.steps.flatMap(({ rows }) => rows));
}

const RUNS = Number(process.env['ZHUDING_GATE_RUNS'] ?? 3000);
const count = { accepted: 0, refused: 0 };
const by = new Map<string, number>();

const mutation: fc.Arbitrary<Mutation> = fc.record({
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant('cell' as const) },
    { weight: 5, arbitrary: fc.constant('onward' as const) },
    { weight: 4, arbitrary: fc.constant('both' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('drop' as const, 'role' as const, 'together' as const),
    },
  ),
  row: fc.nat(1000),
  column: fc.nat(1000),
  value: fc.nat(10_000),
});

it('[QZ-0e] [WD-2.3.0] whatever gets in of lawful rows with one to three changes is lawful', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...LAWFUL),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (name, mutations) => {
        const story = tell(world.home, plans[name]());
        const done = mutations.map((one) => mutate(story, one, pool));
        const outcome = await world
          .play(story.steps.filter(({ rows }) => rows.length > 0))
          .catch((error: unknown) => {
            throw new Error(`${done.join('; ')} ${String(error)} `);
          });
        const why = outcome === 'accepted' ? 'accepted' : (outcome.constraint ?? outcome.state);
        by.set(why, (by.get(why) ?? 0) + 1);
        count[outcome === 'accepted' ? 'accepted' : 'refused'] += 1;
        if (outcome === 'accepted')
          expect(await unlawful(world.admin, story.matter), done.join('; ')).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
  expect(count.refused).toBeGreaterThan(RUNS / 2);
  expect(count.accepted).toBeGreaterThan(0);
  expect(await unlawful(world.admin)).toEqual([]);
  console.log(
    count,
    [...by].sort((a, b) => b[1] - a[1]),
  );
}, 600_000);
void insertion;
void afterAll;
