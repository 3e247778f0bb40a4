/** Feed and site maps: what changed, and where everything is. Pure. */
import type { PublishedBureau } from './published.views.ts';
import type { ListedSlot } from './listing.ts';
import { plain, withCommas } from './words.ts';

/** Text in XML: escaped, without the characters XML cannot hold. */
function xml(text: string): string {
  return plain(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An Atom feed (RFC 4287) of what was published last. `origin` has no slash at its end. */
export function atomFeed(
  origin: string,
  bureau: PublishedBureau,
  title: string,
  rows: readonly ListedSlot[],
  now: string,
): string {
  const base = `${origin}/${bureau.id}`;
  const updated = rows[0]?.slot.publishedOn;
  const entries = rows.flatMap(({ slot, entry }) => {
    if (!entry || slot.entry === null || slot.publishedOn === null) return [];
    const page = `${base}/decisions/${slot.entry}`;
    return [
      `<entry><id>${xml(page)}</id><title>${xml(entry.title)}</title><link href="${xml(page)}"/>` +
        `<updated>${slot.publishedOn}T00:00:00+08:00</updated>` +
        `<summary>${xml(`${slot.number} ${entry.violation}。${withCommas(entry.penalty)}`)}</summary></entry>`,
    ];
  });
  return (
    `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>${xml(base)}</id>` +
    `<title>${xml(title)}</title><link href="${xml(base)}"/><link rel="self" href="${xml(`${base}/feed.atom`)}"/>` +
    `<updated>${updated === null || updated === undefined ? now : `${updated}T00:00:00+08:00`}</updated>` +
    `<author><name>${xml(bureau.name)}</name></author>${entries.join('')}</feed>`
  );
}

/** An index of site maps (sitemaps.org). */
export function siteMapIndex(maps: readonly string[]): string {
  const listed = maps.map((map) => `<sitemap><loc>${xml(map)}</loc></sitemap>`).join('');
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed}</sitemapindex>`;
}

/** A site map; the days are when what is there was published. */
export function siteMap(
  pages: readonly { readonly address: string; readonly day: string | null }[],
): string {
  const listed = pages
    .map(
      ({ address, day }) =>
        `<url><loc>${xml(address)}</loc>${day === null ? '' : `<lastmod>${day}</lastmod>`}</url>`,
    )
    .join('');
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed}</urlset>`;
}
