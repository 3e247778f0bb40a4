/** The limit a decision was published under, as the rule pack has it for the bureau on that day. Pure. */
import { plainDate } from '../calendar/plain-date.ts';
import { isRuleKey } from '../rule/keys.ts';
import type { Law } from '../rule/law.ts';
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

/** Several sources in one line, articles of one instrument together: 程序规定第四十六条、第二十三条；行政处罚法第二十八条. */
export function citations(basis: readonly string[]): string {
  const articles = new Map<string, string[]>();
  for (const one of basis) {
    const [short = '', ...rest] = one.split(' ');
    articles.set(short, [...(articles.get(short) ?? []), rest.join('')]);
  }
  return [...articles].map(([short, all]) => `${short}${all.join('、')}`).join('；');
}

/** `《…》第九条` of the short name a rule cites its source by, such as 公示规定 第九条. */
export function citation(basis: string, titles: ReadonlyMap<string, string>): string {
  const [short = '', ...rest] = basis.split(' ');
  const title = titles.get(short)?.replace(/（.*$/, '');
  return title === undefined ? basis.replace(' ', '') : `《${title}》${rest.join('')}`;
}
