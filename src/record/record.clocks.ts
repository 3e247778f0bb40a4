/** The time within which a recording must be in the store, where the bureau sets one (忻州记录制度 art. 14). */
import { parsePlainDate } from '../calendar/plain-date.ts';
import type { ClockPlan, ClockTitle } from '../matter/clock.ts';
import { actsOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';

/**
 * One clock a recording. Officers away in remote places, with a reason and the day of return on
 * record, count from that day.
 */
export function storeClocks(matter: Matter, law: Law, { term, basis }: ClockTitle): ClockPlan[] {
  return actsOf(matter, 'record.av.made').flatMap((made) => {
    const limit = law.value('av.uploadLimit', made.at.day);
    if (limit === 'none') return [];
    const stored = actsOf(matter, 'record.av.stored').find((act) => act.data.id === made.data.id);
    const remote = stored?.data.remote;
    const returned = remote?.reason && remote.returnedOn ? parsePlainDate(remote.returnedOn) : null;
    return [
      {
        name: 'av.store',
        term,
        kind: 'duty' as const,
        act: made,
        unit: 'working-day' as const,
        length: limit,
        started: returned !== null && returned > made.at.day ? returned : made.at.day,
        stops: [],
        rolls: false,
        ended: stored ?? null,
        basis,
      },
    ];
  });
}
