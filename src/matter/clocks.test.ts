/** Every clock of a procedure table: what starts it, how long it is, what ends it and how it stands (rehearsal format §7). */
import { describe, expect, it } from 'vitest';
import {
  CLOCKS,
  delivered,
  opened,
  preserved,
  unpunished,
} from '../../test/support/clock-table.ts';
import { licence, penalty, seizure } from '../../test/support/lawful.ts';
import type { Insert } from '../../test/support/script.ts';

const both = ['o1', 'o2'];

describe.each(
  CLOCKS.map(
    (clock) =>
      [
        `${clock.name} of ${String(clock.script.input()['procedure'])} from act ${clock.n}`,
        clock,
      ] as const,
  ),
)('%s', (_title, one) => {
  const {
    name,
    script,
    n,
    unit,
    length,
    started,
    due,
    next,
    after,
    ends,
    inTime = [],
    not = [],
  } = one;
  const clockAt = (asOf: string) => script.asOf(asOf).play().clock(name);
  const endedBy = ([act, data, by]: Insert, at: string) => {
    const played = script.add(at, act, data, by).asOf('2026-03-31');
    expect(played.refusals(act)).toEqual([]);
    return played.play().clock(name);
  };

  it('starts, counts and is due', () => {
    expect(clockAt(`${due} 23:59`)).toMatchObject({
      id: `${name}#${n}`,
      act: n,
      unit,
      length,
      started,
      due,
      ended: null,
      status: 'running',
    });
  });
  it('runs out on the day after', () => {
    const outcome = script.asOf(`${next} 00:00`).play();
    expect(outcome.clock(name).status).toBe(after);
    const overdue = outcome
      .warnings('clock/overdue')
      .filter(({ clock }) => clock === `${name}#${n}`);
    expect(overdue).toEqual(
      after === 'overdue' ? [{ code: 'clock/overdue', clock: `${name}#${n}` }] : [],
    );
  });
  for (const end of [...ends, ...inTime])
    it(`is met by ${end[0]} on the last day`, () => {
      expect(endedBy(end, `${due} 23:59`)).toMatchObject({ status: 'met', ended: due, due });
    });
  for (const end of ends)
    it(`is late by ${end[0]} on the day after`, () => {
      expect(endedBy(end, `${next} 00:00`)).toMatchObject({ status: 'late', ended: next, due });
      const [act, data, by] = end;
      const warning = { code: 'clock/late', act: script.steps.length + 1, clock: `${name}#${n}` };
      const outcome = script.add(`${next} 00:00`, act, data, by).play();
      expect(outcome.warnings('clock/late')).toContainEqual(warning);
    });
  for (const [act, data, by] of inTime)
    it(`cannot be ended by ${act} on the day after`, () => {
      const played = script.add(`${next} 00:00`, act, data, by);
      expect(played.refusals(act)).not.toEqual([]);
      expect(played.play().clock(name).ended).toBeNull();
    });
  for (const [act, data, by] of not)
    it(`is not ended by ${act} ${JSON.stringify(data)}`, () => {
      const played = script.add(`${due} 12:00`, act, data, by);
      expect(played.refusals(act)).toEqual([]);
      expect(played.play().findClock(name)?.ended ?? null).toBeNull();
    });
});

describe('clocks of hours', () => {
  const urgent = preserved(true);
  it('count moments, not days', () => {
    const clock = (asOf: string) => urgent.asOf(asOf).play().clock('approval');
    expect(clock('2025-03-05 10:05')).toMatchObject({
      id: 'approval#4',
      unit: 'hour',
      length: 24,
      started: '2025-03-04T10:05:00+08:00',
      due: '2025-03-05T10:05:00+08:00',
      status: 'running',
      ended: null,
    });
    expect(clock('2025-03-05 10:06').status).toBe('overdue');
  });
  it.each([
    ['2025-03-05 10:05', 'met'],
    ['2025-03-05 10:06', 'late'],
  ])('ended at %s', (at, status) => {
    const clock = urgent
      .add(at, 'approval.given', { of: 4, approvedBy: 'h1' })
      .play()
      .clock('approval');
    expect(clock).toMatchObject({ status, ended: `${at.replace(' ', 'T')}:00+08:00` });
  });
  it('run over weekends and holidays', () => {
    const seized = seizure()
      .upTo('seizure.ordered')
      .with('seizure.ordered', { urgent: true, approvedBy: undefined })
      .at('identity.shown', '2025-04-03 16:00')
      .at('seizure.ordered', '2025-04-03 16:30');
    expect(seized.play().clock('approval')).toMatchObject({
      id: 'approval#6',
      due: '2025-04-04T16:30:00+08:00',
    });
    const ordered = opened
      .add('2025-03-07', 'crime.reported')
      .add('2025-03-07 17:00', 'transfer.ordered', { approve: true, approvedBy: 'h1' });
    expect(ordered.play().clock('transfer.sending')).toMatchObject({
      id: 'transfer.sending#7',
      unit: 'hour',
      length: 24,
      due: '2025-03-08T17:00:00+08:00',
    });
    const sent = (at: string) =>
      ordered
        .add(at, 'transfer.sent', { papers: ['letter', 'report', 'goods-list', 'test-report'] })
        .play()
        .clock('transfer.sending').status;
    expect([sent('2025-03-08 17:00'), sent('2025-03-08 17:01')]).toEqual(['met', 'late']);
  });
  it('an approval of one measure ends no clock of another', () => {
    const two = urgent
      .add(
        '2025-03-04 11:00',
        'seizure.ordered',
        {
          measure: 'seal',
          authority: '食品安全法',
          urgent: true,
          days: 30,
          papers: ['decision', 'list'],
          rightsTold: true,
        },
        both,
      )
      .add('2025-03-04 12:00', 'approval.given', { of: 5, approvedBy: 'h1' })
      .asOf('2025-03-04 13:00');
    expect(
      two
        .play()
        .printed.clocks.filter(({ name }) => name === 'approval')
        .map(({ id, status }) => [id, status]),
    ).toEqual([
      ['approval#4', 'running'],
      ['approval#5', 'met'],
    ]);
  });
});

describe('clocks that do not start', () => {
  it.each([
    ['approval', preserved()],
    ['hearing.request', penalty()],
    ['delivery', penalty()],
    ['certificate', licence().with('decision.made', { outcome: 'refused' })],
    [
      'transfer.sending',
      opened.add('2025-03-07', 'crime.reported').add('2025-03-07', 'transfer.ordered', {
        approve: false,
        approvedBy: 'h1',
        reasons: '不构成犯罪',
      }),
    ],
    [
      'payment',
      penalty()
        .with('decision.made', { penalty: { warning: true } })
        .with('notice.served', { penalty: { warning: true } }),
    ],
    [
      'payment',
      unpunished.add('2025-03-21', 'decision.delivered', {
        method: 'mail',
        evidence: ['receipt'],
      }),
    ],
    [
      'court',
      unpunished.add('2025-03-21', 'decision.delivered', {
        method: 'mail',
        evidence: ['receipt'],
      }),
    ],
    [
      'closing',
      delivered.add('2025-03-27', 'performance.recorded', { what: 'fine', complete: false }),
    ],
    ['verification', seizure()],
    ['closing', seizure()],
  ] as const)('%s', (name, script) => {
    expect(script.play().findClock(name)).toBeUndefined();
  });
  it('a refused act starts none', () => {
    expect(
      preserved()
        .with('preservation.ordered', { approvedBy: 'u1' })
        .play()
        .findClock('preservation'),
    ).toBeUndefined();
  });
  it('a warning to pay nothing still runs towards the court', () => {
    const warned = penalty()
      .with('decision.made', { penalty: { warning: true } })
      .with('notice.served', { penalty: { warning: true } });
    expect(warned.play().clock('court').due).toBe('2025-09-22');
  });
});
