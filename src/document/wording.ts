/**
 * Words of figures as Chinese official papers write them: amounts in 大写 (支付结算办法, 附一《正确填写票据和结算凭证的基本规定》),
 * dates, times and ordinal numbers. Pure.
 *
 * Worked example: 5 200 000 分 is `52000元` in figures and `伍万贰仟元整` in words.
 */

const CAPITALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿'];

/** The largest amount words exist for: one fen below a trillion yuan (一万亿元). */
export const LARGEST_AMOUNT = 99_999_999_999_999;

/** Whether a value is an amount there are words for. */
export function isAmount(fen: unknown): fen is number {
  return typeof fen === 'number' && Number.isSafeInteger(fen) && fen >= 0 && fen <= LARGEST_AMOUNT;
}

function assertAmount(fen: number): void {
  if (!isAmount(fen)) {
    throw new RangeError(`not an amount in fen: ${String(fen)}`);
  }
}

function groupWords(group: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${CAPITALS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return words;
}

function yuanWords(yuan: number): string {
  let words = '';
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (group === 0) continue;
    // Zeros between two groups are read once. A group that fills its thousands place follows directly.
    if (words !== '' && group < 1000) words += '零';
    else if (words !== '' && skippedGroup(yuan, index)) words += '零';
    words += groupWords(group) + GROUPS[index];
  }
  return words;
}

function skippedGroup(yuan: number, index: number): boolean {
  return Math.floor(yuan / 10_000 ** (index + 1)) % 10_000 === 0;
}

/**
 * An amount in capital words, e.g. 伍万贰仟元整, 叁佰捌拾元伍角整, 壹佰元零伍分, 零元整.
 *
 * @param fen integer amount in 分, 0 to {@link LARGEST_AMOUNT}
 * @throws RangeError for anything else
 */
export function amountInWords(fen: number): string {
  assertAmount(fen);
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cent = fen % 10;
  if (fen === 0) return '零元整';
  let words = yuan > 0 ? `${yuanWords(yuan)}元` : '';
  if (jiao > 0) words += `${CAPITALS[jiao]}角`;
  else if (cent > 0 && yuan > 0) words += '零';
  return cent > 0 ? `${words}${CAPITALS[cent]}分` : `${words}整`;
}

/**
 * An amount in figures, e.g. `52000元`, `380.50元`: two decimals only where there are fen.
 *
 * @param fen integer amount in 分
 * @throws RangeError as {@link amountInWords}
 */
export function amountInFigures(fen: number): string {
  assertAmount(fen);
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  return rest === 0 ? `${yuan}元` : `${yuan}.${String(rest).padStart(2, '0')}元`;
}

/** An amount as papers print it: `52000元（大写：伍万贰仟元整）`. */
export function amountOnPaper(fen: number): string {
  return `${amountInFigures(fen)}（大写：${amountInWords(fen)}）`;
}

/**
 * Parts of a date `YYYY-MM-DD`.
 *
 * @returns undefined unless the text has that form and names a day of the calendar
 */
export function readDate(text: string): { year: number; month: number; day: number } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
  return real ? { year, month, day } : undefined;
}

/** A date as papers print it, without padding: `2024年9月18日`. @throws RangeError unless `text` is a real `YYYY-MM-DD` */
export function dateInWords(text: string): string {
  const date = readDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return `${date.year}年${date.month}月${date.day}日`;
}

/** A moment as a bureau's clock shows it. China has one zone, UTC+8, without summer time since 1992. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
}

/**
 * Reads an ISO 8601 moment that carries its offset and shows it in China's zone.
 *
 * @returns undefined for a malformed or impossible moment, or one without an offset
 */
export function readMoment(text: string): LocalMoment | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(
      text,
    );
  if (!match || !readDate(match[1] ?? '')) return undefined;
  if (Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59)
    return undefined;
  const epoch = Date.parse(text);
  if (Number.isNaN(epoch)) return undefined;
  const local = new Date(epoch + 8 * 3_600_000);
  return {
    date: local.toISOString().slice(0, 10),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/** A moment as papers print it, to the minute: `2024年9月18日10时05分`. @throws RangeError unless {@link readMoment} reads it */
export function momentInWords(text: string): string {
  const moment = readMoment(text);
  if (!moment) throw new RangeError(`not a moment: ${text}`);
  const minute = String(moment.minute).padStart(2, '0');
  return `${dateInWords(moment.date)}${moment.hour}时${minute}分`;
}

/**
 * A counting number in Chinese numerals, for headings and items: 一, 十, 十二, 二十, 一百零五.
 *
 * @param number integer from 1 to 999
 * @throws RangeError for anything else
 */
export function chineseNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 999) {
    throw new RangeError(`no numeral for ${number}`);
  }
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor(number / 10) % 10;
  const ones = number % 10;
  let words = hundreds > 0 ? `${NUMERALS[hundreds]}百` : '';
  if (tens > 0) words += tens === 1 && hundreds === 0 ? '十' : `${NUMERALS[tens]}十`;
  else if (hundreds > 0 && ones > 0) words += '零';
  return ones > 0 ? words + NUMERALS[ones] : words;
}
