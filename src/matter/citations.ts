/** Articles of law as the texts of papers cite them, and breaches as they name them. Pure. */

/** One article cited; `article` is empty where a law is named without any. */
export interface Citation {
  /** Without brackets and without 中华人民共和国. */
  readonly law: string;
  /** 第三十四条第十项. */
  readonly article: string;
}

const TOKEN =
  /《([^》]+)》|(?<law>[\p{Script=Han}]{2,30}?(?:法|条例|规定|办法|规则|决定))(?=第)|(?<article>第[〇零一二三四五六七八九十百千\d]+[条款项目](?:之[一二三四五六七八九十]+)?(?:第[〇零一二三四五六七八九十百千\d]+[款项目])*)/gu;

/** What a text cites, in its order: `《食品安全法》第三十四条第十项、第一百二十四条` cites two articles of one law. */
export function citations(text: string): Citation[] {
  const found: Citation[] = [];
  let law = '';
  let isBare = false;
  const close = (): void => {
    if (isBare) found.push({ law, article: '' });
    isBare = false;
  };
  for (const { 1: bracketed, groups = {} } of spelt(text).matchAll(TOKEN)) {
    const named = bracketed ?? groups['law'];
    if (named !== undefined) {
      close();
      law = named.replace(/^(?:根据|依据|依照|按照|违反了?|参照|以?及|和|与|或者?)+/, '');
      law = law.replace(/^中华人民共和国/, '');
      isBare = true;
    } else if (groups['article'] !== undefined) {
      found.push({ law, article: within(groups['article'], found.at(-1)) });
      isBare = false;
    }
  }
  close();
  return found;
}

/** An article as it is meant: 第二款 after 第三十四条第一款 is one of the same article. */
function within(article: string, before: Citation | undefined): string {
  if (/^第[^条款项目]+条/.test(article)) return article;
  const whole = /^第[^条款项目]+条(?:之[一二三四五六七八九十]+)?/.exec(before?.article ?? '')?.[0];
  return `${whole ?? ''}${article}`;
}

/** Without the ways of setting them: spaces, brackets round the number of an item. */
function spelt(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s()（）]/g, '');
}

/** Whether one cites what the other does, or a part of it: an article and its items are one, a law without any is none. */
export function isSameCitation(one: Citation, other: Citation): boolean {
  if (one.law !== other.law) return false;
  if (one.article === '' || other.article === '') return one.article === other.article;
  return one.article.startsWith(other.article) || other.article.startsWith(one.article);
}

/** The breaches a text names, without the party, 涉嫌 and 案, each by itself. */
export function breaches(text: string, party: string): string[] {
  return spelt(text)
    .replace(spelt(party), '')
    .replace(/^涉嫌/, '')
    .replace(/(?:等?行为)?案?。?$/, '')
    .split(/[、；;，,。和及与]|以及|并且?/)
    .map((one) => one.replaceAll('的', ''))
    .filter((one) => one !== '');
}

/** Where and how a breach was done, before what it is. */
const CIRCUMSTANCES = /^(?:在|于|从事|进行)/;

/** Whether a breach is one of those known: by the same words, by most of them, or with its circumstances before them. */
export function isSameBreach(one: string, known: string): boolean {
  return (
    one === known ||
    (CIRCUMSTANCES.test(one) && one.endsWith(known)) ||
    (known.includes(one) && one.length * 3 >= known.length * 2)
  );
}
