/** Attacks on the chain a decision rests on. */
import { type Attack, type Scene, bent, check, foreignKey, unique } from './attack.ts';
import {
  actOf,
  afterwards,
  copy,
  decision,
  drop,
  findNoGround,
  fromLinkOn,
  link,
  linkOf,
  matter,
  opinion,
  restOn,
  rowOf,
  sayOtherwise,
} from './bend.ts';
import { OLD_PACK } from './law.ts';
import { type Plan, type Planned } from './story.ts';

/** A small case with a hearing, reviewed as a case only. */
const heardLate = ({ plans }: Scene): Plan =>
  plans.ordinary(plans.SMALL, ...plans.round('case'), { type: 'hearing.held' }, plans.decided);

const seizing: Planned = { type: 'seizure.ordered' };

export const ON_THE_CHAIN: readonly Attack[] = [
  bent(
    'grounds left out of the last link and the decision alike',
    check('review_basis_grounds'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      findNoGround(story);
      restOn(story);
    },
  ),
  bent(
    'a case that is on the list said to be on none',
    check('review_basis_required'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      Object.assign(link(story), { required: 'case' });
      Object.assign(decision(story), { required: 'case' });
      restOn(story);
    },
  ),
  bent(
    'a milder scope and list than the rules have',
    foreignKey('review_basis_rule'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      Object.assign(link(story), { scope: 'STATUTE', review_list: [] });
      findNoGround(story);
      restOn(story);
    },
  ),
  bent(
    'the list emptied entry by entry',
    foreignKey('review_basis_rule'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
    (story) => {
      Object.assign(link(story), { review_list: [] });
      findNoGround(story);
      restOn(story);
    },
  ),
  bent(
    'links under another rule version than the matter',
    foreignKey('review_basis_matter'),
    ({ plans }) => ({
      ...plans.ordinary(plans.BIG, ...plans.round('case'), plans.decided),
      pack: OLD_PACK,
    }),
    (story, { world }) => {
      const { hash, scope, list } = world.home.pack;
      Object.assign(matter(story), { pack_hash: hash });
      Object.assign(linkOf(story, 'matter.begun'), { pack_hash: hash, scope, review_list: list });
      sayOtherwise(story, actOf(story, 'matter.begun'), { pack: hash.slice(2) });
    },
  ),
  bent(
    'links of another procedure than the matter',
    foreignKey('review_basis_matter'),
    () => ({ procedure: 'inspection.random', flags: ['public-interest'], acts: [seizing] }),
    (story) => {
      const procedure = 'compulsion.seizure';
      Object.assign(matter(story), { procedure });
      sayOtherwise(story, actOf(story, 'matter.begun'), { 'data.procedure': procedure });
    },
  ),
  bent(
    'a hearing recorded without its link',
    foreignKey('act_has_link'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        ...plans.round('case'),
        { type: 'hearing.requested' },
        plans.decided,
      ),
    (story) => Object.assign(actOf(story, 'hearing.requested'), { type: 'hearing.held' }),
  ),
  bent(
    'a hearing put into the matter by the staff register',
    foreignKey('act_chain'),
    ({ plans }) => ({ ...plans.ordinary(plans.SMALL, { type: 'hearing.held' }) }),
    (story) => {
      const row = rowOf(story, 'acts.act');
      drop(story, ({ cells }) => cells['seq'] === row.cells['seq']);
      afterwards(story, 'staff', copy(row, { stream_kind: 'officer' }));
    },
  ),
  bent(
    'a hearing linked as a hearing that was not one',
    check('review_basis_hearing_stays'),
    heardLate,
    (story) => {
      fromLinkOn(story, 'hearing.held', { hearing_seq: 0 });
      Object.assign(linkOf(story, 'hearing.held'), { grounds: [], required: 'case' });
      Object.assign(decision(story), { hearing_seq: 0 });
      findNoGround(story);
      restOn(story);
    },
  ),
  bent(
    'a hearing linked as the service of a notice',
    foreignKey('review_basis_act'),
    heardLate,
    (story) => {
      fromLinkOn(story, 'hearing.held', { hearing_seq: 0 });
      Object.assign(linkOf(story, 'hearing.held'), {
        act_type: 'notice.served',
        grounds: [],
        required: 'case',
      });
      Object.assign(decision(story), { hearing_seq: 0 });
      findNoGround(story);
      restOn(story);
    },
  ),
  bent(
    'a hearing forgotten by the last link',
    foreignKey('review_basis_chain'),
    heardLate,
    (story) => {
      Object.assign(link(story), { hearing_seq: 0, prev_hearing_seq: 0 });
      Object.assign(decision(story), { hearing_seq: 0 });
      findNoGround(story);
      restOn(story);
    },
  ),
  ...[
    'prev_hearing_seq',
    'prev_seq',
    'prev_legal_seq',
    'prev_legal_agreed',
    'prev_closed',
    'prev_happened_at',
  ].map((column) =>
    bent(
      `a hearing forgotten by a last link that leaves ${column} open`,
      check('review_basis_first'),
      heardLate,
      (story) => {
        Object.assign(link(story), { hearing_seq: 0, prev_hearing_seq: 0, [column]: null });
        Object.assign(decision(story), { hearing_seq: 0 });
        findNoGround(story);
        restOn(story);
      },
    ),
  ),
  bent('the hearing cut out of the chain', foreignKey('review_basis_chain'), heardLate, (story) => {
    const held = linkOf(story, 'hearing.held');
    const before = linkOf(story, 'review.concluded');
    Object.assign(link(story), {
      hearing_seq: 0,
      prev_hearing_seq: 0,
      prev_seq: before['seq'],
      version: held['version'],
      prev_version: before['version'],
    });
    Object.assign(held, { version: 99, prev_version: 98 });
    Object.assign(decision(story), { hearing_seq: 0, basis_version: link(story)['version'] });
    findNoGround(story);
    restOn(story);
  }),
  bent(
    'a link before the acts it follows',
    check('review_basis_first'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      const [assigned, gathered] = ['handlers.assigned', 'evidence.recorded'].map((type) =>
        actOf(story, type),
      );
      Object.assign(linkOf(story, 'handlers.assigned'), { seq: gathered?.['seq'] });
      Object.assign(linkOf(story, 'evidence.recorded'), {
        seq: assigned?.['seq'],
        prev_seq: gathered?.['seq'],
      });
      Object.assign(assigned ?? {}, { type: 'evidence.recorded' });
      Object.assign(gathered ?? {}, { type: 'handlers.assigned' });
      Object.assign(linkOf(story, 'investigation.concluded'), { prev_seq: assigned?.['seq'] });
    },
  ),
  bent(
    'a mark of complexity linked after the decision it came before',
    check('review_basis_first'),
    ({ plans }) =>
      plans.ordinary(plans.SMALL, ...plans.round('case'), plans.decided, {
        type: 'subject.flagged',
        flags: ['complex'],
      }),
    (story) => {
      const [decided, flagged] = [actOf(story, 'decision.made'), actOf(story, 'subject.flagged')];
      Object.assign(decided, { type: 'subject.flagged' });
      Object.assign(flagged, { type: 'decision.made' });
      Object.assign(decision(story), { seq: flagged['seq'] });
      Object.assign(linkOf(story, 'decision.made'), { seq: flagged['seq'] });
      Object.assign(linkOf(story, 'subject.flagged'), {
        seq: decided['seq'],
        prev_seq: flagged['seq'],
      });
    },
  ),
  bent(
    'a mark of complexity lost on the way',
    check('review_basis_flags_stay'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'subject.flagged', flags: ['complex'] },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => {
      Object.assign(link(story), { flags: [] });
      findNoGround(story);
      restOn(story);
    },
  ),
  bent('a mark of complexity written otherwise', check('review_basis_vocabulary'), ({ plans }) =>
    plans.ordinary(
      plans.SMALL,
      { type: 'subject.flagged', flags: ['Complex'] },
      ...plans.round('case'),
      plans.decided,
    ),
  ),
  bent('a revocation written otherwise', check('review_basis_vocabulary'), ({ plans }) => ({
    ...plans.ofCase(),
    acts: [...plans.ofCase().acts.slice(0, -1), { ...plans.decided, penalty: { kinds: ['吊销'] } }],
  })),
  bent(
    'a kind of penalty that is nothing',
    check('review_basis_vocabulary'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      Object.assign(link(story), { kinds: [null] });
      Object.assign(decision(story), { kinds: [null] });
    },
  ),
  bent('a fine below zero', check('review_basis_amounts'), ({ plans }) => ({
    ...plans.ofCase(),
    acts: [...plans.ofCase().acts.slice(0, -1), { ...plans.decided, penalty: { fine: -1 } }],
  })),
  bent(
    'handlers changed without an assignment',
    check('review_basis_handlers_by_assignment'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'handlers.assigned', handlers: [world.home.cast.reviewer] },
        { type: 'notice.served', handlers: [world.home.cast.officer] },
        ...plans.round('case'),
        plans.decided,
      ),
  ),
  bent(
    'somebody who took part forgotten',
    check('review_basis_participants_stay'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'evidence.recorded', by: [world.home.cast.reviewer] },
        { type: 'notice.served' },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => {
      fromLinkOn(story, 'notice.served', { participants: [] });
      Object.assign(opinion(story), { participants: [] });
      Object.assign(decision(story), { participants: [] });
    },
  ),
  bent(
    'the second case review, which disagreed, not counted',
    check('review_basis_opinion_stays'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        ...plans.round('case'),
        ...plans.round('case', { conclusion: 'supplement' }),
        plans.decided,
      ),
    (story) => {
      const first = opinion(story, 0)['seq'];
      Object.assign(linkOf(story, 'review.concluded'), { opinion_seq: first });
      Object.assign(link(story), { opinion_seq: first, prev_opinion_seq: first });
      Object.assign(decision(story), { counted_opinion: first });
      restOn(story, 0);
    },
  ),
  bent(
    'the second legal review, which disagreed, not counted',
    check('review_basis_legal_stays'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        ...plans.round('legal', { conclusion: 'supplement' }),
        plans.decided,
      ),
    (story) => {
      const first = opinion(story, 0)['seq'];
      Object.assign(linkOf(story, 'review.concluded'), { legal_seq: first });
      Object.assign(link(story), { legal_seq: first, prev_legal_seq: first });
      Object.assign(decision(story), { counted_legal: first });
      restOn(story, 0);
    },
  ),
  bent(
    'a review concluded by a link that names no opinion',
    check('review_basis_concluded'),
    ({ plans }) =>
      plans.ordinary(
        plans.BIG,
        ...plans.round('legal'),
        ...plans.round('legal', { conclusion: 'supplement' }),
        plans.decided,
      ),
    (story) => {
      const [first, second] = [opinion(story, 0), opinion(story)];
      drop(story, ({ cells }) => cells === second);
      Object.assign(linkOf(story, 'review.concluded'), {
        concluded_kind: null,
        conclusion: null,
        legal_seq: first['seq'],
        legal_agreed: true,
      });
      Object.assign(link(story), {
        legal_seq: first['seq'],
        prev_legal_seq: first['seq'],
        prev_legal_agreed: true,
        legal_agreed: true,
      });
      Object.assign(decision(story), { counted_legal: first['seq'] });
      restOn(story);
    },
  ),
  bent(
    'an agreed legal review claimed by the service of a notice',
    check('review_basis_concluded'),
    () => ({
      procedure: 'compulsion.seizure',
      flags: ['public-interest'],
      acts: [{ type: 'notice.served' }, seizing],
    }),
    (story) => {
      const claim = linkOf(story, 'notice.served');
      Object.assign(claim, { concluded_kind: 'legal', conclusion: 'agree' });
      fromLinkOn(story, 'notice.served', { legal_seq: claim['seq'], legal_agreed: true });
    },
  ),
  bent(
    'two links in one place',
    unique('review_basis_pkey'),
    ({ plans }) => plans.ordinary(plans.SMALL, { type: 'notice.served' }, ...plans.round('case')),
    (story) => {
      const { seq, act_type } = linkOf(story, 'notice.served');
      drop(story, ({ table, cells }) => table !== 'acts.act' && cells['seq'] === seq);
      const held = rowOf(story, 'facts.review_basis', 1);
      story.steps[0]?.rows.push(copy(held, { seq, act_type, handlers: [] }));
    },
  ),
  bent(
    'two links of one act',
    check('review_basis_first'),
    ({ plans }) => plans.ofCase(),
    (story) => {
      const last = rowOf(story, 'facts.review_basis', 3);
      const next = { version: 5, prev_version: 4, prev_seq: last.cells['seq'] };
      story.steps[0]?.rows.push(copy(last, next));
    },
  ),
];
