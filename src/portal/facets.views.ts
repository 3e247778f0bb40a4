/** How many decisions stand behind each box beside the list. */
import { ask, type Reader } from './published.views.ts';
import { SLOT_STATES, type SlotState, slotStateSql } from './slot.ts';

export interface Facets {
  readonly states: Readonly<Record<SlotState, number>>;
  /** Published decisions by the kind of their party; kinds without any are absent. */
  readonly parties: Readonly<Partial<Record<string, number>>>;
  /** Numbers by year. */
  readonly years: Readonly<Partial<Record<number, number>>>;
}

interface FacetRow {
  readonly state: SlotState;
  readonly party: string | null;
  readonly year: number;
  readonly count: number;
}

/** Counts over all numbers of the bureau, as of `today`. */
export async function readFacets(db: Reader, bureau: string, today: string): Promise<Facets> {
  const rows = await ask<FacetRow>(
    db,
    'facets',
    `select ${slotStateSql('$2')} as state, e.party_kind as party, s.year, count(*)::int as count
      from published.slot s
      left join published.entry e on e.bureau_id = s.bureau_id and e.entry_id = s.entry_id and e.version = s.version
        and s.withdrawn_on is null
      where s.bureau_id = $1 group by 1, 2, 3`,
    [bureau, today],
  );
  return facetsOf(rows);
}

/** Sums the rows by each of their three kinds of box. */
export function facetsOf(rows: readonly FacetRow[]): Facets {
  const sum = (holds: (row: FacetRow) => boolean): number =>
    rows.filter(holds).reduce((all, { count }) => all + count, 0);
  const parties = new Set(rows.flatMap(({ party }) => party ?? []));
  const years = new Set(rows.map(({ year }) => year));
  return {
    states: Object.fromEntries(
      SLOT_STATES.map((state) => [state, sum((row) => row.state === state)]),
    ) as Facets['states'], // made of every state
    parties: Object.fromEntries(
      [...parties].map((party) => [party, sum((row) => row.party === party)]),
    ),
    years: Object.fromEntries([...years].map((year) => [year, sum((row) => row.year === year)])),
  };
}
