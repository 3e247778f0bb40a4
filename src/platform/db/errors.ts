/** What PostgreSQL refused, told by SQLSTATE and constraint name; never by message. */
import { DatabaseError } from 'pg';

/** The SQLSTATEs the program acts upon. */
const STATES = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  checkViolation: '23514',
  notNullViolation: '23502',
  exclusionViolation: '23P01',
  insufficientPrivilege: '42501',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  lockNotAvailable: '55P03',
  queryCanceled: '57014',
  adminShutdown: '57P01',
  crashShutdown: '57P02',
  cannotConnectNow: '57P03',
  internalError: 'XX000',
} as const;

export type State = keyof typeof STATES;

/** Whether `error` is PostgreSQL's refusal `state`. */
export function hasState(error: unknown, state: State): error is DatabaseError {
  return error instanceof DatabaseError && error.code === STATES[state];
}

/** Whether a unique constraint was hit; with `constraint`, whether it was that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return hasState(error, 'uniqueViolation') && isNamed(error, constraint);
}

/** Whether a row referred to one that does not exist; with `constraint`, by that foreign key. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return hasState(error, 'foreignKeyViolation') && isNamed(error, constraint);
}

/** Whether a CHECK was false; with `constraint`, whether it was that one. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  return hasState(error, 'checkViolation') && isNamed(error, constraint);
}

/** Whether the role may not do this. Row security refusing a new row counts. */
export function isInsufficientPrivilege(error: unknown): boolean {
  return hasState(error, 'insufficientPrivilege');
}

/** Whether the same transaction, tried again from its beginning, may succeed. */
export function isRetryable(error: unknown): boolean {
  return hasState(error, 'serializationFailure') || hasState(error, 'deadlockDetected');
}

/** The violated constraint's name, or null. */
export function violatedConstraint(error: unknown): string | null {
  return error instanceof DatabaseError ? (error.constraint ?? null) : null;
}

/**
 * Whether the server could not be reached, or not yet, or went away. A statement under way, and a commit,
 * may or may not have taken effect.
 */
export function isConnectionFailure(error: unknown): boolean {
  if (hasState(error, 'adminShutdown') || hasState(error, 'crashShutdown')) return true;
  if (hasState(error, 'cannotConnectNow')) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string') return SYSTEM_ERRORS.has(error.code);
  return LOST.test(error.message);
}

// pg gives these no code: a connection cut short, and one it already knows to be lost.
const LOST = /^(Connection terminated|Client has encountered a connection error)/;
const SYSTEM_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function isNamed(error: DatabaseError, constraint: string | undefined): boolean {
  return constraint === undefined || error.constraint === constraint;
}
