/** What lists of decisions ask for and show. Pure. */
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import type { SearchQuery } from './search-query.ts';
import type { Slot, SlotState } from './slot.ts';

/** What a published decision shows in a list. */
export interface ListedEntry {
  readonly title: string;
  readonly party: string;
  readonly violation: string;
  readonly penalty: string;
}

/** A place with what stands published there. */
export interface ListedSlot {
  readonly slot: Slot;
  readonly entry: ListedEntry | null;
}

export interface Listing {
  readonly rows: readonly ListedSlot[];
  /** Where the next page goes on; null on the last. */
  readonly next: string | null;
}

export interface SlotFilter {
  readonly word: string | null;
  readonly year: number | null;
  readonly serial: number | null;
  /** Empty for all. */
  readonly states: readonly SlotState[];
}

export interface EntryFilter {
  readonly runs: readonly (readonly string[])[];
  readonly code: string | null;
  readonly partyKind: string | null;
  /** Days of publication, both included. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** What is asked of a list: places by number, or entries by what they say. */
export type ListQuery =
  | { readonly of: 'slots'; readonly filter: SlotFilter }
  | { readonly of: 'entries'; readonly filter: EntryFilter };

/** A row of any list as it is read. */
export type ListedRow = Slot & {
  readonly title: string | null;
  readonly party: string;
  readonly violation: string;
  readonly penalty: string;
  /** The day its standing version was published, by which entries are listed; absent from lists of places. */
  readonly listedOn?: string;
};

/** What `query` and the boxes beside it ask for. Whoever asks by party, words or days asks among what is published. */
export function listQuery(
  query: SearchQuery,
  boxes: Omit<EntryFilter, 'runs' | 'code'> & {
    readonly states: readonly SlotState[];
    readonly year: number | null;
  },
): ListQuery {
  const { states, year, ...rest } = boxes;
  const entries = (runs: EntryFilter['runs'], code: string | null): ListQuery => ({
    of: 'entries',
    filter: { runs, code, ...withinYear(rest, year) },
  });
  const chosen = rest.partyKind !== null || rest.from !== null || rest.to !== null;
  switch (query.kind) {
    case 'words':
      return entries(query.runs, null);
    case 'code':
      return entries([], query.code);
    case 'numbers':
      return {
        of: 'slots',
        filter: { word: query.word, year: query.year ?? year, serial: query.serial, states },
      };
    case 'number':
    case 'nothing':
      return chosen
        ? entries([], null)
        : { of: 'slots', filter: { word: null, year, serial: null, states } };
  }
}

function withinYear<T extends Pick<EntryFilter, 'from' | 'to'>>(filter: T, year: number | null): T {
  if (year === null) return filter;
  const first = plainDate(`${year}-01-01`);
  const last = plainDate(`${year}-12-31`);
  return {
    ...filter,
    from: filter.from !== null && filter.from > first ? filter.from : first,
    to: filter.to !== null && filter.to < last ? filter.to : last,
  };
}

/** Which page of a list, and as of when. */
export interface PageOf {
  readonly after: string | null;
  readonly size: number;
  readonly today: PlainDate;
  /** Words not worth looking up, see {@link readCommonWords}. */
  readonly common?: ReadonlySet<string>;
}

/** A page of at most `size` rows; `rows` has one more where there is another page, and `keyOf` says where it goes on. */
export function listing(
  rows: readonly ListedRow[],
  size: number,
  keyOf: (row: ListedRow) => string,
): Listing {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown.map(listed), next: rows.length > size && last ? keyOf(last) : null };
}

function listed({
  title,
  party,
  violation,
  penalty,
  listedOn: _listedOn,
  ...slot
}: ListedRow): ListedSlot {
  return { slot, entry: title === null ? null : { title, party, violation, penalty } };
}
