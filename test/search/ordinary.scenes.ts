/** The searches of the ordinary procedure from the source to the decision. Together they try every act before it; each tries those that bear on one another. */
import {
  age60,
  crime,
  done,
  fieldwork,
  hearing,
  measures,
  notice,
  participants,
  reviews,
  stops,
  times,
  unwritten,
  waited,
} from './facts.ts';
import { MEASURES, STOPS } from './measures.variants.ts';
import {
  CLOSED,
  CONCLUDED,
  CRIMES,
  DECISIONS,
  EVIDENCE,
  HEARINGS,
  NOTICES,
  OPENING,
  REVIEWS,
  SHOWN,
  SOURCE,
  STATEMENTS,
  TIME,
} from './ordinary.variants.ts';
import type { Data, Past } from './past.ts';
import type { Scene, Variant } from './search.ts';
import { lawful, pick } from './variants.ts';
import { type Terms, worldOf, YUAN } from './world.ts';

const ORDER = [
  'source.registered',
  'case.opened',
  'case.declined',
  'case.closed',
  'file.archived',
  'investigation.concluded',
];
const SMALL = { fine: 50_000 * YUAN };
const LARGE = { fine: 200_000 * YUAN };

/** The lawful way to the end of the investigation; the evidence may also have been taken by a reviewer. */
const BEGINNING: readonly Variant[] = [
  ...SOURCE,
  ...lawful(SHOWN),
  ...pick(OPENING, 'case.opened', 'handlers.assigned'),
  ...pick(EVIDENCE, 'premises.inspected', 'evidence.recorded by another officer'),
];
/** The same to the report on an investigation by the handlers alone. */
const INVESTIGATED = (penalty: Data): Variant[] => [
  ...pick(
    BEGINNING,
    'source.registered',
    'identity.shown',
    'premises.inspected',
    'case.opened',
    'handlers.assigned',
  ),
  ...lawful(CONCLUDED(penalty)),
];

/** What a case is begun with has been tried when the investigation ends; once it is decided only another decision is. */
const upToDecision = (past: Past, { code }: Variant): boolean => {
  if (past.has('decision.made')) return code === 'decision.made';
  return !past.has('investigation.concluded') || !BEGINNING.some((one) => one.code === code);
};
/** Once it is decided nothing is left to be done before the decision. */
const untilDecided =
  (...facts: Scene['facts']): Scene['facts'][number] =>
  (past, day) =>
    past.has('decision.made') || facts.map((fact) => fact(past, day));

const without = (variants: readonly Variant[], words: RegExp) =>
  variants.filter(({ name }) => !words.test(name));

/** What is tried elsewhere once the source is registered. */
const ELSEWHERE = new Set(['preservation.ordered', 'seizure.ordered', 'time.stopped']);

/** Every act up to the end of the investigation; those after it are tried as well, and must wait. */
export const opening = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: [],
  alphabet: [
    ...OPENING,
    ...SHOWN,
    ...EVIDENCE,
    ...TIME,
    ...CONCLUDED(SMALL),
    ...CLOSED,
    ...lawful([...REVIEWS, ...NOTICES({ SMALL }), ...STATEMENTS, ...HEARINGS]),
    ...lawful([...MEASURES, ...STOPS]),
    ...lawful(CRIMES),
    ...DECISIONS({ SMALL }),
  ],
  facts: [
    done(...ORDER),
    times('verification.extended'),
    fieldwork,
    waited,
    age60('source.registered'),
    unwritten,
    crime,
    done('transfer.sent'),
    done('decision.extended'),
  ],
  tries: (past, { code }) =>
    !past.has('investigation.concluded', 'crime.reported') &&
    !(past.has('source.registered') && ELSEWHERE.has(code)),
});

/** How long a case may take: extensions, and time that stands still. */
export const time = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: pick(OPENING, 'source.registered', 'case.opened'),
  alphabet: [...STOPS, ...lawful(CLOSED)],
  facts: [done('case.closed'), stops],
});

/** One kind of measure on the party's goods, with what it takes to order it and to close the case meanwhile. */
export const goods = (terms: Terms, kind: 'preservation' | 'seizure'): Scene => {
  const other = kind === 'seizure' ? /preservation|given$|given by/u : /seizure/u;
  return {
    world: worldOf(terms),
    opening: [...SOURCE, ...pick(OPENING, 'case.opened')],
    alphabet: [
      ...SHOWN,
      ...pick(EVIDENCE, 'premises.inspected'),
      ...pick(OPENING, 'handlers.assigned'),
      ...without(MEASURES, other),
      ...TIME,
      ...CLOSED,
    ],
    facts: [done(...ORDER), fieldwork, waited, measures, unwritten],
  };
};

/** Every way to have the case reviewed, and to decide it. */
export const review = (terms: Terms, notified = { SMALL }): Scene => ({
  world: worldOf(terms),
  opening: [],
  alphabet: [
    ...BEGINNING,
    ...CONCLUDED(SMALL),
    ...REVIEWS,
    ...NOTICES(notified),
    ...DECISIONS(notified),
  ],
  facts: [
    untilDecided(
      done(...ORDER),
      fieldworkUntilConcluded,
      participants,
      reviews,
      times('review.extended'),
      notice,
      hearing,
    ),
  ],
  tries: upToDecision,
});

/** What the officers did in the field matters until the investigation is concluded. */
const fieldworkUntilConcluded: Scene['facts'][number] = (past, day) =>
  past.has('investigation.concluded') || fieldwork(past, day);

/** Penalties that a bureau's list may send to legal review, and one that no list does. */
export const LISTED = {
  SMALL,
  large: { fine: 60_000 * YUAN },
  goods: { ...SMALL, goods: 40_000 * YUAN },
  licence: { ...SMALL, suspendLicence: true },
};

/** The reviews of either kind and with either opinion, each otherwise lawful, and the decisions that follow. */
export const reviewed = (terms: Terms): Scene => {
  const penalties = terms.list ? LISTED : { SMALL };
  return {
    world: worldOf(terms),
    opening: INVESTIGATED(SMALL),
    alphabet: [
      ...pick(
        REVIEWS,
        'review.requested',
        'review.requested of another draft',
        'review.requested of the case',
        'review.accepted',
        'review.concluded',
        'review.concluded asking for correction',
        'proposal.approved',
        'discussion.held',
      ),
      ...(terms.list ? pick(REVIEWS, 'review.requested of an outcome listed') : []),
      ...lawful(CRIMES).slice(0, 1),
      ...without(NOTICES(penalties), /without/u),
      ...DECISIONS(penalties),
    ],
    facts: [untilDecided(reviews, notice, hearing, crime)],
    tries: upToDecision,
  };
};

/** A fine that gives a right to a hearing; a hearing makes the review a legal one. `apart`: what to leave out. */
export const hearings = (terms: Terms, apart = /never/u): Scene => ({
  world: worldOf(terms),
  opening: INVESTIGATED(LARGE),
  alphabet: [
    ...without(REVIEWS, /disagree|without|by one|by a |draft|extended|listed/u).filter(
      ({ name }) => !apart.test(name),
    ),
    ...NOTICES({ LARGE }),
    ...HEARINGS,
    ...pick(STATEMENTS, 'statement.waived of the hearing alone', 'statement.reviewed'),
    ...DECISIONS({ LARGE }),
  ],
  facts: [untilDecided(reviews, notice, hearing)],
  tries: upToDecision,
});

/** What the party says, what it gives up, and a penalty changed on the way. */
export const statements = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: [
    ...INVESTIGATED(SMALL),
    ...lawful(REVIEWS).slice(0, 2),
    ...pick(REVIEWS, 'review.concluded'),
  ],
  alphabet: [
    ...lawful(REVIEWS).filter(({ code }) => !/disagree|extended/u.test(code)),
    ...NOTICES({ SMALL, LARGE }),
    ...STATEMENTS,
    ...without(HEARINGS, /under/u),
    ...DECISIONS({
      SMALL,
      LARGE,
      lighter: { fine: 10_000 * YUAN },
      'goods too': { ...SMALL, goods: 1 },
      'licence too': { ...SMALL, suspendLicence: true },
    }),
  ],
  facts: [untilDecided(reviews, notice, hearing)],
  tries: upToDecision,
});

/** Hearings where every fine gives a right to one: only the notice itself stands before the request. */
export const anyHearing = (terms: Terms): Scene => ({
  ...minimal(terms),
  alphabet: [...minimal(terms).alphabet, ...lawful(HEARINGS)],
});

/** The lawful way to a decision, each act done once it may be. */
export const minimal = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: [],
  alphabet: [
    ...INVESTIGATED(SMALL),
    ...pick(
      REVIEWS,
      'review.requested',
      'review.accepted',
      'review.concluded',
      'proposal.approved',
    ),
    ...lawful(NOTICES({ SMALL })),
    ...pick(DECISIONS({ SMALL }), 'decision.made in time', 'decision.made sparing the party'),
  ],
  facts: [untilDecided(done(...ORDER, 'handlers.assigned'), fieldwork, reviews, notice, hearing)],
  tries: (past, { code }) =>
    !past.has('decision.made') && !(code === 'hearing.held' && past.has(code)),
});

/** A suspected crime, on the way to a decision. */
export const crimes = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: [],
  alphabet: [
    ...lawful(BEGINNING),
    ...lawful(CONCLUDED(SMALL)),
    ...lawful(REVIEWS).filter(({ code }) => !/disagree|extended/u.test(code)),
    ...lawful(NOTICES({ SMALL })),
    ...CRIMES,
    ...DECISIONS({ SMALL }),
    ...CLOSED,
  ],
  facts: [
    untilDecided(
      done(...ORDER),
      fieldworkUntilConcluded,
      reviews,
      notice,
      hearing,
      crime,
      unwritten,
    ),
  ],
  tries: upToDecision,
});
