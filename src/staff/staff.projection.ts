/** People of the bureau as a projection. */
import type { Projection } from '../act/projection.ts';
import { foldStaff, type StaffMember } from './staff.ts';
import { personRow, staffRows } from './staff.rows.ts';

export function staffProjection(bureau: string): Projection<StaffMember> {
  return {
    fold: foldStaff,
    facts: (_before, act, after) => staffRows(bureau, act, after),
    work: (member) => [personRow(bureau, member)],
  };
}
