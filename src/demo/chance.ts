/** Chance that repeats itself: numbers that follow from a name. Pure. */
import { createHash } from 'node:crypto';

/** Whole numbers from 0 up to a bound, always the same for a name. */
export function chanceOf(name: string): (below: number) => number {
  let drawn = 0;
  return (below) => {
    const digest = createHash('sha256').update(`${name} ${drawn}`).digest();
    drawn += 1;
    return digest.readUInt32BE(0) % below;
  };
}
