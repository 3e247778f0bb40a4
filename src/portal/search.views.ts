/**
 * Lists and searches, paged by key. Places of numbers are listed with everything that became of them; parties, words and
 * days are searched among what stands published, newest first, and never among what was withdrawn.
 */
import { addDays, dayNumber, type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { ask, type Reader, slotColumns } from './published.views.ts';
import type { SearchQuery } from './search-query.ts';
import { marksOf, searchExpression, type Span, spanBefore } from './search-spans.ts';
import { type Slot, type SlotState, slotStateSql } from './slot.ts';

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

type Row = Slot & {
  readonly title: string | null;
  readonly party: string;
  readonly violation: string;
  readonly penalty: string;
  /** The day its standing version was published, by which entries are listed; absent from lists of places. */
  readonly listedOn?: string;
};

/** Entries searched before the first longer span is tried: enough for a page of any common word. */
const FIRST_SPAN_ENTRIES = 300;
const EXPLAIN: ReadonlySet<SlotState> = new Set(['overdue', 'withheld', 'withdrawn', 'not-due']);

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

/** One page of a list. `after` is the `next` of the page before; anything else begins at the beginning. */
export function readList(
  db: Reader,
  bureau: string,
  query: ListQuery,
  page: { readonly after: string | null; readonly size: number; readonly today: PlainDate },
): Promise<Listing> {
  return query.of === 'slots'
    ? readSlots(db, bureau, query.filter, page)
    : readEntries(db, bureau, query.filter, page);
}

type PageOf = Parameters<typeof readList>[3];

async function readSlots(
  db: Reader,
  bureau: string,
  { word, year, serial, states }: SlotFilter,
  { after, size, today }: PageOf,
): Promise<Listing> {
  const values: unknown[] = [bureau];
  const where = ['s.bureau_id = $1'];
  const put = (value: unknown) => `$${values.push(value)}`;
  if (word !== null) where.push(`s.word = ${put(word)}`);
  if (year !== null) where.push(`s.year = ${put(year)}`);
  if (serial !== null) where.push(`s.serial = ${put(serial)}`);
  if (states.length > 0) {
    where.push(`${slotStateSql(put(today))} = any (${put(states)}::text[])`);
    // What the partial indexes say, so that rare states are found without reading the common ones.
    if (states.every((state) => EXPLAIN.has(state)))
      where.push('(s.published_on is null or s.withdrawn_on is not null)');
    else if (states.join() === 'late') where.push('s.published_on > s.due_on');
  }
  const key = slotKey(after);
  if (key)
    where.push(
      `(s.year, s.serial, s.word) < (${put(key.year)}, ${put(key.serial)}, ${put(key.word)})`,
    );
  const limit = put(size + 1);
  const rows = await db.query<Row & Record<string, unknown>>('portal', null, {
    text: `select ${slotColumns}, e.title, e.party, e.violation, e.penalty
      from published.slot s
      left join published.entry e on e.bureau_id = s.bureau_id and e.entry_id = s.entry_id and e.version = s.version
        and s.withdrawn_on is null
      where ${where.join(' and ')} order by s.year desc, s.serial desc, s.word desc limit ${limit}`,
    values,
  });
  return listing(rows, size, (row) => `${row.year}-${row.serial}-${row.word}`);
}

function slotKey(
  after: string | null,
): { readonly year: number; readonly serial: number; readonly word: string } | null {
  const [, year, serial, word] = /^(\d{4})-(\d{1,9})-([^-]{1,6})$/.exec(after ?? '') ?? [];
  return year === undefined || serial === undefined || word === undefined
    ? null
    : { year: Number(year), serial: Number(serial), word };
}

const FOUND_COLUMNS =
  'e.bureau_id, e.entry_id, e.version, e.published_on, e.year, e.serial, e.title, e.party, e.violation, e.penalty';

/**
 * Standing entries among `found` for which `holds`, newest first. A slot names the one version that stands. What is found is
 * found first, by its own index: days and pages say little about how many entries there are, and must not tempt the planner
 * to read all of them in order.
 */
function standing(found: string, holds: string, limit: string): string {
  return `with found as materialized (${found})
    select ${slotColumns}, f.title, f.party, f.violation, f.penalty, f.published_on as "listedOn"
    from found f join published.slot s on s.bureau_id = f.bureau_id and s.entry_id = f.entry_id and s.version = f.version
      and s.withdrawn_on is null
    where ${holds}
    order by f.published_on desc, f.year desc, f.serial desc limit ${limit}`;
}

interface EntryKey {
  readonly day: PlainDate;
  readonly year: number;
  readonly serial: number;
}

const beforeKey = (of: 'e' | 'f') =>
  `(${of}.published_on, ${of}.year, ${of}.serial) < ($3::date, $4::integer, $5::integer)`;

async function readEntries(
  db: Reader,
  bureau: string,
  filter: EntryFilter,
  page: PageOf,
): Promise<Listing> {
  const key = entryKey(page.after);
  const to = earliest([filter.to, key?.day ?? null, page.today]);
  const from = filter.from;
  const before = [key?.day ?? '9999-12-31', key?.year ?? 9999, key?.serial ?? 0];
  const done = (rows: readonly Row[]) =>
    listing(rows, page.size, (row) => `${row.listedOn}-${row.year}-${row.serial}`);
  if (from !== null && from > to) return done([]);
  if (filter.code !== null)
    return done(await readByCode(db, bureau, { ...filter, code: filter.code, to }, before, page));
  if (filter.runs.length === 0 && filter.partyKind === null)
    return done(await readByDay(db, bureau, from, to, before, page));
  return done(await readByWords(db, bureau, { ...filter, to }, before, page));
}

function readByCode(
  db: Reader,
  bureau: string,
  filter: EntryFilter & { readonly code: string; readonly to: PlainDate },
  before: readonly unknown[],
  { size }: PageOf,
): Promise<Row[]> {
  return ask<Row>(
    db,
    'by-code',
    standing(
      `select ${FOUND_COLUMNS}, e.party_kind from published.entry e where e.bureau_id = $1 and e.party_code = $2`,
      `${beforeKey('f')} and f.published_on >= $6::date and f.published_on <= $7::date
        and ($8::text is null or f.party_kind = $8)`,
      '$9',
    ),
    [
      bureau,
      filter.code,
      ...before,
      filter.from ?? '0001-01-01',
      filter.to,
      filter.partyKind,
      size + 1,
    ],
  );
}

function readByDay(
  db: Reader,
  bureau: string,
  from: PlainDate | null,
  to: PlainDate,
  before: readonly unknown[],
  { size }: PageOf,
): Promise<Row[]> {
  return ask<Row>(
    db,
    'by-day',
    `select ${slotColumns}, e.title, e.party, e.violation, e.penalty, e.published_on as "listedOn"
      from published.entry e
      join published.slot s on s.bureau_id = e.bureau_id and s.entry_id = e.entry_id and s.version = e.version
        and s.withdrawn_on is null
      where e.bureau_id = $1 and e.published_on >= $2::date and ${beforeKey('e')} and e.published_on <= $6::date
      order by e.published_on desc, e.year desc, e.serial desc limit $7`,
    [bureau, from ?? '0001-01-01', ...before, to, size + 1],
  );
}

/** Goes back through time, first through the last few hundred entries, until the page is full. */
async function readByWords(
  db: Reader,
  bureau: string,
  filter: EntryFilter & { readonly to: PlainDate },
  before: readonly unknown[],
  { size }: PageOf,
): Promise<Row[]> {
  const { runs, partyKind } = filter;
  const all = [`@${bureau}`, ...(partyKind === null ? [] : [`@party/${partyKind}`])];
  const wanted = size + 1;
  const edge = await readEdge(db, bureau, filter.to);
  if (!edge) return [];
  const oldest = filter.from !== null && filter.from > edge.oldest ? filter.from : edge.oldest;
  const newest = filter.to < edge.newest ? filter.to : edge.newest;
  const rows: Row[] = [];
  let span: Span | null = { from: edge.recent > oldest ? edge.recent : oldest, to: newest };
  while (span && span.from <= span.to && rows.length < wanted) {
    const found: Row[] = await ask<Row>(
      db,
      'by-words',
      standing(
        `select ${FOUND_COLUMNS} from published.entry e where e.search @@ $1::tsquery`,
        `f.bureau_id = $2 and ${beforeKey('f')} and f.published_on >= $6::date and f.published_on <= $7::date`,
        '$8',
      ),
      [
        searchExpression(runs, all, isLong(span, edge) ? [] : marksOf(bureau, span.from, span.to)),
        bureau,
        ...before,
        span.from,
        span.to,
        wanted - rows.length,
      ],
    );
    rows.push(...found);
    const done: Span = { from: span.from, to: newest };
    span = spanBefore(done, rows.length, wanted, oldest);
  }
  return rows;
}

/** Whether a span holds most of all entries, so that its marks would only be more to read. */
function isLong({ from, to }: Span, { oldest, newest }: Edge): boolean {
  const days = (first: PlainDate, last: PlainDate) => dayNumber(last) - dayNumber(first) + 1;
  return days(from, to) * 2 > days(oldest, newest);
}

interface Edge {
  readonly oldest: PlainDate;
  readonly newest: PlainDate;
  /** The day on which the last few hundred entries up to the wanted day begin. */
  readonly recent: PlainDate;
}

async function readEdge(db: Reader, bureau: string, to: PlainDate): Promise<Edge | null> {
  const [row] = await ask<{ oldest: string | null; newest: string; recent: string | null }>(
    db,
    'edge',
    `select (select published_on from published.entry where bureau_id = $1 order by published_on limit 1) as oldest,
      (select published_on from published.entry where bureau_id = $1 order by published_on desc limit 1) as newest,
      (select published_on from published.entry where bureau_id = $1 and published_on <= $2::date
        order by published_on desc, year desc, serial desc offset ${FIRST_SPAN_ENTRIES} limit 1) as recent`,
    [bureau, to],
  );
  if (!row || row.oldest === null) return null;
  return {
    oldest: plainDate(row.oldest),
    newest: plainDate(row.newest),
    recent: plainDate(row.recent ?? row.oldest),
  };
}

function entryKey(after: string | null): EntryKey | null {
  const [, day, year, serial] = /^(\d{4}-\d{2}-\d{2})-(\d{4})-(\d{1,9})$/.exec(after ?? '') ?? [];
  if (day === undefined || year === undefined || serial === undefined) return null;
  const picked = Number.isNaN(Date.parse(day)) ? null : addDays(day as PlainDate, 0); // a day that does not exist moves to one that does
  return picked && { day: picked, year: Number(year), serial: Number(serial) };
}

function earliest(days: readonly (PlainDate | null)[]): PlainDate {
  const known = days.filter((day) => day !== null).sort();
  return known[0] ?? plainDate('9999-12-31');
}

function listing(rows: readonly Row[], size: number, keyOf: (row: Row) => string): Listing {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown.map(listed), next: rows.length > size && last ? keyOf(last) : null };
}

function listed({ title, party, violation, penalty, listedOn: _, ...slot }: Row): ListedSlot {
  return { slot, entry: title === null ? null : { title, party, violation, penalty } };
}
