import { expect, it } from 'vitest';
import { unlawful } from './oracle.ts';
import { LAWFUL, planner } from './plans.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const plans = planner(world.home);

it.each(LAWFUL)(
  'the lawful matter "%s" comes to its end, desk and reviewers each writing their part',
  async (name) => {
    const story = tell(world.home, plans[name]());
    expect(await world.play(story.steps)).toBe('accepted');
    expect(await unlawful(world.admin, story.matter)).toEqual([]);
  },
);
