/**
 * Signing in: password (argon2id) and a code that changes every 30 seconds (TOTP, RFC 6238). A session
 * is a random token whose hash is kept; it ends when told to, after half a day unused, or after a day.
 */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import type { Database } from '../platform/db/pool.ts';
import type { Registry } from '../bureau/registry.ts';
import { isStrongPassword } from './password.ts';
import * as store from './session.store.ts';
import type { StaffMember } from './staff.ts';

/** Why somebody is not let in. Never says which of name, password and code was wrong. */
export type SignInRefusal = 'auth/failed' | 'auth/locked' | 'auth/password-weak';

export class SignInRefused extends Error {
  readonly code: SignInRefusal;
  readonly until: Date | null;
  constructor(code: SignInRefusal, until: Date | null = null) {
    super(code);
    this.code = code;
    this.until = until;
  }
}

/** What is still to be done before the desk opens. */
export type Pending = 'none' | 'change-password' | 'enrol-code';

export interface SignedIn {
  readonly bureau: string;
  readonly person: StaffMember;
  readonly pending: Pending;
  readonly tokenHash: Uint8Array;
}

export interface SignInRequest {
  readonly bureau: string;
  readonly login: string;
  readonly password: string;
  readonly code: string | null;
  readonly device: string;
}

export interface SessionService {
  /** A new session's token. Throws SignInRefused. */
  signIn(request: SignInRequest): Promise<{ readonly token: string; readonly pending: Pending }>;
  /** Who a token belongs to; null when it opens nothing. */
  find(token: string): Promise<SignedIn | null>;
  end(session: SignedIn, id?: string): Promise<void>;
  list(session: SignedIn): ReturnType<typeof store.listSessions>;
  /** Begins to enrol a code generator: its secret and the address for the QR code. */
  beginEnrolment(session: SignedIn): { readonly secret: string; readonly uri: string };
  /** Finishes it with a first code. Throws SignInRefused. */
  enrol(session: SignedIn, secret: string, code: string): Promise<void>;
  /** Throws SignInRefused. */
  changePassword(session: SignedIn, current: string, next: string): Promise<void>;
  /** Gives an account a password that must be changed at the first sign-in, or (for rehearsals) one that stays. */
  setPassword(
    bureau: string,
    account: string,
    login: string,
    password: string,
    stays?: boolean,
  ): Promise<void>;
  /**
   * Gives an account that has no password yet one that stays; says whether the account has that password now. One that has another
   * keeps it.
   */
  setFirstPassword(
    bureau: string,
    account: string,
    login: string,
    password: string,
  ): Promise<boolean>;
  setCode(bureau: string, account: string, secret: string): Promise<void>;
  /** Takes the code generator of an account away and ends its sessions. */
  forgetCode(bureau: string, account: string): Promise<void>;
}

const UNUSED_MS = 12 * 3_600_000;
const LONGEST_MS = 24 * 3_600_000;
/** A session's last use is written down at most this often. */
const TOUCH_MS = 5 * 60_000;
/** How long a session that was looked up is believed. */
const BELIEVED_MS = 500;
const FAILURES = 5;
const LOCK_MS = 10 * 60_000;
const STEP_S = 30;

export function createSessionService(
  db: Database,
  registry: Registry,
  now: () => number,
): SessionService {
  const known = new Map<
    string,
    { readonly until: number; readonly session: Promise<SignedIn | null> }
  >();
  // Verified when there is no such account, so that its absence takes as long as a wrong password.
  const decoy = hash(randomBytes(16).toString('hex'));

  async function check(
    credential: store.Credential | null,
    request: SignInRequest,
  ): Promise<store.Credential> {
    const { bureau } = request;
    const at = new Date(now());
    if (credential?.lockedUntil && credential.lockedUntil > at)
      throw new SignInRefused('auth/locked', credential.lockedUntil);
    const right = await verify(credential?.passwordHash ?? (await decoy), request.password);
    const step = credential?.totpSecret
      ? stepOf(credential.totpSecret, request.code ?? '', now())
      : 0;
    const fresh =
      credential &&
      right &&
      step !== null &&
      (step === 0 || (await store.useTotpStep(db, bureau, credential.account, step)));
    if (credential && fresh) {
      await store.clearFailures(db, bureau, credential.account);
      return credential;
    }
    if (credential)
      await store.countFailure(db, bureau, credential.account, FAILURES, new Date(now() + LOCK_MS));
    throw new SignInRefused('auth/failed');
  }

  async function lookUp(token: string): Promise<SignedIn | null> {
    const [bureau, secret] = splitToken(token);
    if (bureau === null || secret === null || !(await registry.bureau(bureau))) return null;
    const tokenHash = hashOf(secret);
    const at = new Date(now());
    const session = await store.findSession(db, bureau, tokenHash, at);
    if (!session) return null;
    const person = (await registry.people(bureau)).get(session.account);
    if (!person?.active || person.login === null) return null;
    if (at.getTime() - session.seenAt.getTime() > TOUCH_MS)
      await store.touchSession(
        db,
        bureau,
        tokenHash,
        at,
        new Date(Math.min(at.getTime() + UNUSED_MS, session.createdAt.getTime() + LONGEST_MS)),
      );
    const credential = await store.findCredential(db, bureau, { account: session.account });
    return { bureau, person, pending: pendingOf(credential), tokenHash };
  }

  async function setPassword(
    bureau: string,
    account: string,
    login: string,
    password: string,
    stays = false,
  ): Promise<void> {
    if (!isStrongPassword(password, login)) throw new SignInRefused('auth/password-weak');
    await store.putPassword(db, bureau, account, login, await hash(password), !stays);
    await store.endSessions(db, bureau, account, {}, new Date(now()));
    known.clear();
  }

  return {
    async signIn(request) {
      if (!(await registry.bureau(request.bureau))) throw new SignInRefused('auth/failed');
      const credential = await check(
        await store.findCredential(db, request.bureau, { login: request.login }),
        request,
      );
      const person = (await registry.people(request.bureau)).get(credential.account);
      if (!person?.active || person.login !== request.login) throw new SignInRefused('auth/failed');
      const secret = randomBytes(32).toString('base64url');
      await store.insertSession(
        db,
        request.bureau,
        hashOf(secret),
        credential.account,
        new Date(now() + UNUSED_MS),
        request.device,
      );
      return { token: `${request.bureau}.${secret}`, pending: pendingOf(credential) };
    },
    find(token) {
      const kept = known.get(token);
      if (kept && kept.until > now()) return kept.session;
      const session = lookUp(token);
      if (known.size > 10_000) known.clear();
      known.set(token, { until: now() + BELIEVED_MS, session });
      session.catch(() => known.delete(token));
      return session;
    },
    async end(session, id) {
      const only = id === undefined ? session.tokenHash : Buffer.from(id, 'hex');
      await store.endSessions(db, session.bureau, session.person.id, { only }, new Date(now()));
      known.clear();
    },
    list: (session) => store.listSessions(db, session.bureau, session.person.id, new Date(now())),
    beginEnrolment(session) {
      const secret = new Secret({ size: 20 });
      const totp = new TOTP({
        issuer: '铸鼎',
        label: session.person.login ?? session.person.name,
        secret,
      });
      return { secret: secret.base32, uri: totp.toString() };
    },
    async enrol(session, secret, code) {
      const step = stepOf(secret, code, now());
      if (step === null) throw new SignInRefused('auth/failed');
      await store.putTotpSecret(db, session.bureau, session.person.id, secret);
      await store.useTotpStep(db, session.bureau, session.person.id, step);
      known.clear();
    },
    async changePassword(session, current, next) {
      const credential = await store.findCredential(db, session.bureau, {
        account: session.person.id,
      });
      if (!credential || !(await verify(credential.passwordHash, current)))
        throw new SignInRefused('auth/failed');
      if (!isStrongPassword(next, credential.login) || next === current)
        throw new SignInRefused('auth/password-weak');
      await store.putPassword(
        db,
        session.bureau,
        session.person.id,
        credential.login,
        await hash(next),
        false,
      );
      await store.endSessions(
        db,
        session.bureau,
        session.person.id,
        { except: session.tokenHash },
        new Date(now()),
      );
      known.clear();
    },
    setPassword,
    async setFirstPassword(bureau, account, login, password) {
      const credential = await store.findCredential(db, bureau, { account });
      if (credential) return verify(credential.passwordHash, password);
      await setPassword(bureau, account, login, password, true);
      return true;
    },
    setCode: (bureau, account, secret) => store.putTotpSecret(db, bureau, account, secret),
    async forgetCode(bureau, account) {
      await store.putTotpSecret(db, bureau, account, null);
      await store.endSessions(db, bureau, account, {}, new Date(now()));
      known.clear();
    },
  };
}

function pendingOf(credential: store.Credential | null): Pending {
  if (credential?.mustChange) return 'change-password';
  return credential?.totpSecret ? 'none' : 'enrol-code';
}

function splitToken(token: string): [string, string] | [null, null] {
  const match = /^(\d{6}(?:-\d+)?)\.([A-Za-z0-9_-]{43})$/.exec(token);
  return match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : [null, null];
}

function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(secret).digest();
}

/** The time step a code belongs to, one before and one after allowed; null for a wrong code. */
function stepOf(secret: string, code: string, at: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_S }).validate({
    token: code,
    timestamp: at,
    window: 1,
  });
  return delta === null ? null : Math.floor(at / 1000 / STEP_S) + delta;
}
