/** Deemed acceptance of applications (行政许可法 art. 32). */
import { describe, expect, it } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { confirmation, licence } from '../../test/support/lawful.ts';
import type { Script } from '../../test/support/script.ts';

// Received on Monday 3 March 2025: the fifth working day is Monday 10 March.
const received = (lawful: () => Script) => lawful().upTo('application.received');
const returned = (lawful: () => Script, at: string) =>
  received(lawful).add(at, 'application.returned', { missing: '图纸' });
const accepted = (at: string) =>
  received(licence).add(at, 'application.accepted').asOf('2025-03-31 18:00');

describe('licence/deemed-accepted', () => {
  accepts(
    'sent back on the fifth working day',
    returned(licence, '2025-03-10 23:59'),
    'application.returned',
  );
  refuses(
    'sent back on the sixth',
    returned(licence, '2025-03-11 00:00'),
    'application.returned',
    'licence/deemed-accepted',
  );
  accepts(
    'a registration may be sent back later',
    returned(confirmation, '2025-03-11'),
    'application.returned',
  );
});

describe('the time for the decision', () => {
  it('runs from an acceptance in time', () => {
    const outcome = accepted('2025-03-10').play();
    expect(outcome.clock('decision')).toMatchObject({
      id: 'decision#2',
      started: '2025-03-10',
      due: '2025-04-08',
    });
    expect(outcome.clock('application.reply')).toMatchObject({
      status: 'met',
      ended: '2025-03-10',
    });
    expect(outcome.warnings('licence/deemed-accepted')).toEqual([]);
  });
  it('runs from the application when the acceptance is late', () => {
    const outcome = accepted('2025-03-11').play();
    expect(outcome.clock('decision')).toMatchObject({
      id: 'decision#1',
      act: 1,
      started: '2025-03-03',
      due: '2025-03-31',
    });
    expect(outcome.clock('application.reply')).toMatchObject({
      status: 'late',
      ended: '2025-03-11',
    });
    expect(outcome.warnings('licence/deemed-accepted')).toEqual([
      { code: 'licence/deemed-accepted', act: 1 },
    ]);
  });
  it('runs from a late acceptance when the application had been sent back in time', () => {
    const outcome = returned(licence, '2025-03-06')
      .add('2025-03-20', 'application.accepted')
      .asOf('2025-03-31 18:00')
      .play();
    expect(outcome.clock('decision')).toMatchObject({ id: 'decision#3', started: '2025-03-20' });
    expect(outcome.warnings('licence/deemed-accepted')).toEqual([]);
  });
  it('looks at the last application', () => {
    const outcome = returned(licence, '2025-03-06')
      .add('2025-03-20', 'application.received', { complete: true })
      .add('2025-03-28', 'application.accepted')
      .asOf('2025-03-31 18:00')
      .play();
    expect(outcome.clock('decision')).toMatchObject({
      id: 'decision#3',
      started: '2025-03-20',
      due: '2025-04-18',
    });
  });
  it('is as long as the extension makes it, wherever it runs from', () => {
    const extended = accepted('2025-03-11').add('2025-03-31', 'decision.extended', {
      days: 10,
      approvedBy: 'h1',
      told: true,
    });
    expect(extended.refusals('decision.extended')).toEqual([]);
    expect(extended.play().clock('decision')).toMatchObject({
      id: 'decision#1',
      length: 30,
      due: '2025-04-15',
    });
    expect(
      accepted('2025-03-11')
        .add('2025-04-01', 'decision.extended', { days: 10, approvedBy: 'h1', told: true })
        .refusals('decision.extended'),
    ).toEqual(['clock/extension-late']);
  });
  it('knows no deemed acceptance of a registration', () => {
    const outcome = received(confirmation).add('2025-03-20', 'application.accepted').play();
    expect(outcome.clock('decision')).toMatchObject({ id: 'decision#2', started: '2025-03-20' });
    expect(outcome.findClock('application.reply')).toBeUndefined();
    expect(outcome.warnings('licence/deemed-accepted')).toEqual([]);
  });
});
