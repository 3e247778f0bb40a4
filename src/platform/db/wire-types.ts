/** How PostgreSQL's values become JavaScript's, where pg's own choice would lose something. */
import { type CustomTypesConfig, types } from 'pg';

const { INT8, DATE } = types.builtins;

/**
 * A whole number becomes a number, and one too large to be exact an error instead of a wrong figure.
 * A date stays its text `2026-11-20`: pg would make it midnight of wherever the server stands.
 * Everything else is as pg has it: timestamptz a Date, numeric a string, bytea a Buffer.
 */
export const wireTypes: CustomTypesConfig = {
  getTypeParser(id, format) {
    if (format === 'binary') return types.getTypeParser(id, format);
    if (id === INT8) return parseWholeNumber;
    if (id === DATE) return (text: string) => text;
    return types.getTypeParser(id, format);
  },
};

function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`too large to be exact: ${text}`);
  return value;
}
