/** The portal for machines: all numbers page by page, a feed, site maps. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { momentAt } from '../calendar/moment.ts';
import { slotData } from './data.ts';
import { atomFeed, siteMap, siteMapIndex } from './feeds.ts';
import type { Portal } from './portal.ts';
import { SITE } from './portal.texts.ts';
import { readFigures, readYears } from './published.views.ts';
import { atBureau, fieldsOf, one } from './request-fields.ts';
import { readList } from './search.views.ts';
import { sendMedia } from './send.ts';
import { coverageRate, onTimeRate } from './slot.ts';

/** Numbers on a page of data, and decisions in the feed. */
const DATA_PAGE = 500;
const FEED_PAGE = 30;
/** A site map may hold 50,000 addresses; a year of a bureau is far below. */
const MAP_PAGE = 50_000;

export function dataRoutes(app: FastifyInstance, portal: Portal, publicUrl: string | null): void {
  const { db } = portal;
  const today = () => momentAt(portal.now()).day;
  const origin = (request: FastifyRequest) => publicUrl ?? `${request.protocol}://${request.host}`;
  const everything = (year: number | null) => ({
    of: 'slots' as const,
    filter: { word: null, year, serial: null, states: [] },
  });

  app.get('/:bureau/decisions.json', (request, reply) =>
    atBureau(portal, request, reply, async ({ bureau }) => {
      const fields = fieldsOf(request);
      const day = today();
      const asked = one(fields, 'year');
      const year = /^(19|20)\d{2}$/.test(asked) ? Number(asked) : null;
      const after = one(fields, 'after');
      const [listing, figures] = await Promise.all([
        readList(db, bureau.id, everything(year), {
          after: after === '' ? null : after,
          size: DATA_PAGE,
          today: day,
        }),
        year === null ? null : readFigures(db, bureau.id, year, day),
      ]);
      const next = new URLSearchParams({
        ...(year === null ? {} : { year: asked }),
        after: listing.next ?? '',
      }).toString();
      const body = {
        bureau: { id: bureau.id, name: bureau.name },
        asOf: day,
        ...(figures
          ? {
              figures: { ...figures, onTime: onTimeRate(figures), coverage: coverageRate(figures) },
            }
          : {}),
        numbers: listing.rows.map((row) => slotData(bureau.id, row, day)),
        next: listing.next === null ? null : `/${bureau.id}/decisions.json?${next}`,
      };
      return sendMedia(request, reply, 'application/json; charset=utf-8', JSON.stringify(body));
    }),
  );
  app.get('/:bureau/feed.atom', (request, reply) =>
    atBureau(portal, request, reply, async ({ bureau }) => {
      const day = today();
      const { rows } = await readList(
        db,
        bureau.id,
        {
          of: 'entries',
          filter: { runs: [], code: null, partyKind: null, from: null, to: day },
        },
        { after: null, size: FEED_PAGE, today: day },
      );
      const title = `${bureau.name}${SITE.system}`;
      const feed = atomFeed(origin(request), bureau, title, rows, momentAt(portal.now()).text);
      return sendMedia(request, reply, 'application/atom+xml; charset=utf-8', feed);
    }),
  );
  app.get('/sitemap.xml', async (request, reply) => {
    const maps: string[] = [];
    for (const { id } of await portal.bureaus()) {
      maps.push(`${origin(request)}/${id}/sitemap.xml`);
      for (const year of await readYears(db, id))
        maps.push(`${origin(request)}/${id}/sitemap.xml?year=${year}`);
    }
    return sendMedia(request, reply, 'application/xml; charset=utf-8', siteMapIndex(maps));
  });
  app.get('/:bureau/sitemap.xml', (request, reply) =>
    atBureau(portal, request, reply, async ({ bureau, links }) => {
      const asked = one(fieldsOf(request), 'year');
      const at = (path: string) => `${origin(request)}${path}`;
      if (!/^(19|20)\d{2}$/.test(asked)) {
        const fixed = [links.home(), links.list(), links.check(), links.notices(), links.about()];
        const pages = fixed.map((path) => ({ address: at(path), day: null }));
        return sendMedia(request, reply, 'application/xml; charset=utf-8', siteMap(pages));
      }
      const { rows } = await readList(db, bureau.id, everything(Number(asked)), {
        after: null,
        size: MAP_PAGE,
        today: today(),
      });
      const pages = rows.flatMap(({ slot, entry }) =>
        entry && slot.entry !== null
          ? [{ address: at(links.entry(slot.entry)), day: slot.publishedOn }]
          : [],
      );
      return sendMedia(request, reply, 'application/xml; charset=utf-8', siteMap(pages));
    }),
  );
  app.get('/robots.txt', (request, reply) =>
    sendMedia(
      request,
      reply,
      'text/plain; charset=utf-8',
      `User-agent: *\nDisallow: /desk\nDisallow: /api/\nSitemap: ${origin(request)}/sitemap.xml\n`,
    ),
  );
}
