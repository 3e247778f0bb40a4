/** The time to put a recording into the store (忻州记录制度 art. 14). */
import { describe, expect, it } from 'vitest';
import { penalty } from '../../test/support/lawful.ts';
import type { Data, Script } from '../../test/support/script.ts';

// Made on Wednesday 5 March 2025: the second working day is Friday 7 March.
const made = penalty()
  .in('xinzhou')
  .upTo('premises.inspected')
  .add('2025-03-05', 'record.av.made', { id: 'av1', of: 3 });
const store = (at: string, remote?: Data) =>
  made.add(at, 'record.av.stored', { id: 'av1', ...(remote && { remote }) });
const clock = (script: Script, asOf = '2025-03-31') => script.asOf(asOf).play().clock('av.store');

describe('[XZ-R-14b] a recording is stored within two working days', () => {
  it.each([
    ['running', made, '2025-03-07'],
    ['overdue', made, '2025-03-08'],
    ['met', store('2025-03-07 23:59'), '2025-03-31'],
    ['late', store('2025-03-08 00:00'), '2025-03-31'],
  ] as const)('%s', (status, script, asOf) => {
    expect(clock(script, asOf)).toMatchObject({
      id: 'av.store#4',
      started: '2025-03-05',
      length: 2,
      unit: 'working-day',
      due: '2025-03-07',
      status,
    });
  });
  it('late, it is warned of', () => {
    expect(store('2025-03-10').play().warnings('clock/late')).toEqual([
      { code: 'clock/late', act: 5, clock: 'av.store#4' },
    ]);
  });
  it('elsewhere there is no such time', () => {
    expect(made.in('licheng').play().findClock('av.store')).toBeUndefined();
    expect(made.rules({ 'av.uploadLimit': 'none' }).play().findClock('av.store')).toBeUndefined();
    expect(
      made.in('national').rules({ 'av.uploadLimit': 1 }).play().clock('av.store'),
    ).toMatchObject({ length: 1, due: '2025-03-06' });
  });
  it('one recording’s store ends no other’s clock', () => {
    const two = made
      .add('2025-03-05', 'record.av.made', { id: 'av2', of: 3 })
      .add('2025-03-06', 'record.av.stored', { id: 'av2' });
    expect(
      two
        .play()
        .printed.clocks.filter(({ name }) => name === 'av.store')
        .map(({ id, ended }) => [id, ended]),
    ).toEqual([
      ['av.store#4', null],
      ['av.store#5', '2025-03-06'],
    ]);
  });
});

describe('[XZ-R-14c] officers far away count from their return', () => {
  const late = '2025-03-12';
  it.each([
    [
      'a reason and a day of return',
      { reason: '边远山区', returnedOn: '2025-03-10' },
      '2025-03-10',
      '2025-03-12',
      'met',
    ],
    [
      'a return a day sooner',
      { reason: '边远山区', returnedOn: '2025-03-09' },
      '2025-03-09',
      '2025-03-11',
      'late',
    ],
    ['no reason', { returnedOn: '2025-03-10' }, '2025-03-05', '2025-03-07', 'late'],
    [
      'an empty reason',
      { reason: '', returnedOn: '2025-03-10' },
      '2025-03-05',
      '2025-03-07',
      'late',
    ],
    ['no day of return', { reason: '边远山区' }, '2025-03-05', '2025-03-07', 'late'],
    [
      'a return before the recording',
      { reason: '边远山区', returnedOn: '2025-03-01' },
      '2025-03-05',
      '2025-03-07',
      'late',
    ],
  ])('%s', (_title, remote, started, due, status) => {
    expect(clock(store(late, remote))).toMatchObject({ started, due, status });
  });
});
