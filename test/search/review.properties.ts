/** What must have held of a review, and of all that rests on one (行政处罚法 art. 58, 程序规定 art. 49–56). */
import {
  daysFrom,
  type Data,
  holdsAll,
  type Past,
  reviewsOf,
  textOf,
  tookPart,
  weigh,
} from './past.ts';
import {
  after,
  byTheHead,
  type Deed,
  must,
  type Properties,
  type Property,
  resolvedByTheHead,
  type RowProperties,
  trained,
} from './property.ts';
import { REVIEWERS, type World } from './world.ts';

/**
 * Whether the law, the bureau or its list sends the case to legal review: `deciding` is what a decision at hand says;
 * before one, it is the penalty last put to the party or proposed, and the outcome last put up for review.
 */
function isLegal(past: Past, world: World, deciding: Data): boolean {
  const penalty =
    deciding['penalty'] ??
    past.said('notice.served')['penalty'] ??
    past.said('investigation.concluded')['penalty'];
  const asked = past.said('review.requested')['outcome'];
  const outcome = deciding['outcome'] ?? asked;
  const grounds = ['public-interest', 'complex', 'statute'];
  if (world.five) grounds.push('social-impact', 'major-rights');
  return (
    world.every === true ||
    world.flags.some((flag) => grounds.includes(flag)) ||
    past.has('hearing.held') ||
    world.isListed(weigh(penalty), textOf(outcome))
  );
}

/** The review that counts: the last one concluded, a legal one where that is needed. */
const deciding = (past: Past, legal: boolean) =>
  reviewsOf(past).findLast(({ kind, opinion }) => opinion && (!legal || kind === 'legal'));

/** The review is passed: it agrees, and where a hearing was held, a legal one came after it. */
function isPassed(past: Past, legal: boolean): boolean {
  const opinion = deciding(past, legal)?.opinion;
  return opinion?.agrees === true && (!legal || opinion.n > past.at('hearing.held'));
}

const decisionData = ({ act, data }: Deed): Data => (act.code === 'decision.made' ? data : {});

export const reviewPassed: Property = must(
  'the review the case needs, legal or of the case, is passed (行政处罚法 art. 58, 程序规定 art. 50, 52)',
  (deed) => isPassed(deed.past, isLegal(deed.past, deed.world, decisionData(deed))),
);

export const sameDraft: Property = must(
  'what is decided is the text the legal review agreed to (行政处罚法 art. 58)',
  (deed) => {
    const legal = isLegal(deed.past, deed.world, decisionData(deed));
    return (
      !legal ||
      !isPassed(deed.past, legal) ||
      deciding(deed.past, legal)?.draft === deed.data['draft']
    );
  },
);

const reviewer = ({ act }: Deed) => act.by.slice(0, 1);
const isOne = (ids: Iterable<string>, deed: Deed) => holdsAll([...ids], reviewer(deed));

const competent: RowProperties = {
  'review/reviewer-not-listed': must('the reviewer is on the list of reviewers (118号文)', (deed) =>
    isOne(REVIEWERS, deed),
  ),
  'review/reviewer-is-handler': must(
    'the reviewer neither handles the case nor gathered its evidence (程序规定 art. 49)',
    (deed) => !isOne(tookPart(deed.past), deed),
  ),
  'review/reviewer-unqualified': must(
    'who came to legal review after 15 July 2021 holds the legal qualification (行政处罚法 art. 58)',
    (deed) => reviewsOf(deed.past).at(-1)?.kind !== 'legal' || !isOne(['unlicensed'], deed),
  ),
  'training/missing': trained(reviewer),
};

const SEVEN = ['jurisdiction', 'party', 'facts', 'nature', 'basis', 'procedure', 'disposition'];
const ADDED = ['subject', 'authority', 'documents', 'crime'];
const afterInvestigation = after(
  'investigation.concluded',
  'the investigation was concluded (程序规定 art. 48)',
);

export const REVIEW: Properties = {
  'review.requested': afterInvestigation,
  'review.accepted': {
    'review/materials-missing': must(
      'report, evidence and draft were handed over (程序规定 art. 49)',
      ({ past }) => holdsAll(reviewsOf(past).at(-1)?.materials, ['report', 'evidence', 'draft']),
    ),
    ...competent,
    ...after('review.requested', 'the review was asked for'),
  },
  'review.extended': {
    'clock/extension-not-approved': byTheHead('程序规定 art. 55'),
    'clock/extension-late': must(
      'the time for review had not run out (程序规定 art. 55)',
      ({ act, past }) => daysFrom(past.last('review.accepted'), act) <= 60,
    ),
    ...after('review.accepted', 'the review was taken on'),
  },
  'review.concluded': {
    ...competent,
    'review/items-incomplete': must(
      'the opinion speaks of every point, in a legal review of those the bureau added too (程序规定 art. 53)',
      ({ data, past, world }) => {
        const legal = reviewsOf(past).at(-1)?.kind === 'legal';
        return holdsAll(data['items'], legal && world.added ? [...SEVEN, ...ADDED] : SEVEN);
      },
    ),
    ...after('review.accepted', 'the review was taken on'),
  },
  'disagreement.raised': after('review.concluded', 'there is an opinion to disagree with'),
  'disagreement.resolved': {
    'approval/missing': resolvedByTheHead('程序规定 art. 56'),
    ...after('disagreement.raised', 'somebody disagreed'),
  },
  'proposal.approved': {
    'approval/missing': byTheHead('程序规定 art. 56'),
    'review/not-passed': reviewPassed,
    ...afterInvestigation,
  },
  'discussion.held': afterInvestigation,
};
