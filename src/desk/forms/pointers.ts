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

/** Codes of faults that say nothing but that something has not been filled in yet. */
const MISSING: ReadonlySet<string> = new Set([
  'field/missing',
  'document/field-missing',
  'document/number-missing',
]);
/** Codes of faults in what is filled in and well written, and does not agree with the file or with what was asked for. */
const CONTRADICTING: ReadonlySet<string> = new Set([
  'document/contradicts-file',
  'act/not-as-requested',
]);

/** Whether the fault contradicts what stands elsewhere, rather than being filled in badly or not at all. */
export function isContradiction({ code }: Pick<FieldFault, 'code'>): boolean {
  return CONTRADICTING.has(code);
}

export interface PlacedFaults {
  /** What is said of each field, by the pointer of the field. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
  /** Of these, what is said before anybody has come to the field: all but that it is empty. */
  readonly standing: ReadonlyMap<string, readonly string[]>;
  /** Of these, what contradicts what stands elsewhere. */
  readonly contradicting: ReadonlyMap<string, readonly string[]>;
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
  const standing = new Map<string, string[]>();
  const contradicting = new Map<string, string[]>();
  const elsewhere: FieldFault[] = [];
  for (const fault of faults) {
    const field = nearest(fault.pointer, fields);
    if (field === null) {
      elsewhere.push(fault);
      continue;
    }
    say(byField, field, fault.message);
    if (!MISSING.has(fault.code)) say(standing, field, fault.message);
    if (isContradiction(fault)) say(contradicting, field, fault.message);
  }
  return { byField, standing, contradicting, elsewhere };
}

/** The same words are said once. */
function say(map: Map<string, string[]>, field: string, message: string): void {
  const said = map.get(field) ?? [];
  if (!said.includes(message)) map.set(field, [...said, message]);
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
