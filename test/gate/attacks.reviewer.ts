/** Attacks on who may give an opinion. */
import { type Attack, type Scene, bent, check, denied, foreignKey } from './attack.ts';
import { actOf, afterwards, drop, inRoleOf, opinion, rowOf, step } from './bend.ts';
import { type Story, tell } from './story.ts';
import { StreamWriter } from './stream.ts';

/** A licence in the other bureau, whose rules ask every reviewer to be qualified. */
function unqualifiedElsewhere({ world, plans }: Scene): Story {
  return tell(world.other, {
    procedure: 'licence',
    acts: [
      ...plans.round('legal', { reviewer: world.other.cast.newcomer }),
      { ...plans.decided, outcome: 'granted' },
    ],
  });
}

export const ON_THE_REVIEWER: readonly Attack[] = [
  bent(
    'an opinion invented by the desk',
    denied,
    ({ plans }) => plans.legal(),
    (story) => inRoleOf(story, 'review', 'desk'),
  ),
  ...(['staff', 'rules', 'portal', 'sequencer', 'worker', 'shredder', 'auditor'] as const).map(
    (role) =>
      bent(
        `an opinion invented by ${role}`,
        denied,
        ({ plans }) => plans.legal(),
        (story) => inRoleOf(story, 'review', role),
      ),
  ),
  bent(
    'the conclusion of a review recorded by the desk',
    denied,
    ({ plans }) => plans.legal(),
    (story) => {
      drop(story, ({ table }) => table === 'facts.review_opinion');
      inRoleOf(story, 'review', 'desk');
    },
  ),
  bent(
    'the link of an opinion written by the desk',
    denied,
    ({ plans }) => plans.legal(),
    (story) => {
      const row = rowOf(story, 'facts.review_basis', -3);
      drop(story, ({ cells }) => cells === row.cells);
      afterwards(story, 'desk', row);
      story.steps.splice(1, 0, ...story.steps.splice(-1));
    },
  ),
  bent(
    'a request for review made up by the reviewers',
    denied,
    ({ plans }) => plans.legal(),
    (story) => {
      const asked = actOf(story, 'review.requested');
      const row = { table: 'acts.act', cells: asked };
      drop(story, ({ cells }) => cells === asked);
      story.steps[1]?.rows.unshift(row);
    },
  ),
  bent('an opinion by a handler', check('review_opinion_not_handler'), ({ plans, world }) =>
    plans.ordinary(
      plans.BIG,
      { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
      ...plans.round('legal'),
      plans.decided,
    ),
  ),
  bent(
    'an opinion by somebody who gathered the evidence',
    check('review_opinion_not_handler'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'premises.inspected', by: [world.home.cast.reviewer] },
        ...plans.round('legal'),
        plans.decided,
      ),
  ),
  bent(
    'an opinion by a handler who is taken off the matter afterwards',
    check('review_opinion_not_handler'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        ...plans.round('legal'),
        plans.assigned,
        plans.decided,
      ),
  ),
  bent(
    'an opinion silent about who handled the matter',
    foreignKey('review_opinion_basis'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        ...plans.round('case'),
        plans.assigned,
        plans.decided,
      ),
    (story) => Object.assign(opinion(story), { handlers: [] }),
  ),
  bent(
    'an opinion resting on a link from before its author handled the matter',
    foreignKey('review_basis_has_opinion'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => Object.assign(opinion(story), { basis_version: 1, handlers: [], participants: [] }),
  ),
  bent(
    'a first review after 15 July 2021 without the legal qualification',
    check('review_opinion_qualified'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal', { reviewer: world.home.cast.newcomer }),
        plans.decided,
      ),
  ),
  bent(
    'an unqualified reviewer called qualified',
    foreignKey('review_opinion_reviewer'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal', { reviewer: world.home.cast.newcomer }),
        plans.decided,
      ),
    (story) => Object.assign(opinion(story), { qualified: true }),
  ),
  {
    name: 'an unqualified reviewer of a licence, where the bureau asks all to be qualified',
    refused: check('review_opinion_qualified'),
    story: unqualifiedElsewhere,
  },
  {
    name: 'the same, with the rule of a bureau that asks less',
    refused: foreignKey('review_opinion_rule'),
    story: (scene) => {
      const story = unqualifiedElsewhere(scene);
      Object.assign(opinion(story), { licence_for: 'penalty' });
      return story;
    },
  },
  ...(['expired', 'coming'] as const).map((name) =>
    bent(
      `a reviewer whose place on the list is ${name}`,
      check('review_opinion_listed'),
      ({ plans, world }) =>
        plans.ordinary(
          plans.BIG,
          ...plans.round('legal', { reviewer: world.home.cast[name] }),
          plans.decided,
        ),
    ),
  ),
  bent(
    'a place on the list made longer',
    foreignKey('review_opinion_reviewer'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal', { reviewer: world.home.cast.expired }),
        plans.decided,
      ),
    (story) => Object.assign(opinion(story), { listed_until: '2030-12-31' }),
  ),
  bent('an entry on the list that a later one has replaced', denied, ({ plans, world }) =>
    plans.ordinary(
      plans.BIG,
      ...plans.round('legal', { reviewer: world.home.cast.struck }),
      plans.decided,
    ),
  ),
  bent('a reviewer who has left the bureau', denied, ({ plans, world }) =>
    plans.ordinary(
      plans.BIG,
      ...plans.round('legal', { reviewer: world.home.cast.left }),
      plans.decided,
    ),
  ),
  bent('a reviewer who is on no list', denied, ({ plans, world }) =>
    plans.ordinary(
      plans.BIG,
      ...plans.round('legal', {
        reviewer: { ...world.home.cast.partner, listing: world.home.cast.reviewer.listing },
      }),
      plans.decided,
    ),
  ),
  ...(['desk', 'review', 'rules', 'worker', 'auditor'] as const).map((role) =>
    bent(
      `an entry on the list of reviewers invented by ${role}`,
      denied,
      ({ plans }) => plans.unreviewed(),
      (story, { world }) => {
        const stream = new StreamWriter(world.home.id, world.home.cast.officer.id, 'officer');
        const act = stream.act('reviewer.listed', '2024-01-01T09:00:00+08:00');
        story.steps.splice(0, Infinity, step(role, act));
      },
    ),
  ),
  bent(
    'an entry on the list without an act',
    denied,
    ({ plans }) => plans.unreviewed(),
    (story, { world }) => {
      const cells = { bureau_id: world.home.id, officer_id: world.home.cast.officer.id, seq: 1 };
      story.steps.splice(0, Infinity, step('desk', { table: 'facts.reviewer', cells }));
    },
  ),
];
