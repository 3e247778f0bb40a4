/** Why a number has no page, or a late one: one sentence with its basis. Pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { CitedLaw } from './law-in-force.ts';
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
  law: CitedLaw,
): Explanation | null {
  switch (state) {
    case 'on-time':
      return null;
    case 'late':
      return slot.dueOn === null ? null : plainWords(WHY.late(dateText(slot.dueOn)));
    case 'overdue':
      return overdue(slot.dueOn ?? today, today, law.calendar);
    case 'not-due':
      return plainWords(slot.dueOn === null ? WHY.paused : WHY.notDue(dateText(slot.dueOn)));
    case 'withdrawn':
      return {
        words: WHY.withdrawn(
          dateText(slot.withdrawnOn ?? today),
          // Officers end the reason with a full stop or not.
          (slot.reason ?? '').replace(/。$/, ''),
        ),
        basis: null,
      };
    case 'withheld': {
      const { withheldOn, reason } = slot;
      const basis =
        withheldOn === null ? law.notRequired : law.withholding(reason ?? '', withheldOn);
      const words =
        withheldOn === null
          ? (NOT_REQUIRED[reason ?? ''] ?? WHY.notRequired)
          : (GROUND_TERMS[reason ?? ''] ?? WHY.unknownReason);
      return { words: WHY.withheld(words), basis: basis === null ? null : WHY.basis(basis) };
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
