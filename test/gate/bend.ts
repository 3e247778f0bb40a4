/** Bending a story: finding the rows to change, and putting others in. */
import type { Role } from '../../src/platform/db/roles.ts';
import { HOME } from './law.ts';
import type { Cells, Row, Step } from './rows.ts';
import { opinionCells, requiredBy, type Story } from './story.ts';
import { say, type Says } from './stream.ts';

/** Every row of a table, in order. */
export function rowsOf(story: Story, table: string): Row[] {
  return story.steps.flatMap(({ rows }) => rows.filter((row) => row.table === table));
}

/** The row of a table in that place; counted from the end when negative. */
export function rowOf(story: Story, table: string, place = -1): Row {
  const row = rowsOf(story, table).at(place);
  if (!row) throw new RangeError(`the story has no ${table}`);
  return row;
}

export const decision = (story: Story): Cells => rowOf(story, 'facts.decision').cells;
export const opinion = (story: Story, place = -1): Cells =>
  rowOf(story, 'facts.review_opinion', place).cells;
export const link = (story: Story, place = -1): Cells =>
  rowOf(story, 'facts.review_basis', place).cells;
export const matter = (story: Story): Cells => rowOf(story, 'facts.matter').cells;

/** The link that belongs to the last act of that type. */
export function linkOf(story: Story, type: string): Cells {
  return findCells(rowsOf(story, 'facts.review_basis'), 'act_type', type);
}

/** The last act of that type. */
export function actOf(story: Story, type: string): Cells {
  return findCells(rowsOf(story, 'acts.act'), 'type', type);
}

function findCells(rows: readonly Row[], column: string, value: string): Cells {
  const row = rows.findLast((one) => one.cells[column] === value);
  if (!row) throw new RangeError(`the story has no ${value}`);
  return row.cells;
}

/** Columns that repeat what an act says. */
const REPEATED = ['said', 'request_said', 'accepted_said'] as const;

/** Lets an act say something else; every fact repeats it. */
export function sayOtherwise(story: Story, act: Cells, says: Says): void {
  const before = act['said'];
  say(act, says);
  for (const { cells } of story.steps.flatMap(({ rows }) => rows))
    for (const column of REPEATED)
      if (cells[column] === before && cells !== act) cells[column] = act['said'];
}

/** Lets an act be of another type, saying nothing but that; every fact repeats it. */
export function beOtherwise(story: Story, act: Cells, type: string, says: Says): void {
  const { happened, by, 'recorded-by': recorder, pack } = act['said'] as Says; // made by `say`
  const before = act['said'];
  Object.assign(act, { type, said: {} });
  say(act, { happened, by, 'recorded-by': recorder, pack, ...says });
  for (const { cells } of story.steps.flatMap(({ rows }) => rows))
    for (const column of REPEATED) if (cells[column] === before) cells[column] = act['said'];
}

/** Changes cells of every link from the one of that type on; and what each link says of the one before. */
export function fromLinkOn(story: Story, type: string, cells: Cells): void {
  const links = rowsOf(story, 'facts.review_basis').map((row) => row.cells);
  const first = links.findIndex((one) => one['act_type'] === type);
  for (const [place, one] of links.entries()) {
    if (place < first) continue;
    Object.assign(one, cells);
    if (place === first) continue;
    for (const [column, value] of Object.entries(cells))
      if (`prev_${column}` in one) one[`prev_${column}`] = value;
  }
}

/** Claims in the last link, and in the decision on it, that no ground asks for legal review. */
export function findNoGround(story: Story): void {
  const { procedure } = matter(story);
  const found = { grounds: [], required: requiredBy(String(procedure), []) };
  Object.assign(link(story), found);
  Object.assign(decision(story), { required: found.required });
}

/** Lets the decision rest on an opinion of the story. */
export function restOn(story: Story, place = -1): void {
  Object.assign(decision(story), opinionCells(opinion(story, place)));
}

/** Takes rows out. */
export function drop(story: Story, which: (row: Row) => boolean): void {
  for (const { rows } of story.steps)
    rows.splice(0, Infinity, ...rows.filter((row) => !which(row)));
}

/** A step in the home bureau. */
export function step(role: Role, ...rows: Row[]): Step {
  return { role, bureau: HOME, rows };
}

/** Adds a step at the end. */
export function afterwards(story: Story, role: Role, ...rows: Row[]): void {
  story.steps.push(step(role, ...rows));
}

/** Lets another role do every step of `role`. */
export function inRoleOf(story: Story, role: Role, other: Role): void {
  const steps = story.steps.map((one) => (one.role === role ? { ...one, role: other } : one));
  story.steps.splice(0, Infinity, ...steps);
}

/** A copy of a row with other cells. */
export function copy(row: Row, cells: Cells): Row {
  return { table: row.table, cells: { ...row.cells, ...cells } };
}
