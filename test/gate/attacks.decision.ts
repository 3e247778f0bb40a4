/** Attacks on the decision itself: its act, its link, its limits, who writes it and where. */
import { type Attack, bent, check, denied, foreignKey, unique } from './attack.ts';
import {
  actOf,
  afterwards,
  beOtherwise,
  decision,
  drop,
  inRoleOf,
  link,
  linkOf,
  rowOf,
  sayOtherwise,
} from './bend.ts';
import { OTHER, OLD_PACK } from './law.ts';
import { type Cells, uuid } from './rows.ts';
import { opinionCells, tell } from './story.ts';

/** No opinion quoted. */
const NONE = Object.fromEntries(Object.keys(opinionCells({})).map((column) => [column, null]));

export const ON_THE_DECISION: readonly Attack[] = [
  bent(
    'a decision on the spot under the higher limit of another rule version',
    foreignKey('decision_of_link'),
    ({ plans }) => ({
      ...plans.summary(),
      acts: [{ ...plans.decided, penalty: { fine: 100_000 } }],
    }),
    (story) =>
      Object.assign(decision(story), {
        pack_hash: OLD_PACK.hash,
        summary_natural: OLD_PACK.natural,
        summary_organisation: OLD_PACK.organisation,
      }),
  ),
  bent(
    'a decision without its link',
    foreignKey('act_has_link'),
    ({ plans }) => plans.legal(),
    (story) =>
      drop(
        story,
        ({ table, cells }) => table !== 'acts.act' && cells['act_type'] === 'decision.made',
      ),
  ),
  bent(
    'a decision act with its link, and no decision',
    foreignKey('review_basis_has_decision'),
    ({ plans }) => plans.ordinary(plans.BIG, plans.decided),
    (story) => drop(story, ({ table }) => table === 'facts.decision'),
  ),
  bent(
    'a decision without any act',
    foreignKey('decision_act'),
    ({ plans }) => plans.unreviewed(),
    (story) => {
      drop(story, ({ cells }) => cells['type'] === 'decision.made');
      drop(story, ({ cells }) => cells['act_type'] === 'decision.made' && 'version' in cells);
      Object.assign(linkOf(story, 'matter.begun'), { outcome: 'granted' });
      Object.assign(decision(story), { seq: 1, basis_version: 1 });
    },
  ),
  bent(
    'a decision made by an act of another type',
    check('decision_act_type'),
    ({ plans }) => plans.unreviewed(),
    (story) => {
      const type = 'review.requested';
      const { 'data.draft': draft } = actOf(story, 'decision.made')['said'] as Cells; // told so
      Object.assign(link(story), { act_type: type, closed: false });
      Object.assign(decision(story), { act_type: type });
      beOtherwise(story, actOf(story, 'decision.made'), type, {
        'data.kind': 'legal',
        'data.draft': draft,
      });
    },
  ),
  bent('a second decision after a lawful one', unique('decision_pkey'), ({ plans }) => ({
    ...plans.legal(),
    acts: [...plans.legal().acts, { ...plans.decided, penalty: { fine: 90_000_000 } }],
  })),
  {
    name: 'the same decision once more',
    refused: unique('decision_pkey'),
    story: (scene) => {
      const story = scene.tell(scene.plans.legal());
      afterwards(story, 'desk', rowOf(story, 'facts.decision'));
      return story;
    },
  },
  bent(
    'a hearing slipped in after the decision',
    check('review_basis_closed_by_decision'),
    ({ plans }) => ({ ...plans.legal(), acts: [...plans.legal().acts, { type: 'hearing.held' }] }),
  ),
  bent(
    'a party of a class with a higher limit',
    foreignKey('decision_party'),
    ({ plans }) => ({
      ...plans.summary(),
      acts: [{ ...plans.decided, penalty: { fine: 300_000 } }],
    }),
    (story) => Object.assign(decision(story), { party_class: 'organisation' }),
  ),
  bent(
    'limits of its own making',
    foreignKey('decision_limits'),
    ({ plans }) => ({
      ...plans.summary(),
      acts: [{ ...plans.decided, penalty: { fine: 300_000 } }],
    }),
    (story) => Object.assign(decision(story), { summary_natural: 300_000 }),
  ),
  bent(
    'a fine above the limit, decided on the spot',
    check('decision_unreviewed_is_small'),
    ({ plans }) => ({
      ...plans.summary(),
      acts: [{ ...plans.decided, penalty: { fine: 20_001 } }],
    }),
  ),
  bent(
    'a confiscation decided on the spot',
    check('decision_unreviewed_is_small'),
    ({ plans }) => ({
      ...plans.summary(),
      acts: [{ ...plans.decided, penalty: { confiscation: 1 } }],
    }),
  ),
  bent('a revocation decided on the spot', check('decision_unreviewed_is_small'), ({ plans }) => ({
    ...plans.summary(),
    acts: [{ ...plans.decided, penalty: { kinds: ['revoke'] } }],
  })),
  bent('a fine in a licensing matter', check('review_basis_penalty_procedure'), ({ plans }) => ({
    ...plans.unreviewed(),
    acts: [{ ...plans.decided, outcome: 'granted', penalty: { fine: 90_000_000 } }],
  })),
  bent('a penalty in a random inspection', check('decision_procedure'), ({ plans }) => ({
    procedure: 'inspection.random',
    acts: [{ ...plans.decided, penalty: { fine: 90_000_000, kinds: ['revoke'] } }],
  })),
  bent('a decision in a matter of seizure', check('decision_procedure'), ({ plans }) => ({
    procedure: 'compulsion.seizure',
    acts: [{ ...plans.decided, outcome: 'no-penalty' }],
  })),
  bent(
    'an ordinary case decided as one on the spot',
    foreignKey('decision_party'),
    ({ plans }) => plans.ordinary(0, { ...plans.decided, penalty: { fine: 100 } }),
    (story) => {
      Object.assign(decision(story), NONE, { procedure: 'penalty.summary', required: 'none' });
    },
  ),
  bent(
    'a number that was never issued',
    foreignKey('decision_has_number'),
    ({ plans }) => plans.legal(),
    (story) => {
      const number = '泉鲤市监处罚〔2024〕1号';
      Object.assign(decision(story), { number });
      sayOtherwise(story, actOf(story, 'decision.made'), { 'data.number': number });
    },
  ),
  bent(
    'something for the hash of a text',
    check('decision_words'),
    ({ plans }) => plans.unreviewed(),
    (story) => {
      Object.assign(decision(story), { text_hash: '\\x00' });
    },
  ),
  bent(
    'the reviewer made a handler after the review',
    check('decision_reviewer_apart'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        plans.decided,
      ),
  ),
  bent(
    'the reviewer gathering evidence after the review',
    check('decision_reviewer_apart'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        { type: 'evidence.recorded', by: [world.home.cast.reviewer] },
        plans.decided,
      ),
  ),
  bent(
    'the reviewer a handler, and the decision silent about it',
    foreignKey('decision_of_link'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        plans.decided,
      ),
    (story) => Object.assign(decision(story), { handlers: [] }),
  ),
  ...(
    ['review', 'staff', 'rules', 'portal', 'sequencer', 'worker', 'shredder', 'auditor'] as const
  ).map((role) =>
    bent(
      `a lawful decision written by ${role}`,
      denied,
      ({ plans }) => plans.unreviewed(),
      (story) => inRoleOf(story, 'desk', role),
    ),
  ),
  bent(
    'a decision written into another bureau',
    denied,
    ({ plans }) => plans.legal(),
    (story) => Object.assign(decision(story), { bureau_id: OTHER }),
  ),
  {
    name: 'a whole matter of another bureau',
    refused: denied,
    story: ({ world, plans }) => {
      const story = tell(world.other, plans.unreviewed());
      const steps = story.steps.map((one) => ({ ...one, bureau: world.home.id }));
      return { ...story, steps };
    },
  },
  {
    name: 'the decision in another matter than its link',
    refused: foreignKey('decision_party'),
    story: (scene) => {
      const story = scene.tell(scene.plans.legal());
      const ghost = uuid(0x700000001);
      Object.assign(link(story), { matter_id: ghost });
      Object.assign(decision(story), { matter_id: ghost });
      Object.assign(actOf(story, 'decision.made'), { stream_id: ghost });
      return story;
    },
  },
];
