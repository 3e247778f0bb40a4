/** What does not hold in the founding of a bureau: asked by the page that founds it and by the server. Pure. */
import { isBureauWord } from '../document/number.ts';
import { isBlankText } from '../document/values.ts';
import type { FieldProblem } from '../matter/act-input.ts';
import { isStrongPassword } from '../staff/password.ts';
import type { Duty } from '../staff/staff.ts';
import { isAccountNumber, isAreaCode, isPhone } from './profile-check.ts';
import { SETUP_PROBLEM_TEXTS as T } from './setup.texts.ts';

/** As much of a founding as is looked at here. */
export interface Founded {
  readonly area: string;
  readonly profile: Readonly<Record<string, string>>;
  readonly administrators: Readonly<
    Record<Duty, { readonly name: string; readonly login: string; readonly password: string }>
  >;
}

/** One a field at most, by JSON pointer into the request, with what to do; none where it can be founded. */
export function setupProblems({ area, profile, administrators }: Founded): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  const refuse = (isWrong: boolean, pointer: string, code: string, message: string): void => {
    if (isWrong && !found.has(pointer)) found.set(pointer, { pointer, code, message });
  };
  refuse(!isAreaCode(area), '/area', 'field/choice-unknown', T.area);
  for (const [item, text] of Object.entries(profile))
    refuse(isBlankText(text), `/profile/${item}`, 'field/missing', T.missing);
  const { shortName = '' } = profile;
  refuse(!isBureauWord(shortName), '/profile/shortName', 'field/type-wrong', T.shortName);
  refuse(!isPhone(profile['phone'] ?? ''), '/profile/phone', 'field/type-wrong', T.phone);
  refuse(
    !isAccountNumber(profile['account'] ?? ''),
    '/profile/account',
    'field/type-wrong',
    T.account,
  );
  const people = Object.values(administrators);
  const names = people.map(({ name }) => bare(name));
  const logins = people.map(({ login }) => login);
  for (const [duty, { name, login, password }] of Object.entries(administrators)) {
    const place = `/administrators/${duty}`;
    refuse(bare(name) === '', `${place}/name`, 'field/missing', T.missing);
    refuse(isTwice(names, bare(name)), `${place}/name`, 'staff/duties-apart', T.sameName);
    refuse(!LOGIN.test(login), `${place}/login`, 'field/type-wrong', T.login);
    refuse(isTwice(logins, login), `${place}/login`, 'staff/login-taken', T.sameLogin);
    refuse(!isStrongPassword(password, login), `${place}/password`, 'auth/password-weak', T.weak);
  }
  return [...found.values()];
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A name as it is told from others: spaces between its characters make no other person. */
function bare(name: string): string {
  return name.normalize('NFC').replaceAll(/\s/g, '');
}

function isTwice(list: readonly string[], one: string): boolean {
  return list.filter((other) => other === one).length > 1;
}
