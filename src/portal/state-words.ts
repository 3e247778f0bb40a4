/** Why a number has no page, or a late one: one sentence with its basis. Pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { GROUND_TERMS, NOT_REQUIRED, WHY } from './portal.texts.ts';
import { workingDaysUntil } from './explained-day.ts';
import type { Slot, SlotState } from './slot.ts';
import { dateText } from './words.ts';

export interface Explanation {
  readonly words: string;
  readonly basis: string | null;
}

/** Nothing to explain for what was published in time. */
export function explainState(
  slot: Slot,
  state: SlotState,
  today: string,
  calendar: WorkCalendar,
): Explanation | null {
  switch (state) {
    case 'on-time':
      return null;
    case 'late':
      return slot.dueOn === null ? null : plainWords(WHY.late(dateText(slot.dueOn)));
    case 'overdue':
      return overdue(slot.dueOn ?? today, today, calendar);
    case 'not-due':
      return plainWords(slot.dueOn === null ? WHY.paused : WHY.notDue(dateText(slot.dueOn)));
    case 'withdrawn':
      return {
        words: WHY.withdrawn(dateText(slot.withdrawnOn ?? today), slot.reason ?? ''),
        basis: null,
      };
    case 'withheld': {
      if (slot.withheldOn === null)
        return { words: WHY.withheld(NOT_REQUIRED[0]), basis: WHY.basis(NOT_REQUIRED[1]) };
      const [reason, clause] = GROUND_TERMS[slot.reason ?? ''] ?? [WHY.unknownReason, null];
      return {
        words: WHY.withheld(reason),
        basis: clause === null ? null : WHY.basis(clause),
      };
    }
  }
}

function overdue(due: string, today: string, calendar: WorkCalendar): Explanation {
  const working = workingDaysUntil(due, today, calendar);
  const days =
    working === null
      ? WHY.days(Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000))
      : WHY.workingDays(working);
  return plainWords(WHY.overdue(dateText(due), days));
}

function plainWords(words: string): Explanation {
  return { words, basis: null };
}
