/**
 * The legal review as an attacker with SQL meets it: every attack is refused by what is meant to refuse
 * it, and what is left in the tables afterwards is lawful.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { type Attack, check, sceneOf } from './attack.ts';
import { ON_DECIDING, ON_REVIEWING, ON_SAYING } from './attacks.ts';
import { decision, restOn } from './bend.ts';
import { unlawful } from './oracle.ts';
import { planner } from './plans.ts';
import type { Row } from './rows.ts';
import { tell } from './story.ts';
import { openWorld } from './world.ts';

const world = await openWorld();
const scene = sceneOf(world);
const plans = planner(world.home);

async function refuse({ story, refused }: Attack): Promise<void> {
  expect(await world.play(story(scene).steps)).toEqual(refused);
}

describe('[QZ-0e] [WD-2.3.0] no decision comes into being without its review', () => {
  it.each(ON_DECIDING)('$name', refuse);
});

describe('[GY-2.2.4c] no opinion comes into being but by a reviewer who may give it', () => {
  it.each(ON_REVIEWING)('$name', refuse);
});

describe('[QZ-0e] [GY-2.2.4c] nothing is claimed that its act does not say', () => {
  it.each(ON_SAYING)('$name', refuse);
});

describe('a cell left open', () => {
  const QUOTED = [
    'opinion_seq',
    'opinion_kind',
    'opinion_conclusion',
    'opinion_text_hash',
    'opinion_pack_hash',
    'reviewer_id',
  ];
  const some = Array.from({ length: 63 }, (_, bits) =>
    QUOTED.filter((_column, place) => ((bits + 1) >> place) & 1),
  );

  it.each([
    ['legal', 'legal'],
    ['case', 'ofCase'],
  ] as const)('any of the six in which a decision quotes its %s review', async (_kind, plan) => {
    for (const open of some) {
      const story = tell(world.home, plans[plan]());
      Object.assign(decision(story), Object.fromEntries(open.map((column) => [column, null])));
      expect(await world.play(story.steps), open.join()).toEqual(check('decision_reviewed'));
    }
  });

  it('and the same, where the opinion quoted is a disagreeing one', async () => {
    const bad = plans.ordinary(
      plans.BIG,
      ...plans.round('legal', { conclusion: 'other' }),
      plans.decided,
    );
    for (const open of some) {
      const story = tell(world.home, bad);
      restOn(story);
      Object.assign(decision(story), { opinion_conclusion: 'agree' });
      Object.assign(decision(story), Object.fromEntries(open.map((column) => [column, null])));
      expect(await world.play(story.steps), open.join()).toEqual(check('decision_reviewed'));
    }
  });

  it.each(['legal', 'licence', 'summary', 'seizure'] as const)(
    'any that is filled in the lawful matter "%s"',
    async (name) => {
      const rows = (): { steps: ReturnType<typeof tell>['steps']; facts: Row[] } => {
        const { steps } = tell(world.home, plans[name]());
        return { steps, facts: steps.flatMap((step) => step.rows) };
      };
      for (const [place, { table, cells }] of rows().facts.entries())
        for (const [column, value] of Object.entries(cells)) {
          if (value === null) continue;
          const { steps, facts } = rows();
          Object.assign(facts[place]?.cells ?? {}, { [column]: null });
          expect(await world.play(steps), `${table}.${column} of row ${place}`).not.toBe(
            'accepted',
          );
        }
    },
  );
});

afterAll(async () => {
  expect(await unlawful(world.admin)).toEqual([]);
});
