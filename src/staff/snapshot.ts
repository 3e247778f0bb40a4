/**
 * People as they stood when an act was done: copied into the act, so that the record tells by itself
 * who acted, in which post and with which certificate, whatever becomes of them later.
 */
import type { RecordedAct } from '../act/act.ts';

export interface PersonSnapshot {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly certificate?: { readonly number: string; readonly from: string; readonly until: string };
  /** Entry on the list of legal reviewers. */
  readonly listing?: {
    readonly seq: number;
    readonly qualified: boolean;
    readonly from: string;
    readonly until: string;
  };
}

/** Everyone the act names. */
export function peopleIn(act: Pick<RecordedAct, 'data'>): readonly PersonSnapshot[] {
  const people = act.data['people'];
  return Array.isArray(people) ? people : []; // written by the service from the staff register
}

export function snapshotOf(act: Pick<RecordedAct, 'data'>, id: string): PersonSnapshot | undefined {
  return peopleIn(act).find((person) => person.id === id);
}
