/** Finding a party of the rehearsal's cases. Pure. */
import { PARTIES } from './parties.texts.ts';
import type { DemoParty } from './plot.ts';

/** A party by its key, with its place among them. @throws RangeError for an unknown key */
export function partyOf(key: string): { readonly party: DemoParty; readonly serial: number } {
  const party = PARTIES[key];
  if (!party) throw new RangeError(`no such party: ${key}`);
  return { party, serial: Object.keys(PARTIES).indexOf(key) + 1 };
}
