/** Attacks on the opinion, and on who may give it. */
import { type Attack, bent, check, denied, foreignKey, unique } from './attack.ts';
import { actOf, afterwards, copy, drop, inRoleOf, linkOf, opinion, restOn, rowOf } from './bend.ts';
import { adoption } from './world.ts';
import { OTHER, OLD_PACK } from './law.ts';
import { StreamWriter } from './stream.ts';
import { hash } from './rows.ts';
import { tell } from './story.ts';

export const ON_OPINIONS: readonly Attack[] = [
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
    story: ({ world, plans }) => ({
      ...tell(world.other, {
        procedure: 'licence',
        acts: [
          ...plans.round('legal', { reviewer: world.other.cast.newcomer }),
          { ...plans.decided, outcome: 'granted' },
        ],
      }),
      bureau: OTHER,
    }),
  },
  {
    name: 'the same, with the rule of a bureau that asks less',
    refused: foreignKey('review_opinion_rule'),
    story: ({ world, plans }) => {
      const story = tell(world.other, {
        procedure: 'licence',
        acts: [
          ...plans.round('legal', { reviewer: world.other.cast.newcomer }),
          { ...plans.decided, outcome: 'granted' },
        ],
      });
      Object.assign(opinion(story), { licence_for: 'penalty' });
      return { ...story, bureau: OTHER };
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
        story.steps.splice(0, Infinity, { role, rows: [act] });
      },
    ),
  ),
  bent(
    'an entry on the list without an act',
    denied,
    ({ plans }) => plans.unreviewed(),
    (story, { world }) =>
      story.steps.splice(0, Infinity, {
        role: 'desk',
        rows: [
          {
            table: 'facts.reviewer',
            cells: {
              bureau_id: world.home.id,
              officer_id: world.home.cast.officer.id,
              seq: 1,
              act_type: 'reviewer.listed',
            },
          },
        ],
      }),
  ),
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
      restOn(story);
    },
  ),
  bent('a conclusion the law does not know', check('review_opinion_conclusion'), ({ plans }) =>
    plans.ordinary(plans.BIG, ...plans.round('legal', { conclusion: 'fine' })),
  ),
  bent(
    'something for the hash of the reviewed text',
    check('review_opinion_text'),
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
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'notice.served' },
        { type: 'review.concluded' },
        plans.decided,
      ),
    (story) =>
      Object.assign(opinion(story), { accepted_seq: actOf(story, 'notice.served')['seq'] }),
  ),
  bent(
    'an opinion asked for by the service of a notice',
    check('review_opinion_act_types'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'notice.served' },
        ...plans.round('legal').slice(1),
        plans.decided,
      ),
    (story) =>
      Object.assign(opinion(story), {
        request_seq: actOf(story, 'notice.served')['seq'],
        request_type: 'notice.served',
      }),
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
  {
    name: 'a second pack of rules adopted by the act of the first',
    refused: unique('rule_pack_act_once'),
    story: ({ world }) => {
      const [, row] = adoption(world.home.stream, { ...OLD_PACK, hash: hash('pack 4') });
      const stray = copy(row, { seq: 2 });
      return { matter: world.home.stream.id, steps: [{ role: 'rules', rows: [stray] }] };
    },
  },
  {
    name: 'rules adopted in a stream that is not the bureau',
    refused: foreignKey('rule_pack_stream'),
    story: ({ world }) => {
      const stream = new StreamWriter(
        world.home.id,
        world.home.cast.officer.id.replace(/^0/, '4'),
        'bureau',
      );
      return {
        matter: stream.id,
        steps: [{ role: 'rules', rows: adoption(stream, { ...OLD_PACK, hash: hash('pack 5') }) }],
      };
    },
  },
  ...(['desk', 'review', 'staff', 'worker'] as const).map((role) => ({
    name: `milder rules adopted by ${role}`,
    refused: denied,
    story: ({ world }: Parameters<Attack['story']>[0]) => ({
      matter: world.home.stream.id,
      steps: [{ role, rows: adoption(world.home.stream, { ...OLD_PACK, hash: hash('pack 6') }) }],
    }),
  })),
];
