/** Lists of decision numbers, latest first, each with what became of it. */
import { type Listing, listing, type ListedRow, type PageOf, type SlotFilter } from './listing.ts';
import { type Reader, slotColumns } from './published.views.ts';
import { type SlotState, slotStateSql } from './slot.ts';

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
      `(s.year, s.serial, s.word) < (${put(key.year)}, ${put(key.serial)}, ${put(key.word)})`,
    );
  const limit = put(size + 1);
  const rows = await db.query<ListedRow & Record<string, unknown>>('portal', null, {
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
