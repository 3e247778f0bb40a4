/** Dates of birth, in every spelling they may stand in. Pure. */
import { readCitizenNumber } from '../party/identifier.ts';
import { compact, type Found, narrow } from './personal-data.ts';
import type { Secret } from './sensitive.ts';
import { readDate } from './wording.ts';

interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The birth a secret tells of: a date of birth, or digits 7 to 14 of an identity number (GB 11643). Null for any other. */
export function birthOf({ text, sensitive }: Secret): Birth | null {
  if (sensitive === 'birth') return readBirth(text);
  if (sensitive !== 'id-number') return null;
  const number = compact(text);
  if (/^[1-8]\d{14}$/.test(number)) return readBirth(dashed(`19${number.slice(6, 12)}`));
  return readBirth(readCitizenNumber(number)?.birth ?? '');
}

function dashed(digits: string): string {
  return digits.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function readBirth(text: string): Birth | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?$/.exec(text.trim()) ?? [];
  const two = (part: string): string => part.padStart(2, '0');
  return readDate(`${year}-${two(month)}-${two(day)}`)
    ? { year: Number(year), month: Number(month), day: Number(day) }
    : null;
}

/** What may stand between the parts of a date that has no words for them. */
const BETWEEN = String.raw`\s?[.\-/‐-―－、·]\s?`;

/** Where that birth stands in the text: 1979年3月15日, 1979年03月15日, 1979.3.15, 1979-03-15, 19790315, 一九七九年三月十五日. */
export function placesOfBirth(
  text: string,
  { year, month, day }: Birth,
): Omit<Found, 'sensitive'>[] {
  const two = (part: number): string => String(part).padStart(2, '0');
  const [m, d] = [`0?${month}`, `0?${day}`];
  const digits = [...String(year)].map((digit) => `[${CHINESE[Number(digit)] ?? ''}]`).join('');
  const pattern = [
    String.raw`(?<!\d)(?:${year}\s?年\s?${m}\s?月\s?${d}(?:\s?[日号]|(?!\d))`,
    `${year}${BETWEEN}${m}${BETWEEN}${d}(?!\\d)`,
    `${year}${two(month)}${two(day)}(?!\\d))`,
    `${digits}年${inChinese(month)}月${inChinese(day)}[日号]`,
  ].join('|');
  return [...narrow(text).matchAll(new RegExp(pattern, 'gu'))].map(({ 0: found, index }) => ({
    at: index,
    length: found.length,
  }));
}

const CHINESE = ['〇零○', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 十五, 二十 and the like: numbers up to 31. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const lead = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE[tens]}十`;
  return `${lead}${ones === 0 ? '' : CHINESE[ones]}`;
}
