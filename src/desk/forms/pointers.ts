/** From JSON pointers (RFC 6901) in the server's answers to the fields on the screen. Pure. */
import type { FieldFault } from '../api/problem.ts';
import type { Path } from './form-values.ts';

/** `['documents', 'a/b', 0]` → `/documents/a~1b/0`. */
export function pointerOf(path: Path): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The id of the control that fills in a place; usable in a selector. */
export function controlId(pointer: string): string {
  return `f${pointer.replaceAll(/[^A-Za-z0-9-]/g, (sign) => (sign === '/' ? '_' : `-${sign.codePointAt(0) ?? 0}-`))}`;
}

export interface PlacedFaults {
  /** What is said of each field, by the pointer of the field. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
  /** What concerns no field that is on the screen. */
  readonly elsewhere: readonly FieldFault[];
}

/**
 * Puts each fault to the field it lies in: the one with exactly that pointer, or the nearest around it, since a control
 * such as a list of officers or a pair of dates stands for all that lies below.
 */
export function placeFaults(
  faults: readonly FieldFault[],
  fields: ReadonlySet<string>,
): PlacedFaults {
  const byField = new Map<string, string[]>();
  const elsewhere: FieldFault[] = [];
  for (const fault of faults) {
    const field = nearest(fault.pointer, fields);
    if (field === null) {
      elsewhere.push(fault);
      continue;
    }
    const said = byField.get(field) ?? [];
    if (!said.includes(fault.message)) byField.set(field, [...said, fault.message]);
  }
  return { byField, elsewhere };
}

function nearest(pointer: string, fields: ReadonlySet<string>): string | null {
  return withAround(pointer).find((at) => fields.has(at)) ?? null;
}

/** A pointer and those of everything around it: who has left one end of a span has come to the span. */
export function withAround(pointer: string): string[] {
  const found: string[] = [];
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) found.push(at);
  return found;
}
