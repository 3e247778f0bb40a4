/** Which rules a filter shows. Pure. */
import type { SettledRuleView } from '../../rule/law.api.ts';
import { keyWords, unitOf } from '../../rule/law.texts.ts';

export interface RuleFilter {
  readonly text: string;
  readonly show: string;
}

/** Whether the rule is the bureau's own. */
export function isLocal({ chosen }: SettledRuleView): boolean {
  return chosen !== null && chosen.source !== 'national';
}

/** Rules that ask for nothing are shown only when something was beaten for them. */
export function isRuleShown(rule: SettledRuleView, filter: RuleFilter): boolean {
  const { key, chosen, beaten } = rule;
  if (chosen === null && beaten.length === 0) return false;
  const text = filter.text.trim();
  const said = [
    key,
    keyWords(key),
    ...(chosen?.basis ?? []),
    ...beaten.flatMap((one) => one.basis),
  ];
  if (text !== '' && !said.some((one) => one.includes(text))) return false;
  switch (filter.show) {
    case 'local':
      return isLocal(rule);
    case 'beaten':
      return beaten.length > 0;
    case 'clocks':
      return unitOf(key) !== null && key !== 'handlers.minimum';
    default:
      return true;
  }
}
