/**
 * Lists of decision numbers, each with what became of it: by the day of publication, or of the decision where there is
 * none, latest first; within a day word by word, the highest number first.
 */
import { parsePlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { type Listing, listing, type ListedRow, type PageOf, type SlotFilter } from './listing.ts';
import { type Reader, slotColumns } from './published.views.ts';
import { type SlotState, slotStateSql } from './slot.ts';

/** As the index `slot_by_day` has it. */
const DAY = 'coalesce(s.published_on, s.decided_on)';

const EXPLAIN: ReadonlySet<SlotState> = new Set(['overdue', 'withheld', 'withdrawn', 'not-due']);

/** A page of the numbers that `filter` admits. */
export async function readSlots(
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
      `(${DAY}, s.word, s.year, s.serial) < (${put(key.day)}::date, ${put(key.word)}, ${put(key.year)}, ${put(key.serial)})`,
    );
  const limit = put(size + 1);
  const rows = await db.query<ListedRow & Record<string, unknown>>('portal', null, {
    text: `select ${slotColumns}, e.title, e.party, e.violation, e.penalty
      from published.slot s
      left join published.entry e on e.bureau_id = s.bureau_id and e.entry_id = s.entry_id and e.version = s.version
        and s.withdrawn_on is null
      where ${where.join(' and ')} order by ${DAY} desc, s.word desc, s.year desc, s.serial desc limit ${limit}`,
    values,
  });
  return listing(
    rows,
    size,
    (row) => `${row.publishedOn ?? row.decidedOn}_${row.word}_${row.year}_${row.serial}`,
  );
}

interface SlotKey {
  readonly day: PlainDate;
  readonly word: string;
  readonly year: number;
  readonly serial: number;
}

/** Where the last page ended; null for what no page ever gave. */
function slotKey(after: string | null): SlotKey | null {
  const [, text = '', word, year, serial] =
    /^(\d{4}-\d{2}-\d{2})_([^_]{1,6})_(\d{4})_(\d{1,9})$/.exec(after ?? '') ?? [];
  const day = parsePlainDate(text);
  return day === null || word === undefined
    ? null
    : { day, word, year: Number(year), serial: Number(serial) };
}
