/** Changing a few cells of a lawful story at random: what an attacker with patience would try. */
import type { Role } from '../../src/platform/db/roles.ts';
import { rowsOf, sayOtherwise } from './bend.ts';
import type { Cells, Row } from './rows.ts';
import type { Story } from './story.ts';
import { say } from './stream.ts';

/** One change, as numbers that are reduced to what the story has. */
export interface Mutation {
  readonly how: 'cell' | 'onward' | 'both' | 'says' | 'drop' | 'role' | 'together';
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Values to put into cells: everything seen in the same column, and in columns of the same look. */
export class Pool {
  private readonly byColumn = new Map<string, Set<string>>();
  private readonly byLook = new Map<string, Set<string>>();

  /** Takes in every cell of the rows. */
  learn(rows: readonly Row[]): void {
    for (const { cells } of rows)
      for (const [column, value] of Object.entries(cells)) {
        add(this.byColumn, column.replace(/^prev_/, ''), value);
        add(this.byLook, look(value), value);
        if (column !== 'said') continue;
        for (const [name, word] of Object.entries(value ?? {})) {
          add(this.byColumn, name, word);
          add(this.byLook, look(word), word);
        }
      }
  }

  /** A value for a cell that holds `old`. */
  pick(column: string, old: unknown, number: number): unknown {
    const near = typeof old === 'number' ? [old - 1, old + 1, 0, 1] : [];
    const parts = Array.isArray(old) ? [[], old.slice(1), [...old, null]] : [];
    const same = texts(this.byColumn.get(column.replace(/^prev_/, '')));
    const alike = texts(this.byLook.get(look(old)));
    const own: unknown[] = [null, ...near, ...parts, ...(typeof old === 'boolean' ? [!old] : [])];
    // Half of the time a value of the very column, where a few only are worth trying.
    const choice = number % 4 < 2 ? same : number % 4 === 2 ? own : alike;
    return choice[Math.floor(number / 4) % Math.max(choice.length, 1)] ?? null;
  }
}

function look(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'string') return typeof value;
  return value.startsWith('\\x') ? 'bytes' : /^[0-9a-f-]{36}$/.test(value) ? 'uuid' : 'text';
}

function add(sets: Map<string, Set<string>>, key: string, value: unknown): void {
  const known = sets.get(key) ?? new Set();
  sets.set(key, known.add(JSON.stringify(value ?? null)));
}

function texts(values: Set<string> | undefined): unknown[] {
  return [...(values ?? [])].map((text): unknown => JSON.parse(text));
}

const ROLES: readonly Role[] = ['desk', 'review', 'staff', 'rules'];

/** Changes the story; says in words what it did, for the report of a failure. */
export function mutate(story: Story, mutation: Mutation, pool: Pool): string {
  const { how, row, column, value } = mutation;
  const rows = story.steps.flatMap((step) => step.rows);
  const facts = rows.filter(({ table }) => table !== 'acts.act');
  // The facts are where the law is; acts are tried less often.
  const among = row % 5 === 0 ? rows : facts;
  const chosen = among[Math.floor(row / 5) % among.length];
  if (!chosen) return 'nothing';
  const columns = Object.keys(chosen.cells);
  const name = columns[column % columns.length] ?? '';
  const picked = pool.pick(name, chosen.cells[name], value);
  const said = `${how} ${chosen.table}.${name} = ${JSON.stringify(picked)}`;
  switch (how) {
    case 'cell':
      chosen.cells[name] = picked;
      return said;
    case 'onward':
      spread(rowsOf(story, chosen.table), chosen, name, picked);
      return said;
    case 'both':
      // The same claim wherever the same thing is claimed.
      for (const { cells } of facts) if (name in cells) cells[name] = picked;
      return said;
    case 'says': {
      const acts = rowsOf(story, 'acts.act');
      const act = acts[Math.floor(row / 5) % acts.length]?.cells ?? {};
      const words = Object.entries(act['said'] ?? {});
      const [word = 'by', old] = words[column % Math.max(words.length, 1)] ?? [];
      const other = { [word]: pool.pick(word, old, value) };
      // Everything repeats it, or only the act says so.
      if (row % 2 === 0) sayOtherwise(story, act, other);
      else say(act, other);
      return `says ${String(act['type'])} ${JSON.stringify(other)}`;
    }
    case 'drop':
      for (const step of story.steps)
        step.rows.splice(0, Infinity, ...step.rows.filter((one) => one !== chosen));
      return `drop ${chosen.table}`;
    case 'role': {
      const place = value % story.steps.length;
      const role = ROLES[column % ROLES.length] ?? 'desk';
      const changed = story.steps[place];
      if (changed) story.steps.splice(place, 1, { ...changed, role });
      return `step ${place} as ${role}`;
    }
    case 'together': {
      const place = value % story.steps.length;
      const [first, next] = story.steps.slice(place);
      if (!first || !next) return 'nothing';
      story.steps.splice(place, 2, { ...first, rows: [...first.rows, ...next.rows] });
      return `steps ${place} and ${place + 1} together as ${first.role}`;
    }
  }
}

/** Sets a cell in a link and in all that follow, with what each repeats of the one before. */
function spread(rows: readonly Row[], from: Row, name: string, value: unknown): void {
  const column = name.replace(/^prev_/, '');
  let before: Cells | null = null;
  for (const row of rows.slice(rows.indexOf(from))) {
    row.cells[column] = value;
    if (before && `prev_${column}` in row.cells) row.cells[`prev_${column}`] = value;
    before = row.cells;
  }
}
