/** Publication limits per channel, and the three working days for taking a bad decision down again. */
import type { ClockPlan, ClockTitle } from '../matter/clock.ts';
import { type Act, type AnyAct, actsOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import { publicationStart, requiredChannels } from './channels.ts';
import { standing, withheldStops } from './publication.ts';
import { shownAt } from './site-versions.ts';

/** The clock of each channel the decision must appear on. */
export function publicationClocks(
  matter: Matter,
  law: Law,
  { term, basis }: ClockTitle,
): ClockPlan[] {
  const start = publicationStart(matter, law);
  if (!start) return [];
  const stops = withheldStops(matter, law, start.at.day);
  return requiredChannels(matter, law).map(({ channel, alternatives, limit }) => ({
    name: `publication.${channel}`,
    term,
    kind: 'duty',
    act: start,
    unit: 'working-day',
    length: limit,
    started: start.at.day,
    stops,
    rolls: false,
    ended: asShown(
      actsOf(matter, 'publication.published').find(
        ({ data }) => data.channel === channel || alternatives.includes(data.channel),
      ),
      law,
    ),
    basis,
  }));
}

/** 行政处罚法 art. 48 para. 2: withdraw within three days, which are working days (art. 85). */
export function withdrawalClocks(
  matter: Matter,
  law: Law,
  { term, basis }: ClockTitle,
): ClockPlan[] {
  return actsOf(matter, 'decision.overturned').flatMap((overturned) => {
    const before = until(matter, overturned);
    const open = new Set(standing(before));
    if (open.size === 0) return [];
    return [
      {
        name: 'withdrawal',
        term,
        kind: 'duty' as const,
        act: overturned,
        unit: 'working-day' as const,
        length: law.value('withdrawal.limit', overturned.at.day),
        started: overturned.at.day,
        stops: [],
        rolls: false,
        ended: asShown(lastWithdrawal(matter, overturned, open), law),
        basis,
      },
    ];
  });
}

/** The act at the moment the public saw it, which is what its clock counts. */
function asShown(
  act: Act<'publication.published'> | Act<'publication.withdrawn'> | undefined,
  law: Law,
): AnyAct | null {
  return act ? { ...act, at: shownAt(act, law) } : null;
}

/** The withdrawal after which nothing of `open` stands published any more. */
function lastWithdrawal(
  matter: Matter,
  overturned: AnyAct,
  open: Set<string>,
): Act<'publication.withdrawn'> | undefined {
  for (const act of actsOf(matter, 'publication.withdrawn')) {
    if (act.n < overturned.n) continue;
    open.delete(act.data.channel);
    if (open.size === 0) return act;
  }
  return undefined;
}

/** The matter as it stood when `act` had just been done. */
function until(matter: Matter, act: AnyAct): Matter {
  return { ...matter, acts: matter.acts.filter((earlier) => earlier.n <= act.n) };
}
