/** No decision without a passed review of what is decided (行政处罚法 art. 58; rehearsal format §8). */
import { describe, expect, it } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import {
  adjudication,
  confirmation,
  contested,
  ITEMS,
  licence,
  MATERIALS,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Insert, Script } from '../../test/support/script.ts';

/** One more round of review, put where it is wanted. */
const round = (kind: string, opinion: string, draft = 'v1'): Insert[] => [
  ['review.requested', { kind, materials: MATERIALS, draft }],
  ['review.accepted', {}, ['rv']],
  ['review.concluded', { opinion, items: ITEMS }, ['rv']],
];
const REVIEW = ['review.requested', 'review.accepted', 'review.concluded'];
/** A list that sends every decision to legal review. */
const everything = {
  'review.list': [
    'penalty.ordinary',
    'compulsion.seizure',
    'licence',
    'confirmation',
    'adjudication',
  ].map((procedure) => ({ id: procedure, procedure })),
};

const DECIDING: readonly (readonly [title: string, script: Script, act: string])[] = [
  ['a penalty', penalty().upTo('decision.made'), 'decision.made'],
  ['a seizure', seizure().upTo('seizure.ordered'), 'seizure.ordered'],
  ['a licence', licence().upTo('decision.made'), 'decision.made'],
  ['a registration', confirmation().upTo('decision.made'), 'decision.made'],
  ['a ruling', adjudication().upTo('decision.made'), 'decision.made'],
];

describe('a decision the bureau lists for legal review', () => {
  for (const [title, script, act] of DECIDING) {
    const listed = script.rules(everything);
    if (title === 'a penalty') continue; // stopped at its proposal already, see below
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} without any review`,
      listed.without(...REVIEW),
      act,
      'review/not-passed',
    );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} whose review is only asked for`,
      listed.without('review.accepted', 'review.concluded'),
      act,
      'review/not-passed',
    );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} whose review is not concluded`,
      listed.without('review.concluded'),
      act,
      'review/not-passed',
    );
    for (const opinion of ['correct', 'supplement', 'other'])
      refuses(
        `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} whose review says ${opinion}`,
        listed.with('review.concluded', { opinion }),
        act,
        'review/not-passed',
      );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} with a case review in place of a legal one`,
      listed.with('review.requested', { kind: 'case' }),
      act,
      'review/not-passed',
    );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} whose last review says no`,
      listed.before(act, ...round('legal', 'correct')),
      act,
      'review/not-passed',
    );
    accepts(
      `${title} whose last review says yes`,
      listed.before(act, ...round('legal', 'correct'), ...round('legal', 'agree')),
      act,
    );
    accepts(
      `${title}: a case review afterwards does not undo the legal one`,
      listed.before(act, ...round('case', 'correct')),
      act,
    );
    accepts(`${title} nobody lists needs no review`, script.without(...REVIEW), act);
  }
});

describe('an ordinary penalty', () => {
  const propose = penalty().upTo('proposal.approved');
  const unreviewed = propose.without(...REVIEW);
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] is not proposed without review',
    unreviewed,
    'proposal.approved',
    'review/not-passed',
  );
  refuses(
    '[JX-3.7] is not proposed without review where all are reviewed',
    unreviewed,
    'proposal.approved',
    'review/not-passed',
  );
  refuses(
    '[JX-3.7] and there a case review does not do',
    propose.with('review.requested', { kind: 'case' }),
    'proposal.approved',
    'review/not-passed',
  );
  accepts(
    'elsewhere a case review does',
    propose.with('review.requested', { kind: 'case' }),
    'proposal.approved',
  );
  accepts('a legal review does wherever a case review would', propose, 'proposal.approved');
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] is not proposed on an opinion to correct',
    propose.with('review.concluded', { opinion: 'correct' }),
    'proposal.approved',
    'review/not-passed',
  );
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] is not proposed when the handlers were upheld against the reviewer',
    propose
      .with('review.concluded', { opinion: 'correct' })
      .before(
        'proposal.approved',
        ['disagreement.raised', { reason: '异议' }],
        ['disagreement.resolved', { outcome: 'handlers-upheld', decidedBy: 'h1' }],
      ),
    'proposal.approved',
    'review/not-passed',
  );
  refuses(
    'the last round counts, of either kind',
    propose.before('proposal.approved', ...round('case', 'correct')),
    'proposal.approved',
    'review/not-passed',
  );
  accepts(
    'a round that is still open leaves the last conclusion standing',
    propose.before('proposal.approved', ...round('legal', 'agree').slice(0, 2)),
    'proposal.approved',
  );

  const decide = penalty().upTo('decision.made');
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] is not decided after a later opinion to correct',
    decide.before('decision.made', ...round('legal', 'correct')),
    'decision.made',
    'review/not-passed',
  );
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] is not spared either without review',
    penalty()
      .upTo('decision.made')
      .without(...REVIEW, 'proposal.approved', 'notice.served')
      .with('decision.made', { outcome: 'no-penalty', penalty: undefined }),
    'decision.made',
    'review/not-passed',
  );
  // The list speaks of the outcome: the proposal passes on a case review, the decision does not.
  const byOutcome = decide.with('review.requested', { kind: 'case' }).rules({
    'review.list': [{ id: 'out', procedure: 'penalty.ordinary', outcomes: ['penalty'] }],
  });
  refuses(
    '[QZ-0e] [GY-2.2.4c] a listed penalty is not decided on a case review',
    byOutcome,
    'decision.made',
    'review/not-passed',
  );
  accepts(
    'a listed penalty decided on a legal review',
    byOutcome.with('review.requested', { kind: 'legal' }),
    'decision.made',
  );
});

describe('after a hearing', () => {
  const decide = contested().upTo('decision.made');
  accepts('the penalty is reviewed again', decide, 'decision.made');
  const secondReview = (change: (at: number) => boolean) =>
    decide.keepSteps((step, place) => !(REVIEW.includes(step.act) && change(place)));
  const heldAt = decide.steps.findIndex((step) => step.act === 'hearing.held');
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] a legal review from before it does not do',
    secondReview((place) => place > heldAt),
    'decision.made',
    'review/not-passed',
  );
  accepts(
    'a legal review from before it is not needed',
    secondReview((place) => place < heldAt).before('proposal.approved', ...round('case', 'agree')),
    'decision.made',
  );
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] nor does a case review after it',
    secondReview((place) => place > heldAt).before('decision.made', ...round('case', 'agree')),
    'decision.made',
    'review/not-passed',
  );
  refuses(
    '[QZ-0e] [WD-2.3.0] [GY-2.2.4c] nor one asked for before and concluded before, though accepted by the law of that day',
    secondReview((place) => place > heldAt).before('hearing.notified', ...round('legal', 'agree')),
    'decision.made',
    'review/not-passed',
  );
  accepts(
    'one asked for before and concluded after does',
    secondReview((place) => place > heldAt)
      .before('hearing.held', ...round('legal', 'agree').slice(0, 2))
      .before('discussion.held', ...round('legal', 'agree').slice(2)),
    'decision.made',
  );
});

describe('review/draft-changed', () => {
  for (const [title, script, act] of DECIDING) {
    if (act !== 'decision.made') continue;
    const listed = script.rules(everything);
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} decided in other words than were reviewed`,
      listed.with(act, { draft: 'v2' }),
      act,
      'review/draft-changed',
    );
    accepts(
      `${title} decided in the words reviewed last`,
      listed.before(act, ...round('legal', 'agree', 'v2')).with(act, { draft: 'v2' }),
      act,
    );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title} decided in the words of an earlier round`,
      listed.before(act, ...round('legal', 'agree', 'v2')),
      act,
      'review/draft-changed',
    );
    refuses(
      `[QZ-0e] [WD-2.3.0] [GY-2.2.4c] ${title}: no complaint about words when the review itself is missing`,
      listed.before(act, ...round('legal', 'correct', 'v2')),
      act,
      'review/not-passed',
    );
    accepts(
      `${title} without a need for legal review may change its words`,
      script.with(act, { draft: 'v2' }),
      act,
    );
  }
});

describe('what the report says of the review', () => {
  const states: readonly (readonly [script: Script, status: string, rounds: number])[] = [
    [penalty().until('review.requested'), 'none', 0],
    [penalty().upTo('review.requested'), 'requested', 0],
    [penalty().upTo('review.accepted'), 'accepted', 1],
    [penalty().upTo('review.concluded'), 'passed', 1],
    [
      penalty().upTo('review.concluded').with('review.concluded', { opinion: 'other' }),
      'not-passed',
      1,
    ],
    [
      penalty()
        .upTo('review.concluded')
        .after('review.concluded', ...round('legal', 'agree').slice(0, 1)),
      'requested',
      1,
    ],
    [
      penalty()
        .upTo('review.concluded')
        .after('review.concluded', ...round('legal', 'correct')),
      'not-passed',
      2,
    ],
    [contested(), 'passed', 2],
  ];
  it.each(states.map(([script, status, rounds]) => [status, rounds, script] as const))(
    '%s after %i accepted rounds',
    (status, rounds, script) => {
      expect(script.play().printed.review).toMatchObject({ status, rounds });
    },
  );
  it('a request that was replaced is no round', () => {
    const { review } = penalty()
      .upTo('review.accepted')
      .before('review.requested', ...round('case', 'agree').slice(0, 1))
      .play().printed;
    expect(review).toMatchObject({ status: 'accepted', rounds: 1 });
  });
});
