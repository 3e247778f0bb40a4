/** Attacks on the decision itself. */
import { type Attack, bent, check, denied, foreignKey, unique } from './attack.ts';
import {
  actOf,
  afterwards,
  copy,
  decision,
  drop,
  findNoGround,
  inRoleOf,
  link,
  linkOf,
  opinion,
  restOn,
  rowOf,
} from './bend.ts';
import { OLD_PACK, OTHER } from './law.ts';
import { hash, uuid } from './rows.ts';
import { opinionCells, tell } from './story.ts';

const NO_OPINION = opinionCells({});
const NONE = Object.fromEntries(Object.keys(NO_OPINION).map((column) => [column, null]));

export const ON_DECISIONS: readonly Attack[] = [
  bent('no review at all', check('decision_reviewed'), ({ plans }) =>
    plans.ordinary(plans.BIG, plans.decided),
  ),
  bent('no review of an ordinary case', check('decision_reviewed'), ({ plans }) =>
    plans.ordinary(plans.SMALL, plans.decided),
  ),
  ...['correct', 'supplement', 'other'].map((conclusion) =>
    bent(`a review concluded with "${conclusion}"`, check('decision_reviewed'), ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion }), plans.decided),
    ),
  ),
  bent('a case review concluded with "supplement"', check('decision_reviewed'), ({ plans }) =>
    plans.ordinary(
      plans.SMALL,
      ...plans.round('case', { conclusion: 'supplement' }),
      plans.decided,
    ),
  ),
  bent(
    'only a case review, where the law asks for a legal one',
    check('decision_reviewed'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
  ),
  bent(
    'the case review passed off as the legal one',
    check('decision_reviewed'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => restOn(story),
  ),
  bent(
    'the case review passed off as a legal one that counts',
    foreignKey('decision_is_last_link'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      restOn(story);
      Object.assign(decision(story), {
        opinion_kind: 'legal',
        counted_legal: opinion(story)['seq'],
      });
    },
  ),
  bent('a review before the hearing', check('decision_reviewed'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...plans.round('legal'), { type: 'hearing.held' }, plans.decided),
  ),
  bent(
    'a review before the hearing, the hearing left out of the decision',
    foreignKey('decision_is_last_link'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal'), { type: 'hearing.held' }, plans.decided),
    (story) => Object.assign(decision(story), { hearing_seq: 0 }),
  ),
  bent(
    'the first round, which agreed, instead of the second, which did not',
    check('decision_reviewed'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        ...plans.round('legal', { conclusion: 'supplement' }),
        plans.decided,
      ),
    (story) => restOn(story, 0),
  ),
  bent(
    'the first round passed off as the one that counts',
    foreignKey('decision_is_last_link'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        ...plans.round('legal', { conclusion: 'supplement' }),
        plans.decided,
      ),
    (story) => {
      restOn(story, 0);
      Object.assign(decision(story), { counted_legal: opinion(story, 0)['seq'] });
    },
  ),
  bent('another text than the one reviewed', check('decision_reviewed'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, text: 'another' }),
  ),
  bent(
    'another text, and a claim that it was the one reviewed',
    foreignKey('decision_passed_review'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, text: 'another' }),
    (story) => Object.assign(decision(story), { opinion_text_hash: hash('another') }),
  ),
  bent(
    'a disagreeing opinion quoted as agreeing',
    foreignKey('decision_passed_review'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion: 'correct' }), plans.decided),
    (story) => Object.assign(decision(story), { opinion_conclusion: 'agree' }),
  ),
  bent(
    'a reviewer who did not sign',
    foreignKey('decision_passed_review'),
    ({ plans }) => plans.legal(),
    (story, { world }) =>
      Object.assign(decision(story), { reviewer_id: world.home.cast.colleague.id }),
  ),
  {
    name: "another matter's opinion",
    refused: foreignKey('decision_passed_review'),
    story: (scene) => {
      const { plans } = scene;
      const good = scene.tell(plans.legal());
      const bad = scene.tell(
        plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion: 'other' }), plans.decided),
      );
      Object.assign(decision(bad), opinionCells(opinion(good)));
      bad.steps.unshift(...good.steps);
      return bad;
    },
  },
  bent(
    'the findings of another rule version',
    foreignKey('decision_of_link'),
    ({ plans }) => plans.legal(),
    (story) =>
      Object.assign(decision(story), {
        pack_hash: OLD_PACK.hash,
        summary_natural: OLD_PACK.natural,
        summary_organisation: OLD_PACK.organisation,
        opinion_pack_hash: OLD_PACK.hash,
      }),
  ),
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
    'a finding that no review is needed',
    foreignKey('decision_is_last_link'),
    ({ plans }) => plans.ordinary(plans.BIG, plans.decided),
    (story) => Object.assign(decision(story), NONE, { required: 'none' }),
  ),
  bent(
    'a finding that a case review is enough',
    foreignKey('decision_is_last_link'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      Object.assign(decision(story), { required: 'case' });
      restOn(story);
    },
  ),
  bent(
    'a finding of a kind the law does not know',
    check('decision_reviewed'),
    ({ plans }) => plans.ordinary(plans.BIG, plans.decided),
    (story) => Object.assign(decision(story), { required: 'later' }),
  ),
  bent(
    'a heavier fine than the findings are made for',
    foreignKey('decision_is_last_link'),
    ({ plans }) => plans.ofCase(),
    (story) => Object.assign(decision(story), { fine: 20_000_000 }),
  ),
  bent(
    'a revocation the findings do not know of',
    foreignKey('decision_is_last_link'),
    ({ plans }) => plans.ofCase(),
    (story) => Object.assign(decision(story), { kinds: ['revoke'] }),
  ),
  bent(
    'an older link of the chain, from before the hearing',
    foreignKey('decision_is_last_link'),
    ({ plans }) =>
      plans.ordinary(plans.SMALL, ...plans.round('case'), { type: 'hearing.held' }, plans.decided),
    (story) => {
      const before = linkOf(story, 'review.concluded');
      Object.assign(decision(story), {
        basis_version: before['version'],
        required: 'case',
        hearing_seq: 0,
      });
      restOn(story);
    },
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
      Object.assign(decision(story), { seq: 1, basis_version: 1, outcome: '' });
    },
  ),
  bent(
    'a decision made by an act of another type',
    check('decision_act_type'),
    ({ plans }) => ({ ...plans.unreviewed(), acts: [plans.gathered, plans.decided] }),
    (story) => {
      const gathered = linkOf(story, 'evidence.recorded');
      drop(story, ({ table, cells }) => table !== 'facts.decision' && cells['seq'] === 3);
      Object.assign(decision(story), {
        act_type: 'evidence.recorded',
        seq: gathered['seq'],
        basis_version: gathered['version'],
        outcome: '',
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
    acts: [{ ...plans.decided, outcome: 'granted' }],
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
    (story) => Object.assign(decision(story), { number: '泉鲤市监处罚〔2024〕1号' }),
  ),
  bent(
    'something for the hash of a text',
    check('decision_text'),
    ({ plans }) => plans.unreviewed(),
    (story) => Object.assign(decision(story), { text_hash: '\\x00' }),
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
    story: ({ world, plans }) => tell(world.other, plans.unreviewed()),
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
  {
    name: 'a lawful decision copied under other rules',
    refused: unique('decision_pkey'),
    story: (scene) => {
      const story = scene.tell(scene.plans.legal());
      const row = rowOf(story, 'facts.decision');
      afterwards(story, 'desk', copy(row, { fine: 1, number: null }));
      return story;
    },
  },
  bent(
    'grounds left out of the last link and the decision alike',
    check('review_basis_grounds'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      findNoGround(story);
      restOn(story);
    },
  ),
];
