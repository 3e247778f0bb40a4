/**
 * Whether a table answers every case, and only once: its gaps and overlaps, each with a case to show it.
 *
 * The values of an input fall into classes that all cells treat alike: numbers between two ends that a cell names, each
 * code, each truth value. A table answers all cases of a combination of classes alike, so one case of each tells. Inputs are
 * taken one after another, and rows that no longer hold are left out, which keeps the search as small as the table is plain.
 */
import type { Case, DecisionTable, Input, Row } from './decision-table.ts';
import { type Known, meetsCell } from './unary-test.ts';

export interface Gap {
  readonly kind: 'gap';
  /** A case no row answers. */
  readonly example: Case;
}

export interface Overlap {
  readonly kind: 'overlap';
  /** Rows that answer the same case. */
  readonly rows: readonly string[];
  readonly example: Case;
}

/** A row that never gives the answer: rows before it take all its cases. */
export interface Idle {
  readonly kind: 'idle';
  readonly row: string;
}

export type Fault = Gap | Overlap | Idle;

/** Stands for every text no cell names. */
const OTHER = '其他';

/** Faults of a table under its hit policy: rows of UNIQUE may not overlap, those of FIRST must each have a case of their own. */
export function faultsOf(table: DecisionTable): Fault[] {
  const found = new Map<string, Fault>();
  const used = new Set<Row>();
  walk(table, 0, table.rows, {}, (rows, example) => {
    const [first] = rows;
    if (!first) add(found, 'gap', { kind: 'gap', example });
    else if (table.hitPolicy === 'UNIQUE' && rows.length > 1) {
      const names = rows.map(({ id }) => id);
      add(found, `overlap ${names.join()}`, { kind: 'overlap', rows: names, example });
    }
    for (const row of table.hitPolicy === 'FIRST' ? rows.slice(0, 1) : rows) used.add(row);
  });
  for (const row of table.rows)
    if (!used.has(row)) add(found, row.id, { kind: 'idle', row: row.id });
  return [...found.values()];
}

/** One fault of a kind is enough to see it. */
function add(found: Map<string, Fault>, key: string, fault: Fault): void {
  if (!found.has(key)) found.set(key, fault);
}

function walk(
  table: DecisionTable,
  index: number,
  rows: readonly Row[],
  example: Case,
  visit: (rows: readonly Row[], example: Case) => void,
): void {
  const input = table.inputs[index];
  if (!input || (rows.length === 0 && index > 0))
    return visit(rows, completed(table, index, example));
  const seen = new Set<string>();
  for (const value of classesOf(input, index, rows)) {
    const left = rows.filter(({ cells }) => cells[index] && meetsCell(cells[index], value));
    // Classes that leave the same rows lead to the same faults.
    const key = left.map(({ id }) => id).join();
    if (seen.has(key)) continue;
    seen.add(key);
    walk(table, index + 1, left, { ...example, [input.name]: value }, visit);
  }
}

function completed({ inputs }: DecisionTable, from: number, example: Case): Case {
  const rest = inputs.slice(from).map((input) => [input.name, classesOf(input, -1, [])[0] ?? null]);
  return { ...example, ...Object.fromEntries(rest) };
}

/** One value of each class of an input. */
function classesOf({ type, values }: Input, index: number, rows: readonly Row[]): Known[] {
  if (type === 'boolean') return [true, false];
  if (type === 'string' && values) return [...values];
  const named = rows.flatMap(({ cells }) =>
    (cells[index]?.conditions ?? []).flatMap((condition): Known[] =>
      condition.kind === 'equal'
        ? [condition.value]
        : [condition.low, condition.high].flatMap((end) => (end === null ? [] : [end])),
    ),
  );
  if (type === 'string') return [...new Set([...named, OTHER])];
  const ends = [...new Set(named.filter((value) => typeof value === 'number'))].sort(
    (a, b) => a - b,
  );
  // Each end, and one number beside it on either side; numbers are integers, and none is below nothing.
  return [...new Set([0, ...ends.flatMap((end) => [end - 1, end, end + 1])])].filter(
    (value) => value >= 0,
  );
}
