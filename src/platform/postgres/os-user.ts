/**
 * The operating-system user PostgreSQL runs as. The server refuses to run as root and refuses a
 * user id without a passwd entry, so root needs a system user to hand it to.
 */
import { run } from './run.ts';

export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const PREFERRED = 'zhuding';
/** Users found on most systems that own nothing worth stealing, in order of fitness. */
const FALLBACKS = ['postgres', 'nobody'];

/**
 * The user the server shall run as, or null when that is simply the current user.
 *
 * For root: the present owner of the cluster (`ownerUid`) if it has a name; else `zhuding`, created
 * when missing; else `postgres` or `nobody`. Throws, saying what to do, when there is none of them.
 */
export async function resolveOsUser(ownerUid: number | null): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerUid === null || ownerUid === 0 ? null : await findOsUser(String(ownerUid));
  if (owner !== null) return owner;
  const found = (await findOsUser(PREFERRED)) ?? (await createOsUser());
  if (found !== null) return found;
  for (const name of FALLBACKS) {
    const user = await findOsUser(name);
    if (user !== null) return user;
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no system user to run it as. ' +
      `Create one (useradd --system ${PREFERRED}), start Zhuding as an ordinary user, ` +
      'or set DATABASE_URL to an existing PostgreSQL.',
  );
}

/** The user with this name or numeric id, or null. Only a user with a passwd entry has a name for `id -un`. */
export async function findOsUser(nameOrUid: string): Promise<OsUser | null> {
  const [name, uid, gid] = await Promise.all([
    run('id', ['-un', nameOrUid]),
    run('id', ['-u', nameOrUid]),
    run('id', ['-g', nameOrUid]),
  ]);
  if (name.code !== 0 || uid.code !== 0 || gid.code !== 0) return null;
  return { name: name.stdout, uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function createOsUser(): Promise<OsUser | null> {
  const shell = '/usr/sbin/nologin';
  await run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    shell,
    PREFERRED,
  ]);
  return findOsUser(PREFERRED);
}
