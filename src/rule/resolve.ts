/**
 * Which rule applies. Several rules may speak to one key: the national baseline, a bureau's own
 * document, an older or a later version. The resolver answers with the rule chosen, the rules beaten
 * and the reason for each, so that a screen can show why (QZ-10c).
 */
import type { PlainDate } from '../calendar/plain-date.ts';
import { RULE_KEYS, type RuleKey } from './keys.ts';
import type { Rule } from './rule.ts';

/** Why a rule was chosen or beaten. */
export type Reason =
  | 'only' // no other rule speaks to the key
  | 'script' // the rehearsal script sets the value
  | 'local' // the bureau's own rule stands in for the national one
  | 'shorter' // the shorter limit stands: a local rule may tighten a superior's limit
  | 'longer' // beaten: it would loosen a superior's limit, or is longer than the bureau's own
  | 'general' // beaten: the bureau has a rule of its own
  | 'overridden' // beaten: the rehearsal script sets the value
  | 'not-in-force' // beaten: begins later or has ended
  | 'before-first'; // chosen although the day lies before its first day: nothing older is known

export interface Resolution {
  readonly key: RuleKey;
  readonly on: PlainDate;
  /** Null only for a key that may be without a rule. */
  readonly chosen: { readonly rule: Rule; readonly reason: Reason } | null;
  readonly beaten: readonly { readonly rule: Rule; readonly reason: Reason }[];
}

/**
 * The rule for `key` on day `on` among `rules` (of one bureau and the national pack).
 * Throws Error when a key that needs a rule has none: the pack is incomplete.
 */
export function resolve(key: RuleKey, on: PlainDate, rules: readonly Rule[]): Resolution {
  const candidates = rules.filter((rule) => rule.key === key);
  const inForce = candidates.filter(
    (rule) => rule.from <= on && (rule.to === null || on <= rule.to),
  );
  const dormant = candidates.filter((rule) => !inForce.includes(rule));
  const script = inForce.find((rule) => rule.source === 'script');
  if (script) return result(key, on, script, 'script', inForce, 'overridden', dormant);

  const national = latest(inForce.filter((rule) => rule.source === 'national'));
  const local = latest(inForce.filter((rule) => rule.source !== 'national'));
  if (local && national && RULE_KEYS[key].settle === 'lowest') {
    const localIsShorter = Number(local.value) <= Number(national.value);
    return result(
      key,
      on,
      localIsShorter ? local : national,
      'shorter',
      inForce,
      'longer',
      dormant,
    );
  }
  if (local)
    return result(key, on, local, national ? 'local' : 'only', inForce, 'general', dormant);
  if (national) return result(key, on, national, 'only', inForce, 'not-in-force', dormant);
  if (RULE_KEYS[key].optional)
    return {
      key,
      on,
      chosen: null,
      beaten: dormant.map((rule) => ({ rule, reason: 'not-in-force' })),
    };

  const earliest = [...candidates].sort(
    (a, b) =>
      Number(b.source === 'national') - Number(a.source === 'national') ||
      (a.from < b.from ? -1 : 1),
  )[0];
  if (!earliest) throw new Error(`no rule for ${key}`);
  return result(key, on, earliest, 'before-first', [], 'general', dormant);
}

/** Of rules of one source in force together, the one that began last. */
function latest(rules: readonly Rule[]): Rule | undefined {
  return [...rules].sort((a, b) => (a.from < b.from ? 1 : -1))[0];
}

function result(
  key: RuleKey,
  on: PlainDate,
  rule: Rule,
  reason: Reason,
  others: readonly Rule[],
  lost: Reason,
  dormant: readonly Rule[],
): Resolution {
  return {
    key,
    on,
    chosen: { rule, reason },
    beaten: [
      ...others.filter((other) => other !== rule).map((other) => ({ rule: other, reason: lost })),
      ...dormant
        .filter((other) => other !== rule)
        .map((other) => ({ rule: other, reason: 'not-in-force' as const })),
    ],
  };
}
