/** Amounts and sizes as the desk writes them. Pure. */

/** Narrow no-break space: groups digits on screen without breaking the line. */
const THIN = '\u202f';

/** 1260 → 1 260: digits in groups of three from the right. */
export function groupDigits(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, THIN);
}

/** 分 → what a money field holds: 5200000 → `52000`, 1050 → `10.50`. */
export function toYuanField(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const rest = fen % 100;
  return rest === 0 ? String(yuan) : `${yuan}.${String(rest).padStart(2, '0')}`;
}

/**
 * What a money field holds → 分. Commas, spaces and 元 are let pass; null for what is no amount, and for more than two
 * decimals, which would have to be rounded.
 */
export function fromYuanField(text: string): number | null {
  const plain = text.replaceAll(/[\s,，元\u202f]/g, '');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** 52 000 元, 10.50 元. */
export function yuanWords(fen: number): string {
  const [whole = '', rest] = toYuanField(fen).split('.');
  return `${groupDigits(whole)}${rest === undefined ? '' : `.${rest}`} 元`;
}

/** 3.4 MB: a length in bytes, in steps of 1024. */
export function sizeWords(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const text = unit === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1);
  return `${text.replace(/\.0$/, '')} ${units[unit] ?? ''}`;
}

/** 03:12, 1:02:05: the length of a recording. */
export function lengthWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}
