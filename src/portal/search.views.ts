/** Lists and searches, paged by key. */
import { readEntries } from './entry-search.views.ts';
import type { Listing, ListQuery, PageOf } from './listing.ts';
import type { Reader } from './published.views.ts';
import { readSlots } from './slot-list.views.ts';

/** One page of a list. `after` is the `next` of the page before; anything else begins at the beginning. */
export function readList(
  db: Reader,
  bureau: string,
  query: ListQuery,
  page: PageOf,
): Promise<Listing> {
  return query.of === 'slots'
    ? readSlots(db, bureau, query.filter, page)
    : readEntries(db, bureau, query.filter, page);
}
