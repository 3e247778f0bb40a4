/** Attacks by dating back: a review given while somebody could still give it, a decision from before its review. */
import { type Attack, bent, check, foreignKey, type Scene } from './attack.ts';
import { actOf, link, linkOf } from './bend.ts';
import type { Plan, Planned } from './story.ts';

/** Before everything else of the matter; the entry of the reviewer who has expired was good then. */
const EARLY = '2024-08-31T09:00:00+08:00';

/** The acts, that of this type happening early. */
const early = (type: string, acts: readonly Planned[]): Planned[] =>
  acts.map((act) => (act.type === type ? { ...act, at: EARLY } : act));

/** A whole round of review from before the matter. */
const backdated = ({ plans, world }: Scene): Plan =>
  plans.ordinary(
    plans.BIG,
    ...plans
      .round('legal', { reviewer: world.home.cast.expired })
      .map((act) => ({ ...act, at: EARLY })),
    plans.decided,
  );

export const ON_THE_TIME: readonly Attack[] = [
  bent(
    'an opinion from a time when who gave it was still listed',
    check('review_opinion_in_time'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal', { reviewer: world.home.cast.expired, at: EARLY }),
        plans.decided,
      ),
  ),
  bent(
    'the same, its request and acceptance dated back too',
    check('review_basis_first'),
    backdated,
  ),
  bent(
    'the same, the link before it said to be as early',
    foreignKey('review_basis_chain'),
    backdated,
    (story) => Object.assign(linkOf(story, 'review.concluded'), { prev_happened_at: EARLY }),
  ),
  bent('a review accepted before it was asked for', check('review_opinion_in_time'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...early('review.accepted', plans.round('legal')), plans.decided),
  ),
  bent('a decision from before its review', check('review_basis_first'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, at: EARLY }),
  ),
  bent(
    'a decision from before its review, linked as later',
    check('review_basis_words'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, at: EARLY }),
    (story) => {
      const { prev_happened_at: before } = link(story);
      Object.assign(link(story), { happened_at: before });
    },
  ),
  bent(
    'an act that happens after it is recorded',
    check('act_not_before_it_happened'),
    ({ plans }) => plans.legal(),
    (story) => {
      const act = actOf(story, 'decision.made');
      Object.assign(act, { recorded_at: '2024-09-01T09:00:00+08:00' });
    },
  ),
];
