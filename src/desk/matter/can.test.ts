import { describe, expect, test } from 'vitest';
import type { MatterView, PossibilityView } from '../../matter/matter.api.ts';
import { asksHead, canAndCannot, lettersOf, remedyOf } from './can.ts';

const refusal = (code: string) => ({ code, title: code, help: '', basis: [] });
const possibility = (
  act: string,
  stage: string,
  more: Partial<PossibilityView> = {},
): PossibilityView => ({
  act,
  term: act,
  stage,
  mine: true,
  who: ['officer'],
  needsApproval: false,
  refusals: [],
  missing: [],
  opensOn: null,
  ...more,
});
const outOfOrder = (missing: string[][]): Partial<PossibilityView> => ({
  refusals: [refusal('act/out-of-order')],
  missing,
});
const stage = (id: string, status: MatterView['stages'][number]['status']) => ({
  id,
  title: id,
  status,
  on: null,
});
const facts = (possible: PossibilityView[], done: string[] = []) => ({
  possible,
  stages: [
    stage('source', 'done'),
    stage('notice', 'done'),
    stage('statement', 'current'),
    stage('decision', 'open'),
    stage('delivery', 'open'),
  ],
  acts: done.map((type) => ({ type }) as MatterView['acts'][number]), // only the type is read
  requests: [],
});

const OFFICER = ['officer'];

describe('what can be done', () => {
  test('the act of the current stage is likely; measures and repeats stand apart', () => {
    const can = canAndCannot(
      facts(
        [
          possibility('seizure.ordered', 'measures'),
          possibility('notice.served', 'notice'),
          possibility('statement.heard', 'statement'),
          possibility('statement.waived', 'statement'),
        ],
        ['notice.served'],
      ),
      OFFICER,
    );
    expect(can.likely?.act).toBe('statement.heard');
    expect(can.also.map(({ act }) => act)).toEqual(['statement.waived', 'seizure.ordered']);
    expect(can.again.map(({ act }) => act)).toEqual(['notice.served']);
  });

  test('what is usual at no time is offered but not as what comes next', () => {
    const can = canAndCannot(
      facts([
        possibility('statement.waived', 'statement'),
        possibility('statement.heard', 'statement'),
      ]),
      OFFICER,
    );
    expect(can.likely?.act).toBe('statement.heard');
    const only = canAndCannot(facts([possibility('statement.waived', 'statement')]), OFFICER);
    expect([only.likely, only.also.map(({ act }) => act)]).toEqual([null, ['statement.waived']]);
  });

  test('what only the head does, others put before the head, once', () => {
    const decision = possibility('decision.made', 'decision', {
      mine: false,
      needsApproval: true,
      who: ['head'],
    });
    expect(asksHead(decision, OFFICER)).toBe(true);
    expect(asksHead(decision, ['archivist'])).toBe(false);
    expect(canAndCannot(facts([decision]), OFFICER).likely?.act).toBe('decision.made');
    const asked = {
      ...facts([decision]),
      requests: [{ act: 'decision.made' } as MatterView['requests'][number]],
    };
    expect(canAndCannot(asked, OFFICER).likely).toBeNull();
  });

  test('what another post has to do next is named, not offered', () => {
    const can = canAndCannot(
      facts([possibility('statement.reviewed', 'statement', { mine: false, who: ['unit-head'] })]),
      OFFICER,
    );
    expect([can.likely, can.others.map(({ act }) => act)]).toEqual([null, ['statement.reviewed']]);
  });
});

describe('what cannot be done', () => {
  test('one reason is told once, for all acts it bars, in the order of the stages', () => {
    const can = canAndCannot(
      facts([
        possibility('decision.delivered', 'delivery', outOfOrder([['决定']])),
        possibility('decision.made', 'decision', {
          refusals: [refusal('notice/statement-period-open')],
          opensOn: '2024-09-19',
        }),
        possibility('fine.collected', 'delivery', outOfOrder([['决定']])),
      ]),
      OFFICER,
    );
    expect(can.barred.map(({ acts, opensOn }) => [acts.map(({ act }) => act), opensOn])).toEqual([
      [['decision.made'], '2024-09-19'],
      [['decision.delivered', 'fine.collected'], null],
    ]);
  });

  test('reasons of one code in other words stand apart', () => {
    const barredBy = (act: string, title: string) =>
      possibility(act, 'delivery', { refusals: [{ ...refusal('act/out-of-order'), title }] });
    const can = canAndCannot(
      facts([
        barredBy('time.resumed', '没有停着的期限'),
        barredBy('review.accepted', '没有等着受理的送审'),
      ]),
      OFFICER,
    );
    expect(can.barred.map(({ acts }) => acts.length)).toEqual([1, 1]);
  });

  test('what this post never does is left out, and so is what was done and is over', () => {
    const can = canAndCannot(
      facts(
        [
          possibility('file.archived', 'delivery', {
            mine: false,
            who: ['archivist'],
            ...outOfOrder([['结案']]),
          }),
          possibility('source.registered', 'source', outOfOrder([])),
          possibility('case.declined', 'notice', outOfOrder([])),
        ],
        ['source.registered'],
      ),
      OFFICER,
    );
    expect(can.barred).toEqual([]);
  });
});

test('letters leave alone what the desk listens to', () => {
  const can = canAndCannot(
    facts(Array.from({ length: 30 }, (_, index) => possibility(`a${index}`, 'statement'))),
    OFFICER,
  );
  const letters = [...lettersOf(can).values()];
  expect(new Set(letters).size).toBe(letters.length);
  for (const taken of 'YADGJM') expect(letters).not.toContain(taken);
});

test('a reason leads to the act that takes it away, when that can be done', () => {
  const shown = possibility('identity.shown', 'field');
  expect(remedyOf('identity/not-shown', [shown])).toBe(shown);
  expect(remedyOf('identity/not-shown', [{ ...shown, ...outOfOrder([]) }])).toBeNull();
  expect(remedyOf('decision/remedy-wrong', [shown])).toBeNull();
});
