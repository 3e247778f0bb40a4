/** Pages of decisions: made from what is published, found among the stored ones, kept in memory. */
import { createHash } from 'node:crypto';
import type { WorkCalendar } from '../calendar/calendar.ts';
import { plainDate } from '../calendar/plain-date.ts';
import { citeInFull } from '../rule/cite.ts';
import type { Law } from '../rule/law.ts';
import { explainDay, workingDaysUntil } from './explained-day.ts';
import { publicationLimit, remediesOf } from './law-in-force.ts';
import { type KeptPage, type PageKey, type PageMemory, readStamps } from './page-memory.ts';
import { DecisionPage } from './pages/decision.page.tsx';
import { WithdrawnPage } from './pages/withdrawn.page.tsx';
import { renderPage } from './parts/page.tsx';
import {
  type EntryVersion,
  currentVersion,
  type Reader,
  readEntry,
  readNumber,
  readVersions,
} from './published.views.ts';
import type { Site } from './site.ts';
import type { SlotState } from './slot.ts';
import { findStored } from './stored-page.store.ts';

export interface DecisionPagesWorld {
  readonly db: Reader;
  readonly memory: PageMemory;
  /** Changes whenever pages made earlier would look different now. */
  readonly release: string;
  readonly calendar: WorkCalendar;
  readonly law: (pack: string) => Law;
  /** Full titles of instruments by the short names rules cite. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface DecisionPages {
  /** The page of an entry if it is kept and need not be checked. */
  kept(key: PageKey): KeptPage | null;
  /** The page of an entry; null when there never was one. */
  find(key: PageKey, site: SiteOf): Promise<KeptPage | null>;
  /** The page made anew. */
  make(key: PageKey, site: SiteOf): Promise<KeptPage | null>;
}

/** What the page needs to know of its bureau; asked only when it is made. Null for an unknown bureau. */
export type SiteOf = () => Promise<Site | null>;

export function createDecisionPages(world: DecisionPagesWorld): DecisionPages {
  const { db, memory } = world;

  async function stampOf(key: PageKey): Promise<string> {
    const [stamp = ''] = await readStamps(db, [key]);
    return stamp;
  }

  async function makeFrom(stamp: string, key: PageKey, siteOf: SiteOf): Promise<KeptPage | null> {
    const site = await siteOf();
    const content = site && (await contentOf(world, key, site));
    if (!content) return null;
    const hash = createHash('sha256').update(content.body).digest('base64url').slice(0, 16);
    return { ...content, etag: `${markOf(stamp, world.release)}${hash}"` };
  }

  return {
    kept: (key) => memory.kept(key),
    async find(key, site) {
      const kept = await memory.find(key);
      if (kept) return kept;
      // Read before what the page is made from: whatever changes in between makes the next check drop it.
      const since = memory.now();
      const stamp = await stampOf(key);
      if (stamp === '') return null;
      const stored =
        key.version === null && !key.large
          ? await findStored(db, key, markOf(stamp, world.release))
          : null;
      const found: KeptPage | null = stored
        ? { ...stored, status: isWithdrawn(stamp) ? 410 : 200 }
        : await makeFrom(stamp, key, site);
      if (found) memory.keep(key, stamp, found, since);
      return found;
    },
    async make(key, site) {
      const stamp = await stampOf(key);
      return stamp === '' ? null : makeFrom(stamp, key, site);
    },
  };
}

/** Whether every version of a stamp was withdrawn. */
function isWithdrawn(stamp: string): boolean {
  return stamp.split('.').every((version) => version.includes('w'));
}

/** The beginning of the etag of a page made from that; it holds the stamp in the clear. */
function markOf(stamp: string, release: string): string {
  return `"${stamp}-${release}-`;
}

async function contentOf(
  world: DecisionPagesWorld,
  { bureau, entry, version }: PageKey,
  site: Site,
): Promise<Pick<KeptPage, 'status' | 'body'> | null> {
  const versions = await readVersions(world.db, bureau, entry);
  const current = currentVersion(versions);
  const wanted = version === null ? current : versions.find((one) => one.version === version);
  if (!wanted) return null;
  if (isGone(wanted)) {
    const number = await readNumber(world.db, bureau, entry);
    const replacedBy = !current || current.withdrawnOn !== null ? null : site.links.entry(entry);
    const view = { number: number ?? '', version: wanted, replacedBy };
    return { status: 410, body: renderPage(WithdrawnPage({ site, view })) };
  }
  const found = await readEntry(world.db, bureau, entry, wanted.version);
  if (!found) return null;
  const law = world.law(site.bureau.pack);
  const limit = publicationLimit(law, found.kind, found.channel, found.decidedOn);
  const first = versions[0]?.publishedOn ?? found.publishedOn;
  const state: SlotState = found.dueOn !== null && first > found.dueOn ? 'late' : 'on-time';
  const view = {
    entry: found,
    state,
    versions,
    remedies: remediesOf(law, plainDate(found.decidedOn)),
    publishedAfter: workingDaysUntil(found.decidedOn, found.publishedOn, world.calendar),
    due: limit && {
      explained:
        found.dueOn === null ? null : explainDay(found.decidedOn, found.dueOn, world.calendar),
      limit: limit.days,
      basis: limit.basis.map((basis) => citeInFull(basis, world.titles)),
    },
  };
  return { status: 200, body: renderPage(DecisionPage({ site, view })) };
}

function isGone(version: EntryVersion): version is EntryVersion & { readonly withdrawnOn: string } {
  return version.withdrawnOn !== null;
}
