import { partyLabels } from './party-fields.ts';
import { readParty } from './values.ts';
import { dateInWords, readDate } from './wording.ts';

/** The party block as papers print it. Pure. */

/** A label and what stands beside it. */
export interface Pair {
  readonly label: string;
  readonly text: string;
}

/** Lines of the party block in printing order; items not given are left out. */
export function partyLines(value: unknown): Pair[] {
  const party = readParty(value);
  if (party.kind === undefined) return [];
  return partyLabels(party.kind).flatMap(({ name, label }) => {
    const text = party[name];
    if (text === undefined) return [];
    if (name === 'gender') return [{ label, text: text === 'male' ? '男' : '女' }];
    if (name === 'birth') return readDate(text) ? [{ label, text: dateInWords(text) }] : [];
    return [{ label, text }];
  });
}
