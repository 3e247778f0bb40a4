/**
 * A decision on the spot needs no review, and therefore must be small, witnessed, told and heard: no way leads
 * to one that is not, and every guard on the way is needed.
 */
import { describe, expect, it } from 'vitest';
import { plainDate } from '../../src/calendar/plain-date.ts';
import type { ActCode } from '../../src/matter/act-data.ts';
import { type AnyAct, newMatter } from '../../src/matter/matter.ts';
import { type Procedure, procedureOf } from '../../src/matter/procedure.ts';
import type { Person, Role } from '../../src/staff/person.ts';
import { pack } from '../support/script.ts';
import { type Answer, type Question, search, type Variant } from './search.ts';

const FROM = plainDate('2025-03-03');
const table = (() => {
  const found = pack.procedures.get('penalty.summary');
  if (!found) throw new Error('no table of the summary procedure');
  return found;
})();

const someone = (id: string, certified: boolean, ...roles: Role[]): Person => ({
  id,
  name: id,
  roles: new Set(roles),
  certificate: certified
    ? { number: '1', from: plainDate('2019-01-01'), until: plainDate('2030-12-31') }
    : null,
  lawLicence: false,
  firstReviewOn: null,
  trained: null,
});
const people = [
  someone('o1', true, 'officer'),
  someone('o2', true, 'officer'),
  someone('o3', false, 'officer'),
  someone('helper', true, 'assistant'),
];
const CREWS: Readonly<Record<string, readonly string[]>> = {
  two: ['o1', 'o2'],
  one: ['o1'],
  'one and an assistant': ['o1', 'helper'],
  'one uncertified': ['o1', 'o3'],
};
const CONTENTS = ['facts', 'reasons', 'basis', 'penalty', 'statement-right'];

const alphabet: Variant[] = [];
const add = (
  code: ActCode,
  name: string,
  by: readonly string[],
  data: Readonly<Record<string, unknown>>,
  days = 0,
) => alphabet.push({ name: `${code} ${name}`, code, by, data, days });
for (const [crew, by] of Object.entries(CREWS)) {
  add('identity.shown', `by ${crew}`, by, {});
  add('evidence.recorded', `by ${crew}`, by, { kind: 'document' });
}
const decision = {
  outcome: 'penalty',
  penalty: { fine: 300_000 },
  told: CONTENTS,
  statementHeard: true,
  remedy: { path: 'reconsideration-first', body: 'government' },
};
for (const [crew, by] of Object.entries(CREWS)) add('decision.made', `by ${crew}`, by, decision);
for (const [name, change, days] of [
  ['the day after', {}, 1],
  ['without telling the facts', { told: CONTENTS.slice(1) }, 0],
  ['without hearing the party', { statementHeard: false }, 0],
  ['above the limit', { penalty: { fine: 300_001 } }, 0],
  ['taking goods', { penalty: { fine: 100, goods: 1 } }, 0],
  ['taking the licence', { penalty: { revoke: true } }, 0],
  ['sparing, yet taking goods', { outcome: 'no-penalty', penalty: { goods: 1 } }, 0],
] as const)
  add('decision.made', name, CREWS['two'] ?? [], { ...decision, ...change }, days);

const certified = new Set(['o1', 'o2']);
const officers = new Set(['o1', 'o2', 'o3']);

/** Whether two certified officers act, and each has shown the certificate that day. */
function crewFaults(act: AnyAct, history: readonly AnyAct[]): string[] {
  const crew = act.by.filter((id) => officers.has(id));
  const shown = history.some(
    (one) =>
      one.code === 'identity.shown' &&
      one.n < act.n &&
      one.at.day === act.at.day &&
      crew.every((id) => one.by.includes(id)),
  );
  return [
    ...(new Set(crew).size < 2 ? ['fewer than two officers'] : []),
    ...(crew.every((id) => certified.has(id)) ? [] : ['an officer without a certificate']),
    ...(shown ? [] : ['no certificates shown']),
  ];
}

/** Why the decision that ends the history may not be made on the spot (行政处罚法 art. 42, 44, 45, 51, 52, 55). */
function judge(history: readonly AnyAct[]): string[] {
  const act = history.at(-1);
  if (act?.code !== 'decision.made') return [];
  const { penalty = {}, told = [], statementHeard } = act.data;
  const { fine = 0, ...more } = penalty;
  const evidence = history.filter(({ code }) => code === 'evidence.recorded');
  return [
    ...crewFaults(act, history),
    ...(evidence.length === 0 ? ['no evidence was taken'] : []),
    ...evidence.flatMap((one) =>
      crewFaults(one, history).map((fault) => `at the evidence ${fault}`),
    ),
    ...(history.filter(({ code }) => code === 'decision.made').length > 1
      ? ['decided already']
      : []),
    ...(CONTENTS.every((item) => told.includes(item)) ? [] : ['not all was told']),
    ...(statementHeard === true ? [] : ['the party was not heard']),
    ...(fine > 300_000 || Object.values(more).some(Boolean) ? ['too heavy for the spot'] : []),
  ];
}

/** Who has shown certificates today, what was wrong with the evidence, whether it is decided. */
function project(history: readonly AnyAct[], day: string): string {
  const shown = history.filter((act) => act.code === 'identity.shown' && act.at.day === day);
  const evidence = history.filter(({ code }) => code === 'evidence.recorded');
  return JSON.stringify([
    [...new Set(shown.map(({ by }) => by.join()))].sort(),
    evidence.length > 0,
    [...new Set(evidence.flatMap((act) => crewFaults(act, history)))].sort(),
    history.some(({ code }) => code === 'decision.made'),
  ]);
}

function questionOf(procedure: Procedure): Question {
  const party = {
    kind: 'legal' as const,
    name: '公司',
    surname: null,
    code: null,
    idNumber: null,
    representative: null,
  };
  return {
    start: newMatter(procedure, party, { matter: '案由', flags: [] }),
    from: FROM,
    setting: {
      law: pack.law('national'),
      calendar: pack.calendar,
      people: new Map(people.map((one) => [one.id, one])),
      lists: { inspectionItems: [], frequencyCap: null },
    },
    alphabet,
    project,
    judge,
  };
}
const ask = (procedure: Procedure): Answer => search(questionOf(procedure));

describe('the table of the summary procedure', () => {
  it('lets through no decision that needed more than the spot', () => {
    const answer = search(questionOf(table), 1);
    expect(answer.violation).toBeNull();
    expect(answer.lost).toBeNull();
    expect(answer.lawful).toBe(answer.decisions);
    expect(answer.lawful).toBeGreaterThan(0);
  });
});

/** The table without one gate of a row, without what stands before it, or without its being done once. */
function lacking(code: string, what: string): Procedure {
  const acts = table.acts.map(({ once, ...row }) =>
    row.act !== code
      ? { ...row, ...(once && { once }) }
      : {
          ...row,
          gates: row.gates.filter((gate) => gate !== what),
          after: what === 'after' ? [] : row.after,
          ...(once && what !== 'once' && { once }),
        },
  );
  return procedureOf({ ...table, acts });
}

describe('without a guard an unlawful decision on the spot comes through', () => {
  it.each([
    ['evidence.recorded', 'handlers/too-few', 'at the evidence fewer than two officers'],
    [
      'evidence.recorded',
      'handlers/certificate-invalid',
      'at the evidence an officer without a certificate',
    ],
    ['evidence.recorded', 'identity/not-shown', 'at the evidence no certificates shown'],
    ['decision.made', 'after', 'no evidence was taken'],
    ['decision.made', 'once', 'decided already'],
    ['decision.made', 'handlers/too-few', 'fewer than two officers'],
    ['decision.made', 'handlers/certificate-invalid', 'an officer without a certificate'],
    ['decision.made', 'identity/not-shown', 'no certificates shown'],
    ['decision.made', 'notice/content-missing', 'not all was told'],
    ['decision.made', 'statement/not-heard', 'the party was not heard'],
    ['decision.made', 'summary/above-limit', 'too heavy for the spot'],
  ])('%s: %s', (code, what, why) => {
    expect(ask(lacking(code, what)).violation?.why).toContain(why);
  });
});
