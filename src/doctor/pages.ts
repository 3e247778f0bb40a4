/** The stored pages of the portal, held against the same pages made anew from what is published. */
import { createHash } from 'node:crypto';
import { momentAt } from '../calendar/moment.ts';
import type { Database } from '../platform/db/pool.ts';
import { linksOf } from '../portal/links.ts';
import type { Portal } from '../portal/portal.ts';
import type { Finding } from './compare.ts';

/** The end of an etag: the hash of the page, and a quotation mark. What stands before it says what the page was made from. */
const HASH_LENGTH = 17;

interface StoredPage extends Record<string, unknown> {
  readonly path: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly made_at: Date;
}

/** Compares every stored page of the bureau that the portal would still serve. */
export async function examinePages(
  db: Database,
  portal: Portal,
  bureau: string,
  tell: (finding: Finding) => void,
): Promise<void> {
  const paths = await db.query<{ path: string }>('auditor', bureau, {
    text: 'select path from published.page where bureau_id = $1 order by path',
    values: [bureau],
  });
  for (const { path } of paths) {
    const [stored] = await db.query<StoredPage>('auditor', bureau, {
      name: 'doctor-page',
      text: 'select path, body, etag, made_at from published.page where bureau_id = $1 and path = $2',
      values: [bureau, path],
    });
    // It may have been removed in the meantime.
    if (stored) await examinePage(portal, bureau, stored, tell);
  }
}

async function examinePage(
  portal: Portal,
  bureau: string,
  { path, body, etag, made_at: madeAt }: StoredPage,
  tell: (finding: Finding) => void,
): Promise<void> {
  const start = `/${bureau}/decisions/`;
  const entry = path.startsWith(start) ? path.slice(start.length) : '';
  const of = await portal.bureau(bureau);
  const site = of && {
    ...portal.site(of, linksOf(bureau, false).entry(entry), false),
    madeAt: momentAt(madeAt.getTime()).text,
  };
  const key = { bureau, entry, version: null, large: false };
  const page = await portal.decisions.make(key, async () => site);
  const at = { table: 'published.page', key: { bureau_id: bureau, path } };
  if (!page) return tell({ ...at, code: 'row-surplus', column: null, expected: null, found: null });
  // Made from something else than is published now, it is served no more, and made again.
  if (etag.slice(0, -HASH_LENGTH) !== page.etag.slice(0, -HASH_LENGTH)) return;
  const differs = (column: string, expected: string, found: string): void =>
    tell({ ...at, code: 'cell-differs', column, expected, found });
  if (etag !== page.etag) differs('etag', page.etag, etag);
  if (!body.equals(page.body)) differs('body', sha256(page.body), sha256(body));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
