/** A moment as it is sent and stored. */
import { Type } from 'typebox';

export const MOMENT_PATTERN =
  '^(19|20|21)\\d{2}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?\\+08:00$';

/** A time of a day of a year a file could speak of, with the offset of China; whether there is such a day is told by `parseMoment`. */
export const Moment = Type.String({
  pattern: MOMENT_PATTERN,
  description: 'moment with its offset, `2026-09-23T10:00:00+08:00`',
});
