/** Guard of the application: once deemed accepted it can no longer be sent back (行政许可法 art. 32). */
import type { Gates } from '../matter/attempt.ts';
import { isAnsweredLate } from './licence.ts';

export const licenceGates = {
  'licence/deemed-accepted': ({ matter, act, law, calendar }) =>
    isAnsweredLate(matter, act, law, calendar),
} as const satisfies Gates;
