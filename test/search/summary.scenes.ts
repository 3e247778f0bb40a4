/** The searches of the summary procedure: evidence and decision on the spot, and what follows. */
import {
  ARCHIVED,
  COLLECTIONS,
  DELIVERIES,
  PERFORMANCES,
  PUBLICATIONS,
  RECORDINGS,
} from './aftermath.variants.ts';
import { closing, done, fieldwork, publicity, unwritten } from './facts.ts';
import { BOTH, CREWS, EVIDENCE, SHOWN } from './ordinary.variants.ts';
import type { Data } from './past.ts';
import { NOTICE } from './property.ts';
import type { Scene, Variant } from './search.ts';
import { lawful, pick, ways } from './variants.ts';
import { type Terms, type World, worldOf } from './world.ts';

/** Decisions up to the limit of the party, and over it in each respect. */
const decisions = ({ spotLimit }: World): Variant[] => {
  const imposing = (penalty: Data) => ({ data: { penalty } });
  const range = (min: number, max: number, step: string) => ({
    data: { discretion: { min, max, step } },
  });
  return ways(
    'decision.made',
    BOTH,
    {
      outcome: 'penalty',
      draft: 'v1',
      penalty: { fine: spotLimit },
      number: '武市监当罚〔2025〕7号',
      told: NOTICE,
      statementHeard: true,
      remedy: { path: 'reconsideration-first', body: 'government' },
    },
    {
      ...CREWS,
      'the day after': { days: 1 },
      warning: imposing({ warning: true }),
      'above the limit': imposing({ fine: spotLimit + 1 }),
      'taking gains': imposing({ fine: 100, gains: 1 }),
      'taking goods': imposing({ fine: 100, goods: 1 }),
      'taking the licence': imposing({ revoke: true }),
      'sparing, yet taking goods': { data: { outcome: 'no-penalty', penalty: { goods: 1 } } },
      'without telling the facts': { data: { told: NOTICE.slice(1) } },
      'without hearing the party': { data: { statementHeard: false } },
      'sent to court first': { data: { remedy: { path: 'either', body: 'government' } } },
      'sent to the superior bureau': {
        data: { remedy: { path: 'reconsideration-first', body: 'superior-bureau' } },
      },
      'under no number': { data: { number: '7号' } },
      'above the maximum': range(100, spotLimit - 1, 'heavier'),
      'below the minimum': range(spotLimit + 1, spotLimit * 2, 'lighter'),
      'heavier than its step': range(spotLimit / 2, spotLimit, 'lighter'),
    },
  );
};

/** The whole procedure up to the decision, and what must not come before it. */
export const onTheSpot = (terms: Terms): Scene => {
  const world = worldOf(terms);
  return {
    world,
    opening: [],
    alphabet: [
      ...SHOWN,
      ...EVIDENCE,
      ...decisions(world),
      ...lawful([...DELIVERIES, ...COLLECTIONS, ...PERFORMANCES, ...ARCHIVED]),
    ],
    facts: [fieldwork, done('decision.made')],
    tries: (past, { code }) => !past.has('decision.made') || code === 'decision.made',
  };
};

const decided = (world: World): Variant[] => [
  ...lawful(SHOWN),
  ...pick(EVIDENCE, 'premises.inspected'),
  ...lawful(decisions(world)),
];

/** Delivery, collection and the record of it. */
export const finishing = (terms: Terms, partyPresent: boolean): Scene => {
  const world = worldOf(terms);
  const [shown, inspected, decision] = decided(world);
  const absent = ways('premises.inspected', BOTH, { partyPresent: false });
  const withoutPaper = ways('decision.made', BOTH, { ...Object(decision?.data), doc: false });
  return {
    world,
    opening: [shown, ...(partyPresent ? [inspected] : absent), ...withoutPaper].flatMap(
      (one) => one ?? [],
    ),
    alphabet: [
      ...SHOWN,
      ...DELIVERIES,
      ...COLLECTIONS,
      ...lawful(PERFORMANCES),
      ...RECORDINGS,
      ...ARCHIVED,
    ],
    facts: [
      done('decision.delivered', 'fine.collected', 'file.archived'),
      fieldwork,
      closing,
      unwritten,
    ],
  };
};

/** Publication. */
export const publishing = (terms: Terms): Scene => {
  const world = worldOf(terms);
  const opening = decided(world);
  return {
    world,
    opening: opening.slice(0, -1),
    alphabet: [...opening.slice(-1), ...PUBLICATIONS],
    facts: [done('decision.made'), publicity],
  };
};
