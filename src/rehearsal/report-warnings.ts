/** The warnings of a run (closed list of the rehearsal format §12). */
import { type Clock, clockStatus } from '../matter/clock.ts';
import { acceptanceOf } from '../licence/licence.ts';
import { actsOf, has } from '../matter/matter.ts';
import { isHeld } from '../matter/order.ts';
import { lacksText } from '../record/record.ts';
import type { Run } from './play.ts';

export interface Warning {
  readonly code: string;
  readonly act?: number;
  readonly clock?: string;
}

export function warningsOf(run: Run, clocks: readonly Clock[]): Warning[] {
  const { matter, setting } = run;
  const penalty = actsOf(matter, 'decision.made').find((act) => act.data.outcome === 'penalty');
  return [
    ...clocks.flatMap((clock) => clockWarnings(clock, run)),
    ...matter.acts
      .filter((act) => lacksText(act, matter))
      .map(({ n }) => ({ code: 'record/text-missing', act: n })),
    ...actsOf(matter, 'record.av.made')
      .filter(({ data }) => data.gap && !data.gap.reason)
      .map(({ n }) => ({ code: 'record/av-gap-unexplained', act: n })),
    ...(penalty &&
    matter.procedure.id === 'penalty.ordinary' &&
    !has(matter, 'rectification.ordered')
      ? [{ code: 'rectification/missing', act: penalty.n }]
      : []),
    ...(matter.procedure.id === 'licence' ? actsOf(matter, 'application.accepted') : [])
      .map((act) => acceptanceOf(matter, act, setting.law, setting.calendar))
      .filter((act) => act.code === 'application.received')
      .map(({ n }) => ({ code: 'licence/deemed-accepted', act: n })),
  ];
}

function clockWarnings(clock: Clock, { matter, asOf, setting }: Run): Warning[] {
  const status = clockStatus(clock, asOf, setting.calendar);
  const warnings: Warning[] = [];
  if (status === 'late' && clock.ended)
    warnings.push({ code: 'clock/late', act: clock.ended.n, clock: clock.id });
  if (status === 'overdue') warnings.push({ code: 'clock/overdue', clock: clock.id });
  if (clock.dueMoment === null && clock.dueDay === null && clock.count?.open !== 'paused')
    warnings.push({ code: 'calendar/not-published', clock: clock.id });
  if (clock.name === 'seizure' && status === 'lapsed' && isHeld(matter, clock.act.n))
    warnings.push({ code: 'seizure/not-lifted', act: clock.act.n });
  return warnings;
}
