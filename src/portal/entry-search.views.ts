/** Searches among what stands published, newest first, and never among what was withdrawn. */
import { dayNumber, type PlainDate, parsePlainDate, plainDate } from '../calendar/plain-date.ts';
import { type EntryFilter, type Listing, listing, type ListedRow, type PageOf } from './listing.ts';
import { ask, type Reader, slotColumns } from './published.views.ts';
import {
  indexExpression,
  marksOf,
  phraseExpression,
  type Span,
  spanBefore,
} from './search-spans.ts';

/** Entries searched before the first longer span is tried: enough for a page of any common word. */
const FIRST_SPAN_ENTRIES = 300;
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

/** A page of the entries that `filter` admits. */
export async function readEntries(
  db: Reader,
  bureau: string,
  filter: EntryFilter,
  page: PageOf,
): Promise<Listing> {
  const key = entryKey(page.after);
  const to = earliest([filter.to, key?.day ?? null, page.today]);
  const from = filter.from;
  const before = [key?.day ?? '9999-12-31', key?.year ?? 9999, key?.serial ?? 0];
  const done = (rows: readonly ListedRow[]) =>
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
): Promise<ListedRow[]> {
  return ask<ListedRow>(
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
): Promise<ListedRow[]> {
  return ask<ListedRow>(
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
  { size, common = new Set() }: PageOf,
): Promise<ListedRow[]> {
  const { runs, partyKind } = filter;
  const phrases = phraseExpression(runs, common);
  const all = [`@${bureau}`, ...(partyKind === null ? [] : [`@party/${partyKind}`])];
  const wanted = size + 1;
  const edge = await readEdge(db, bureau, filter.to);
  if (!edge) return [];
  const oldest = filter.from !== null && filter.from > edge.oldest ? filter.from : edge.oldest;
  const newest = filter.to < edge.newest ? filter.to : edge.newest;
  const rows: ListedRow[] = [];
  let span: Span | null = { from: edge.recent > oldest ? edge.recent : oldest, to: newest };
  while (span && span.from <= span.to && rows.length < wanted) {
    const found: ListedRow[] = await ask<ListedRow>(
      db,
      'by-words',
      standing(
        // Put this way the words in their order are no question to the index, which does not know places.
        `select ${FOUND_COLUMNS} from published.entry e
          where e.search @@ $1::tsquery and ($9 = '' or e.search @@ $9::tsquery) is true`,
        `f.bureau_id = $2 and ${beforeKey('f')} and f.published_on >= $6::date and f.published_on <= $7::date`,
        '$8',
      ),
      [
        indexExpression(
          runs,
          common,
          all,
          isLong(span, edge) ? [] : marksOf(bureau, span.from, span.to),
        ),
        bureau,
        ...before,
        span.from,
        span.to,
        wanted - rows.length,
        phrases,
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

/** Words that stand in every fifth of the decisions published last, or in more. */
export async function readCommonWords(db: Reader, bureau: string): Promise<ReadonlySet<string>> {
  const rows = await ask<{ word: string }>(
    db,
    'common-words',
    `select word from (select tsvector_to_array(search) as words from published.entry
        where bureau_id = $1 order by published_on desc, year desc, serial desc limit ${FIRST_SPAN_ENTRIES}) as recent,
        unnest(words) as word
      group by word having count(*) >= ${FIRST_SPAN_ENTRIES / 5}`,
    [bureau],
  );
  return new Set(rows.map(({ word }) => word));
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
  const picked = parsePlainDate(day);
  return picked && { day: picked, year: Number(year), serial: Number(serial) };
}

function earliest(days: readonly (PlainDate | null)[]): PlainDate {
  const known = days.filter((day) => day !== null).sort();
  return known[0] ?? plainDate('9999-12-31');
}
