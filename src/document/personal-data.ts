/**
 * Personal data a text shows by its form alone: identity numbers, phones, accounts, and whatever follows the words that
 * announce it. Pure.
 *
 * Texts are typed by hand and copied from other papers: digits may be full-width, a check letter small, a number set in groups.
 */

import { isCitizenNumber, isCreditCode } from '../party/identifier.ts';
import type { Sensitive } from './document.ts';

/** Something found, in the positions of the text it was found in. */
export interface Found {
  readonly at: number;
  readonly length: number;
  readonly sensitive: Sensitive;
}

interface Pattern {
  readonly pattern: RegExp;
  readonly sensitive: Sensitive;
  readonly accept?: (text: string) => boolean;
}

/** Full-width signs as narrow ones; every character stays where it was. */
export function narrow(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Letters and digits alone, capital: two spellings of a number are one. */
export function compact(text: string): string {
  return narrow(text)
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
}

const isIdentity = (text: string): boolean => isCitizenNumber(compact(text));

/** The fifteen digits of the first identity cards: region, birthday of six digits, serial. */
function isOldIdentity(text: string): boolean {
  const digits = compact(text);
  const month = Number(digits.slice(8, 10));
  const day = Number(digits.slice(10, 12));
  return /^[1-8]\d{14}$/.test(digits) && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** What may stand between the groups of a number. */
const GAP = '[ \\t‐-―－./·・-]{0,2}';
/** Between the signs of a number that is known: whatever is no letter, digit or end of a clause. */
const KNOWN_GAP = '[^\\p{L}\\p{N}，。；、：]{0,3}';
/** Digits in words, as they are read out one by one. */
const READ_OUT = ['零〇○', '一幺', '二', '三', '四', '五', '六', '七', '八', '九'];
/** Between a word and the number it announces. */
const ANNOUNCED = '(?:号码|号)?(?:为|是|：|:)?\\s*';
const IDENTITY_WORDS =
  '身份证(?:件)?|证件|护照|通行证|居留证|居住证|军官证|士兵证|警官证|台胞证|回乡证|驾驶证';
const PHONE_WORDS = '电话|手机|传真|联系方式|联系号码';
/** How a number of a chat is announced: by one of these words, or by several, as in 微信weixin：. */
const CHAT_WORDS =
  '(?:微信|威信|[Vv]信|扣扣|钉钉|支付宝|(?<![0-9A-Za-z])(?:weixin|wechat|vx|wx|qq))(?:号码|账号|号)?[ （(]?';
const CHAT_LABEL = '(?:weixin|wechat|vx|wx|qq|id)(?![\\w-])';

/** Those that announce themselves come last: what a number is by itself is known better. */
const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`(?<![0-9A-Za-z])\\d(?:${GAP}\\d){16}${GAP}[\\dXx](?![0-9A-Za-z])`, 'g'),
    sensitive: 'id-number',
    accept: isIdentity,
  },
  {
    pattern: new RegExp(`(?<![0-9A-Za-z])\\d(?:${GAP}\\d){14}(?![0-9A-Za-z])`, 'g'),
    sensitive: 'id-number',
    accept: isOldIdentity,
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(?:\\+?86${GAP})?1[3-9]\\d(?:${GAP}\\d{4}){2}(?!\\d)|(?<!\\d)1[3-9]\\d{2}${GAP}\\d{3}${GAP}\\d{4}(?!\\d)`,
      'g',
    ),
    sensitive: 'phone',
  },
  {
    pattern: /(?<!\d)[(]?0\d{2,3}(?:[)] ?|[ ‐-―－-])\d{7,8}(?:[转‐-―－-]\d{1,6})?(?!\d)/g,
    sensitive: 'phone',
  },
  {
    pattern: new RegExp(
      `(?<![0-9A-Za-z])\\d{4}(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,4})*(?![0-9A-Za-z])`,
      'g',
    ),
    sensitive: 'account',
    accept: (text) => !isCreditCode(compact(text)) && !isCitizenNumber(compact(text)),
  },
  {
    pattern: /(?<=(?:账号|帐号|账户|卡号)(?:为|是|：|:)?\s?)\d[\d -]{6,}\d/g,
    sensitive: 'account',
    accept: (text) => !isCreditCode(text),
  },
  {
    pattern: new RegExp(
      `(?<=(?:${IDENTITY_WORDS})${ANNOUNCED})[A-Za-z]{0,2}\\d(?:${GAP}[\\dXx]){5,18}(?![0-9A-Za-z])`,
      'g',
    ),
    sensitive: 'id-number',
    accept: (text) => !isCreditCode(compact(text)),
  },
  {
    pattern: new RegExp(`(?<=(?:${PHONE_WORDS})${ANNOUNCED})\\d(?:${GAP}\\d){6,12}(?!\\d)`, 'g'),
    sensitive: 'phone',
  },
  {
    pattern: new RegExp(
      `(?<=(?:${CHAT_WORDS})+(?:id)?[)）]?${ANNOUNCED})(?!${CHAT_LABEL})[A-Za-z0-9_][\\w-]{4,}`,
      'gi',
    ),
    sensitive: 'phone',
  },
  {
    pattern: new RegExp(
      `(?<=(?:${CHAT_WORDS})+(?:id)?[)）]?(?:为|是)?[:：]\\s*)(?!${CHAT_LABEL})[A-Za-z0-9_][\\w-]*`,
      'gi',
    ),
    sensitive: 'phone',
  },
  { pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, sensitive: 'phone' },
];

/** Everything a text shows to be personal by its form, in no order; finds may overlap, earlier ones go first. */
export function personalData(text: string): Found[] {
  const narrowed = narrow(text);
  return PATTERNS.flatMap(({ pattern, sensitive, accept }) =>
    [...narrowed.matchAll(pattern)].flatMap(({ 0: found, index }) =>
      accept && !accept(found) ? [] : [{ at: index, length: found.length, sensitive }],
    ),
  );
}

/** A digit as a pattern of all ways to write it: 5, ５, 五. */
export function digitPattern(digit: string): string {
  const value = Number(digit);
  return `[${digit}${String.fromCharCode(0xff10 + value)}${READ_OUT[value] ?? ''}]`;
}

/** Where a number stands in the text, however it is set there, digits in words too; its own signs are `[0-9A-Z]`. */
export function placesOfNumber(text: string, number: string): Omit<Found, 'sensitive'>[] {
  const signs = [...compact(number)].map((sign) => (/\d/.test(sign) ? digitPattern(sign) : sign));
  const pattern = new RegExp(`(?<![0-9A-Za-z])${signs.join(KNOWN_GAP)}(?![0-9A-Za-z])`, 'giu');
  return [...narrow(text).matchAll(pattern)].map(({ 0: found, index }) => ({
    at: index,
    length: found.length,
  }));
}
