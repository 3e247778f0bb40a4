/**
 * Pages of decisions kept as bytes. A kept page is served only while what it was made from is still so: all kept pages are
 * checked against the database together, at most `MOST_AGE_MS` before an answer, and sooner when this process has committed
 * something of the bureau. So a page that was withdrawn or replaced, by whatever process, is gone within a second.
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
}

export interface PageMemory {
  /** The page if it is kept and the last check is young enough; asks nobody. */
  kept(key: PageKey): KeptPage | null;
  /** The page if it is kept and still good; checks first where the last check is too old. */
  find(key: PageKey): Promise<KeptPage | null>;
  /** Keeps a page made from data read after `stamp` was. */
  keep(key: PageKey, stamp: string, page: KeptPage): void;
  /** Something of the bureau was committed: its pages are checked before they are served again. */
  suspect(bureau: string): void;
}

const MOST_PAGES = 1000;
/** Age of a check in milliseconds, and the least time between two. */
const MOST_AGE_MS = 700;
const LEAST_AGE_MS = 100;

/** `clock` gives milliseconds that never go back. */
export function openPageMemory(db: Reader, clock: () => number): PageMemory {
  const pages = new Map<string, Slot>();
  let checkedAt = clock();
  let suspected = false;
  let checking: Promise<void> | null = null;

  async function check(): Promise<void> {
    const began = clock();
    suspected = false;
    const slots = [...pages];
    const stamps = await readStamps(
      db,
      slots.map(([, { key }]) => key),
    );
    slots.forEach(([name, slot], index) => {
      if (slot.stamp !== stamps[index] && pages.get(name) === slot) pages.delete(name);
    });
    checkedAt = began;
  }

  function isDue(): boolean {
    return clock() - checkedAt > (suspected ? LEAST_AGE_MS : MOST_AGE_MS);
  }

  return {
    kept(key) {
      return isDue() ? null : (pages.get(nameOf(key))?.page ?? null);
    },
    async find(key) {
      if (pages.size > 0 && isDue()) {
        checking ??= check().finally(() => {
          checking = null;
        });
        await checking;
      }
      return pages.get(nameOf(key))?.page ?? null;
    },
    keep(key, stamp, page) {
      if (pages.size === 0) checkedAt = clock();
      pages.set(nameOf(key), { key, stamp, page });
      // The one kept longest goes first.
      for (const name of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(name);
      }
    },
    suspect(bureau) {
      for (const { key } of pages.values())
        if (key.bureau === bureau) {
          suspected = true;
          return;
        }
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
