/** What a kind of stream means: how its acts fold into a state, and which rows follow from them. */
import type { RecordedAct } from './act.ts';
import type { Row } from './row.ts';

export interface Projection<S> {
  /** The state after one more act; `null` before the first. Throws RangeError for a stream that cannot be. */
  fold(state: S | null, act: RecordedAct): S;
  /** The fact rows `act` adds. */
  facts(before: S | null, act: RecordedAct, after: S): Row[];
  /** Every work row of the state. */
  work(state: S): Row[];
}
