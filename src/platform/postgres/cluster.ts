/** The files of an embedded cluster: where they lie, how they are made, who owns them. */
import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  lchown,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createFileOnce, replaceFile, syncFolder } from '../durable-file.ts';
import type { Binaries } from './binaries.ts';
import {
  formatConfiguration,
  HOST_BASED_ACCESS,
  INCLUDES,
  initdbArguments,
  LOCAL_CONFIGURATION,
  type ServerSettings,
} from './configuration.ts';
import type { OsUser } from './os-user.ts';
import { freePort } from './ports.ts';
import { run } from './run.ts';

/** The embedded cluster's superuser. Only migrations and the supervisor sign in as it. */
export const SUPERUSER = 'zhuding_admin';

/** Where root keeps what an unprivileged user must reach: below a home folder it could not. */
export const SYSTEM_DIR = '/var/lib/zhuding';

/** What is remembered between starts in `connection.json`. */
export interface Connection {
  readonly port: number;
  readonly password: string;
}

/**
 * The absolute real path of the cluster of `dataDir`, which need not exist yet. It is
 * `dataDir/cluster`, unless `user` cannot enter `dataDir` (a root user's home, say): then it is a
 * folder below {@link SYSTEM_DIR}, and `dataDir/cluster` a link to it.
 */
export async function locateCluster(dataDir: string, user: OsUser | null): Promise<string> {
  const path = join(dataDir, 'cluster');
  const linked = await readlink(path).catch(() => null);
  if (linked !== null) return linked;
  const parent = await realpath(dataDir);
  if (user === null || (await canEnter(parent, user))) return join(parent, 'cluster');
  await mkdir(SYSTEM_DIR, { recursive: true, mode: 0o711 });
  try {
    await symlink(join(SYSTEM_DIR, `cluster-${randomBytes(6).toString('hex')}`), path);
  } catch (error) {
    // Another process starting at the same moment has chosen.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readlink(path);
}

async function canEnter(dir: string, user: OsUser): Promise<boolean> {
  const result = await run('/bin/sh', ['-c', 'test -x "$1"', 'sh', dir], user);
  return result.code === 0;
}

/** The major version of the cluster in `clusterDir`, or null when there is none. */
export async function clusterMajor(clusterDir: string): Promise<number | null> {
  const text = await readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => null);
  return text === null ? null : Number(text.trim());
}

export async function ownerUid(clusterDir: string): Promise<number | null> {
  return stat(clusterDir).then(
    (found) => found.uid,
    () => null,
  );
}

/**
 * Makes a new cluster in `clusterDir`. It is made under another name and renamed when complete: a
 * crash leaves no half cluster, and of two processes making it one wins and the other finds it done.
 */
export async function createCluster(
  clusterDir: string,
  binaries: Binaries,
  user: OsUser | null,
  password: string,
): Promise<void> {
  const draft = `${clusterDir}.new-${randomBytes(6).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
    if (user !== null) {
      await chown(draft, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    const args = initdbArguments(binaries.major, SUPERUSER, passwordFile);
    const made = await run(binaries.initdb, [...args, `--pgdata=${draft}`], user);
    if (made.code !== 0) throw new Error(`initdb failed: ${made.stderr || made.stdout}`);
    await appendFile(join(draft, 'postgresql.conf'), INCLUDES);
    await writeFile(join(draft, 'pg_hba.conf'), HOST_BASED_ACCESS);
    await writeFile(join(draft, 'local.conf'), LOCAL_CONFIGURATION, { mode: 0o600 });
    if (user !== null) await chown(join(draft, 'local.conf'), user.uid, user.gid);
    await rename(draft, clusterDir);
    await syncFolder(dirname(clusterDir));
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if ((await clusterMajor(clusterDir)) === null) throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Writes the include file of a stopped cluster. */
export async function configureCluster(
  clusterDir: string,
  user: OsUser | null,
  port: number,
  settings: ServerSettings,
): Promise<void> {
  const path = join(clusterDir, 'zhuding.conf');
  await replaceFile(path, formatConfiguration(port, settings));
  if (user !== null) await chown(path, user.uid, user.gid);
}

/**
 * Gives a cluster that was copied by root, or came from another machine, to the user the server runs
 * as. PostgreSQL also refuses a folder others may enter.
 */
export async function giveCluster(clusterDir: string, user: OsUser | null): Promise<void> {
  if (user === null) return;
  if ((await stat(clusterDir)).uid !== user.uid) {
    const entries = await readdir(clusterDir, { recursive: true });
    for (const entry of entries) await lchown(join(clusterDir, entry), user.uid, user.gid);
    await chown(clusterDir, user.uid, user.gid);
  }
  await chmod(clusterDir, 0o700);
}

/**
 * The remembered connection, made on first use. It is written before the cluster is made, so a
 * cluster without one has lost it.
 */
export async function loadConnection(dataDir: string, clusterDir: string): Promise<Connection> {
  const path = join(dataDir, 'connection.json');
  const made = (await clusterMajor(clusterDir)) !== null;
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text !== null) return parseConnection(path, text);
  if (made) {
    throw new Error(
      `${path} is missing, and with it the password of the cluster in ${clusterDir}.`,
    );
  }
  const fresh = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  return parseConnection(path, await createFileOnce(path, formatConnection(fresh)));
}

export async function saveConnection(dataDir: string, connection: Connection): Promise<void> {
  await replaceFile(join(dataDir, 'connection.json'), formatConnection(connection));
}

function formatConnection(connection: Connection): string {
  return `${JSON.stringify(connection)}\n`;
}

function parseConnection(path: string, text: string): Connection {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'port' in value && 'password' in value) {
    const { port, password } = value;
    if (typeof port === 'number' && typeof password === 'string') return { port, password };
  }
  throw new Error(`${path} is damaged: it must hold a port and a password.`);
}
