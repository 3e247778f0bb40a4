/** A rule of a pack: one value for one key, with its legal basis and the days it is in force. */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import { isRuleKey, RULE_KEYS, type RuleKey } from './keys.ts';

export interface Rule {
  readonly id: string;
  readonly key: RuleKey;
  /** Conforms to the schema of its key. */
  readonly value: unknown;
  /** Instrument by short name, then article, as printed: `行政处罚法 第五十八条`. */
  readonly basis: readonly string[];
  readonly from: PlainDate;
  /** Last day in force; null while it is. */
  readonly to: PlainDate | null;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note: string | null;
  /** `national`, a bureau's id, or `script` for a value a rehearsal script sets. */
  readonly source: string;
}

const RuleFile = Compile(
  Type.Array(
    Type.Object(
      {
        id: Type.String({ minLength: 1 }),
        key: Type.String(),
        value: Type.Unknown(),
        basis: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
        from: Type.String(),
        to: Type.Optional(Type.String()),
        confidence: Type.Enum(['high', 'medium', 'low']),
        note: Type.Optional(Type.String()),
      },
      { additionalProperties: false },
    ),
  ),
);

const checks = new Map<RuleKey, { Check(value: unknown): boolean }>();

/** Whether `value` may stand under `key`. */
export function fitsKey(key: RuleKey, value: unknown): boolean {
  let check = checks.get(key);
  if (!check) {
    check = Compile(RULE_KEYS[key].schema);
    checks.set(key, check);
  }
  return check.Check(value);
}

/**
 * The rules of one file. `instruments` are the short names a basis may cite.
 * Throws Error naming the file and rule where something does not hold: a pack is our own data, and a
 * wrong one must not start.
 */
export function parseRules(
  json: unknown,
  source: string,
  file: string,
  instruments: ReadonlySet<string>,
): Rule[] {
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`);
  };
  if (!RuleFile.Check(json))
    return fail(
      RuleFile.Errors(json)
        .map((e) => `${e.instancePath} ${e.message}`)
        .join('; '),
    );
  return json.map((entry) => {
    const { key } = entry;
    if (!isRuleKey(key)) return fail(`${entry.id}: no such key ${key}`);
    if (!fitsKey(key, entry.value)) fail(`${entry.id}: the value does not fit ${key}`);
    for (const basis of entry.basis)
      if (!instruments.has(basis.split(' ')[0] ?? ''))
        fail(`${entry.id}: unknown instrument in ${basis}`);
    const from = parsePlainDate(entry.from) ?? fail(`${entry.id}: from is not a day`);
    const to =
      entry.to === undefined
        ? null
        : (parsePlainDate(entry.to) ?? fail(`${entry.id}: to is not a day`));
    return {
      id: entry.id,
      key,
      value: entry.value,
      basis: entry.basis,
      from,
      to,
      confidence: entry.confidence,
      note: entry.note ?? null,
      source,
    };
  });
}
