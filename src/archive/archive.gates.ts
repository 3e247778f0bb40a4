/** Guards of archiving: nothing missing, and done by the person in charge of the files. */
import type { Gates } from '../matter/attempt.ts';
import { hasRole } from '../staff/person.ts';
import { missingActs } from './archive.ts';

export const archiveGates = {
  'archive/incomplete': ({ matter }) => missingActs(matter).length > 0,
  'archive/archivist-missing': ({ act, people, law, day }) =>
    law.value('archive.archivist', day) && !act.by.some((id) => hasRole(people, id, 'archivist')),
} as const satisfies Gates;
