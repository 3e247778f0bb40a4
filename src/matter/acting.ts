/** Who carries an act out, and what it is about, as the request says. Pure. */
import type { StaffMember } from '../staff/staff.ts';

/** Those of them who hold a certificate of the bureau. */
export function certified(
  by: readonly string[],
  people: ReadonlyMap<string, StaffMember>,
): StaffMember[] {
  return [...new Set(by)].flatMap((id) => {
    const person = people.get(id);
    return person?.certificate ? [person] : [];
  });
}

/** Position of the earlier act that these fields name as what the act is about. */
export function aboutOf(fields: Readonly<Record<string, unknown>>): number | undefined {
  return typeof fields['of'] === 'number' ? fields['of'] : undefined;
}
