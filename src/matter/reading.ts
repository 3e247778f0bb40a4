/** Who may read which matter: those whose work spans the bureau all of them, others their unit's and their own. */
import type { Role } from '../staff/person.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { CaseFile } from './case-file.ts';
import { handlersOf } from './work.rows.ts';

/** Roles whose work is not bound to a unit. */
const ACROSS_UNITS: ReadonlySet<Role> = new Set<Role>([
  'head',
  'reviewer',
  'publisher',
  'archivist',
  'chair',
]);

export function readsAllMatters(person: Pick<StaffMember, 'roles'>): boolean {
  return person.roles.some((role) => ACROSS_UNITS.has(role));
}

/** Whether the person may see the file. Administrators have no role, and see none. */
export function mayRead(file: CaseFile, person: StaffMember): boolean {
  if (!person.active || person.roles.length === 0) return false;
  return (
    readsAllMatters(person) ||
    file.begun.unit === person.unit ||
    handlersOf(file).includes(person.id) ||
    file.acts.some((act) => act.by.includes(person.id))
  );
}
