/**
 * Pages of decisions kept as bytes. A kept page is served only while what it was made from is still so: all kept pages are
 * checked against the database together, at most `MOST_AGE_MS` before an answer. So a page that was withdrawn or replaced,
 * by whatever process, is gone within a second; one withdrawn by this process is gone with the commit, for a page is checked
 * again before it is served after anything of its bureau was committed here.
 */
import type { Reader } from './published.views.ts';

/** A page as it is sent. */
export interface KeptPage {
  readonly status: 200 | 410;
  readonly body: Buffer;
  /** With its quotation marks. */
  readonly etag: string;
}

/** Which page: an entry of a bureau, in one of its versions and sizes of type. */
export interface PageKey {
  readonly bureau: string;
  readonly entry: string;
  /** Null for the version that stands. */
  readonly version: number | null;
  readonly large: boolean;
}

interface Slot {
  readonly key: PageKey;
  readonly stamp: string;
  readonly page: KeptPage;
  /** When the stamp was last known to be so, by the clock of the memory. */
  checkedAt: number;
}

export interface PageMemory {
  /** The page if it is kept and its last check is young enough; asks nobody. */
  kept(key: PageKey): KeptPage | null;
  /** The page if it is kept and still good; checks first where the last check is too old. */
  find(key: PageKey): Promise<KeptPage | null>;
  /** The time by the clock of the memory, in milliseconds; to be asked before a stamp is read. */
  now(): number;
  /** Keeps a page made from data read after `stamp` was, which was read after `since`. */
  keep(key: PageKey, stamp: string, page: KeptPage, since: number): void;
  /** Something of the bureau was committed: its pages are checked before they are served again. */
  suspect(bureau: string): void;
}

const MOST_PAGES = 1000;
/** Age of a check in milliseconds, and the least time between two checks of all pages. */
const MOST_AGE_MS = 700;
const LEAST_AGE_MS = 100;

/** `clock` gives milliseconds that never go back. */
export function openPageMemory(db: Reader, clock: () => number): PageMemory {
  const pages = new Map<string, Slot>();
  /** When something of a bureau was last committed here. */
  const suspectedAt = new Map<string, number>();
  let checkedAt = -Infinity;
  let checking: Promise<void> | null = null;

  function isFresh({ key, checkedAt: at }: Slot): boolean {
    return clock() - at <= MOST_AGE_MS && at > (suspectedAt.get(key.bureau) ?? -Infinity);
  }

  async function check(slots: readonly (readonly [name: string, slot: Slot])[]): Promise<void> {
    const began = clock();
    const stamps = await readStamps(
      db,
      slots.map(([, { key }]) => key),
    );
    slots.forEach(([name, slot], index) => {
      if (slot.stamp === stamps[index]) slot.checkedAt = Math.max(slot.checkedAt, began);
      else if (pages.get(name) === slot) pages.delete(name);
    });
  }

  /** All pages at once, unless that was just done: then this one alone. */
  async function recheck(name: string, slot: Slot): Promise<void> {
    if (checking) await checking;
    if (isFresh(slot)) return;
    if (clock() - checkedAt <= LEAST_AGE_MS) return check([[name, slot]]);
    checkedAt = clock();
    checking ??= check([...pages]).finally(() => {
      checking = null;
    });
    await checking;
  }

  return {
    now: clock,
    kept(key) {
      const slot = pages.get(nameOf(key));
      return slot && isFresh(slot) ? slot.page : null;
    },
    async find(key) {
      const name = nameOf(key);
      const slot = pages.get(name);
      if (slot && !isFresh(slot)) await recheck(name, slot);
      return pages.get(name)?.page ?? null;
    },
    keep(key, stamp, page, since) {
      pages.set(nameOf(key), { key, stamp, page, checkedAt: since });
      // The one kept longest goes first.
      for (const name of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(name);
      }
    },
    suspect(bureau) {
      suspectedAt.set(bureau, clock());
    },
  };
}

function nameOf({ bureau, entry, version, large }: PageKey): string {
  return `${bureau}/${entry}/${version ?? ''}${large ? '/large' : ''}`;
}

/**
 * What the pages of these entries are made from: their versions, with `w` and the day for one withdrawn and `p` and the size
 * of the log for one proven. Empty for an entry there never was.
 */
export async function readStamps(
  db: Reader,
  keys: readonly Pick<PageKey, 'bureau' | 'entry'>[],
): Promise<string[]> {
  const rows = await db.query<{ stamp: string | null }>('portal', null, {
    name: 'portal-stamps',
    text: `select (select string_agg(e.version || coalesce('w' || w.withdrawn_on, '') || coalesce('p' || p.tree_size, ''), '.'
          order by e.version)
        from published.entry e
        left join published.withdrawal w
          on w.bureau_id = e.bureau_id and w.entry_id = e.entry_id and w.version = e.version
        left join published.proof p
          on p.bureau_id = e.bureau_id and p.entry_id = e.entry_id and p.version = e.version
        where e.bureau_id = k.bureau and e.entry_id = k.entry) as stamp
      from unnest($1::text[], $2::text[]) with ordinality as k (bureau, entry, place) order by place`,
    values: [keys.map(({ bureau }) => bureau), keys.map(({ entry }) => entry)],
  });
  return rows.map(({ stamp }) => stamp ?? '');
}
