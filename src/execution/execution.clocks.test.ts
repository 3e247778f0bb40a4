/** The three months to apply to the court, and fines paid before the decision is delivered (rehearsal format §7). */
import { describe, expect, it } from 'vitest';
import { penalty, summary } from '../../test/support/lawful.ts';

// Delivered on 21 March 2025; the time to sue ends on Monday 22 September.
const demanded = penalty()
  .upTo('decision.delivered')
  .add('2025-04-08', 'enforcement.demanded', {}, ['o1']);
const apply = (at: string) => demanded.add(at, 'enforcement.applied', {}, ['o1']).asOf(at);

describe('application to the court', () => {
  it.each([
    ['2025-09-23', 'met'],
    ['2025-12-22 23:59', 'met'],
    ['2025-12-23 00:00', 'late'],
  ])('%s: %s', (at, status) => {
    expect(apply(at).play().clock('apply')).toMatchObject({
      id: 'apply#16',
      act: 16,
      unit: 'month',
      length: 3,
      started: '2025-09-22',
      due: '2025-12-22',
      ended: at.slice(0, 10),
      status,
    });
  });
  it('starts no clock before it is made', () => {
    expect(demanded.asOf('2026-06-30').play().findClock('apply')).toBeUndefined();
    expect(apply('2025-09-22').play().findClock('apply')).toBeUndefined();
  });
  it('a last day that is a make-up Saturday stays', () => {
    const late = penalty()
      .upTo('decision.delivered')
      .at('decision.made', '2025-08-29')
      .at('decision.delivered', '2025-08-29')
      .with('decision.delivered', { method: 'mail', evidence: ['receipt'] });
    expect(late.play().clock('court')).toMatchObject({
      started: '2025-08-29',
      due: '2026-02-28',
      rolled: 0,
    });
  });
});

describe('a fine collected on the spot before the decision is handed over', () => {
  it('is paid', () => {
    const collected = summary()
      .upTo('decision.delivered')
      .before('decision.delivered', ['fine.collected', { amount: 10_000, receipt: true }, ['o1']])
      .with('decision.made', { penalty: { fine: 10_000 } });
    expect(collected.asOf('2025-06-30').play().clock('payment')).toMatchObject({
      id: 'payment#5',
      status: 'met',
      ended: '2025-03-04',
    });
  });
});
