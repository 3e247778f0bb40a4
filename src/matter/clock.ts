/** A running, met, missed or stopped time limit of a matter. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { addHours, type Moment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { type DueDate, dueDate, type Stop } from '../calendar/time-limit.ts';
import type { AnyAct } from './matter.ts';

export type ClockUnit = 'working-day' | 'day' | 'month' | 'hour';
/** A duty can be late or overdue; a lapse runs out. */
export type ClockKind = 'duty' | 'lapse';
export type ClockStatus = 'met' | 'late' | 'running' | 'overdue' | 'lapsed' | 'paused' | 'unknown';

export interface Clock {
  /** `name#n`, n being the act that started it. */
  readonly id: string;
  readonly name: string;
  readonly term: string;
  /** The act that started it. */
  readonly act: AnyAct;
  readonly kind: ClockKind;
  readonly unit: ClockUnit;
  readonly length: number;
  /** Null only where the start itself lies beyond the published calendar. */
  readonly started: PlainDate | null;
  /** For hour clocks the exact moment; null otherwise. */
  readonly dueMoment: Moment | null;
  readonly dueDay: PlainDate | null;
  readonly ended: AnyAct | null;
  /** How the days were counted; null for hour clocks and clocks without a start. */
  readonly count: DueDate | null;
  readonly basis: readonly string[];
}

export interface ClockPlan {
  readonly name: string;
  readonly term: string;
  readonly kind: ClockKind;
  readonly act: AnyAct;
  readonly unit: ClockUnit;
  readonly length: number;
  readonly started: PlainDate | null;
  readonly stops: readonly Stop[];
  readonly rolls: boolean;
  readonly ended: AnyAct | null;
  readonly basis: readonly string[];
}

/** What a procedure table says of a clock that a feature computes. */
export type ClockTitle = Pick<ClockPlan, 'term' | 'basis'>;

/** The clock a plan makes under a calendar. */
export function clockOf(plan: ClockPlan, calendar: WorkCalendar): Clock {
  const { name, term, act, kind, unit, length, started, ended, basis } = plan;
  const id = `${name}#${act.n}`;
  const due = unit === 'hour' ? addHours(act.at, length) : null;
  const count =
    unit === 'hour' || started === null
      ? null
      : dueDate({ start: started, length, unit, stops: plan.stops, rolls: plan.rolls }, calendar);
  return {
    id,
    name,
    term,
    act,
    kind,
    unit,
    length,
    started,
    dueMoment: due,
    dueDay: due?.day ?? count?.due ?? null,
    ended,
    count,
    basis,
  };
}

/** Whether the day, or for hour clocks the moment, lies after the clock's last. False where the due date is not known. */
export function isAfterDue(clock: Clock, at: Moment): boolean {
  if (clock.dueMoment) return at.ms > clock.dueMoment.ms;
  return clock.dueDay !== null && at.day > clock.dueDay;
}

/** Whether the period may still be running at that moment: true also where its end cannot be told. */
export function mayBeRunning(clock: Clock, at: Moment): boolean {
  return !isAfterDue(clock, at);
}

export function clockStatus(clock: Clock, asOf: Moment, calendar: WorkCalendar): ClockStatus {
  if (clock.dueMoment === null && clock.dueDay === null) {
    if (clock.count?.open === 'paused') return 'paused';
    return clock.ended && clock.ended.at.day <= calendar.until ? 'met' : 'unknown';
  }
  if (clock.ended) return isAfterDue(clock, clock.ended.at) ? 'late' : 'met';
  if (!isAfterDue(clock, asOf)) return 'running';
  return clock.kind === 'duty' ? 'overdue' : 'lapsed';
}

/** The clock that one act starts, with nothing that stops, extends or ends it. */
export function plainClock(
  name: string,
  act: AnyAct,
  length: number,
  unit: ClockUnit,
  calendar: WorkCalendar,
): Clock {
  return clockOf(
    {
      name,
      term: name,
      kind: 'lapse',
      act,
      unit,
      length,
      started: act.at.day,
      stops: [],
      rolls: false,
      ended: null,
      basis: [],
    },
    calendar,
  );
}
