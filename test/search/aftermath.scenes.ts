/** The searches of what follows an ordinary decision. Each begins with a case that was lawfully decided. */
import {
  ARCHIVED,
  COLLECTIONS,
  DELIVERIES,
  ENFORCEMENTS,
  PERFORMANCES,
  PUBLICATIONS,
  RECORDINGS,
} from './aftermath.variants.ts';
import { ages, closing, done, fieldwork, publicity, unwritten } from './facts.ts';
import {
  CLOSED,
  CONCLUDED,
  DECISIONS,
  EVIDENCE,
  NOTICES,
  OPENING,
  REVIEWS,
  SHOWN,
  SOURCE,
} from './ordinary.variants.ts';
import type { Data } from './past.ts';
import type { Scene, Variant } from './search.ts';
import { lawful, pick, ways } from './variants.ts';
import { type Terms, worldOf, YUAN } from './world.ts';

const FINE = { fine: 50_000 * YUAN };

/** A lawful case up to the notice, the party present at the inspection or not. */
const notified = (
  penalty: Data,
  inspection: readonly Variant[] = EVIDENCE.slice(0, 1),
): Variant[] => [
  ...SOURCE,
  ...lawful(SHOWN),
  ...inspection,
  ...pick(OPENING, 'case.opened', 'handlers.assigned'),
  ...lawful(CONCLUDED(penalty)),
  ...pick(REVIEWS, 'review.requested', 'review.accepted', 'review.concluded', 'proposal.approved'),
  ...lawful(NOTICES({ penalty })),
];
const decided = (penalty: Data, inspection?: readonly Variant[]): Variant[] => [
  ...notified(penalty, inspection),
  ...pick(DECISIONS({ penalty }), 'decision.made in time'),
];

const absent = ways('premises.inspected', ['o1', 'o2'], { rightsTold: true, partyPresent: false });

const unwrittenOpening = pick(OPENING, 'case.opened').map((opened) => ({
  ...opened,
  name: 'case.opened on no paper',
  data: { ...Object(opened.data), doc: false },
}));

/** Delivery and execution. */
export const execution = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: notified(FINE),
  alphabet: [
    ...pick(DECISIONS({ FINE }), 'decision.made in time', 'decision.made sparing the party'),
    ...SHOWN,
    ...DELIVERIES,
    ...COLLECTIONS,
    ...PERFORMANCES,
    ...ENFORCEMENTS,
  ],
  facts: [
    done('decision.made', 'fine.collected', 'enforcement.applied'),
    (past) => past.said('decision.made')['outcome'],
    fieldwork,
    closing,
    ages('decision.delivered', 'enforcement.demanded'),
  ],
});

/** The end of a case whose inspection had to be recorded throughout, or need not be. */
export const ending = (terms: Terms, partyPresent: boolean): Scene => ({
  world: worldOf(terms),
  opening: partyPresent ? decided(FINE) : decided(FINE, absent),
  alphabet: [
    ...lawful(SHOWN),
    ...lawful(DELIVERIES),
    ...lawful(PERFORMANCES),
    ...CLOSED,
    ...RECORDINGS,
    ...ARCHIVED,
  ],
  facts: [
    done('identity.shown', 'decision.delivered', 'case.closed', 'file.archived'),
    fieldwork,
    closing,
    unwritten,
  ],
});

/** The end of a case that was never decided. */
export const undecided = (terms: Terms): Scene => ({
  world: worldOf(terms),
  opening: [...SOURCE],
  alphabet: [
    ...pick(OPENING, 'case.opened', 'case.declined', 'case.declined on no paper'),
    ...unwrittenOpening,
    ...CLOSED,
    ...RECORDINGS,
    ...ARCHIVED,
  ],
  facts: [done('case.opened', 'case.declined', 'case.closed', 'file.archived'), closing, unwritten],
});

/** Publication of a decision on that penalty: whatever comes before the decision must wait. */
export const publishing = (terms: Terms, penalty: Data = FINE): Scene => ({
  world: worldOf(terms),
  opening: notified(penalty),
  alphabet: [...pick(DECISIONS({ penalty }), 'decision.made in time'), ...PUBLICATIONS],
  facts: [done('decision.made'), publicity],
});

export const WARNING = { warning: true };
