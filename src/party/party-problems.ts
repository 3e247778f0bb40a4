/** What cannot be true of a party as it is entered. Pure. */
import { isPhone } from '../bureau/profile-check.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import { withoutSpaces } from '../document/sensitive.ts';
import { citizenNumberFault, creditCodeFault, readCitizenNumber } from './identifier.ts';

export interface EnteredParty {
  readonly kind?: string | undefined;
  readonly name: string;
  readonly surname?: string | undefined;
  readonly address: string;
  readonly code?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly idKind?: string | undefined;
  readonly birth?: string | undefined;
  readonly phone?: string | undefined;
}

export interface PartyProblem {
  readonly pointer: string;
  readonly code:
    | 'party/code-invalid'
    | 'party/id-invalid'
    | 'field/missing'
    | 'field/type-wrong'
    | 'field/date-impossible';
  readonly message: string;
}

/** Characters of the longest family name that the public may read. */
const LONGEST_SURNAME = 2;

/** Whether it is how the name begins: one or two characters, and not all of it. */
export function isSurnameOf(surname: string, name: string): boolean {
  const family = Array.from(surname.trim()).length;
  const whole = withoutSpaces(name);
  return (
    family >= 1 &&
    family <= LONGEST_SURNAME &&
    family < Array.from(whole).length &&
    whole.startsWith(surname.trim())
  );
}

/**
 * Names without a letter, numbers whose check digit is wrong (GB 32100, GB 11714, GB 11643), people not born yet, and a
 * family name the name does not begin with: it is what the public reads of a natural person.
 */
export function partyProblems(party: EnteredParty, today: PlainDate): PartyProblem[] {
  const { kind, code, idNumber, idKind, birth, name, surname, phone } = party;
  const blank = (['name', 'address'] as const)
    .filter((item) => party[item].trim() === '')
    .map((item) => problem(item, 'field/missing', '这一项要填写。'));
  const citizen = idNumber !== undefined && idKind !== 'other' ? idNumber : null;
  const isFaulty = citizen !== null && citizenNumberFault(citizen) !== undefined;
  const born = citizen === null || isFaulty ? undefined : readCitizenNumber(citizen)?.birth;
  return [
    ...blank,
    ...(kind === 'natural' && surname !== undefined && !isSurnameOf(surname, name)
      ? [problem('surname', 'field/type-wrong', '姓要和姓名的开头一致，一个字或者两个字。')]
      : []),
    ...(phone !== undefined && !isPhone(phone)
      ? [problem('phone', 'field/type-wrong', '填电话号码，例如 0595-22280000，或者手机号码。')]
      : []),
    ...(code !== undefined && creditCodeFault(code) !== undefined
      ? [problem('code', 'party/code-invalid', '统一社会信用代码的校验码不符。')]
      : []),
    ...(isFaulty ? [problem('idNumber', 'party/id-invalid', '身份证号码的校验码不符。')] : []),
    ...(born !== undefined && born > today
      ? [problem('idNumber', 'party/id-invalid', '身份证号码上的出生日期还没有到。')]
      : []),
    ...(birth !== undefined && birth > today
      ? [problem('birth', 'field/date-impossible', '出生日期还没有到。')]
      : []),
    ...(birth !== undefined && born !== undefined && birth !== born
      ? [problem('birth', 'field/date-impossible', '出生日期和身份证号码上的不一致。')]
      : []),
  ];
}

function problem(item: string, code: PartyProblem['code'], message: string): PartyProblem {
  return { pointer: `/party/${item}`, code, message };
}
