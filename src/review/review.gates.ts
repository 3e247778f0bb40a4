/** Guards of the legal review: who may review, what must be there, and that nothing is decided unreviewed. */
import { type Attempt, type Gate, type Gates, lacks, on } from '../matter/attempt.ts';
import { involved } from '../matter/matter.ts';
import { hasRole } from '../staff/person.ts';
import { askedItems } from './review-items.ts';
import {
  decidingBy,
  decidingRound,
  isPassed,
  openRound,
  reviewGrounds,
  reviewKind,
  reviewRounds,
} from './review.ts';

const reviewer = (attempt: Attempt): string | undefined => attempt.act.by[0];

/** The kind of the round the act belongs to: the one being accepted or concluded. */
const roundKind = ({ matter }: Attempt): string | undefined =>
  reviewRounds(matter).at(-1)?.requested.data.kind;

/** 行政处罚法 art. 58: whoever reviews for the first time must hold the legal qualification. */
const unqualified: Gate = (attempt) => {
  const { law, day, people, matter } = attempt;
  if (roundKind(attempt) !== 'legal') return false;
  const penalty =
    matter.procedure.id === 'penalty.ordinary' || matter.procedure.id === 'penalty.summary';
  if (!penalty && law.value('review.licenceFor', day) !== 'all') return false;
  const person = people.get(reviewer(attempt) ?? '');
  if (person?.lawLicence) return false;
  return (person?.firstReviewOn ?? day) >= law.value('review.licence.since', day);
};

const itemsIncomplete: Gate = on('review.concluded', (act, attempt) => {
  const { law, day, matter } = attempt;
  const kind = openRound(matter)?.requested.data.kind;
  return lacks(act.data.items, askedItems(matter, law, day, kind));
});

const kindNeeded = ({ matter, act, law, day }: Attempt) =>
  reviewKind(matter, reviewGrounds(matter, law, day, decidingBy(act)));

/** A change of the text after review makes it unreviewed. */
const draftChanged: Gate = on('decision.made', (act, attempt) => {
  const { matter } = attempt;
  if (kindNeeded(attempt) !== 'legal' || !isPassed(matter, 'legal')) return false;
  return decidingRound(matter, 'legal')?.requested.data.draft !== act.data.draft;
});

export const reviewGates = {
  'review/materials-missing': on('review.accepted', (_act, { matter, law, day }) =>
    lacks(
      reviewRounds(matter).at(-1)?.requested.data.materials,
      law.value('review.materials', day),
    ),
  ),
  'review/reviewer-not-listed': (attempt) =>
    !hasRole(attempt.people, reviewer(attempt), 'reviewer'),
  'review/reviewer-is-handler': (attempt) => involved(attempt.matter).has(reviewer(attempt) ?? ''),
  'review/reviewer-unqualified': unqualified,
  'review/items-incomplete': itemsIncomplete,
  'review/not-passed': (attempt) => !isPassed(attempt.matter, kindNeeded(attempt)),
  'review/draft-changed': draftChanged,
} as const satisfies Gates;
