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

/** A stream folded to its end, with everything its acts have put into the tables. */
export interface Projected<S> {
  readonly state: S | null;
  readonly facts: readonly Row[];
  readonly work: readonly Row[];
}

/** Folds a whole stream and collects its rows. */
export function project<S>(acts: readonly RecordedAct[], projection: Projection<S>): Projected<S> {
  let state: S | null = null;
  const facts: Row[] = [];
  for (const act of acts) {
    const after = projection.fold(state, act);
    facts.push(...projection.facts(state, act, after));
    state = after;
  }
  return { state, facts, work: state === null ? [] : projection.work(state) };
}
