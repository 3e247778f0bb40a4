import { afterAll, describe, expect, it } from 'vitest';
import { sceneOf } from './attack.ts';
import { ON_THE_CHAIN } from './attacks.basis.ts';
import { ON_DECISIONS } from './attacks.decision.ts';
import { ON_OPINIONS } from './attacks.opinion.ts';
import { unlawful } from './oracle.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const scene = sceneOf(world);

describe('attacks', () => {
  it.each([...ON_DECISIONS, ...ON_THE_CHAIN, ...ON_OPINIONS])(
    '$name',
    async ({ story, refused }) => {
      const { steps, bureau } = story(scene);
      expect(await world.play(steps, bureau)).toEqual(refused);
    },
  );
  it('oracle', async () => {
    expect(await unlawful(world.admin)).toEqual([]);
  });
});
