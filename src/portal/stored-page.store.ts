/** Pages kept as bytes in `published.page`: written as the role `worker` when something is published, read as `portal`. */
import type { Database } from '../platform/db/pool.ts';
import type { KeptPage, PageKey } from './page-memory.ts';
import { ask, type Reader } from './published.views.ts';

/** Address under which the page of an entry is stored. */
function storedPath(bureau: string, entry: string): string {
  return `/${bureau}/decisions/${entry}`;
}

/** The stored page of an entry whose etag begins with `mark`; null when there is none that is current. */
export async function findStored(
  db: Reader,
  { bureau, entry }: Pick<PageKey, 'bureau' | 'entry'>,
  mark: string,
): Promise<Pick<KeptPage, 'body' | 'etag'> | null> {
  const [row] = await ask<{ body: Buffer; etag: string }>(
    db,
    'stored',
    `select body, etag from published.page where bureau_id = $1 and path = $2 and starts_with(etag, $3)`,
    [bureau, storedPath(bureau, entry), mark],
  );
  return row ?? null;
}

/** Deletes the stored pages of entries that were withdrawn, replaced or proven since they were made; how many. */
export async function deleteStale(db: Pick<Database, 'query'>, bureau: string): Promise<number> {
  const rows = await db.query('worker', bureau, {
    name: 'delete-stale-pages',
    text: `with stamps as (
        select '/' || e.bureau_id || '/decisions/' || e.entry_id as path,
          string_agg(e.version || coalesce('w' || w.withdrawn_on, '') || coalesce('p' || p.tree_size, ''), '.'
            order by e.version) as stamp
        from published.entry e
        left join published.withdrawal w
          on w.bureau_id = e.bureau_id and w.entry_id = e.entry_id and w.version = e.version
        left join published.proof p
          on p.bureau_id = e.bureau_id and p.entry_id = e.entry_id and p.version = e.version
        where e.bureau_id = $1 group by e.bureau_id, e.entry_id)
      delete from published.page using stamps
      where page.bureau_id = $1 and page.path = stamps.path and not starts_with(page.etag, '"' || stamps.stamp || '-')
      returning page.path`,
    values: [bureau],
  });
  return rows.length;
}

/** Entries without a stored page, at most `limit`. */
export async function findUnmade(
  db: Pick<Database, 'query'>,
  bureau: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ entry: string }>('worker', bureau, {
    name: 'find-unmade-pages',
    text: `select distinct e.entry_id as entry from published.entry e
      where e.bureau_id = $1 and not exists (select from published.page p
        where p.bureau_id = e.bureau_id and p.path = '/' || e.bureau_id || '/decisions/' || e.entry_id)
      limit $2`,
    values: [bureau, limit],
  });
  return rows.map(({ entry }) => entry);
}

/** Stores a page where none is; one made of the same meanwhile stays. */
export async function storePage(
  db: Pick<Database, 'query'>,
  bureau: string,
  entry: string,
  { body, etag }: Pick<KeptPage, 'body' | 'etag'>,
  madeAt: Date,
): Promise<void> {
  await db.query('worker', bureau, {
    name: 'store-page',
    text: `insert into published.page (bureau_id, path, body, etag, media_type, made_at)
      values ($1, $2, $3, $4, 'text/html; charset=utf-8', $5)
      on conflict (bureau_id, path) do nothing`,
    values: [bureau, storedPath(bureau, entry), body, etag, madeAt],
  });
}
