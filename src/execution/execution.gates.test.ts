/** Carrying out a penalty: collection on the spot, demand, application to the court, closing. */
import { describe } from 'vitest';
import { accepts, refuses } from '../../test/support/judge.ts';
import { contested, penalty, summary } from '../../test/support/lawful.ts';
import type { Data } from '../../test/support/script.ts';

describe('fine/collection-not-allowed', () => {
  const LIMITED: readonly (readonly [
    title: string,
    data: Data,
    penalty: boolean,
    summary: boolean,
  ])[] = [
    ['100 yuan', { amount: 10_000 }, false, true],
    ['one fen more', { amount: 10_001 }, false, false],
    ['one fen more, hard to collect later', { amount: 10_001, ground: 'hard-later' }, false, true],
    ['100 yuan, hard to collect later', { amount: 10_000, ground: 'hard-later' }, false, true],
    [
      'in a remote place at the party’s request',
      { amount: 900_000, ground: 'remote', requested: true },
      true,
      true,
    ],
    [
      'in a remote place, nobody asking',
      { amount: 900_000, ground: 'remote', requested: false },
      false,
      false,
    ],
    ['in a remote place, nothing said', { amount: 900_000, ground: 'remote' }, false, false],
    ['asked for, but no remote place', { amount: 900_000, requested: true }, false, false],
  ];
  for (const [title, data, inPenalty, inSummary] of LIMITED)
    for (const [name, script, allowed] of [
      ['penalty', penalty().upTo('decision.delivered'), inPenalty],
      ['summary', summary().upTo('decision.delivered'), inSummary],
    ] as const) {
      const collected = script.add(
        '2025-03-21 11:00',
        'fine.collected',
        { ...data, receipt: true },
        ['o1'],
      );
      if (allowed) accepts(`${name}: ${title}`, collected, 'fine.collected');
      else refuses(`${name}: ${title}`, collected, 'fine.collected', 'fine/collection-not-allowed');
    }
});

describe('fine/receipt-missing', () => {
  for (const receipt of [false, undefined]) {
    const collect = (amount: number) =>
      summary()
        .upTo('decision.made')
        .add('2025-03-04 10:22', 'fine.collected', { amount, receipt }, ['o1']);
    refuses(
      `no receipt (${String(receipt)})`,
      collect(10_000),
      'fine.collected',
      'fine/receipt-missing',
    );
    refuses(
      `no receipt and too much (${String(receipt)})`,
      collect(10_001),
      'fine.collected',
      'fine/collection-not-allowed',
      'fine/receipt-missing',
    );
  }
});

describe('enforcement', () => {
  // Delivered on Friday 21 March 2025: fifteen days end on Saturday 5 April, in the holiday; payment is due on Monday 7 April.
  const delivered = penalty().upTo('decision.delivered');
  const demand = (at: string, script = delivered) =>
    script.add(at, 'enforcement.demanded', {}, ['o1']);
  refuses(
    'no demand on the last day of payment',
    demand('2025-04-07 23:59'),
    'enforcement.demanded',
    'enforcement/not-due',
  );
  accepts('demand on the day after', demand('2025-04-08 00:00'), 'enforcement.demanded');
  accepts(
    'without moving off the holiday a demand comes two days sooner',
    demand('2025-04-06 00:00', delivered.rules({ 'clock.rollover': 'none' })),
    'enforcement.demanded',
  );
  refuses(
    'but not on the fifteenth day',
    demand('2025-04-05', delivered.rules({ 'clock.rollover': 'none' })),
    'enforcement.demanded',
    'enforcement/not-due',
  );
  const unfined = { penalty: { gains: 100 } };
  accepts(
    'where there is no fine there is nothing to wait for',
    demand('2025-03-22', delivered.with('notice.served', unfined).with('decision.made', unfined)),
    'enforcement.demanded',
  );

  // Demanded on 8 April: the tenth working day is Tuesday 22 April. Six months end on Sunday 21 September, so on the 22nd.
  const apply = (at: string, demandedAt = '2025-04-08') =>
    demand(demandedAt).add(at, 'enforcement.applied', {}, ['o1']);
  refuses(
    'both periods open',
    apply('2025-04-22'),
    'enforcement.applied',
    'enforcement/demand-period-open',
    'enforcement/remedy-period-open',
  );
  refuses(
    'the demand has run out, the time to sue has not',
    apply('2025-04-23'),
    'enforcement.applied',
    'enforcement/remedy-period-open',
  );
  refuses(
    'nor on its last day',
    apply('2025-09-22 23:59'),
    'enforcement.applied',
    'enforcement/remedy-period-open',
  );
  accepts('on the day after', apply('2025-09-23 00:00'), 'enforcement.applied');
  // Demanded on 9 September: with the make-up Sunday 28 September, the tenth working day is Tuesday 23 September.
  refuses(
    'a late demand is waited for too',
    apply('2025-09-23 23:59', '2025-09-09'),
    'enforcement.applied',
    'enforcement/demand-period-open',
  );
  accepts('and then over', apply('2025-09-24 00:00', '2025-09-09'), 'enforcement.applied');
  refuses(
    'a second demand starts anew',
    apply('2025-09-23').before('enforcement.applied', ['enforcement.demanded', {}, ['o1']]),
    'enforcement.applied',
    'enforcement/demand-period-open',
  );
});

describe('case/not-executed', () => {
  const close = penalty().upTo('case.closed');
  refuses(
    'executed, though nothing is recorded',
    close.without('performance.recorded'),
    'case.closed',
    'case/not-executed',
  );
  refuses(
    'executed, though only in part',
    close.with('performance.recorded', { complete: false }),
    'case.closed',
    'case/not-executed',
  );
  refuses(
    'executed, though nobody said that was all',
    close.with('performance.recorded', { complete: undefined }),
    'case.closed',
    'case/not-executed',
  );
  accepts('executed', close, 'case.closed');
  for (const ground of ['court-terminated', 'terminated', 'not-punished', 'other'])
    accepts(
      `closed as ${ground}`,
      close.without('performance.recorded').with('case.closed', { ground }),
      'case.closed',
    );
  accepts(
    'any complete performance will do',
    contested().upTo('case.closed').with('performance.recorded', { what: 'goods' }),
    'case.closed',
  );
});
