/**
 * No way leads to an ordinary penalty decision that was not lawfully reviewed, and every guard on the way is
 * needed: without it the search finds one. The search uses the real rules; what is lawful is told by an oracle
 * of its own.
 */
import { describe, expect, it } from 'vitest';
import { type Procedure, type ProcedureTable, procedureOf } from '../../src/matter/procedure.ts';
import { pack } from '../support/script.ts';
import { whyUnlawful } from './penalty-oracle.ts';
import { FROM, matterOf, project, type Scene, sceneOf } from './penalty-worlds.ts';
import { type Answer, type Question, search } from './search.ts';

const YUAN = 100;
const SCENES = {
  /** A fine that needs no more than a case review. */
  case: sceneOf({ bureau: 'national', proposed: 50_000 * YUAN, notified: [50_000 * YUAN] }),
  /** A fine that gives a right to a hearing; a hearing makes the review a legal one. Reviewers, materials and drafts are tried elsewhere. */
  hearing: sceneOf({
    bureau: 'wuding',
    proposed: 200_000 * YUAN,
    notified: [200_000 * YUAN],
    without: [
      'disagreement',
      'evidence',
      'the facts',
      'legal v2',
      'by un',
      'by the head of the unit',
    ],
  }),
  /** A complex case in a bureau that reviews every decision and asks for training. */
  every: sceneOf({
    bureau: 'jiaxing',
    flags: ['complex'],
    proposed: 50_000 * YUAN,
    notified: [50_000 * YUAN],
  }),
  /** A bureau that lists fines from 60,000 yuan: what is proposed is not listed, what is notified may be. */
  list: sceneOf({
    bureau: 'licheng',
    rules: {
      'review.list': [{ id: 'large', procedure: 'penalty.ordinary', fineAtLeast: 60_000 * YUAN }],
    },
    listFrom: 60_000 * YUAN,
    proposed: 50_000 * YUAN,
    notified: [50_000 * YUAN, 60_000 * YUAN],
  }),
} as const;
type SceneName = keyof typeof SCENES;
const NAMES: readonly SceneName[] = ['case', 'hearing', 'every', 'list'];

const table = (() => {
  const found = pack.procedures.get('penalty.ordinary');
  if (!found) throw new Error('no table of the ordinary procedure');
  return found;
})();

function questionOf(scene: Scene, procedure: Procedure, alphabet = scene.alphabet): Question {
  const { world, setting } = scene;
  return {
    start: matterOf(scene, procedure),
    from: FROM,
    setting,
    alphabet,
    project: (history, day) => project(history, day, world),
    judge: (history) => whyUnlawful(history, world),
  };
}
const ask = (name: SceneName, procedure: Procedure): Answer =>
  search(questionOf(SCENES[name], procedure));

describe('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] the table of the ordinary procedure', {
  timeout: 60_000,
}, () => {
  it.each(NAMES)('%s: no way leads to a decision that was not lawfully reviewed', (name) => {
    const answer = search(questionOf(SCENES[name], table), 23);
    expect(answer.violation).toBeNull();
    expect(answer.lost).toBeNull();
    expect(answer.lawful).toBe(answer.decisions);
    expect(answer.lawful).toBeGreaterThan(500);
    expect(answer.states).toBeGreaterThan(2000);
  });
});

/** A guard of the table: a gate of a row, one condition of what stands before it, or that it is done once. */
interface Guard {
  readonly act: string;
  readonly gate?: string;
  readonly after?: string;
  readonly once?: true;
}
const nameOf = ({ act, gate, after, once }: Guard) =>
  `${act}: ${gate ?? (after === undefined ? `once ${String(once)}` : `after ${after}`)}`;

/** The table without these guards. Throws where one of them is not in it. */
function lacking(...guards: readonly Guard[]): Procedure {
  let changed: ProcedureTable = table;
  for (const { act, gate, after, once } of guards) {
    const before = JSON.stringify(changed);
    const acts = changed.acts.map(({ once: single, ...row }) =>
      row.act === act
        ? {
            ...row,
            gates: row.gates.filter((one) => one !== gate),
            after: row.after.filter((any) => !any.some((one) => one === after)),
            ...(single && !once && { once: single }),
          }
        : { ...row, ...(single && { once: single }) },
    );
    changed = { ...changed, acts };
    if (JSON.stringify(changed).length >= before.length)
      throw new Error(`no guard ${act} ${gate ?? after ?? 'once'}`);
  }
  return procedureOf(changed);
}

/** The lawful way to do each act, besides all ways to do the acts in question: enough to find what a missing guard lets through. */
function narrowed(name: SceneName, guards: readonly Guard[]): Question['alphabet'] {
  const acts = new Set<string>(guards.map(({ act }) => act));
  if (acts.has('review.accepted')) acts.add('review.requested');
  const faulty =
    / (v2|without|case|asking|by (un|o1|the head of)|under o2|at once|no penalty|raised|for the)/;
  return SCENES[name].alphabet.filter(
    ({ code, name: variant }) =>
      acts.has(code) ||
      code === 'decision.made' ||
      !(faulty.test(variant) || code.startsWith('disagreement.')),
  );
}

/** What is found wrong where those guards are missing. */
function lossOf(name: SceneName, ...guards: readonly Guard[]): Answer['violation'] {
  return search(questionOf(SCENES[name], lacking(...guards), narrowed(name, guards))).violation;
}

/** Each guard, a scene in which its loss tells, and what goes wrong there. */
const NEEDED: readonly (readonly [scene: SceneName, guard: Guard, why: string])[] = [
  [
    'case',
    { act: 'review.requested', after: 'investigation.concluded' },
    'the review was asked for before the investigation ended',
  ],
  [
    'case',
    { act: 'review.accepted', gate: 'review/materials-missing' },
    'the materials were not complete',
  ],
  [
    'case',
    { act: 'review.accepted', gate: 'review/reviewer-not-listed' },
    'the reviewer is not listed',
  ],
  [
    'case',
    { act: 'review.accepted', gate: 'review/reviewer-is-handler' },
    'the reviewer handled the case',
  ],
  [
    'case',
    { act: 'review.accepted', gate: 'review/reviewer-unqualified' },
    'the reviewer is not qualified',
  ],
  ['every', { act: 'review.accepted', gate: 'training/missing' }, 'the reviewer is not trained'],
  [
    'case',
    { act: 'review.concluded', gate: 'review/reviewer-not-listed' },
    'the reviewer is not listed',
  ],
  [
    'case',
    { act: 'review.concluded', gate: 'review/reviewer-is-handler' },
    'the reviewer handled the case',
  ],
  [
    'case',
    { act: 'review.concluded', gate: 'review/reviewer-unqualified' },
    'the reviewer is not qualified',
  ],
  ['every', { act: 'review.concluded', gate: 'training/missing' }, 'the reviewer is not trained'],
  [
    'case',
    { act: 'review.concluded', gate: 'review/items-incomplete' },
    'the opinion left something out',
  ],
  [
    'every',
    { act: 'review.concluded', gate: 'review/items-incomplete' },
    'the opinion left something out',
  ],
  [
    'case',
    { act: 'proposal.approved', gate: 'approval/missing' },
    'the head did not approve the proposal',
  ],
  [
    'case',
    { act: 'proposal.approved', gate: 'review/not-passed' },
    'at the proposal no review was concluded',
  ],
  ['case', { act: 'notice.served', after: 'proposal.approved' }, 'nobody approved the proposal'],
  [
    'hearing',
    { act: 'notice.served', gate: 'hearing/right-not-notified' },
    'the right to a hearing was not told',
  ],
  [
    'hearing',
    { act: 'hearing.notified', after: 'hearing.requested' },
    'nobody asked for the hearing after a notice',
  ],
  [
    'hearing',
    { act: 'hearing.notified', gate: 'hearing/chair-is-handler' },
    'the chair handled the case',
  ],
  [
    'hearing',
    { act: 'hearing.held', after: 'hearing.notified' },
    'the hearing was called too late',
  ],
  [
    'hearing',
    { act: 'hearing.held', gate: 'hearing/chair-is-handler' },
    'the chair handled the case',
  ],
  [
    'hearing',
    { act: 'hearing.held', gate: 'hearing/notice-too-short' },
    'the hearing was called too late',
  ],
  [
    'every',
    { act: 'discussion.held', after: 'investigation.concluded' },
    'it was discussed before the investigation ended',
  ],
  ['case', { act: 'decision.made', once: true }, 'the case was decided already'],
  ['case', { act: 'decision.made', gate: 'approval/missing' }, 'the head did not approve'],
  ['case', { act: 'decision.made', gate: 'review/not-passed' }, 'no review was concluded'],
  ['list', { act: 'decision.made', gate: 'review/not-passed' }, 'no review was concluded'],
  ['every', { act: 'decision.made', gate: 'review/draft-changed' }, 'another text was reviewed'],
  [
    'hearing',
    { act: 'decision.made', gate: 'hearing/pending' },
    'the party still waits for its hearing',
  ],
  [
    'case',
    { act: 'decision.made', gate: 'notice/statement-period-open' },
    'the party still had time to speak',
  ],
  ['every', { act: 'decision.made', gate: 'discussion/missing' }, 'the heads did not discuss it'],
  ['hearing', { act: 'decision.made', gate: 'discussion/missing' }, 'the heads did not discuss it'],
];

describe('[QZ-0e] [WD-2.3.0] [GY-2.2.4c] without a guard an unlawful decision comes through', {
  timeout: 60_000,
}, () => {
  it.each(NEEDED.map(([scene, guard, why]) => [nameOf(guard), scene, guard, why] as const))(
    '%s (%s)',
    (_title, scene, guard, why) => {
      expect(lossOf(scene, guard)?.why).toContain(why);
    },
  );
});

/** Guards that another one makes superfluous, and that other one: a row of the table, or the order of rounds that every review keeps. */
const DOUBLED: readonly (readonly [
  scene: SceneName,
  guard: Guard,
  other: Guard | null,
  why: string,
])[] = [
  [
    'case',
    { act: 'proposal.approved', after: 'investigation.concluded' },
    { act: 'review.requested', after: 'investigation.concluded' },
    'the review was asked for before the investigation ended',
  ],
  [
    'case',
    { act: 'decision.made', after: 'investigation.concluded' },
    { act: 'review.requested', after: 'investigation.concluded' },
    'the investigation was not concluded',
  ],
  [
    'hearing',
    { act: 'hearing.requested', after: 'notice.served' },
    { act: 'hearing.requested', gate: 'hearing/not-in-scope' },
    'nobody asked for the hearing after a notice',
  ],
  ['case', { act: 'review.accepted', after: 'review.requested' }, null, ''],
  ['case', { act: 'review.concluded', after: 'review.accepted' }, null, ''],
];

describe('guards that stand twice', { timeout: 60_000 }, () => {
  it.each(
    DOUBLED.map(([scene, guard, other, why]) => [nameOf(guard), scene, guard, other, why] as const),
  )('%s (%s): alone it is not missed', (_title, scene, guard, other, why) => {
    expect(ask(scene, lacking(guard)).violation).toBeNull();
    if (other) expect(lossOf(scene, guard, other)?.why).toContain(why);
  });
});

describe('the list of guards', () => {
  it('holds every gate of a review and of what rests on it', () => {
    const covered = new Set([...NEEDED, ...DOUBLED].map(([, guard]) => nameOf(guard)));
    const rows = table.acts.filter(({ act }) =>
      [
        'review.requested',
        'review.accepted',
        'review.concluded',
        'proposal.approved',
        'hearing.requested',
        'hearing.notified',
        'hearing.held',
      ].includes(act),
    );
    const guards = rows.flatMap(({ act, gates, after, once }) => [
      ...gates.map((gate) => nameOf({ act, gate })),
      ...after.map((any) => nameOf({ act, after: any[0] ?? '' })),
      ...(once ? [nameOf({ act, once })] : []),
    ]);
    // Whether the party may still ask for a hearing does not touch the review.
    const aside = [
      'hearing.requested: hearing/not-in-scope',
      'hearing.requested: hearing/request-late',
    ];
    expect(guards.filter((guard) => !covered.has(guard) && !aside.includes(guard))).toEqual([]);
    for (const gate of [
      'approval/missing',
      'review/not-passed',
      'review/draft-changed',
      'hearing/pending',
      'discussion/missing',
    ])
      expect(covered).toContain(`decision.made: ${gate}`);
  });
});
