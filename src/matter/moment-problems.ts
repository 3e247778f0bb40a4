/** When an act may have happened: at a moment that exists, and not after now. Pure. */
import { parseMoment } from '../calendar/moment.ts';
import type { FieldProblem } from './act-input.ts';

/** A clock that runs a little ahead on another device is no reason to refuse. */
const AHEAD_MS = 120_000;

/** What is wrong with the time of an act; `now` in milliseconds since 1970. */
export function momentProblems(at: string, now: number): FieldProblem[] {
  const parsed = parseMoment(at);
  if (!parsed)
    return [
      {
        pointer: '/at',
        code: 'field/type-wrong',
        message: '发生时间写成 2026-09-23T10:00:00+08:00 的样子。',
      },
    ];
  return parsed.ms > now + AHEAD_MS
    ? [{ pointer: '/at', code: 'act/in-future', message: '发生时间不能晚于现在。' }]
    : [];
}
