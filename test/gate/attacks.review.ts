/** Attacks on what a decision says of its review. */
import { type Attack, bent, check, foreignKey } from './attack.ts';
import { decision, linkOf, opinion, restOn } from './bend.ts';
import { OLD_PACK } from './law.ts';
import { draft } from './rows.ts';
import { planner } from './plans.ts';
import { opinionCells, tell } from './story.ts';

/** No opinion quoted. */
const NONE = Object.fromEntries(Object.keys(opinionCells({})).map((column) => [column, null]));

export const ON_THE_REVIEW: readonly Attack[] = [
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
    (story) => Object.assign(decision(story), { opinion_text_hash: draft('another') }),
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
  {
    name: "another bureau's opinion on a matter of the same name",
    refused: foreignKey('decision_passed_review'),
    story: (scene) => {
      const { world, plans } = scene;
      const bad = scene.tell(
        plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion: 'other' }), plans.decided),
      );
      const good = tell(world.other, planner(world.other).legal(), bad.matter);
      Object.assign(decision(bad), opinionCells(opinion(good)), {
        opinion_pack_hash: world.home.pack.hash,
      });
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
];
