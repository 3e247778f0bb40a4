/** What the public may see of a natural person's name (公示规定 art. 6). */
import type { Party } from '../matter/matter.ts';

/** The family name and 某 for a natural person; the full name of anyone else. */
export function maskedName(party: Pick<Party, 'kind' | 'name' | 'surname'>): string {
  if (party.kind !== 'natural') return party.name;
  return `${party.surname ?? [...party.name][0] ?? ''}某`;
}
