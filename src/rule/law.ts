/** The law in force for one bureau: rule values by key and day, resolved from its packs. */
import type { PlainDate } from '../calendar/plain-date.ts';
import { RULE_KEYS, type RuleKey, type RuleValue } from './keys.ts';
import { type Resolution, resolve } from './resolve.ts';
import { fitsKey, type Rule } from './rule.ts';

export interface Law {
  /** The value of `key` on that day; undefined only for a key that may be without a rule. */
  value<K extends RuleKey>(key: K, on: PlainDate): RuleValue<K> | Absent<K>;
  /** The same with the rules beaten and the reasons. */
  resolution(key: RuleKey, on: PlainDate): Resolution;
}

type OptionalKey = {
  [K in RuleKey]: (typeof RULE_KEYS)[K]['optional'] extends false ? never : K;
}[RuleKey];
type Absent<K extends RuleKey> = K extends OptionalKey ? undefined : never;

/** The law that `rules` make. Resolutions are kept: a matter asks for the same keys again and again. */
export function lawOf(rules: readonly Rule[]): Law {
  const byKey = new Map<RuleKey, Rule[]>();
  for (const rule of rules) {
    const list = byKey.get(rule.key);
    if (list) list.push(rule);
    else byKey.set(rule.key, [rule]);
  }
  const resolved = new Map<string, Resolution>();
  const resolution = (key: RuleKey, on: PlainDate): Resolution => {
    const list = byKey.get(key) ?? [];
    // A key with one unending rule answers the same on every day from its first.
    const slot =
      list.length === 1 && list[0]?.to === null && list[0].from <= on ? key : `${key} ${on}`;
    let known = resolved.get(slot);
    if (!known) {
      known = resolve(key, on, list);
      resolved.set(slot, known);
    }
    return known;
  };
  return {
    resolution,
    // Every value was checked against the schema of its key when its rule was parsed.
    value: <K extends RuleKey>(key: K, on: PlainDate) =>
      resolution(key, on).chosen?.rule.value as RuleValue<K> | Absent<K>,
  };
}

/** A value a rehearsal script sets for the whole of its time. */
export function scriptedRule(key: RuleKey, value: unknown): Rule | null {
  if (!RULE_KEYS[key].scripted || !fitsKey(key, value)) return null;
  return {
    id: `script.${key}`,
    key,
    value,
    basis: ['rehearsal script'],
    from: '0001-01-01' as PlainDate,
    to: null,
    confidence: 'high',
    note: null,
    source: 'script',
  };
}
