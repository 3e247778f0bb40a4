/** Guards of random inspections (国办发〔2024〕54号): published items, the yearly cap, the draw, the notice. */
import { type Gates, on } from '../matter/attempt.ts';
import { has } from '../matter/matter.ts';

export const inspectionGates = {
  'inspection/item-not-published': on(
    'inspection.approved',
    ({ data }, { lists }) => !lists.inspectionItems.includes(data.item),
  ),
  'inspection/over-frequency': on(
    'inspection.approved',
    ({ data }, { lists }) => lists.frequencyCap !== null && data.doneThisYear >= lists.frequencyCap,
  ),
  'inspection/not-random': on('inspection.drawn', ({ data }) => data.method !== 'random'),
  'inspection/not-notified': ({ matter, law, day }) =>
    law.value('inspection.notice', day) &&
    day >= law.value('inspection.notice.since', day) &&
    !has(matter, 'inspection.notified'),
} as const satisfies Gates;
