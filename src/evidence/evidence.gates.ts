/** Guards of evidence and measures: rights told, preservation, seizure. */
import { type Attempt, type Gate, type Gates, lacks, on } from '../matter/attempt.ts';
import { isAfterDue } from '../matter/clock.ts';
import { findClock } from '../matter/clocks.ts';
import { actsOf, type Matter } from '../matter/matter.ts';
import { isHeld, isResolved } from '../matter/order.ts';

/** Rights are told once, at the first inspection or taking of evidence; each seizure tells them anew. */
const rightsNotTold: Gate = ({ act, matter }) => {
  if (act.code === 'seizure.ordered') return act.data.rightsTold !== true;
  const told = (data: { rightsTold?: boolean }) => data.rightsTold === true;
  if ('rightsTold' in act.data && told(act.data)) return false;
  return ![...actsOf(matter, 'premises.inspected'), ...actsOf(matter, 'evidence.recorded')].some(
    (earlier) => told(earlier.data),
  );
};

const hasLapsed = (attempt: Attempt, clock: 'preservation' | 'seizure', n: number): boolean => {
  const found = findClock(attempt.matter, attempt, clock, n);
  return found !== undefined && isAfterDue(found, attempt.act.at);
};

const overLimit: Gate = ({ act, matter, law, day }) => {
  if (act.code === 'seizure.ordered') return act.data.days > law.value('seizure.limit', day);
  if (act.code !== 'seizure.extended') return false;
  const extended = actsOf(matter, 'seizure.extended').some(
    (earlier) => earlier.data.of === act.data.of,
  );
  return extended || act.data.days > law.value('seizure.extension', day);
};

export const evidenceGates = {
  'rights/not-told': rightsNotTold,
  'preservation/lapsed': on('preservation.resolved', ({ data }, attempt) =>
    hasLapsed(attempt, 'preservation', data.of),
  ),
  'seizure/no-authority': on('seizure.ordered', ({ data }) => !data.authority),
  'seizure/over-limit': overLimit,
  'seizure/papers-not-delivered': on('seizure.ordered', ({ data }, { law, day }) =>
    lacks(data.papers, law.value('seizure.papers', day)),
  ),
  'seizure/object-not-allowed': on('seizure.ordered', ({ data }) =>
    (data.objects ?? []).some((object) => object.related === false || object.livelihood === true),
  ),
  'seizure/lapsed': on('seizure.disposed', ({ data }, attempt) =>
    hasLapsed(attempt, 'seizure', data.of),
  ),
  'measure/unresolved': (attempt) => unresolvedMeasures(attempt.matter, attempt).length > 0,
} as const satisfies Gates;

/** Positions of seizures still held and of preservations neither resolved nor lapsed at the moment of the attempt. */
export function unresolvedMeasures(
  matter: Matter,
  attempt: Omit<Attempt, 'matter' | 'row'>,
): number[] {
  const seizures = actsOf(matter, 'seizure.ordered').filter(({ n }) => isHeld(matter, n));
  const preservations = actsOf(matter, 'preservation.ordered').filter(({ n }) => {
    const clock = findClock(matter, attempt, 'preservation', n);
    return !isResolved(matter, n) && !(clock && isAfterDue(clock, attempt.act.at));
  });
  return [...seizures, ...preservations].map(({ n }) => n);
}
