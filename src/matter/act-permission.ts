/** Who may record which act: the roles the procedure names for it, and for handlers' acts one of those who act. */
import type { StaffMember } from '../staff/staff.ts';
import type { CaseFile } from './case-file.ts';
import type { ActRequest } from './prepare-act.ts';
import { involved } from './matter.ts';
import { mayRead } from './reading.ts';
import { handlersOf } from './work.rows.ts';

/** Whether the person may record this act in this file. */
export function isPermitted(
  file: CaseFile,
  request: Pick<ActRequest, 'act' | 'by' | 'request'>,
  person: StaffMember,
): boolean {
  const row = file.matter.procedure.rows.get(request.act);
  if (!row || !person.active) return true; // the engine refuses an act the procedure does not have
  if (!mayRead(file, person) || !row.who.some((role) => person.roles.includes(role))) return false;
  if (request.act === 'publication.reviewed')
    return inOwnName(request, person) && !isOwnWork(file, person);
  if (request.act === 'publication.published' && !inOwnName(request, person)) return false;
  // An officer records what he does himself, together with others; what a party does, whoever is in charge.
  const asOfficer =
    row.who.includes('officer') &&
    !row.who.some((role) => role !== 'officer' && person.roles.includes(role));
  if (!asOfficer) return true;
  const takesPart = request.by.length === 0 || request.by.includes(person.id);
  return (
    takesPart || (request.by.every((id) => id === 'party') && handlersOf(file).includes(person.id))
  );
}

/** The check and the publication are each one person's: nobody records them for somebody else. */
function inOwnName({ by }: Pick<ActRequest, 'by'>, person: StaffMember): boolean {
  return by.every((id) => id === person.id);
}

/** What is published is checked by a second person: not by those who handled the matter (公示规定 art. 16). */
function isOwnWork(file: CaseFile, person: StaffMember): boolean {
  return handlersOf(file).includes(person.id) || involved(file.matter).has(person.id);
}
