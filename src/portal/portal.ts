/** The portal of one process: what its pages are made with, and the pages of decisions made and kept. No rules here. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { momentAt } from '../calendar/moment.ts';
import type { Database } from '../platform/db/pool.ts';
import type { PackStore } from '../platform/rules/pack-store.ts';
import { titlesOf } from '../rule/cite.ts';
import type { Pack } from '../rule/pack.ts';
import { createDecisionPages, type DecisionPages } from './decision-pages.service.ts';
import { linksOf } from './links.ts';
import { openPageMemory } from './page-memory.ts';
import { type PublishedBureau, readBureaus } from './published.views.ts';
import { readCommonWords } from './entry-search.views.ts';
import { type Facets, readFacets } from './facets.views.ts';
import type { Site } from './site.ts';
import { deleteStale, findUnmade, storePage } from './stored-page.store.ts';

export interface PortalWorld {
  readonly db: Database;
  readonly packs: PackStore;
  readonly root: string;
  readonly now: () => number;
  onCommit(listener: (bureau: string) => void): void;
}

export interface Portal {
  readonly db: Database;
  readonly pack: Pack;
  readonly packHash: string;
  readonly now: () => number;
  readonly decisions: DecisionPages;
  /** The style sheet and its address, which changes with it. */
  readonly style: { readonly path: string; readonly sheet: string };
  /** All bureaus, as of at most a second ago. */
  bureaus(): Promise<readonly PublishedBureau[]>;
  bureau(id: string): Promise<PublishedBureau | null>;
  /** Words not worth looking up in the bureau's decisions, as of some minutes ago. */
  commonWords(bureau: string): Promise<ReadonlySet<string>>;
  /** How many decisions stand behind each box beside the list, as of `today` and of at most a minute ago. */
  facets(bureau: string, today: string): Promise<Facets>;
  /** What a page at `path` of the bureau needs. */
  site(bureau: PublishedBureau, path: string, large: boolean): Site;
  /** Stores the pages of what was published, withdrawn or proven since the last call; how many were made. */
  storePages(bureau: string): Promise<number>;
}

interface Counted {
  readonly at: number;
  readonly today: string;
  readonly facets: Promise<Facets>;
}

const BELIEVED_MS = 500;
/** Which words are common changes slowly, and only how long a search takes depends on it. */
const COMMON_MS = 600_000;
/** Counting reads every number, so it is done once for many visitors; what the bureau does itself shows at once. */
const FACETS_MS = 60_000;
const PAGES_A_CALL = 500;

/** Reads the style sheet; connects to nothing yet. */
export function openPortal(world: PortalWorld): Portal {
  const { db, packs, root, now } = world;
  const { pack, hash: packHash } = packs.current;
  const folder = join(root, 'src', 'portal');
  const sheet = readStyle(folder);
  const style = { path: `/portal/style-${digest(sheet)}.css`, sheet };
  const memory = openPageMemory(db, () => performance.now());
  const counted = new Map<string, Counted>();
  world.onCommit((bureau) => {
    memory.suspect(bureau);
    counted.delete(bureau);
  });
  const decisions = createDecisionPages({
    db,
    memory,
    release: digest(`${fingerprint(folder)} ${packHash}`),
    calendar: pack.calendar,
    law: (id) => pack.law(id),
    titles: titlesOf(pack),
  });
  const common = new Map<
    string,
    { readonly at: number; readonly words: Promise<ReadonlySet<string>> }
  >();
  let known: { readonly at: number; readonly bureaus: Promise<readonly PublishedBureau[]> } | null =
    null;

  function bureaus(): Promise<readonly PublishedBureau[]> {
    if (known && performance.now() - known.at < BELIEVED_MS) return known.bureaus;
    const asked = { at: performance.now(), bureaus: readBureaus(db) };
    known = asked;
    asked.bureaus.catch(() => {
      if (known === asked) known = null;
    });
    return asked.bureaus;
  }

  async function find(id: string): Promise<PublishedBureau | null> {
    return (await bureaus()).find((one) => one.id === id) ?? null;
  }

  function commonWords(id: string): Promise<ReadonlySet<string>> {
    const read = common.get(id);
    if (read && performance.now() - read.at < COMMON_MS) return read.words;
    const asked = { at: performance.now(), words: readCommonWords(db, id) };
    common.set(id, asked);
    asked.words.catch(() => common.delete(id));
    return asked.words;
  }

  function facets(id: string, today: string): Promise<Facets> {
    const read = counted.get(id);
    if (read?.today === today && performance.now() - read.at < FACETS_MS) return read.facets;
    const asked = { at: performance.now(), today, facets: readFacets(db, id, today) };
    counted.set(id, asked);
    asked.facets.catch(() => counted.delete(id));
    return asked.facets;
  }

  function site(of: PublishedBureau, path: string, large: boolean): Site {
    return {
      bureau: of,
      links: linksOf(of.id, large),
      large,
      path,
      madeAt: momentAt(now()).text,
      style: style.path,
    };
  }

  return {
    db,
    pack,
    packHash,
    now,
    decisions,
    style,
    bureaus,
    bureau: find,
    commonWords,
    facets,
    site,
    async storePages(id) {
      const of = await find(id);
      if (!of) return 0;
      await deleteStale(db, id);
      let made = 0;
      for (const entry of await findUnmade(db, id, PAGES_A_CALL)) {
        const key = { bureau: id, entry, version: null, large: false };
        const links = linksOf(id, false);
        const at = now();
        const page = await decisions.make(key, async () => ({
          ...site(of, links.entry(entry), false),
          madeAt: momentAt(at).text,
        }));
        if (!page) continue;
        await storePage(db, id, entry, page, new Date(at));
        made += 1;
      }
      return made;
    },
  };
}

/** The parts of the style sheet, later ones over earlier ones. */
const SHEETS = ['base', 'parts', 'home', 'list', 'decision', 'texts', 'narrow', 'print'] as const;

/** The parts of the style sheet in order, without comments and indentation. */
function readStyle(folder: string): string {
  return SHEETS.map((name) => readFileSync(join(folder, 'style', `${name}.css`), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\n\s*/g, '\n')
    .trim();
}

/** Of everything a page is made of: pages stored by an older program are made again. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(ts|tsx|css)$/.test(file) && !file.includes('.test.'))
      hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
