/** What cannot be true of a party as it is entered. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import { citizenNumberFault, creditCodeFault, readCitizenNumber } from './identifier.ts';

export interface EnteredParty {
  readonly name: string;
  readonly address: string;
  readonly code?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly idKind?: string | undefined;
  readonly birth?: string | undefined;
}

export interface PartyProblem {
  readonly pointer: string;
  readonly code:
    | 'party/code-invalid'
    | 'party/id-invalid'
    | 'field/missing'
    | 'field/date-impossible';
  readonly message: string;
}

/** Names without a letter, numbers whose check digit is wrong (GB 32100, GB 11714, GB 11643), people not born yet. */
export function partyProblems(party: EnteredParty, today: PlainDate): PartyProblem[] {
  const { code, idNumber, idKind, birth } = party;
  const blank = (['name', 'address'] as const)
    .filter((item) => party[item].trim() === '')
    .map((item) => problem(item, 'field/missing', '这一项要填写。'));
  const citizen = idNumber !== undefined && idKind !== 'other' ? idNumber : null;
  const isFaulty = citizen !== null && citizenNumberFault(citizen) !== undefined;
  const born = citizen === null || isFaulty ? undefined : readCitizenNumber(citizen)?.birth;
  return [
    ...blank,
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
