/** What can be told of a new password while it is typed; the server has the last word. Pure. */
import { isStrongPassword } from '../../staff/password.ts';
import { ACCOUNT_TEXTS } from './account.texts.ts';

export interface PasswordFaults {
  readonly next?: string;
  readonly again?: string;
}

/** Faults of a new password; empty when there are none. */
export function passwordFaults(typed: {
  readonly login: string;
  readonly current: string;
  readonly next: string;
  readonly again: string;
}): PasswordFaults {
  const { login, current, next, again } = typed;
  const fault = !isStrongPassword(next, login)
    ? ACCOUNT_TEXTS.weak
    : next === current
      ? ACCOUNT_TEXTS.same
      : undefined;
  return {
    ...(fault === undefined ? {} : { next: fault }),
    ...(again === next ? {} : { again: ACCOUNT_TEXTS.differs }),
  };
}
