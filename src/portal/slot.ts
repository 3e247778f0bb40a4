/** The place of a decision number before the public: what became of it, and what the places of a year add up to. */

/** Every number is in exactly one of these states. */
export const SLOT_STATES = [
  'on-time',
  'late',
  'overdue',
  'withheld',
  'withdrawn',
  'not-due',
] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** A decision number as `published.slot` keeps it. Days are `YYYY-MM-DD`. */
export interface Slot {
  readonly word: string;
  readonly year: number;
  readonly serial: number;
  readonly number: string;
  readonly decidedOn: string;
  /** Last day for publication; null where none is required or the limit does not run. */
  readonly dueOn: string | null;
  readonly required: boolean;
  readonly entry: string | null;
  readonly version: number | null;
  readonly publishedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withheldOn: string | null;
  readonly reason: string | null;
}

/** What became of the number, as of `today`. `SLOT_STATE_SQL` says the same to the database. */
export function slotState(slot: Slot, today: string): SlotState {
  if (slot.withdrawnOn !== null) return 'withdrawn';
  if (slot.publishedOn !== null)
    return slot.dueOn !== null && slot.publishedOn > slot.dueOn ? 'late' : 'on-time';
  if (slot.withheldOn !== null || !slot.required) return 'withheld';
  return slot.dueOn !== null && slot.dueOn < today ? 'overdue' : 'not-due';
}

/** {@link slotState} as an expression over a row `s` of `published.slot`; `today` is a parameter such as `$2`. */
export function slotStateSql(today: string): string {
  return `case when s.withdrawn_on is not null then 'withdrawn'
    when s.published_on is not null then case when s.published_on > s.due_on then 'late' else 'on-time' end
    when s.withheld_on is not null or not s.required then 'withheld'
    when s.due_on < ${today}::date then 'overdue'
    else 'not-due' end`;
}

/** How many numbers of a year are in each state. */
export interface Figures {
  readonly year: number;
  readonly of: Readonly<Record<SlotState, number>>;
  /** Of the withdrawn, those that had been published in time. */
  readonly withdrawnInTime: number;
}

/** Part and whole of a rate; anybody can divide them again. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
}

export function numbersOf({ of }: Figures): number {
  return SLOT_STATES.reduce((sum, state) => sum + of[state], 0);
}

/** Published in time, of all that had to be published and are due. A withdrawn one counts by its publication. */
export function onTimeRate({ of, withdrawnInTime }: Figures): Rate {
  return { part: of['on-time'] + withdrawnInTime, whole: dueCount(of) };
}

/** Published at all, in time or not, of the same whole. */
export function coverageRate({ of }: Figures): Rate {
  return { part: of['on-time'] + of.late + of.withdrawn, whole: dueCount(of) };
}

function dueCount(of: Figures['of']): number {
  return of['on-time'] + of.late + of.withdrawn + of.overdue;
}

/** A rate in percent with one digit, half rounded up; all but one is never 100. Null for a part of nothing. */
export function percent({ part, whole }: Rate): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((part * 2000 + whole) / (whole * 2));
  return ((part < whole ? Math.min(tenths, 999) : tenths) / 10).toFixed(1);
}
