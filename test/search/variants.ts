/** Ways to do an act: the lawful one, and others that differ from it in one point each. */
import type { ActCode } from '../../src/matter/act-data.ts';
import type { Past } from './past.ts';
import type { Variant } from './search.ts';

type Said = Variant['data'];

/** What another way changes. */
export interface Change {
  readonly data?: Said;
  readonly by?: readonly string[];
  readonly days?: number;
}

/** The lawful way, named by its code, and the others, named by it and what they change. */
export function ways(
  code: ActCode,
  by: readonly string[],
  data: Said,
  changes: Readonly<Record<string, Change>> = {},
): Variant[] {
  const lawful: Variant = { name: code, code, by, data, days: 0 };
  return [
    lawful,
    ...Object.entries(changes).map(([name, change]) => ({
      ...lawful,
      name: `${code} ${name}`,
      by: change.by ?? by,
      days: change.days ?? 0,
      data: change.data === undefined ? data : merged(data, change.data),
    })),
  ];
}

function merged(data: Said, change: Said): Said {
  if (typeof data !== 'function' && typeof change !== 'function') return { ...data, ...change };
  return (past) => {
    const [given, other] = [valueOf(data, past), valueOf(change, past)];
    return given && other && { ...given, ...other };
  };
}

const valueOf = (data: Said, past: Past) => (typeof data === 'function' ? data(past) : data);

/** Only so many times. */
export const atMost =
  (times: number, code: ActCode, data: Said): Said =>
  (past) =>
    past.all(code).length < times ? valueOf(data, past) : null;

/** Said of the last act of those codes; of the first act of all where there is none. */
export const ofLast =
  (...codes: readonly ActCode[]) =>
  (past: Past) => ({ of: Math.max(1, ...codes.map((code) => past.at(code))) });

/** The lawful ways alone. */
export const lawful = (variants: readonly Variant[]): Variant[] =>
  variants.filter(({ name, code }) => name === code);

/** Of these the named ones, in this order; throws where one is missing. */
export function pick(variants: readonly Variant[], ...names: readonly string[]): Variant[] {
  return names.map((name) => {
    const found = variants.find((one) => one.name === name);
    if (!found) throw new Error(`no variant ${name}`);
    return found;
  });
}
