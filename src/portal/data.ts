/** The portal's data for machines: what a page shows, no more and no less. Pure. */
import type { PublishedBureau, PublishedEntry } from './published.views.ts';
import type { ListedSlot } from './listing.ts';
import { type Slot, type SlotState, slotState } from './slot.ts';

/** A number and what became of it; enough to compute the rates again. */
export interface SlotData {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
  readonly decidedOn: string;
  readonly dueOn: string | null;
  readonly required: boolean;
  readonly state: SlotState;
  readonly publishedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withheldOn: string | null;
  /** Ground for withholding, or reason of a withdrawal. */
  readonly reason: string | null;
  /** Null where nothing stands published. */
  readonly decision: {
    readonly title: string;
    readonly party: string;
    readonly violation: string;
    readonly penalty: string;
    /** Address of its page. */
    readonly page: string;
  } | null;
}

export function slotData(bureau: string, { slot, entry }: ListedSlot, today: string): SlotData {
  return {
    ...ofSlot(slot),
    state: slotState(slot, today),
    decision:
      entry && slot.entry !== null
        ? { ...entry, page: `/${bureau}/decisions/${slot.entry}` }
        : null,
  };
}

function ofSlot(slot: Slot): Omit<SlotData, 'state' | 'decision'> {
  const { number, year, serial, decidedOn, dueOn, required } = slot;
  const { publishedOn, withdrawnOn, withheldOn, reason } = slot;
  return {
    number,
    year,
    serial,
    decidedOn,
    dueOn,
    required,
    publishedOn,
    withdrawnOn,
    withheldOn,
    reason,
  };
}

/** A decision with its text, its gaps and its proof. */
export function decisionData(bureau: PublishedBureau, entry: PublishedEntry) {
  const page = `/${bureau.id}/decisions/${entry.id}`;
  const proof = entry.proof && {
    ...entry.proof,
    file: `${page}/versions/${entry.version}/proof`,
  };
  return { bureau: { id: bureau.id, name: bureau.name }, page, ...entry, proof };
}
