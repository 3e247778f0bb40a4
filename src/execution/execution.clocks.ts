/** The three months to apply to the court after the time for going to court has run out (行政强制法 art. 53). */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { ClockPlan, ClockTitle } from '../matter/clock.ts';
import { actsOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';

/** One clock, made by the application; `courtDue` tells when the time to sue ends that a delivery started, undefined where it started none. */
export function applyClocks(
  matter: Matter,
  law: Law,
  { term, basis }: ClockTitle,
  courtDue: (n: number) => PlainDate | null | undefined,
): ClockPlan[] {
  return actsOf(matter, 'enforcement.applied').flatMap((applied) => {
    const delivered = actsOf(matter, 'decision.delivered').findLast((act) => act.n < applied.n);
    const started = delivered && courtDue(delivered.n);
    if (!delivered || started === undefined) return [];
    return [
      {
        name: 'apply',
        term,
        kind: 'duty' as const,
        act: delivered,
        unit: 'month' as const,
        length: law.value('apply.limit', applied.at.day),
        started,
        stops: [],
        rolls: false,
        ended: applied,
        basis,
      },
    ];
  });
}
