/** Ids of everything the rehearsal bureau records: derived from names, so that a second load finds what the first one did. */
import { createHash } from 'node:crypto';

/** The rehearsal bureau: a made-up area, after which its log is named. */
export const DEMO_AREA = '990001';

/** Part of every derived id; a changed seed would make another bureau. */
const SEED = 'zhuding/rehearsal/1';

/** The UUID of a name: version 7 by its digits, so that it passes for the id of a command, but not made of a time. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`${SEED}\n${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
