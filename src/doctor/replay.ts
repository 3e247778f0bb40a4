/**
 * Playing a stream again, as far as it goes: an act that cannot be read or cannot follow what came before it is a
 * finding, and what the acts before it say is compared all the same. Pure.
 */
import { type ActRow, recordedAct } from '../act/act.store.ts';
import type { RecordedAct } from '../act/act.ts';
import { saidBy } from '../act/said.ts';
import type { Projection } from '../act/projection.ts';
import { cellText, type Row, sameCell } from '../act/row.ts';
import type { Finding } from './compare.ts';

/** An act as it is stored, with what constraints ask of it. */
export interface StoredAct extends ActRow {
  readonly said: object;
}

export interface Replayed {
  /** The acts that could be played, oldest first. */
  readonly acts: readonly RecordedAct[];
  /** Every row they should have made. */
  readonly rows: readonly Row[];
}

/** Plays the stored acts of the stream `id`. Never throws: what is wrong with them goes to `tell`. */
export function replay(
  stored: readonly StoredAct[],
  id: string,
  projection: Projection<unknown>,
  tell: (finding: Finding) => void,
): Replayed {
  const acts: RecordedAct[] = [];
  const rows: Row[] = [];
  let state: unknown = null;
  for (const one of stored) {
    const act = attempt(
      () => recordedAct(one, id),
      (fault) => tell(broken('act-unreadable', id, one.seq, fault)),
    );
    if (!act) break;
    const played = attempt(
      () => {
        const after = projection.fold(state, act);
        return { after, rows: projection.facts(state, act, after) };
      },
      (fault) => tell(broken('act-impossible', id, one.seq, fault)),
    );
    if (!played) break;
    const said = saidBy(act);
    if (!sameCell(said, one.said))
      tell({
        ...broken('cell-differs', id, one.seq, cellText(one.said)),
        column: 'said',
        expected: cellText(said),
      });
    acts.push(act);
    rows.push(...played.rows);
    state = played.after;
  }
  if (state !== null)
    rows.push(
      ...(attempt(
        () => projection.work(state),
        (fault) => tell(broken('stream-broken', id, null, fault)),
      ) ?? []),
    );
  return { acts, rows };
}

/** What `work` gives, or null after `tell` has heard why it failed. */
function attempt<T>(work: () => T, tell: (fault: string) => void): T | null {
  try {
    return work();
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return null;
  }
}

function broken(code: Finding['code'], id: string, seq: number | null, found: string): Finding {
  return {
    code,
    table: 'acts.act',
    key: { stream_id: id, ...(seq === null ? {} : { seq: `${seq}` }) },
    column: seq === null ? null : 'opened',
    expected: null,
    found,
  };
}
