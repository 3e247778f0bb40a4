/**
 * Identifiers of parties: the unified social credit code (GB 32100-2015), the organisation code inside it
 * (GB 11714-1997) and the citizen identity number (GB 11643-1999). Pure.
 *
 * Worked example, GB 32100: 91350502MAURQ2839J has the weighted sum 2710; 2710 mod 31 = 13; 31 − 13 = 18, which is J.
 */

/** Why an identifier is refused. `part` faults come before check-digit faults, so the first reason is the plainest. */
export type IdentifierFault =
  | 'length'
  | 'alphabet'
  | 'region'
  | 'date'
  | 'organisation-check'
  | 'check';

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHECKS = '10X98765432';

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number {
  let sum = 0;
  weights.forEach((weight, index) => {
    sum += weight * alphabet.indexOf(text.charAt(index));
  });
  return sum;
}

/**
 * Check character of a unified social credit code.
 *
 * @param body the first 17 characters, all of the GB 32100 alphabet
 * @returns the 18th character
 */
export function creditCodeCheck(body: string): string {
  const remainder = weightedSum(body, CREDIT_ALPHABET, CREDIT_WEIGHTS) % 31;
  return CREDIT_ALPHABET.charAt((31 - remainder) % 31);
}

/**
 * Check character of an organisation code (GB 11714).
 *
 * @param body the first 8 characters, digits and capital letters
 * @returns the 9th character; ten is written X, eleven 0
 */
export function organisationCodeCheck(body: string): string {
  const check = 11 - (weightedSum(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

/**
 * Tells why `code` is not a unified social credit code, or undefined when it is one.
 * Both check characters must hold: the 18th over the whole (GB 32100) and the 17th over the subject code (GB 11714).
 * Lower case is refused: two spellings of one code would be two parties.
 */
export function creditCodeFault(code: string): IdentifierFault | undefined {
  if (code.length !== 18) return 'length';
  for (const character of code) if (!CREDIT_ALPHABET.includes(character)) return 'alphabet';
  if (!/^\d{6}$/.test(code.slice(2, 8))) return 'region';
  if (organisationCodeCheck(code.slice(8, 16)) !== code.charAt(16)) return 'organisation-check';
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? undefined : 'check';
}

/** Whether `code` is a well-formed unified social credit code. */
export function isCreditCode(code: string): boolean {
  return creditCodeFault(code) === undefined;
}

/** Whether `code` is an organisation code of nine characters (GB 11714), written without the hyphen. */
export function isOrganisationCode(code: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCodeCheck(code) === code.charAt(8);
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day <= days;
}

/** Tells why `number` is not a citizen identity number of 18 characters (GB 11643), or undefined when it is one. */
export function citizenNumberFault(number: string): IdentifierFault | undefined {
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(number)) return 'alphabet';
  if (number.startsWith('0')) return 'region';
  const year = Number(number.slice(6, 10));
  if (year < 1800) return 'date';
  if (!isCalendarDate(year, Number(number.slice(10, 12)), Number(number.slice(12, 14)))) {
    return 'date';
  }
  const check = CITIZEN_CHECKS.charAt(weightedSum(number, '0123456789', CITIZEN_WEIGHTS) % 11);
  return check === number.charAt(17) ? undefined : 'check';
}

/** Whether `number` is a well-formed citizen identity number. */
export function isCitizenNumber(number: string): boolean {
  return citizenNumberFault(number) === undefined;
}

/**
 * Birth date and gender a citizen identity number states: characters 7–14, and the parity of the 17th (odd is male).
 *
 * @returns undefined when the number is not well formed
 */
export function readCitizenNumber(
  number: string,
): { birth: string; gender: 'male' | 'female' } | undefined {
  if (!isCitizenNumber(number)) return undefined;
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return { birth, gender: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}
