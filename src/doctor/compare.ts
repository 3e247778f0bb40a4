/** Compares the rows that acts put into the tables with the rows that are there. Pure. */
import type { LedgerFindingCode } from '../ledger/finding.ts';
import {
  type Cell,
  cellText,
  type ColumnType,
  type Row,
  rowKey,
  sameCell,
  type Table,
} from '../act/row.ts';

/** A difference between the record and a table. */
export interface Finding {
  readonly code:
    | 'row-missing'
    | 'row-surplus'
    | 'cell-differs'
    | 'act-unreadable'
    | 'act-impossible'
    | 'stream-broken'
    | 'act-unqueued'
    | 'blob-missing'
    | 'blob-differs'
    | 'text-differs'
    | LedgerFindingCode;
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  readonly column: string | null;
  readonly expected: string | null;
  readonly found: string | null;
}

/** A row as the driver returns it. */
export type FoundRow = Readonly<Record<string, Cell>>;

/** What differs between `expected` rows of one table and those `found` there. */
export function compareTable(
  table: Table,
  expected: readonly Row[],
  found: readonly FoundRow[],
): Finding[] {
  const wanted = new Map(expected.map((row) => [rowKey(row), row]));
  const findings: Finding[] = [];
  for (const raw of found) {
    const cells = Object.fromEntries(
      Object.entries(table.columns).map(([column, type]) => [
        column,
        fromDriver(raw[column], type),
      ]),
    );
    const key = rowKey({ table, cells });
    const row = wanted.get(key);
    if (!row) {
      findings.push(finding('row-surplus', table, cells));
      continue;
    }
    wanted.delete(key);
    for (const column of Object.keys(table.columns))
      if (!sameCell(normal(row.cells[column], table.columns[column]), cells[column]))
        findings.push({
          ...finding('cell-differs', table, cells),
          column,
          expected: cellText(row.cells[column]),
          found: cellText(cells[column]),
        });
  }
  return [
    ...findings,
    ...[...wanted.values()].map((row) => finding('row-missing', table, row.cells)),
  ];
}

function finding(
  code: Finding['code'],
  table: Table,
  cells: Readonly<Record<string, Cell | undefined>>,
): Finding {
  const key = Object.fromEntries(table.key.map((column) => [column, cellText(cells[column])]));
  return { code, table: table.name, key, column: null, expected: null, found: null };
}

/** `value` is what the driver makes of a column of that type. */
function fromDriver(value: Cell | undefined, type: ColumnType): Cell {
  if (value === null || value === undefined) return null;
  return type === 'timestamptz' && value instanceof Date ? value.toISOString() : value;
}

function normal(cell: Cell | undefined, type: ColumnType | undefined): Cell {
  if (cell === undefined || cell === null) return null;
  if (type !== 'timestamptz' || typeof cell !== 'string') return cell;
  const moment = Date.parse(cell);
  return Number.isNaN(moment) ? cell : new Date(moment).toISOString();
}
