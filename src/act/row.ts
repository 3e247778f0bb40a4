/**
 * Table rows as values: what `rows(act)` returns, the writer inserts and the doctor compares. A table is
 * described once, here for the writer and in a migration for the database; a test holds the two equal.
 */
import { fromHex } from '../ledger/bytes.ts';

export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'uuid'
  | 'bytea'
  | 'jsonb'
  | 'text[]'
  | 'uuid[]';

/** A cell: dates `YYYY-MM-DD`, moments ISO 8601 in UTC, bytea as bytes, jsonb as plain JSON. */
export type Cell = string | number | boolean | null | Uint8Array | readonly string[] | object;

export interface Table {
  readonly name: string;
  /** Key columns; the first is bureau_id. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** `fact`: inserted once. `work`: current state, replaced and removed as the matter moves on. */
  readonly kind: 'fact' | 'work';
  /** Columns of a work row that never change. */
  readonly fixed?: readonly string[];
}

export interface Row {
  readonly table: Table;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Describes a table; `key` and `fixed` name columns that exist. */
export function table<const C extends Record<string, ColumnType>>(
  name: string,
  kind: Table['kind'],
  key: readonly (keyof C & string)[],
  columns: C,
  fixed: readonly (keyof C & string)[] = [],
): Table & { readonly columns: C } {
  return { name, kind, key, columns, fixed };
}

/** A row with every column of its table. */
export function row<C extends Record<string, ColumnType>>(
  of: Table & { readonly columns: C },
  cells: { readonly [K in keyof C]: Cell },
): Row {
  return { table: of, cells };
}

/** The bytes that lower-case hex text stands for. Throws RangeError for anything else. */
export function bytesOfHex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (!bytes) throw new RangeError('not hex');
  return bytes;
}

/** The row's key as one text, for maps. */
export function rowKey({ table: of, cells }: Row): string {
  return `${of.name} ${of.key.map((column) => cellText(cells[column])).join(' ')}`;
}

/** A cell in words: bytes in hex, JSON as JSON. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return 'null';
  if (cell instanceof Uint8Array) return Buffer.from(cell).toString('hex');
  return typeof cell === 'object' ? JSON.stringify(cell) : `${cell}`;
}

export function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (a instanceof Uint8Array && b instanceof Uint8Array)
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null)
    return stableJson(a) === stableJson(b);
  return false;
}

/** JSON with sorted keys: jsonb does not keep their order. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}

export interface WorkChange {
  readonly put: readonly Row[];
  readonly remove: readonly Row[];
}

/** What must be written so that the work rows `before` become `after`. */
export function workChange(before: readonly Row[], after: readonly Row[]): WorkChange {
  const old = new Map(before.map((one) => [rowKey(one), one]));
  const put: Row[] = [];
  for (const next of after) {
    const key = rowKey(next);
    const last = old.get(key);
    old.delete(key);
    if (
      !last ||
      Object.keys(next.table.columns).some(
        (column) => !sameCell(last.cells[column], next.cells[column]),
      )
    )
      put.push(next);
  }
  return { put, remove: [...old.values()] };
}
