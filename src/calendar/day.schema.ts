/** A day as it is sent and stored. */
import { Type } from 'typebox';

/** A day that exists, `YYYY-MM-DD`, of a year a file could speak of. */
export const Day = Type.String({
  format: 'date',
  pattern: '^(19|20|21)\\d{2}-\\d{2}-\\d{2}$',
  description: 'day, `2026-09-23`',
});
