/** What the bureau's own site shows of a matter: a version for each publication there, and what took it down. */
import { type Moment, momentAt } from '../calendar/moment.ts';
import { type Act, actsOf, type Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';
import { siteChannels } from './channels.ts';

export interface SiteVersion {
  /** From 1, in the order of publication. */
  readonly version: number;
  readonly published: Act<'publication.published'>;
  /** Null while it stands. */
  readonly withdrawn: Act<'publication.withdrawn'> | null;
}

/**
 * The versions on the bureau's site or one that stands in for it, oldest first; other channels are handed over, not shown.
 * A withdrawal takes down every version its channel has shown until then, older ones included. Once the decision has been
 * overturned it takes down whatever the site shows, on whichever of the site's channels: nothing of such a decision may stay
 * public (行政处罚法 art. 48 para. 2, 公示规定 art. 11).
 */
export function siteVersions(matter: Matter, law: Law): SiteVersion[] {
  const isOnSite = ({ at, data }: Act<'publication.published'> | Act<'publication.withdrawn'>) =>
    siteChannels(law, at.day).includes(data.channel);
  const withdrawals = actsOf(matter, 'publication.withdrawn').filter(isOnSite);
  const overturned = actsOf(matter, 'decision.overturned')[0]?.n ?? Infinity;
  return actsOf(matter, 'publication.published')
    .filter(isOnSite)
    .map((published, index) => ({
      version: index + 1,
      published,
      withdrawn:
        withdrawals.find(
          ({ n, data }) =>
            n > published.n && (n > overturned || data.channel === published.data.channel),
        ) ?? null,
    }));
}

/**
 * From when the public saw what the act did. The bureau's own site shows nothing before it is recorded, whatever day the act
 * is given; on other channels, to which things are handed over, the act's own moment counts.
 */
export function shownAt(
  { at, data, recorded }: Act<'publication.published'> | Act<'publication.withdrawn'>,
  law: Law,
): Moment {
  const late = recorded === undefined ? at : momentAt(Date.parse(recorded));
  return late.ms > at.ms && siteChannels(law, at.day).includes(data.channel) ? late : at;
}

/** The version the site shows: the latest that stands; null where none does. */
export function standingVersion(versions: readonly SiteVersion[]): SiteVersion | null {
  return versions.findLast(({ withdrawn }) => withdrawn === null) ?? null;
}
