/** What a bureau says of itself, as far as its form can be told right from wrong. Pure. */

/** The first two digits: provinces, autonomous regions, municipalities and special regions (GB/T 2260-2007, table 1). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(
    ' ',
  ),
);

/**
 * Whether a text can be the code of an administrative division: two digits of a province the standard knows, two of a
 * city, two of a county; without a city there is no county (GB/T 2260-2007, section 4). A suffix such as `-1`, for one of several
 * bodies of an area, may follow.
 */
export function isAreaCode(text: string): boolean {
  const [, province = '', city, county] = /^(\d\d)(\d\d)(\d\d)(?:-\d+)?$/.exec(text) ?? [];
  return PROVINCES.has(province) && (city !== '00' || county === '00');
}

/** Whether a text can be telephone numbers: five digits or more, with what is written between them. */
export function isPhone(text: string): boolean {
  return /^[\d\s+()（）\-—、，,；;/转]+$/.test(text) && digitsIn(text) >= 5;
}

/** Whether a text can be the number of an account: six digits or more, in groups or not. */
export function isAccountNumber(text: string): boolean {
  return /^[\d\s-]+$/.test(text) && digitsIn(text) >= 6;
}

function digitsIn(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}
