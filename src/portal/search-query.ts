/** What a citizen typed into the one search field: a number, part of one, a credit code, or words. Pure. */
import { parseDocumentNumber } from '../document/number.ts';
import { queryWords } from '../publicity/search-text.ts';

export type SearchQuery =
  /** A whole document number, written as it is printed. */
  | { readonly kind: 'number'; readonly number: string }
  /** Parts of numbers: any of word, year and serial. */
  | {
      readonly kind: 'numbers';
      readonly word: string | null;
      readonly year: number | null;
      readonly serial: number | null;
    }
  /** A unified social credit code (GB 32100-2015), upper case. */
  | { readonly kind: 'code'; readonly code: string }
  /** Runs of index words; each run stands in this order somewhere in the decision. */
  | { readonly kind: 'words'; readonly runs: readonly (readonly string[])[] }
  | { readonly kind: 'nothing' };

/** Characters read of what was typed; the rest is dropped. */
const LONGEST_QUERY = 100;

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const PART_OF_NUMBER =
  /^(?:[\u4e00-\u9fa5]{0,8}?市监([\u4e00-\u9fa5]{1,6}))?(?:〔((?:19|20)\d{2})〕?)?(?:第?0{0,6}([1-9]\d{0,6})号?)?$/;
/** Before an article that follows the name of its law without a sign between. */
const BEFORE_ARTICLE = /(?<=\S)(?=第[〇零一二三四五六七八九十百千两]+条)/g;

/** Reads `typed`. Nothing typed wrongly is an error: it is searched for as words. */
export function parseSearch(typed: string): SearchQuery {
  const text = [...typed.normalize('NFKC')].slice(0, LONGEST_QUERY).join('').trim();
  if (text === '') return { kind: 'nothing' };
  const compact = hexagonal(text.replaceAll(/\s+/g, ''));
  const number = wholeNumber(compact);
  if (number !== null) return { kind: 'number', number };
  const code = compact.toUpperCase();
  if (CREDIT_CODE.test(code)) return { kind: 'code', code };
  const part = PART_OF_NUMBER.exec(compact);
  if (part) {
    const [, word = null, year, serial] = part;
    return { kind: 'numbers', word, year: wholeOrNull(year), serial: wholeOrNull(serial) };
  }
  const runs = queryWords(inWords(text));
  return runs.length === 0 ? { kind: 'nothing' } : { kind: 'words', runs };
}

/** A document number typed with other brackets, leading zeros or without its last sign; null for anything else. */
export function wholeNumber(typed: string): string | null {
  const compact = hexagonal(typed.normalize('NFKC').replaceAll(/\s+/g, ''));
  const written = compact.replace(/〕第?0{0,6}([1-9]\d{0,8})号?$/, '〕$1号');
  return parseDocumentNumber(written) ? written : null;
}

/** NFKC has already made the full-width brackets narrow ones. */
function hexagonal(text: string): string {
  return text.replaceAll(/[[(【〖]/g, '〔').replaceAll(/[\])】〗]/g, '〕');
}

function wholeOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** Articles as the law writes them, in Chinese numerals, and apart from the name of the law before them. */
function inWords(text: string): string {
  const numerals = text.replaceAll(
    /第(\d{1,4})([条款项])/g,
    (_all, digits: string, unit: string) => `第${numeral(Number(digits))}${unit}`,
  );
  return numerals.replaceAll(BEFORE_ARTICLE, ' ');
}

const DIGITS = '零一二三四五六七八九';

/** A number from 0 to 9999 in Chinese numerals, as articles are numbered. */
function numeral(value: number): string {
  const digits = [...String(value)].map(Number);
  const spoken = digits
    .map((digit, place) => {
      const unit = ['', '十', '百', '千'][digits.length - 1 - place] ?? '';
      return digit === 0 ? '零' : `${DIGITS[digit] ?? ''}${unit}`;
    })
    .join('')
    .replaceAll(/零+/g, '零');
  const trimmed = spoken.length > 1 ? spoken.replace(/零$/, '') : spoken;
  return trimmed.replace(/^一十/, '十');
}
