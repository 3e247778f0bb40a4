/** Credentials and sessions: the tables of schema auth, reached only through the role zhuding_staff. */
import type { Database } from '../platform/db/pool.ts';

export interface Credential {
  readonly account: string;
  readonly login: string;
  readonly passwordHash: string;
  readonly totpSecret: string | null;
  readonly totpLastStep: number;
  readonly mustChange: boolean;
  readonly lockedUntil: Date | null;
  readonly failures: number;
}

export interface Session {
  readonly account: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly device: string;
}

interface CredentialRow extends Record<string, unknown> {
  readonly account_id: string;
  readonly login: string;
  readonly password_hash: string;
  readonly totp_secret: string | null;
  readonly totp_last_step: number;
  readonly must_change: boolean;
  readonly locked_until: Date | null;
  readonly failures: number;
}

const CREDENTIAL =
  'account_id, login, password_hash, totp_secret, totp_last_step, must_change, locked_until, failures';

export async function findCredential(
  db: Database,
  bureau: string,
  by: { login: string } | { account: string },
): Promise<Credential | null> {
  const column = 'login' in by ? 'login' : 'account_id';
  const [row] = await db.query<CredentialRow>('staff', bureau, {
    text: `select ${CREDENTIAL} from auth.credential where bureau_id = $1 and ${column} = $2`,
    values: [bureau, 'login' in by ? by.login : by.account],
  });
  if (!row) return null;
  return {
    account: row.account_id,
    login: row.login,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    totpLastStep: row.totp_last_step,
    mustChange: row.must_change,
    lockedUntil: row.locked_until,
    failures: row.failures,
  };
}

/** Makes or replaces the password of an account; a new one must be changed at the first sign-in. */
export async function putPassword(
  db: Database,
  bureau: string,
  account: string,
  login: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await db.query('staff', bureau, {
    text: `insert into auth.credential (bureau_id, account_id, login, password_hash, must_change) values ($1, $2, $3, $4, $5)
      on conflict (bureau_id, account_id) do update set login = excluded.login, password_hash = excluded.password_hash, must_change = excluded.must_change, failures = 0, locked_until = null`,
    values: [bureau, account, login, passwordHash, mustChange],
  });
}

export async function putTotpSecret(
  db: Database,
  bureau: string,
  account: string,
  secret: string | null,
): Promise<void> {
  await db.query('staff', bureau, {
    text: 'update auth.credential set totp_secret = $3, totp_last_step = 0 where bureau_id = $1 and account_id = $2',
    values: [bureau, account, secret],
  });
}

/** Uses up a time step; false when it, or a later one, was used before. */
export async function useTotpStep(
  db: Database,
  bureau: string,
  account: string,
  step: number,
): Promise<boolean> {
  const rows = await db.query('staff', bureau, {
    text: 'update auth.credential set totp_last_step = $3 where bureau_id = $1 and account_id = $2 and totp_last_step < $3 returning account_id',
    values: [bureau, account, step],
  });
  return rows.length === 1;
}

/** Counts a failed sign-in; from `limit` on the account is locked until that moment. */
export async function countFailure(
  db: Database,
  bureau: string,
  account: string,
  limit: number,
  until: Date,
): Promise<void> {
  await db.query('staff', bureau, {
    text: `update auth.credential set failures = failures + 1, locked_until = case when failures + 1 >= $3 then $4 else locked_until end where bureau_id = $1 and account_id = $2`,
    values: [bureau, account, limit, until.toISOString()],
  });
}

export async function clearFailures(db: Database, bureau: string, account: string): Promise<void> {
  await db.query('staff', bureau, {
    text: 'update auth.credential set failures = 0, locked_until = null where bureau_id = $1 and account_id = $2 and failures > 0',
    values: [bureau, account],
  });
}

export async function insertSession(
  db: Database,
  bureau: string,
  tokenHash: Uint8Array,
  account: string,
  expiresAt: Date,
  device: string,
): Promise<void> {
  await db.query('staff', bureau, {
    text: 'insert into auth.session (bureau_id, token_hash, account_id, expires_at, device) values ($1, $2, $3, $4, $5)',
    values: [bureau, tokenHash, account, expiresAt.toISOString(), device.slice(0, 200)],
  });
}

/** The open session of a token; null when there is none, it has ended or run out. */
export async function findSession(
  db: Database,
  bureau: string,
  tokenHash: Uint8Array,
  now: Date,
): Promise<Session | null> {
  const [row] = await db.query<{
    account_id: string;
    created_at: Date;
    seen_at: Date;
    expires_at: Date;
    device: string;
  }>('staff', bureau, {
    name: 'find-session',
    text: 'select account_id, created_at, seen_at, expires_at, device from auth.session where bureau_id = $1 and token_hash = $2 and ended_at is null and expires_at > $3',
    values: [bureau, tokenHash, now.toISOString()],
  });
  return row
    ? {
        account: row.account_id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
        device: row.device,
      }
    : null;
}

export async function touchSession(
  db: Database,
  bureau: string,
  tokenHash: Uint8Array,
  now: Date,
  expiresAt: Date,
): Promise<void> {
  await db.query('staff', bureau, {
    text: 'update auth.session set seen_at = $3, expires_at = $4 where bureau_id = $1 and token_hash = $2 and ended_at is null',
    values: [bureau, tokenHash, now.toISOString(), expiresAt.toISOString()],
  });
}

/** The open sessions of an account, newest first, each with a short name of its token. */
export async function listSessions(
  db: Database,
  bureau: string,
  account: string,
  now: Date,
): Promise<(Session & { readonly id: string })[]> {
  const rows = await db.query<{
    id: string;
    account_id: string;
    created_at: Date;
    seen_at: Date;
    expires_at: Date;
    device: string;
  }>('staff', bureau, {
    text: `select encode(token_hash, 'hex') as id, account_id, created_at, seen_at, expires_at, device from auth.session
      where bureau_id = $1 and account_id = $2 and ended_at is null and expires_at > $3 order by seen_at desc`,
    values: [bureau, account, now.toISOString()],
  });
  return rows.map((row) => ({
    id: row.id,
    account: row.account_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    device: row.device,
  }));
}

/** Ends sessions of an account: one, or all but `except`. */
export async function endSessions(
  db: Database,
  bureau: string,
  account: string,
  which: { readonly only?: Uint8Array; readonly except?: Uint8Array },
  now: Date,
): Promise<void> {
  await db.query('staff', bureau, {
    text: `update auth.session set ended_at = $3 where bureau_id = $1 and account_id = $2 and ended_at is null
      and ($4::bytea is null or token_hash = $4) and ($5::bytea is null or token_hash <> $5)`,
    values: [bureau, account, now.toISOString(), which.only ?? null, which.except ?? null],
  });
}
