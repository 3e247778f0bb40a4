/** Guards of the transfer of suspected crimes to the police (移送规定, 行政处罚法 art. 27): no penalty in place of a transfer. */
import { type Gates, lacks, on } from '../matter/attempt.ts';
import { has, lastOf } from '../matter/matter.ts';

export const transferGates = {
  'transfer/pending': on(
    'decision.made',
    ({ data }, { matter }) =>
      data.outcome === 'penalty' &&
      has(matter, 'crime.reported') &&
      lastOf(matter, 'transfer.ordered')?.data.approve !== false,
  ),
  'transfer/reasons-missing': on('transfer.ordered', ({ data }) => !data.approve && !data.reasons),
  'transfer/papers-missing': on('transfer.sent', ({ data }, { law, day }) =>
    lacks(data.papers, law.value('transfer.papers', day)),
  ),
} as const satisfies Gates;
