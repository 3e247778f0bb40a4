/** The bureau's own stream as a projection. */
import type { Projection } from '../act/projection.ts';
import { type Bureau, foldBureau } from './bureau.ts';
import { bureauRows } from './bureau.rows.ts';

export function bureauProjection(bureau: string): Projection<Bureau> {
  return {
    fold: foldBureau,
    facts: (_before, act, after) => bureauRows(bureau, act, after),
    work: () => [],
  };
}
