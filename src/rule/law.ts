/** The law in force for one bureau: rule values by key and day, resolved from its packs. */
import { addDays, type PlainDate } from '../calendar/plain-date.ts';
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

/** The law that `rules` make. */
export function lawOf(rules: readonly Rule[]): Law {
  const timelines = new Map<RuleKey, Timeline>();
  return {
    resolution: (key, on) => resolve(key, on, rules),
    value: <K extends RuleKey>(key: K, on: PlainDate) => {
      let timeline = timelines.get(key);
      if (!timeline) {
        timeline = timelineOf(key, rules);
        timelines.set(key, timeline);
      }
      // Every value was checked against the schema of its key when its rule was parsed.
      return valueOn(timeline, on) as RuleValue<K> | Absent<K>;
    },
  };
}

/** `law`, which `rules` make, with the values a script sets on top. */
export function scriptedLaw(law: Law, rules: readonly Rule[], scripted: readonly Rule[]): Law {
  const keys = new Set(scripted.map((rule) => rule.key));
  const own = lawOf([...rules.filter((rule) => keys.has(rule.key)), ...scripted]);
  const lawFor = (key: RuleKey): Law => (keys.has(key) ? own : law);
  return {
    resolution: (key, on) => lawFor(key).resolution(key, on),
    value: (key, on) => lawFor(key).value(key, on),
  };
}

/** The values of one key from day to day: a matter asks for the same keys again and again. Latest first. */
type Timeline = readonly { readonly from: PlainDate; readonly value: unknown }[];

const THE_FIRST_DAY = '0001-01-01' as PlainDate;

/** Values change only on the first day of a rule and on the day after its last. */
function timelineOf(key: RuleKey, rules: readonly Rule[]): Timeline {
  const changes = rules
    .filter((rule) => rule.key === key)
    .flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  return [...new Set([THE_FIRST_DAY, ...changes])]
    .sort()
    .reverse()
    .map((from) => ({ from, value: resolve(key, from, rules).chosen?.rule.value }));
}

function valueOn(timeline: Timeline, on: PlainDate): unknown {
  for (const { from, value } of timeline) if (from <= on) return value;
  return undefined;
}

/** A value a rehearsal script sets for the whole of its time. */
export function scriptedRule(key: RuleKey, value: unknown): Rule | null {
  if (!RULE_KEYS[key].scripted || !fitsKey(key, value)) return null;
  return {
    id: `script.${key}`,
    key,
    value,
    basis: ['rehearsal script'],
    from: THE_FIRST_DAY,
    to: null,
    confidence: 'high',
    note: null,
    source: 'script',
  };
}
