/** That the time of recording is that of the server: the log seals it, and delays are told by it. */
import { expect, it } from 'vitest';
import { planner } from './plans.ts';
import { denied } from './attack.ts';
import { actOf } from './bend.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const plans = planner(world.home);

/** What becomes of a lawful decision recorded that many minutes from now. */
async function recorded(minutes: number): Promise<unknown> {
  const story = tell(world.home, plans.unreviewed());
  const at = new Date(Date.now() + minutes * 60_000).toISOString();
  Object.assign(actOf(story, 'decision.made'), { recorded_at: at });
  return world.play(story.steps);
}

it('no bureau records an act of a day to come', async () => {
  expect(await recorded(60)).toEqual(denied);
  expect(await recorded(60 * 24 * 365 * 70)).toEqual(denied);
});

it('a rehearsal bureau plays days that are past', async () => {
  expect(await recorded(-60 * 24 * 365)).toBe('accepted');
});

it('a bureau at work records what it does, when it does it', async () => {
  await world.admin.query('update facts.bureau set rehearsal = false where bureau_id = $1', [
    world.home.id,
  ]);
  const story = tell(world.home, plans.unreviewed());
  expect(await world.play(story.steps)).toEqual(denied);
  const now = tell(world.home, plans.unreviewed());
  for (const { rows } of now.steps)
    for (const { table, cells } of rows)
      if (table === 'acts.act') Object.assign(cells, { recorded_at: new Date().toISOString() });
  expect(await world.play(now.steps)).toBe('accepted');
});
