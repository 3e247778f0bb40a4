/**
 * How one signs in to the rehearsal bureau: one password for all, and a code generator whose secret follows
 * from the login. Both are public on purpose; nothing here fits an account of a real bureau.
 */
import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { PEOPLE, UNITS } from './bureau.texts.ts';

/** The password of every account of the rehearsal bureau. */
export const DEMO_PASSWORD = 'Yanlian#990001';

export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly password: string;
  /** The code that holds at the moment it was asked for. */
  readonly code: string;
}

/** The secret of an account's code generator, in base32. */
export function demoSecret(login: string): string {
  return secretOf(login).base32;
}

/** Every account with the code of the moment; `now` in milliseconds since 1970. */
export function demoAccounts(now: number): DemoAccount[] {
  return PEOPLE.map(({ login, name, post, unit }) => ({
    login,
    name,
    post,
    unit: UNITS.find((one) => one.key === unit)?.name ?? '',
    password: DEMO_PASSWORD,
    code: new TOTP({ secret: secretOf(login) }).generate({ timestamp: now }),
  }));
}

function secretOf(login: string): Secret {
  const digest = createHash('sha256').update(`zhuding rehearsal code ${login}`).digest();
  return new Secret({ buffer: new Uint8Array(digest.subarray(0, 20)).buffer });
}
