/** What stands published of a matter, and what is kept back. */
import type { Stop } from '../calendar/time-limit.ts';
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import { type Act, type AnyAct, actsOf, has, lastOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';

/** The channels on which something stands published now. */
export function standing(matter: Matter): string[] {
  const channels = new Set<string>();
  for (const act of matter.acts) {
    if (act.code === 'publication.published') channels.add(act.data.channel);
    else if (act.code === 'publication.withdrawn') channels.delete(act.data.channel);
  }
  return [...channels];
}

/** What a review or a decision to withhold found in the text that must not be public as it is. */
export function foundContents(matter: Matter): string[] {
  const reviewed = lastOf(matter, 'publication.reviewed')?.data.contains ?? [];
  return [...reviewed, ...actsOf(matter, 'publication.withheld').map((act) => act.data.ground)];
}

/** A decision to withhold, and the consent or finding that ended it. */
export interface Withholding {
  readonly withheld: Act<'publication.withheld'>;
  readonly consented: Act<'publication.consented'> | null;
}

/** The last decision to withhold; secrets and the like stay withheld whatever anyone consents to (公示规定 art. 5). */
export function lastWithholding(matter: Matter, law: Law): Withholding | null {
  const withheld = lastOf(matter, 'publication.withheld');
  return withheld ? { withheld, consented: consentTo(matter, law, withheld) } : null;
}

function consentTo(
  matter: Matter,
  law: Law,
  withheld: Act<'publication.withheld'>,
): Act<'publication.consented'> | null {
  if (law.value('publish.withheld.absolute', withheld.at.day).includes(withheld.data.ground))
    return null;
  return actsOf(matter, 'publication.consented').find((act) => act.n > withheld.n) ?? null;
}

/** Time a publication clock does not run because the text is lawfully withheld. */
export function withheldStops(matter: Matter, law: Law, day: PlainDate): Stop[] {
  if (law.value('publish.clock.withheld', day) !== 'paused') return [];
  const inclusive = law.value('clock.pause', day) === 'both-inclusive';
  return actsOf(matter, 'publication.withheld').flatMap((withheld) => {
    const end = consentTo(matter, law, withheld);
    const to = end === null ? null : inclusive ? end.at.day : addDays(end.at.day, -1);
    return to !== null && to < withheld.at.day
      ? []
      : [{ ground: 'withheld', from: withheld.at.day, to }];
  });
}

/** Whether the act publishes what its own author checked: the check is a second person's (公示规定 art. 16). */
export function publishesOwnCheck(matter: Matter, { code, by }: AnyAct): boolean {
  const checked = lastOf(matter, 'publication.reviewed')?.by ?? [];
  return code === 'publication.published' && by.some((id) => checked.includes(id));
}

/**
 * Whether the act is entered by somebody of another unit than the one that handles the matter, where the rules in force
 * leave that to the handling unit: 谁执法、谁录入、谁负责. Units are the desk's; scripts of the rehearsal format have none.
 */
export function isEnteredElsewhere(
  code: AnyAct['code'],
  units: { readonly handling: string; readonly entering: string },
  law: Law,
  day: PlainDate,
): boolean {
  return (
    code === 'publication.published' &&
    law.value('publish.enteredBy', day) === 'handling-unit' &&
    units.entering !== units.handling
  );
}

/** Whether what was published is no longer good: the decision was changed, annulled or found unlawful. */
export function isOverturned(matter: Matter): boolean {
  return has(matter, 'decision.overturned');
}
