/**
 * A day to plan by for clocks that run beyond the last published holiday notice. The engine leaves their last day open
 * (rehearsal format §7); people who work on the matter are told the day it would be in ordinary weeks, marked 暂定.
 * Nothing is decided by it. Pure.
 */
import { type WorkCalendar, withOrdinaryWeeks } from '../calendar/calendar.ts';
import { dueDate } from '../calendar/time-limit.ts';
import type { Clock } from './clock.ts';

/** The clock with the last day it has if every week beyond `calendar` is ordinary; null for one whose day is known, or that stands still. */
export function estimatedClock(clock: Clock, calendar: WorkCalendar): Clock | null {
  if (clock.count?.open !== 'unknown') return null;
  const count = dueDate(clock.count.limit, withOrdinaryWeeks(calendar));
  return count.due === null ? null : { ...clock, count, dueDay: count.due };
}
