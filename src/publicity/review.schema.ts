/** What a check says of places in the served text, as it is sent. */
import { type TProperties, Type } from 'typebox';

const MOST = 500;

const places = <P extends TProperties>(more: P) =>
  Type.Array(
    Type.Object(
      { paragraph: Type.Integer({ minimum: 0 }), segment: Type.Integer({ minimum: 0 }), ...more },
      { additionalProperties: false },
    ),
    { maxItems: MOST },
  );

/** Segments that are not published, each with its ground. */
export const HiddenPlaces = places({ ground: Type.String({ minLength: 1, maxLength: 40 }) });
/** What looks personal and may be public all the same. */
export const ClearedPlaces = places({ text: Type.String({ minLength: 1, maxLength: 200 }) });
