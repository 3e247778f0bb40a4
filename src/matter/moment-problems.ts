/** When an act may have happened: at a moment that exists, and not after now. Pure. */
import { parseMoment } from '../calendar/moment.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { fault } from '../http/field-faults.ts';
import type { FieldProblem } from './act-input.ts';

/** A clock that runs a little ahead on another device is no reason to refuse. */
const AHEAD_MS = 120_000;

/** What is wrong with the time of an act; `now` in milliseconds since 1970, `earliest` the first day the calendar knows. */
export function momentProblems(at: string, now: number, earliest: PlainDate): FieldProblem[] {
  const parsed = parseMoment(at);
  if (!parsed) return [fault('/at', 'field/moment-impossible')];
  if (parsed.day < earliest)
    return [
      {
        pointer: '/at',
        code: 'act/before-calendar',
        message: `发生时间早于工作日历的第一天 ${earliest}。`,
      },
    ];
  return parsed.ms > now + AHEAD_MS
    ? [{ pointer: '/at', code: 'act/in-future', message: '发生时间不能晚于现在。' }]
    : [];
}
