/** Guards of carrying out: collecting a fine on the spot, demand, application to the court, closing (行政处罚法 art. 66–72, 行政强制法 art. 53, 54). */
import { type Attempt, type Gate, type Gates, on } from '../matter/attempt.ts';
import { mayBeRunning } from '../matter/clock.ts';
import { findClock } from '../matter/clocks.ts';
import { actsOf, lastOf } from '../matter/matter.ts';

/** 行政处罚法 art. 68, 69: up to the small amount or where it could hardly be collected later, both only in summary procedure; in remote places at the party's request. */
const collectionNotAllowed: Gate = on('fine.collected', ({ data }, { matter, law, day }) => {
  if (data.ground === 'remote' && data.requested === true) return false;
  if (matter.procedure.id !== 'penalty.summary') return true;
  return data.amount > law.value('collection.amount', day) && data.ground !== 'hard-later';
});

/** Whether the clock that the last act of that code started may still be running. */
function isRunning(
  attempt: Attempt,
  name: string,
  starter: 'decision.delivered' | 'enforcement.demanded',
): boolean {
  const started = lastOf(attempt.matter, starter);
  const clock = started && findClock(attempt.matter, attempt, name, started.n);
  return clock !== undefined && mayBeRunning(clock, attempt.act.at);
}

export const executionGates = {
  'fine/collection-not-allowed': collectionNotAllowed,
  'fine/receipt-missing': on('fine.collected', ({ data }) => data.receipt !== true),
  'enforcement/not-due': (attempt) => isRunning(attempt, 'payment', 'decision.delivered'),
  'enforcement/demand-period-open': (attempt) =>
    isRunning(attempt, 'demand', 'enforcement.demanded'),
  'enforcement/remedy-period-open': (attempt) => isRunning(attempt, 'court', 'decision.delivered'),
  'case/not-executed': on(
    'case.closed',
    ({ data }, { matter }) =>
      data.ground === 'executed' &&
      !actsOf(matter, 'performance.recorded').some((act) => act.data.complete === true),
  ),
} as const satisfies Gates;
