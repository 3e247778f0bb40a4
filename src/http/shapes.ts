/** Shapes that many routes share. */
import { Type } from 'typebox';

export const exact = { additionalProperties: false };
export const opt = Type.Optional;

export const uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'UUID, lower case',
});
/** The id of something new: its time is what sorts it. */
export const newId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
  description: 'UUIDv7, lower case, made by the sender',
});
export { Day as day } from '../calendar/day.schema.ts';
export { Moment as moment } from '../calendar/moment.schema.ts';
export const position = Type.String({ pattern: '^[1-9]\\d{0,6}$' });
/** The query of a list that can be had as a table. */
export const asTable = Type.Object({ format: opt(Type.Literal('xlsx')) }, exact);
