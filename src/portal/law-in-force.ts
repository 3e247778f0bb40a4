/** The law of a bureau as its pages tell and cite it: limits, grounds, rights, remedies. Pure. */
import type { WorkCalendar } from '../calendar/calendar.ts';
import { type PlainDate, plainDate } from '../calendar/plain-date.ts';
import { citeInFull, citeTogether, titlesOf } from '../rule/cite.ts';
import { isRuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
import type { Pack } from '../rule/pack.ts';
import type { Resolution } from '../rule/resolve.ts';

export interface LimitInForce {
  /** Working days. */
  readonly days: number;
  readonly basis: readonly string[];
  readonly resolution: Resolution;
}

/** The publication limit for `kind` on `channel` for what was decided on `day`; null where the pack has no such kind. */
export function publicationLimit(
  law: Law,
  kind: string,
  channel: string | null,
  day: string,
): LimitInForce | null {
  const own = channel === null ? null : limitAt(law, `publish.limit.${kind}.${channel}`, day);
  return own ?? limitAt(law, `publish.limit.${kind}`, day);
}

function limitAt(law: Law, key: string, day: string): LimitInForce | null {
  if (!isRuleKey(key)) return null;
  const resolution = law.resolution(key, plainDate(day));
  const rule = resolution.chosen?.rule;
  return typeof rule?.value === 'number'
    ? { days: rule.value, basis: rule.basis, resolution }
    : null;
}

/** What pages need to say why a decision is not public. */
export interface CitedLaw {
  readonly calendar: WorkCalendar;
  /** Where it is said that a ground keeps a decision back on that day; null where nothing says so. */
  withholding(ground: string, on: string): string | null;
  /** Where it is said which decisions need not be published; null where nothing says so. */
  readonly notRequired: string | null;
}

/** Cites from `pack` for a bureau that follows `rules`. */
export function citedLaw(pack: Pack, rules: string): CitedLaw {
  const law = pack.law(rules);
  const titles = titlesOf(pack);
  const cited = (basis: readonly string[]): string | null =>
    basis.length === 0 ? null : basis.map((one) => citeInFull(one, titles)).join('、');
  return {
    calendar: pack.calendar,
    withholding(ground, on) {
      const day = plainDate(on);
      const key = (['publish.withheld.absolute', 'publish.withheld.thirdParty'] as const).find(
        (one) => law.value(one, day).includes(ground),
      );
      return key === undefined ? null : cited(law.resolution(key, day).chosen?.rule.basis ?? []);
    },
    notRequired: cited(pack.refusals.get('publication/not-publishable')?.basis ?? []),
  };
}

export interface Right {
  readonly title: string;
  readonly words: string;
  readonly basis: string;
}

/** What anybody may expect when officers come, with the numbers in force (XZ-G-7a). Throws RangeError where a number is not there. */
export function rightsOf(law: Law, on: PlainDate): Right[] {
  const numberAt = (key: string): string => {
    const value = isRuleKey(key) ? law.value(key, on) : undefined;
    if (typeof value !== 'number') throw new RangeError(`no number under ${key}`);
    return String(value);
  };
  return law.value('rights.party', on).map(({ title, words, basis }) => ({
    title,
    words: words.replaceAll(/\{([^}]*)\}/g, (_all, key: string) => numberAt(key)),
    basis: citeTogether(basis),
  }));
}

/** Time to go against a decision: days for the government's reconsideration, months for the court. */
export interface Remedies {
  readonly reconsideration: number;
  readonly court: number;
}

export function remediesOf(law: Law, on: PlainDate): Remedies {
  return {
    reconsideration: law.value('reconsideration.limit', on),
    court: law.value('court.limit', on),
  };
}
