/** Attacks by facts that say other than their act, and by acts recorded in another's name or at another time. */
import { type Attack, type Scene, bent, check, denied, foreignKey } from './attack.ts';
import { actOf, decision, link, linkOf, matter, opinion, rowsOf } from './bend.ts';
import { type Cells, draft } from './rows.ts';
import { opinionCells, type Plan, type Planned, type Story } from './story.ts';
import { say, type Says } from './stream.ts';

/** A small case with a case review; its decision says more. */
const decidedAs =
  (decided: Partial<Planned>) =>
  ({ plans }: Scene): Plan =>
    plans.ordinary(plans.SMALL, ...plans.round('case'), { ...plans.decided, ...decided });

/** A big case whose review is concluded in that way. */
const concludedAs =
  (concluded: (scene: Scene) => Partial<Planned>) =>
  (scene: Scene): Plan =>
    scene.plans.ordinary(
      scene.plans.BIG,
      ...scene.plans.round('legal', concluded(scene)),
      scene.plans.decided,
    );

/** What an act says, with something changed. */
const saying = (act: Cells, says: Says): Cells => ({ ...(act['said'] as Cells), ...says }); // made by `say`

/** The act says it, and its link in the chain repeats it, and so do these rows. */
function sayLinked(story: Story, type: string, says: Says, ...repeated: Cells[]): void {
  const act = actOf(story, type);
  say(act, says);
  for (const row of [linkOf(story, type), ...repeated]) Object.assign(row, { said: act['said'] });
}

/** The act holds another decision than the one whose hash it names. */
function holdAnother(act: Cells): void {
  const opened = Buffer.from(String(act['opened']).slice(2), 'hex').toString();
  const another = opened.replace('"facts":"text"', '"facts":"another"');
  if (another === opened) throw new Error('the act holds no decision');
  act['opened'] = `\\x${Buffer.from(another).toString('hex')}`;
}

export const ON_THE_WORDS: readonly Attack[] = [
  bent(
    'a mark of complexity that the act sets and the facts leave out',
    check('review_basis_flags_stay'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'subject.flagged' },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => {
      sayLinked(story, 'subject.flagged', { 'data.flags': ['complex'] });
    },
  ),
  bent(
    'the same, kept out of what constraints ask of the act',
    check('act_said'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'subject.flagged' },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => {
      const act = actOf(story, 'subject.flagged');
      const { said } = act;
      say(act, { 'data.flags': ['complex'] });
      Object.assign(act, { said });
    },
  ),
  bent(
    'the same, kept out of what the link repeats',
    foreignKey('review_basis_act'),
    ({ plans }) =>
      plans.ordinary(
        plans.SMALL,
        { type: 'subject.flagged' },
        ...plans.round('case'),
        plans.decided,
      ),
    (story) => say(actOf(story, 'subject.flagged'), { 'data.flags': ['complex'] }),
  ),
  bent(
    'an act without its values, and any claim of what it said',
    denied,
    ({ plans }) => plans.unreviewed(),
    (story) => Object.assign(actOf(story, 'decision.made'), { opened: '\\x' }),
  ),
  bent(
    'a fine above the list in the decision, a small one in the facts',
    check('review_basis_proposal_stays'),
    decidedAs({ penalty: { fine: 20_000_000 } }),
    (story) => {
      const proposal = link(story)['prev_proposal'];
      const small = { fine: 5_000_000, grounds: [], required: 'case' };
      Object.assign(link(story), { proposal, ...small });
      Object.assign(decision(story), {
        fine: 5_000_000,
        required: 'case',
        ...opinionCells(opinion(story)),
      });
    },
  ),
  bent(
    'a revocation in the decision, none in the facts',
    check('review_basis_words'),
    decidedAs({ penalty: { kinds: ['revoke'] } }),
    (story) => {
      Object.assign(link(story), { kinds: [], grounds: [], required: 'case' });
      Object.assign(decision(story), {
        kinds: [],
        required: 'case',
        ...opinionCells(opinion(story)),
      });
    },
  ),
  bent(
    'a licence refused, said to be granted',
    check('review_basis_words'),
    ({ plans }) => ({ procedure: 'licence', acts: [{ ...plans.decided, outcome: 'refused' }] }),
    (story) => {
      Object.assign(link(story), { outcome: 'granted', grounds: [], required: 'none' });
      Object.assign(decision(story), { outcome: 'granted', required: 'none' });
    },
  ),
  bent(
    'a penalty in the act of a licence, none in the facts',
    check('review_basis_proposal_stays'),
    ({ plans }) => plans.unreviewed(),
    (story) => {
      const act = actOf(story, 'decision.made');
      say(act, { 'data.penalty': { fine: 90_000_000, revoke: true } });
      Object.assign(link(story), { said: act['said'] });
      Object.assign(decision(story), { said: act['said'] });
    },
  ),
  bent('a permit granted on the spot', check('decision_outcome'), ({ plans }) => ({
    ...plans.summary(),
    acts: [{ ...plans.decided, outcome: 'granted' }],
  })),
  bent(
    'another text in the decision than the facts say',
    check('decision_words'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, text: 'another' }),
    (story) => Object.assign(decision(story), { text_hash: draft('text') }),
  ),
  bent(
    'the same, kept out of what the decision repeats',
    foreignKey('decision_act'),
    ({ plans }) =>
      plans.ordinary(plans.BIG, ...plans.round('legal'), { ...plans.decided, text: 'another' }),
    (story) => {
      const said = saying(actOf(story, 'decision.made'), { 'data.draft': draft('text').slice(2) });
      Object.assign(decision(story), { text_hash: draft('text'), said });
    },
  ),
  bent(
    'another decision under the hash of the reviewed one',
    check('act_said'),
    ({ plans }) => plans.legal(),
    (story) => holdAnother(actOf(story, 'decision.made')),
  ),
  bent(
    'a second decision in the act of the reviewed one',
    check('act_said'),
    ({ plans }) => plans.legal(),
    (story) => {
      const act = actOf(story, 'decision.made');
      const opened = Buffer.from(String(act['opened']).slice(2), 'hex').toString();
      const second = ',{"code":"no-penalty-decision","values":{"facts":"another"}}]]';
      const both = opened.replace(/(?<="data\.documents":\["salt",\[\{.*?\})\]\]/, second);
      if (both === opened) throw new Error('the act holds no decision');
      act['opened'] = `\\x${Buffer.from(both).toString('hex')}`;
    },
  ),
  bent(
    'another draft sent to review under the hash of the one decided on',
    check('act_said'),
    ({ plans }) => plans.legal(),
    (story) => holdAnother(actOf(story, 'review.requested')),
  ),
  bent(
    'a decision dated before it was made',
    check('decision_words'),
    ({ plans }) => plans.legal(),
    (story) => Object.assign(decision(story), { decided_on: '2024-09-08' }),
  ),
  bent(
    'a summary case begun as an ordinary one',
    check('matter_words'),
    ({ plans }) => plans.summary(),
    (story) => {
      sayLinked(story, 'matter.begun', { 'data.procedure': 'penalty.ordinary' }, matter(story));
    },
  ),
  bent(
    'a natural person with the limit of a company',
    check('matter_words'),
    ({ plans }) => ({
      ...plans.summary(),
      partyClass: 'organisation',
      acts: [{ ...plans.decided, penalty: { fine: 300_000 } }],
    }),
    (story) => {
      sayLinked(story, 'matter.begun', { 'data.party': 'natural' }, matter(story));
    },
  ),
  bent(
    'the same, kept out of what the matter repeats',
    foreignKey('matter_act'),
    ({ plans }) => ({
      ...plans.summary(),
      partyClass: 'organisation',
      acts: [{ ...plans.decided, penalty: { fine: 300_000 } }],
    }),
    (story) => {
      sayLinked(story, 'matter.begun', { 'data.party': 'natural' });
    },
  ),
  ...(['expired', 'coming'] as const).map((name) =>
    bent(
      `an opinion dated into the listing of a reviewer who is ${name}`,
      check('review_opinion_words'),
      concludedAs(({ world }) => ({ reviewer: world.home.cast[name] })),
      (story) => {
        const concluded_on = name === 'expired' ? '2024-08-31' : '2024-09-20';
        Object.assign(opinion(story), { concluded_on });
      },
    ),
  ),
  bent(
    'an act of review dated into the listing, and happening before it',
    check('act_said'),
    concludedAs(({ world }) => ({
      reviewer: world.home.cast.coming,
      at: '2024-09-20T09:00:00+08:00',
    })),
    (story) =>
      Object.assign(actOf(story, 'review.concluded'), { happened_at: '2024-09-09T09:00:00+08:00' }),
  ),
  bent(
    'an opinion said to be agreeing',
    check('review_opinion_words'),
    concludedAs(() => ({ conclusion: 'agree' })),
    (story) => {
      sayLinked(story, 'review.concluded', { 'data.opinion': 'other' }, opinion(story));
    },
  ),
  bent(
    'an item answered in the facts only',
    check('review_opinion_words'),
    concludedAs(() => ({ items: ['subject', 'authority'] })),
    (story) =>
      Object.assign(opinion(story), { items: ['subject', 'authority', 'jurisdiction', 'facts'] }),
  ),
  bent(
    'a case review said to be a legal one',
    check('review_opinion_words'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('legal'), plans.decided),
    (story) => {
      const act = actOf(story, 'review.requested');
      say(act, { 'data.kind': 'case' });
      Object.assign(opinion(story), { request_said: act['said'] });
    },
  ),
  bent(
    'the same, kept out of what the opinion repeats',
    foreignKey('review_opinion_request'),
    ({ plans }) => plans.ordinary(plans.BIG, ...plans.round('legal'), plans.decided),
    (story) => say(actOf(story, 'review.requested'), { 'data.kind': 'case' }),
  ),
  bent(
    'another text sent to review than the one reviewed',
    check('review_opinion_words'),
    ({ plans }) => plans.legal(),
    (story) => {
      const act = actOf(story, 'review.requested');
      say(act, { 'data.draft': draft('another').slice(2) });
      Object.assign(opinion(story), { request_said: act['said'] });
    },
  ),
  bent(
    "an opinion recorded by a handler in the reviewer's name",
    check('review_opinion_signed'),
    concludedAs(({ world }) => ({ recorder: world.home.cast.officer })),
  ),
  bent(
    'an opinion recorded by a colleague, done by the reviewer',
    check('review_opinion_signed'),
    concludedAs(({ world: { home } }) => ({
      recorder: home.cast.colleague,
      by: [home.cast.reviewer],
    })),
  ),
  bent(
    'an opinion whose column names another recorder than it says',
    check('act_said'),
    ({ plans }) => plans.legal(),
    (story, { world }) =>
      Object.assign(actOf(story, 'review.concluded'), { recorded_by: world.home.cast.officer.id }),
  ),
  bent(
    'a matter accepted for review by a handler',
    check('review_opinion_not_handler'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'review.accepted', recorder: world.home.cast.officer },
        { type: 'review.concluded' },
        plans.decided,
      ),
  ),
  bent(
    "a matter accepted for review in another's name",
    check('review_opinion_signed'),
    ({ plans, world: { home } }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'review.requested' },
        { type: 'review.accepted', recorder: home.cast.colleague, by: [home.cast.reviewer] },
        { type: 'review.concluded' },
        plans.decided,
      ),
  ),
  ...(
    [
      'premises.inspected',
      'evidence.recorded',
      'preservation.ordered',
      'investigation.concluded',
    ] as const
  ).map((type) =>
    bent(
      `an opinion by who recorded ${type}`,
      check('review_opinion_not_handler'),
      ({ plans, world: { home } }) =>
        plans.ordinary(
          plans.BIG,
          { type, by: [home.cast.officer], recorder: home.cast.reviewer },
          ...plans.round('legal'),
          plans.decided,
        ),
    ),
  ),
  bent(
    'the same, left out of those who took part',
    check('review_basis_participants_stay'),
    ({ plans, world: { home } }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'premises.inspected', by: [home.cast.officer], recorder: home.cast.reviewer },
        ...plans.round('legal'),
        plans.decided,
      ),
    (story, { world }) => {
      const { id } = world.home.cast.reviewer;
      for (const { cells } of rowsOf(story, 'facts.review_basis').concat(
        rowsOf(story, 'facts.review_opinion'),
        rowsOf(story, 'facts.decision'),
      ))
        for (const column of ['participants', 'prev_participants'])
          if (Array.isArray(cells[column]))
            cells[column] = cells[column].filter((one: unknown) => one !== id);
    },
  ),
  bent(
    'handlers in the facts who are not those assigned',
    check('review_basis_handlers_by_assignment'),
    ({ plans, world }) =>
      plans.ordinary(
        plans.BIG,
        { type: 'handlers.assigned', handlers: [world.home.cast.officer] },
        ...plans.round('legal'),
        plans.decided,
      ),
    (story, { world }) => {
      const act = rowsOf(story, 'acts.act').findLast(
        ({ cells }) => cells['type'] === 'handlers.assigned',
      );
      if (!act) throw new RangeError('nobody is assigned');
      say(act.cells, { 'data.handlers': [world.home.cast.reviewer.id] });
      Object.assign(linkOf(story, 'handlers.assigned'), { said: act.cells['said'] });
    },
  ),
];
