/** Rows as plain cells, and inserting them the way an attacker would: by SQL, past all code of ours. */
import { createHash } from 'node:crypto';
import { type Client, DatabaseError } from 'pg';
import type { Role } from '../../src/platform/db/roles.ts';

/** Column → value as JSON writes it: bytes `\x…`, dates and uuids as text, arrays as arrays. */
export type Cells = Record<string, unknown>;

export interface Row {
  readonly table: string;
  readonly cells: Cells;
}

/** What one role commits at once. */
export interface Step {
  readonly role: Role;
  /** The bureau its connection speaks for. */
  readonly bureau: string;
  readonly rows: Row[];
}

/** What became of SQL: `accepted`, or the SQLSTATE and constraint it was refused with. */
export type Outcome = 'accepted' | Refusal;

export interface Refusal {
  readonly state: string;
  readonly constraint: string | null;
}

/** One statement that inserts all rows. Foreign keys are checked at its end, so rows may point at each other. */
export function insertion(rows: readonly Row[]): { text: string; values: string[] } {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const columns = Object.keys(row.cells).join(', ');
    const key = `${row.table} (${columns})`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const parts = [...groups].map(([target, [first, ...rest]], index) => {
    const table = first?.table ?? '';
    const columns = Object.keys(first?.cells ?? {}).join(', ');
    return {
      sql: `insert into ${target} select ${columns} from jsonb_populate_recordset(null::${table}, $${index + 1})`,
      value: JSON.stringify([first, ...rest].map((row) => row?.cells)),
    };
  });
  const main = parts.pop();
  const ctes = parts.map(({ sql }, index) => `p${index} as (${sql})`);
  return {
    text: `${ctes.length > 0 ? `with ${ctes.join(', ')} ` : ''}${main?.sql}`,
    values: [...parts, ...(main ? [main] : [])].map(({ value }) => value),
  };
}

/** Runs SQL and says what became of it; anything but a refusal by PostgreSQL is thrown on. */
export async function attempt(
  client: Client,
  sql: string | { text: string; values?: unknown[] },
): Promise<Outcome> {
  try {
    await client.query(sql);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { state: error.code ?? '', constraint: error.constraint ?? null };
  }
}

/** SHA-256 of a text, as a cell. */
export function hash(text: string): string {
  return `\\x${createHash('sha256').update(text).digest('hex')}`;
}

/** The decision that says a text, and the text of each by the hash of that decision. */
const drafts = new Map<string, string>();

/** 32 bytes for the decision that says a text: the hash a review fixes, as a cell. */
export function draft(text: string): string {
  const found = hash(JSON.stringify({ facts: text }));
  drafts.set(found.slice(2), text);
  return found;
}

/** The values of the decision with that hash; none for any other. */
export function valuesOf(draftHash: unknown): { readonly facts: string } | null {
  const facts = drafts.get(String(draftHash));
  return facts === undefined ? null : { facts };
}

/** 64 bytes for a text, as a cell. */
export function commitment(text: string): string {
  return `\\x${createHash('sha512').update(text).digest('hex')}`;
}

/** A uuid from a number, the same each time. */
export function uuid(number: number): string {
  return `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
