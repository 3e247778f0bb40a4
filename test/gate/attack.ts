/** What an attack is: a story bent somewhere, and what must refuse it. */
import { planner, type Planner } from './plans.ts';
import type { Refusal } from './rows.ts';
import { type Plan, type Story, tell } from './story.ts';
import type { World } from './world.ts';

/** Where attacks take place. */
export interface Scene {
  readonly world: World;
  readonly plans: Planner;
  /** The plan told as a matter of the home bureau. */
  tell(plan: Plan): Story;
}

export interface Attack {
  readonly name: string;
  readonly refused: Refusal;
  readonly story: (scene: Scene) => Story;
}

export function sceneOf(world: World): Scene {
  return {
    world,
    plans: planner(world.home),
    tell: (plan) => tell(world.home, plan),
  };
}

/** The plan told, and bent. */
export function bent(
  name: string,
  refused: Refusal,
  plan: (scene: Scene) => Plan,
  bend: (story: Story, scene: Scene) => void = () => {},
): Attack {
  return {
    name,
    refused,
    story: (scene) => {
      const story = scene.tell(plan(scene));
      bend(story, scene);
      return story;
    },
  };
}

export const check = (constraint: string): Refusal => ({ state: '23514', constraint });
export const foreignKey = (constraint: string): Refusal => ({ state: '23503', constraint });
export const unique = (constraint: string): Refusal => ({ state: '23505', constraint });
export const notNull: Refusal = { state: '23502', constraint: null };
/** Row security or a missing privilege. */
export const denied: Refusal = { state: '42501', constraint: null };
