/**
 * Decision tables (DMN 1.3 §8): conditions in rows, the answer with the row that gave it and its article. What nobody knows
 * is not guessed: it meets a dash only, and a table that needs it says so. Pure.
 */
import { type Known, meetsCell, type UnaryTest } from './unary-test.ts';

/** UNIQUE: at most one row holds for any case. FIRST: the first that holds. COLLECT: all that hold. */
export const HIT_POLICIES = ['UNIQUE', 'FIRST', 'COLLECT'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

export interface Input {
  /** What it is called in a case. */
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'string' | 'boolean';
  /** All values there are, for strings that are codes; null where any may come. */
  readonly values: readonly string[] | null;
}

export interface Output {
  readonly name: string;
  readonly label: string;
  readonly type: 'number' | 'string' | 'boolean';
}

export interface Row {
  readonly id: string;
  /** One for each input. */
  readonly cells: readonly UnaryTest[];
  /** One for each output. */
  readonly outputs: readonly Known[];
  /** Articles it rests on. */
  readonly basis: readonly string[];
}

export interface DecisionTable {
  readonly id: string;
  readonly name: string;
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
  readonly rows: readonly Row[];
}

/** What is known of a case, by the names of the inputs. */
export type Case = Readonly<Record<string, Known | null>>;

export interface Answer {
  /** The rows that give the answer, in the order of the table; none where no row holds. */
  readonly rows: readonly Row[];
  /** Inputs nobody knows that could have led to another answer. */
  readonly unsure: readonly string[];
}

/** The answer of a table to a case. */
export function decide(table: DecisionTable, known: Case): Answer {
  const holding = table.rows.filter((row) => holds(table, row, known));
  const rows = table.hitPolicy === 'COLLECT' ? holding : holding.slice(0, 1);
  return { rows, unsure: unsureOf(table, known, rows) };
}

function holds({ inputs }: DecisionTable, { cells }: Row, known: Case): boolean {
  return inputs.every(({ name }, index) => {
    const cell = cells[index];
    return cell !== undefined && meetsCell(cell, known[name] ?? null);
  });
}

/** Whether the row holds whatever the unknown inputs turn out to be, save for these. */
function unsureOf(table: DecisionTable, known: Case, answer: readonly Row[]): string[] {
  const [first] = answer;
  const before =
    table.hitPolicy === 'COLLECT' || !first
      ? table.rows.filter((row) => !answer.includes(row))
      : table.rows.slice(0, table.rows.indexOf(first));
  const names = before.flatMap((row) => {
    const open = table.inputs.flatMap(({ name }, index) => {
      const cell = row.cells[index];
      const value = known[name] ?? null;
      return cell && !meetsCell(cell, value) ? [{ name, isUnknown: value === null }] : [];
    });
    return open.every(({ isUnknown }) => isUnknown) ? open.map(({ name }) => name) : [];
  });
  return [...new Set(names)];
}
