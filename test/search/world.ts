/** Who works in a bureau, what it demands beyond the national law, and whom the case concerns: as a judge knows it, and as the program is told it. */
import { plainDate, type PlainDate } from '../../src/calendar/plain-date.ts';
import type { Setting } from '../../src/matter/attempt.ts';
import { newMatter, type Matter, type Party, type SubjectFlag } from '../../src/matter/matter.ts';
import type { Procedure } from '../../src/matter/procedure.ts';
import type { RuleKey } from '../../src/rule/keys.ts';
import { scriptedRule } from '../../src/rule/law.ts';
import type { Person, Role } from '../../src/staff/person.ts';
import { pack } from '../support/script.ts';
import type { Weight } from './past.ts';

/** Every search begins on a Monday; no holiday falls in the month. */
export const FROM: PlainDate = plainDate('2025-03-03');
export const YUAN = 100;

const someone = (id: string, roles: readonly Role[], more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  roles: new Set(roles),
  certificate: roles.includes('officer')
    ? { number: '1', from: plainDate('2019-01-01'), until: plainDate('2030-12-31') }
    : null,
  lawLicence: true,
  firstReviewOn: plainDate('2022-01-01'),
  trained: plainDate('2018-01-01'),
  ...more,
});

/** Of each who may not act, one thing is wrong. */
const PEOPLE: readonly Person[] = [
  someone('o1', ['officer', 'reviewer']),
  someone('o2', ['officer']),
  someone('o3', ['officer', 'reviewer']),
  someone('lapsed', ['officer'], {
    certificate: { number: '2', from: plainDate('2019-01-01'), until: plainDate('2024-12-31') },
  }),
  someone('fresh', ['officer'], { trained: null }),
  someone('helper', ['assistant'], {
    certificate: { number: '3', from: plainDate('2019-01-01'), until: plainDate('2030-12-31') },
  }),
  someone('reviewer', ['reviewer']),
  someone('unlicensed', ['reviewer'], { lawLicence: false }),
  someone('unlisted', ['unit-head']),
  someone('untrained', ['reviewer'], { trained: null }),
  someone('chair', ['chair']),
  someone('unit-head', ['unit-head']),
  someone('head', ['head']),
  someone('publisher', ['publisher']),
  someone('archivist', ['archivist']),
];

/** What a judge knows of them. */
export const OFFICERS = ['o1', 'o2', 'o3', 'lapsed', 'fresh'];
export const CERTIFIED = ['o1', 'o2', 'o3', 'fresh'];
export const REVIEWERS = ['o1', 'o3', 'reviewer', 'unlicensed', 'untrained'];

/** A bureau's list of decisions that need legal review, and how a judge reads it. */
const LIST = [
  { id: 'fine', procedure: 'penalty.ordinary', fineAtLeast: 60_000 * YUAN },
  { id: 'goods', procedure: 'penalty.ordinary', confiscationAtLeast: 40_000 * YUAN },
  { id: 'licence', procedure: 'penalty.ordinary', kinds: ['suspendLicence'] },
  { id: 'spared', procedure: 'penalty.ordinary', outcomes: ['no-case'] },
] as const;

function isListed({ fine, gains, goods, kinds }: Weight, outcome: string): boolean {
  return (
    fine >= 60_000 * YUAN ||
    gains + goods >= 40_000 * YUAN ||
    kinds.includes('suspendLicence') ||
    outcome === 'no-case'
  );
}

/** What each bureau's own papers add to the national law. */
const BUREAUS = {
  national: {},
  licheng: { reasons: true, form: 'summary', unit: true },
  wuding: { five: true, added: true, form: 'document', archivist: true },
  xinzhou: { archivist: true, dated: true },
  jiaxing: { every: true, added: true, trained: true, form: 'summary' },
  guoyang: {},
} as const satisfies Record<string, Demands>;
export type Bureau = keyof typeof BUREAUS;
export const BUREAU_NAMES = Object.keys(BUREAUS) as readonly Bureau[];

interface Demands {
  /** Legal review of every decision; of the five grounds of 118号文. */
  readonly every?: true;
  readonly five?: true;
  /** Four further points of a legal opinion. */
  readonly added?: true;
  readonly trained?: true;
  readonly reasons?: true;
  readonly archivist?: true;
  /** What may not be missing of a publication. */
  readonly form?: 'summary' | 'document';
  readonly unit?: true;
  readonly dated?: true;
}

export interface World extends Demands {
  readonly bureau: Bureau;
  readonly flags: readonly SubjectFlag[];
  readonly natural: boolean;
  /** Fines, and likewise confiscations, from this amount on give a right to a hearing. */
  readonly hearingFrom: number;
  /** Fines above this amount are not imposed on the spot. */
  readonly spotLimit: number;
  readonly isListed: (weight: Weight, outcome: string) => boolean;
  /** The same world as the program knows it. */
  readonly setting: Setting;
  readonly party: Party;
}

export interface Terms {
  readonly bureau: Bureau;
  readonly flags?: readonly SubjectFlag[];
  readonly natural?: true;
  /** The bureau keeps `LIST`. */
  readonly list?: true;
  readonly hearingFrom?: number;
}

const laws = new Map<string, Setting['law']>();

export function worldOf({ bureau, flags = [], natural, list, hearingFrom }: Terms): World {
  const rules: Partial<Record<RuleKey, unknown>> = {
    ...(list && { 'review.list': LIST }),
    ...(hearingFrom !== undefined && { 'hearing.threshold.organisation': hearingFrom }),
  };
  const key = JSON.stringify([bureau, rules]);
  const scripted = Object.entries(rules).flatMap(
    // The keys are those written above.
    ([name, value]) => scriptedRule(name as RuleKey, value) ?? [],
  );
  const law = laws.get(key) ?? pack.law(bureau, scripted);
  laws.set(key, law);
  return {
    ...BUREAUS[bureau],
    bureau,
    flags,
    natural: natural === true,
    hearingFrom: hearingFrom ?? (natural ? 10_000 : 100_000) * YUAN,
    spotLimit: (natural ? 200 : 3000) * YUAN,
    isListed: list ? isListed : () => false,
    setting: {
      law,
      calendar: pack.calendar,
      people: new Map(PEOPLE.map((one) => [one.id, one])),
      lists: { inspectionItems: [], frequencyCap: null },
    },
    party: {
      kind: natural ? 'natural' : 'legal',
      name: natural ? '陈某人' : '公司',
      surname: null,
      code: null,
      idNumber: null,
      representative: null,
    },
  };
}

/** The matter a world begins with, under that table. */
export function matterIn({ party, flags }: World, procedure: Procedure): Matter {
  return newMatter(procedure, party, { matter: '案由', flags });
}
