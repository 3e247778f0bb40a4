/** The rules of the two bureaus the attacks take place in. Amounts in 分. */
import { hash } from './rows.ts';

export const HOME = '350502';
export const OTHER = '410725';

export interface RulePack {
  readonly hash: string;
  readonly scope: string;
  readonly list: readonly Readonly<Record<string, unknown>>[];
  readonly items: readonly string[];
  readonly itemsPenalty: readonly string[];
  readonly licenceFor: string;
  readonly natural: number;
  readonly organisation: number;
}

/** What the home bureau follows. */
export const PACK: RulePack = {
  hash: hash('pack 2'),
  scope: 'FIVE_GROUNDS',
  list: [
    { id: 'fine', procedure: 'penalty.ordinary', fineAtLeast: 10_000_000 },
    { id: 'gains', procedure: 'penalty.ordinary', confiscationAtLeast: 5_000_000 },
    { id: 'licence', procedure: 'penalty.ordinary', kinds: ['revoke', 'close'] },
    { id: 'refusal', procedure: 'licence', outcomes: ['refused'] },
  ],
  items: ['subject', 'authority'],
  itemsPenalty: ['jurisdiction', 'facts'],
  licenceFor: 'penalty',
  natural: 20_000,
  organisation: 300_000,
};

/** What it followed before: milder in everything. */
export const OLD_PACK: RulePack = {
  ...PACK,
  hash: hash('pack 1'),
  scope: 'STATUTE',
  list: [],
  items: [],
  itemsPenalty: [],
  natural: 100_000,
  organisation: 900_000,
};

/** What the other bureau follows: review of everything, by qualified reviewers only. */
export const OTHER_PACK: RulePack = {
  ...PACK,
  hash: hash('pack 3'),
  scope: 'ALL_EXCEPT_SUMMARY',
  list: [],
  licenceFor: 'all',
};

export const LICENCE_SINCE = '2021-07-15';

/** The review a decision needs, written down a second time for these tests: short, and by hand. */
export function groundsOf(
  pack: RulePack,
  procedure: string,
  known: {
    readonly flags: readonly string[];
    readonly heard: boolean;
    readonly fine: number;
    readonly confiscation: number;
    readonly kinds: readonly string[];
    readonly outcome: string;
  },
): string[] {
  if (procedure === 'penalty.summary' || procedure === 'inspection.random') return [];
  const asked = ['public-interest', 'complex', 'statute'];
  const five = pack.scope === 'FIVE_GROUNDS' ? ['social-impact', 'major-rights'] : [];
  const hits = (entry: Readonly<Record<string, unknown>>): boolean =>
    entry['procedure'] === procedure &&
    known.fine >= Number(entry['fineAtLeast'] ?? 0) &&
    known.confiscation >= Number(entry['confiscationAtLeast'] ?? 0) &&
    among(entry['kinds'], known.kinds) &&
    among(entry['outcomes'], [known.outcome]);
  return [
    ...asked.filter((flag) => known.flags.includes(flag)),
    ...(known.heard ? ['hearing-held'] : []),
    ...five.filter((flag) => known.flags.includes(flag)),
    ...pack.list.filter(hits).map((entry) => `list:${String(entry['id'])}`),
    ...(pack.scope === 'ALL_EXCEPT_SUMMARY' ? ['all-except-summary'] : []),
  ];
}

function among(allowed: unknown, values: readonly string[]): boolean {
  return !Array.isArray(allowed) || values.some((value) => allowed.includes(value));
}
