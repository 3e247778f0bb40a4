/** How a basis of a rule, such as `公示规定 第九条`, is written for people. Pure. */
import type { Pack } from './pack.ts';

/** `《公示规定》第九条`. */
export function cite(basis: string): string {
  const [short, article] = partsOf(basis);
  return `《${short}》${article}`;
}

/** The same under the instrument's full title: `《市场监督管理行政处罚信息公示规定》第九条`. */
export function citeInFull(basis: string, titles: ReadonlyMap<string, string>): string {
  const [short, article] = partsOf(basis);
  const title = titles.get(short);
  return title === undefined ? `${short}${article}` : `《${plainTitle(title)}》${article}`;
}

/** Several sources in one line, articles of one instrument together: 程序规定第四十六条、第二十三条；行政处罚法第二十八条. */
export function citeTogether(basis: readonly string[]): string {
  const articles = new Map<string, string[]>();
  for (const [short, article] of basis.map(partsOf))
    articles.set(short, [...(articles.get(short) ?? []), article]);
  return [...articles].map(([short, all]) => `${short}${all.join('、')}`).join('；');
}

/** Full titles of instruments by the short names rules cite. */
export function titlesOf({ instruments }: Pick<Pack, 'instruments'>): ReadonlyMap<string, string> {
  return new Map(instruments.map(({ short, title }) => [short, title]));
}

/** A title without number and revision behind it. */
function plainTitle(title: string): string {
  return title.replace(/（.*$/, '');
}

function partsOf(basis: string): readonly [short: string, article: string] {
  const [short = '', ...rest] = basis.split(' ');
  return [short, rest.join('')];
}
