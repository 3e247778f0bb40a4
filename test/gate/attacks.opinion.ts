/** Attacks on the opinion: what it answers, on whose request, in which round. */
import { type Attack, bent, check, foreignKey, unique } from './attack.ts';
import { actOf, drop, linkOf, opinion, restOn, sayOtherwise } from './bend.ts';

export const ON_THE_OPINION: readonly Attack[] = [
  bent('an item of the review left unanswered', check('review_opinion_items'), ({ plans }) =>
    plans.ordinary(
      plans.BIG,
      ...plans.round('legal', { items: ['subject', 'authority', 'facts'] }),
      plans.decided,
    ),
  ),
  bent('an item of the bureau left unanswered', check('review_opinion_items'), ({ plans }) =>
    plans.ordinary(
      plans.BIG,
      ...plans.round('legal', { items: ['subject', 'jurisdiction', 'facts'] }),
      plans.decided,
    ),
  ),
  bent(
    'nothing asked, nothing answered',
    foreignKey('review_opinion_rule'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('legal', { items: [] }), plans.decided),
    (story) => Object.assign(opinion(story), { review_items: [], review_items_penalty: [] }),
  ),
  bent(
    'an opinion of a kind the law does not know',
    check('review_opinion_kind'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      Object.assign(opinion(story), { kind: 'advice' });
      Object.assign(linkOf(story, 'review.concluded'), { concluded_kind: 'advice' });
      sayOtherwise(story, actOf(story, 'review.requested'), { 'data.kind': 'advice' });
      restOn(story);
    },
  ),
  bent('a conclusion the law does not know', check('review_opinion_conclusion'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion: 'fine' })),
  ),
  bent(
    'something for the hash of the reviewed text',
    check('review_opinion_words'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      Object.assign(opinion(story), { text_hash: '\\x00' });
      restOn(story);
    },
  ),
  bent(
    'an opinion out of thin air',
    foreignKey('review_opinion_act'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('legal')),
    (story) =>
      drop(
        story,
        ({ table, cells }) =>
          cells['type'] === 'review.concluded' ||
          (table === 'facts.review_basis' && cells['act_type'] === 'review.concluded'),
      ),
  ),
  bent(
    'an opinion nobody asked for',
    foreignKey('review_opinion_request'),
    ({ plans }) => plans.legal(),
    (story) =>
      Object.assign(opinion(story), { request_seq: linkOf(story, 'evidence.recorded')['seq'] }),
  ),
  bent(
    'an opinion on a matter nobody accepted for review',
    foreignKey('review_opinion_acceptance'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'notice.served', recorder: world.home.cast.reviewer },
        { type: 'review.concluded' },
        plans.decided,
      ),
    (story) => {
      const { seq, said } = actOf(story, 'notice.served');
      Object.assign(opinion(story), { accepted_seq: seq, accepted_said: said });
    },
  ),
  bent(
    'a matter accepted for review by the service of a notice',
    check('review_opinion_act_types'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'notice.served', recorder: world.home.cast.reviewer },
        { type: 'review.concluded' },
        plans.decided,
      ),
    (story) => {
      const { seq, said, type } = actOf(story, 'notice.served');
      const accepted = { accepted_seq: seq, accepted_said: said, accepted_type: type };
      Object.assign(opinion(story), accepted);
    },
  ),
  bent('an opinion accepted before it was asked for', check('review_opinion_order'), ({ plans }) =>
    plans.ordinary(
      plans.BIG,
      { type: 'review.accepted' },
      { type: 'review.requested' },
      ...plans.round('legal').slice(2),
      plans.decided,
    ),
  ),
  bent(
    'a disagreeing opinion revised without anybody asking again',
    check('review_opinion_order'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        ...plans.round('legal', { conclusion: 'other' }),
        { type: 'review.accepted' },
        { type: 'review.concluded' },
        plans.decided,
      ),
    (story) => {
      const asked = actOf(story, 'review.requested');
      Object.assign(opinion(story), { request_seq: Number(asked['seq']) - 1 });
    },
  ),
  bent(
    'a round that follows none',
    foreignKey('review_opinion_rounds'),
    ({ plans }) => plans.legal(),
    (story) => Object.assign(opinion(story), { round: 3, prev_round: 2 }),
  ),
  bent(
    'a second round where there was no first',
    check('review_opinion_round_order'),
    ({ plans }) => plans.legal(),
    (story) => Object.assign(opinion(story), { round: 2 }),
  ),
  bent(
    'two first rounds',
    unique('review_opinion_round_key'),
    ({ plans }) => plans.corrected(),
    (story) => Object.assign(opinion(story), { round: 1, prev_round: null }),
  ),
  bent(
    'one request answered twice',
    check('review_opinion_order'),
    ({ plans }) => plans.corrected(),
    (story) => Object.assign(opinion(story), { request_seq: opinion(story, 0)['request_seq'] }),
  ),
];
