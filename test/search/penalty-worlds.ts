/** The cases the search plays: who works there, what the bureau demands, what can be done, and what of a history matters. */
import { plainDate, type PlainDate } from '../../src/calendar/plain-date.ts';
import type { Setting } from '../../src/matter/attempt.ts';
import type { ActCode } from '../../src/matter/act-data.ts';
import { type AnyAct, newMatter, type Matter, type SubjectFlag } from '../../src/matter/matter.ts';
import type { Procedure } from '../../src/matter/procedure.ts';
import { scriptedRule } from '../../src/rule/law.ts';
import type { RuleKey } from '../../src/rule/keys.ts';
import type { Person, Role } from '../../src/staff/person.ts';
import { pack } from '../support/script.ts';
import {
  hearingFaults,
  lastBefore,
  needsLegal,
  noticeFaults,
  reviewFaults,
  reviewsOf,
  type World,
} from './penalty-oracle.ts';
import type { Variant } from './search.ts';

/** The search begins on a Thursday; the longest path ends within the announced years. */
export const FROM = plainDate('2025-01-02');

const certificate = { number: '1', from: plainDate('2019-01-01'), until: plainDate('2030-12-31') };
const someone = (id: string, ...roles: Role[]): Person => ({
  id,
  name: id,
  roles: new Set(roles),
  certificate: roles.includes('officer') ? certificate : null,
  lawLicence: id !== 'unlicensed',
  firstReviewOn: id === 'unlicensed' ? plainDate('2022-01-01') : null,
  trained: id === 'untrained' ? null : plainDate('2018-01-01'),
});

/** Five who might review: one may, and of each of the others one thing is wrong. */
const REVIEWERS = ['reviewer', 'unlicensed', 'unlisted', 'untrained', 'o1'] as const;
const people: readonly Person[] = [
  someone('o1', 'officer', 'reviewer'),
  someone('o2', 'officer'),
  someone('reviewer', 'reviewer'),
  someone('unlicensed', 'reviewer'),
  someone('unlisted', 'unit-head'),
  someone('untrained', 'reviewer'),
  someone('chair', 'chair'),
  someone('unit-head', 'unit-head'),
  someone('head', 'head'),
];
const withRole = (role: Role) =>
  new Set(people.filter(({ roles }) => roles.has(role)).map(({ id }) => id));

export interface Scene {
  readonly world: World;
  readonly setting: Setting;
  readonly flags: readonly SubjectFlag[];
  readonly alphabet: readonly Variant[];
}

interface Terms {
  readonly bureau: string;
  readonly rules?: Readonly<Partial<Record<RuleKey, unknown>>>;
  readonly flags?: readonly SubjectFlag[];
  readonly listFrom?: number;
  /** Fines proposed at the end of the investigation, notified, and decided. */
  readonly proposed: number;
  readonly notified: readonly number[];
  /** Variants left out, by the words their names contain: what another scene tries already. */
  readonly without?: readonly string[];
}

const SEVEN = ['jurisdiction', 'party', 'facts', 'nature', 'basis', 'procedure', 'disposition'];
const ADDED = ['subject', 'authority', 'documents', 'crime'];

export function sceneOf({
  bureau,
  rules = {},
  flags = [],
  listFrom = Number.POSITIVE_INFINITY,
  proposed,
  notified,
  without = [],
}: Terms): Scene {
  const scripted = Object.entries(rules).flatMap(
    ([key, value]) => scriptedRule(key as RuleKey, value) ?? [],
  );
  const law = pack.law(bureau, scripted);
  const setting = {
    law,
    calendar: pack.calendar,
    people: new Map(people.map((one) => [one.id, one])),
    lists: { inspectionItems: [], frequencyCap: null },
  };
  const world: World = {
    always: law.value('review.scope', FROM) === 'ALL_EXCEPT_SUMMARY',
    complex: flags.includes('complex'),
    listFrom,
    items: bureau === 'wuding' || bureau === 'jiaxing' ? ADDED : [],
    trained: bureau === 'jiaxing',
    hearingFrom: 10_000_000,
    listed: withRole('reviewer'),
    licensed: new Set(people.filter(({ lawLicence }) => lawLicence).map(({ id }) => id)),
    schooled: new Set(people.filter(({ trained }) => trained !== null).map(({ id }) => id)),
    heads: withRole('head'),
  };
  const alphabet = alphabetOf(proposed, notified).filter(
    ({ name }) => !without.some((words) => name.includes(words)),
  );
  return { world, setting, flags, alphabet };
}

/** The matter in which a scene is played, under that table. */
export function matterOf({ flags }: Scene, procedure: Procedure): Matter {
  const party = {
    kind: 'legal' as const,
    name: '公司',
    surname: null,
    code: null,
    idNumber: null,
    representative: null,
  };
  return newMatter(procedure, party, { matter: '案由', flags });
}

/** Every way to do what stands between a source and a decision. */
function alphabetOf(proposed: number, notified: readonly number[]): Variant[] {
  const variants: Variant[] = [];
  const add = (
    code: ActCode,
    name: string,
    data: Record<string, unknown> = {},
    by: readonly string[] = ['unit-head'],
    days = 0,
  ) => variants.push({ name: `${code} ${name}`.trim(), code, by, data, days });
  const both = ['o1', 'o2'];
  add('source.registered', '', { kind: 'complaint' });
  add('identity.shown', '', {}, both);
  add('premises.inspected', '', { rightsTold: true }, both);
  add('case.opened', '', {
    approvedBy: 'head',
    conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'],
  });
  add('handlers.assigned', '', { handlers: both });
  add('investigation.concluded', '', {
    report: ['party', 'process', 'facts', 'nature', 'disposition', 'discretion'],
    penalty: { fine: proposed },
  });
  const materials = ['report', 'evidence', 'draft'];
  for (const draft of ['v1', 'v2'])
    add('review.requested', `legal ${draft}`, { kind: 'legal', draft, materials });
  for (const kind of ['legal', 'case'])
    add('review.requested', `${kind} without evidence`, {
      kind,
      draft: 'v1',
      materials: ['report', 'draft'],
    });
  add('review.requested', 'case', { kind: 'case', draft: 'v1', materials });
  const items = [...SEVEN, ...ADDED];
  for (const who of REVIEWERS) {
    add('review.accepted', `by ${who}`, {}, [who]);
    add('review.concluded', `by ${who}, agreeing`, { opinion: 'agree', items }, [who]);
  }
  add(
    'review.concluded',
    'agreeing without the facts',
    { opinion: 'agree', items: items.filter((item) => item !== 'facts') },
    ['reviewer'],
  );
  add(
    'review.concluded',
    'agreeing without what the bureau added',
    { opinion: 'agree', items: SEVEN },
    ['reviewer'],
  );
  add('review.concluded', 'asking for correction', { opinion: 'correct', items }, ['reviewer']);
  add('disagreement.raised', '', { reason: '异议' });
  add('disagreement.resolved', 'for the handlers', {
    outcome: 'handlers-upheld',
    decidedBy: 'head',
  });
  add('proposal.approved', 'by the head', { approvedBy: 'head' });
  add('proposal.approved', 'by the head of the unit', { approvedBy: 'unit-head' });
  const contents = ['facts', 'reasons', 'basis', 'penalty', 'statement-right', 'hearing-right'];
  for (const fine of notified)
    add('notice.served', `of ${fine}`, { method: 'direct', penalty: { fine }, contents });
  add('notice.served', 'without the right to a hearing', {
    method: 'direct',
    penalty: { fine: notified[0] },
    contents: contents.slice(0, -1),
  });
  add('hearing.requested', '', {}, ['party']);
  for (const chair of ['chair', 'o2']) {
    add('hearing.notified', `under ${chair}`, { on: '2025-02-28', chair });
    add('hearing.held', `under ${chair}`, { chair }, [chair], 15);
  }
  add('hearing.held', 'at once', { chair: 'chair' }, ['chair']);
  add('statement.waived', 'withdrawing the hearing', { rights: ['hearing'] });
  add('discussion.held', '', { conclusion: '处罚' }, ['head']);
  const remedy = { path: 'either', body: 'government' };
  const reasons = ['evidence', 'basis', 'discretion'];
  const decision = {
    outcome: 'penalty',
    draft: 'v1',
    approvedBy: 'head',
    reasons,
    remedy,
    penalty: { fine: notified[0] },
  };
  add('decision.made', 'penalty v1', decision, ['head'], 15);
  add('decision.made', 'penalty v2', { ...decision, draft: 'v2' }, ['head'], 15);
  for (const fine of notified.slice(1))
    add('decision.made', `penalty of ${fine}`, { ...decision, penalty: { fine } }, ['head'], 15);
  add('decision.made', 'penalty at once', decision, ['head']);
  add(
    'decision.made',
    'penalty by the head of the unit',
    { ...decision, approvedBy: 'unit-head' },
    ['head'],
    15,
  );
  const spared = { outcome: 'no-penalty', approvedBy: 'head', reasons, draft: 'v1' };
  add('decision.made', 'no penalty v1', spared, ['head']);
  add('decision.made', 'no penalty v2', { ...spared, draft: 'v2' }, ['head']);
  return variants;
}

/** What of a history can still matter, to what may be done next or to the judge. */
export function project(history: readonly AnyAct[], day: PlainDate, world: World): string {
  const end = history.length;
  const last = (code: string) => lastBefore(history, code);
  const has = (code: string) => last(code) >= 0;
  const today = (at: number) => history[at]?.at.day === day;
  const data = (at: number): Readonly<Record<string, unknown>> => history[at]?.data ?? {};
  const reviews = reviewsOf(history, world);
  const open = reviews.at(-1)?.concludedAt === -1 ? reviews.at(-1) : undefined;
  const concluded = reviews.filter(({ concludedAt }) => concludedAt >= 0);
  const request = last('review.requested');
  const unanswered = request > last('review.accepted');
  const held = last('hearing.held');
  const notice = last('notice.served');
  const asked = last('hearing.requested');
  const called = last('hearing.notified');
  const proposal = last('proposal.approved');
  const brief = (review: (typeof reviews)[number] | undefined) =>
    review && [
      review.kind,
      review.kind === 'legal' ? review.draft : '',
      review.agreed,
      review.concludedAt > held,
      [...new Set(review.faults)].sort(),
    ];
  const proposalFine = (data(notice >= 0 ? lastBefore(history, 'notice.served', proposal) : -1)[
    'penalty'
  ] ?? data(lastBefore(history, 'investigation.concluded', proposal))['penalty']) as
    | { fine?: number }
    | undefined;
  return JSON.stringify([
    [
      'source.registered',
      'case.opened',
      'handlers.assigned',
      'premises.inspected',
      'investigation.concluded',
      'disagreement.raised',
      'decision.made',
    ].map(has),
    !has('premises.inspected') &&
      history.some((act) => act.code === 'identity.shown' && act.at.day === day),
    // Reviews: what is asked for, what is open, the last conclusion of any kind and of a legal one.
    unanswered && [
      data(request)['kind'],
      data(request)['draft'],
      data(request)['materials'],
      lastBefore(history, 'investigation.concluded', request) >= 0,
    ],
    brief(open),
    brief(concluded.at(-1)),
    brief(concluded.findLast(({ kind }) => kind === 'legal')),
    // Proposal and notice, each with what was wrong when it was made.
    proposal >= 0 && [
      data(proposal)['approvedBy'],
      lastBefore(history, 'investigation.concluded', proposal) >= 0 &&
        reviewFaults(
          history,
          world,
          needsLegal(history, world, proposalFine?.fine ?? 0, proposal),
          proposal,
        ),
    ],
    notice >= 0 && [data(notice)['penalty'], noticeFaults(history, world, end), today(notice)],
    // Hearing: asked for, called, held.
    [
      asked > notice,
      asked >= 0 && lastBefore(history, 'notice.served', asked) >= 0,
      held > asked,
      last('statement.waived') > asked,
    ],
    called >= 0 && [
      data(called)['chair'],
      today(called),
      lastBefore(history, 'notice.served', lastBefore(history, 'hearing.requested', called)) >= 0,
      lastBefore(history, 'handlers.assigned', called) >= 0,
    ],
    held >= 0 && hearingFaults(history, world, end),
    // Discussion.
    last('discussion.held') > held &&
      lastBefore(history, 'investigation.concluded', last('discussion.held')) >= 0,
    last('discussion.held') > held,
  ]);
}
