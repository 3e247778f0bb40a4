/** What stops a clock and what does not, and both ends of a stop (rehearsal format §7). */
import { describe, expect, it } from 'vitest';
import {
  adjudication,
  confirmation,
  contested,
  licence,
  penalty,
  seizure,
} from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

const GROUNDS = ['testing', 'identification', 'suspension', 'refund', 'announcement', 'expert'];
const START_ONLY = { 'clock.pause': 'start-only' };

/** A stop from Monday 10 to Wednesday 12 March 2025. */
function stopped(script: Script, ground: string, data: Data = { told: true }): Script {
  return script
    .add('2025-03-10 12:00', 'time.stopped', { ground, approvedBy: 'h1', ...data })
    .add('2025-03-12 12:00', 'time.resumed', { ground });
}
const due = (script: Script, name: string) => script.play().clock(name).due;

const verifying = penalty().upTo('premises.inspected');
const opened = penalty().upTo('handlers.assigned');
const applied = licence().upTo('application.accepted');
const seized = seizure().upTo('seizure.ordered');
const preserved = verifying.after('premises.inspected', [
  'preservation.ordered',
  { approvedBy: 'h1' },
  ['o1', 'o2'],
]);

describe('grounds', () => {
  /** The due date without a stop, with one, and the grounds that stop it. */
  const rows: readonly (readonly [
    title: string,
    script: Script,
    name: string,
    free: string,
    later: string,
    stops: readonly string[],
  ])[] = [
    [
      'verification',
      verifying,
      'verification',
      '2025-03-24',
      '2025-03-27',
      ['testing', 'identification'],
    ],
    [
      'the decision in a penalty case',
      opened,
      'decision',
      '2025-06-04',
      '2025-06-09',
      ['testing', 'identification', 'suspension', 'refund', 'announcement'],
    ],
    [
      'the decision on a licence',
      applied,
      'decision',
      '2025-03-31',
      '2025-04-03',
      ['testing', 'expert'],
    ],
    ['a seizure', seized, 'seizure', '2025-04-03', '2025-04-06', ['testing']],
    ['a preservation', preserved, 'preservation', '2025-03-13', '', []],
  ];
  for (const [title, script, name, free, later, stops] of rows)
    it.each(GROUNDS.map((ground) => [ground, stops.includes(ground)] as const))(
      `${title}: %s`,
      (ground, counts) => {
        expect(due(script, name)).toBe(free);
        expect(due(stopped(script, ground), name)).toBe(counts ? later : free);
        expect(stopped(script, ground).play().clock(name).skipped.paused).toBe(counts ? 3 : 0);
      },
    );

  it('a review, a notice and a delivery are not stopped', () => {
    const reviewing = penalty().upTo('review.accepted');
    const halt = (script: Script, on: string) =>
      script.add(on, 'time.stopped', { ground: 'testing', told: true });
    expect(due(halt(reviewing, '2025-03-12'), 'review')).toBe('2025-03-25');
    expect(due(halt(penalty().upTo('notice.served'), '2025-03-14'), 'statement')).toBe(
      '2025-03-20',
    );
  });
  it('registrations and rulings know no stop', () => {
    for (const lawful of [confirmation, adjudication])
      expect(
        stopped(lawful().upTo('application.accepted'), 'testing').refusals('time.stopped'),
      ).toEqual(['act/unknown']);
  });
});

describe('a stop the party is not told of', () => {
  for (const told of [false, undefined]) {
    it(`does not stop a licence (${String(told)})`, () => {
      expect(due(stopped(applied, 'testing', { told }), 'decision')).toBe('2025-03-31');
    });
    it(`does not stop a seizure, unless the bureau says otherwise (${String(told)})`, () => {
      const silent = stopped(seized, 'testing', { told });
      expect(due(silent, 'seizure')).toBe('2025-04-03');
      expect(due(silent.rules({ 'seizure.pause.requiresTold': false }), 'seizure')).toBe(
        '2025-04-06',
      );
    });
    it(`stops a penalty case all the same (${String(told)})`, () => {
      expect(due(stopped(opened, 'testing', { told }), 'decision')).toBe('2025-06-09');
      expect(due(stopped(verifying, 'testing', { told }), 'verification')).toBe('2025-03-27');
    });
  }
});

describe('both ends of a stop', () => {
  it.each([
    ['verification', verifying, 'verification', 'testing', '2025-03-27', '2025-03-26'],
    ['a penalty case', opened, 'decision', 'refund', '2025-06-09', '2025-06-06'],
    ['a licence', applied, 'decision', 'expert', '2025-04-03', '2025-04-02'],
    ['a seizure', seized, 'seizure', 'testing', '2025-04-06', '2025-04-05'],
  ] as const)(
    '%s: the day of resuming counts where the bureau says so',
    (_title, script, name, ground, inclusive, startOnly) => {
      const halted = stopped(script, ground);
      expect(due(halted, name)).toBe(inclusive);
      expect(due(halted.rules(START_ONLY), name)).toBe(startOnly);
      expect(halted.rules(START_ONLY).play().clock(name).skipped.paused).toBe(2);
    },
  );

  const sameDay = opened
    .add('2025-03-10 09:00', 'time.stopped', { ground: 'testing' })
    .add('2025-03-10 17:00', 'time.resumed', { ground: 'testing' });
  it('stopped and resumed on one day: one day, or none', () => {
    expect(due(sameDay, 'decision')).toBe('2025-06-05');
    expect(due(sameDay.rules(START_ONLY), 'decision')).toBe('2025-06-04');
  });
  it('days stopped twice are skipped once', () => {
    const twice = stopped(opened, 'testing')
      .add('2025-03-12 13:00', 'time.stopped', { ground: 'refund' })
      .add('2025-03-14', 'time.resumed', { ground: 'refund' });
    expect(twice.play().clock('decision')).toMatchObject({
      due: '2025-06-09',
      skipped: { paused: 5 },
    });
  });
  it('days off within a stop are days off', () => {
    const weekend = verifying
      .add('2025-03-07', 'time.stopped', { ground: 'testing' })
      .add('2025-03-10', 'time.resumed', { ground: 'testing' });
    expect(weekend.play().clock('verification')).toMatchObject({
      due: '2025-03-26',
      skipped: { weekend: 6, holiday: 0, paused: 2 },
    });
  });
  it('a stop on the day the clock starts skips the days after', () => {
    const atOnce = opened
      .add('2025-03-06 12:00', 'time.stopped', { ground: 'testing' })
      .add('2025-03-07', 'time.resumed', { ground: 'testing' });
    expect(atOnce.play().clock('decision')).toMatchObject({
      due: '2025-06-05',
      skipped: { paused: 1 },
    });
  });
});

describe('hearing time', () => {
  // Asked for on 14 March, held on 26 March: 13 days.
  const heard = contested().until('decision.made');
  it('is skipped from the request to the hearing', () => {
    expect(heard.play().clock('decision')).toMatchObject({
      due: '2025-06-17',
      skipped: { paused: 13 },
    });
    expect(due(heard.rules(START_ONLY), 'decision')).toBe('2025-06-16');
  });
  it('is not skipped where the bureau says so', () => {
    expect(due(heard.rules({ 'clock.pause.hearing': false }), 'decision')).toBe('2025-06-04');
  });
  it('ends with a withdrawal', () => {
    const withdrawn = contested()
      .upTo('hearing.requested')
      .add('2025-03-18', 'statement.waived', { rights: ['hearing'] });
    expect(withdrawn.play().clock('decision')).toMatchObject({
      due: '2025-06-09',
      skipped: { paused: 5 },
    });
    const statement = contested()
      .upTo('hearing.requested')
      .add('2025-03-18', 'statement.waived', { rights: ['statement'] });
    expect(statement.play().clock('decision')).toMatchObject({ due: null, status: 'paused' });
  });
  it('does not touch verification, review or notice', () => {
    expect(due(heard, 'verification')).toBe('2025-03-24');
    expect(due(contested().upTo('hearing.requested'), 'statement')).toBe('2025-03-20');
  });
});

describe('a stop that is still open', () => {
  const open = (script: Script, at = '2025-03-10') =>
    script.add(at, 'time.stopped', { ground: 'testing', told: true }).asOf('2026-06-30');
  it.each([
    ['verification', verifying, 'verification'],
    ['a penalty case', opened, 'decision'],
    ['a licence', applied, 'decision'],
    ['a seizure', seized, 'seizure'],
  ] as const)('%s has no due date and is paused, however late it is', (_title, script, name) => {
    const outcome = open(script).play();
    expect(outcome.clock(name)).toMatchObject({ due: null, status: 'paused' });
    expect(
      outcome.warnings('clock/overdue').filter(({ clock }) => clock === outcome.clock(name).id),
    ).toEqual([]);
    expect(outcome.warnings('calendar/not-published')).toEqual([]);
  });
  it('a seizure that is stopped has not lapsed', () => {
    const outcome = open(seized).play();
    expect(outcome.warnings('seizure/not-lifted')).toEqual([]);
    expect(
      open(seized)
        .add('2025-12-01', 'seizure.disposed', { of: 6, how: 'destroyed' })
        .refusals('seizure.disposed'),
    ).toEqual([]);
  });
  it('a clock that ended meanwhile stays without a due date', () => {
    const closed = open(opened).add('2025-03-20', 'case.closed', {
      ground: 'terminated',
      approvedBy: 'h1',
    });
    expect(closed.play().clock('decision')).toMatchObject({
      due: null,
      ended: '2025-03-20',
      status: 'paused',
    });
  });
  it('a stop that begins after the last day stops nothing', () => {
    expect(open(verifying, '2025-03-25').play().clock('verification')).toMatchObject({
      due: '2025-03-24',
      status: 'overdue',
    });
  });
  it('a stop that begins on the last day does', () => {
    expect(open(verifying, '2025-03-24').play().clock('verification')).toMatchObject({
      due: null,
      status: 'paused',
    });
  });
  it('an extension cannot come too late for a clock that stands still', () => {
    const late = open(opened).add('2026-06-30', 'decision.extended', {
      days: 30,
      approvedBy: 'h1',
    });
    expect(late.refusals('decision.extended')).toEqual([]);
  });
});
