/**
 * Numbers of external documents: `{简称}市监{文种}〔{年}〕{序号}号`, e.g. 泉鲤市监处罚〔2023〕12号. Pure.
 *
 * The brackets are hexagonal (GB/T 9704-2012 §7.2.5), the serial has no leading zero, and a number is unique by bureau, word,
 * year and serial. The same number identifies the document for publication.
 */

/** A document number in parts. */
export interface DocumentNumber {
  /** 机关代字 before 市监, e.g. 泉鲤: one to eight Chinese characters */
  readonly bureau: string;
  /** 文种字, e.g. 处罚, 罚告, 责改: one to six Chinese characters */
  readonly word: string;
  /** 1900 to 2099 */
  readonly year: number;
  /** 1 and up */
  readonly serial: number;
}

/** 机关代字 in a number, as part of a pattern. */
const BUREAU = '[\\u4e00-\\u9fa5]{1,8}';

/** The form a number has, for validation elsewhere (JSON Schema, forms). */
export const DOCUMENT_NUMBER_PATTERN = `^${BUREAU}市监[\\u4e00-\\u9fa5]{1,6}〔(19|20)\\d{2}〕[1-9]\\d*号$`;

const NUMBER = new RegExp(
  `^(${BUREAU}?)市监([\\u4e00-\\u9fa5]{1,6})〔((?:19|20)\\d{2})〕([1-9]\\d*)号$`,
);

/** Whether numbers can begin with this 机关代字: one to eight Chinese characters that do not themselves hold 市监. */
export function isBureauWord(text: string): boolean {
  return parseDocumentNumber(`${text}市监处罚〔2026〕1号`)?.bureau === text;
}

/**
 * Reads a document number. Square, round and black lenticular brackets, leading zeros, spaces and anything before or after
 * are refused: two spellings of one number would be two documents.
 */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, bureau, word, year, serial] = match;
  if (bureau === undefined || word === undefined) return undefined;
  const count = Number(serial);
  if (!Number.isSafeInteger(count)) return undefined;
  return { bureau, word, year: Number(year), serial: count };
}

/**
 * Prints a document number.
 *
 * @throws RangeError when the parts would not be read back as the same number
 */
export function formatDocumentNumber(number: DocumentNumber): string {
  const text = `${number.bureau}市监${number.word}〔${number.year}〕${number.serial}号`;
  const read = parseDocumentNumber(text);
  if (
    !read ||
    read.bureau !== number.bureau ||
    read.word !== number.word ||
    read.year !== number.year ||
    read.serial !== number.serial
  ) {
    throw new RangeError(`not a document number: ${text}`);
  }
  return text;
}
