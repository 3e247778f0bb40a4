/** The server process of one cluster folder: is it there, start it, end it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type FileHandle, open, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OsUser } from './os-user.ts';
import { plainEnvironment } from './run.ts';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** Above Linux's and macOS's largest process id, so that no process has it. */
const NOBODYS_PID = 4_194_305;

/**
 * The running server of `clusterDir` (a real path) or null, from its `postmaster.pid`.
 *
 * After a crash the recorded process id may belong to a stranger, and PostgreSQL would then refuse to
 * start. The file is kept (its other lines tell the server about surviving children), with an id
 * nobody has.
 */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | null> {
  const path = join(clusterDir, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  if (text === '') return removeRemnant(path);
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (await isServer(pid, clusterDir)) return { pid, port: Number(lines[3]) };
  if (isAlive(pid)) await writeFile(path, [NOBODYS_PID, ...lines.slice(1)].join('\n'));
  return null;
}

/** A server writes its file at once after creating it; longer than this it is empty only when it was killed in between. */
const REMNANT_MS = 2000;

/** Removes an empty `postmaster.pid` nobody will fill any more: PostgreSQL refuses to start beside it. */
async function removeRemnant(path: string): Promise<null> {
  const found = await stat(path).catch(() => null);
  if (found?.size === 0 && Date.now() - found.mtimeMs > REMNANT_MS) await unlink(path);
  return null;
}

/**
 * Whether `pid` is the server of `clusterDir`, which {@link launchPostmaster} names on its command
 * line. Its working folder would say the same, but root in a container may not look that up.
 */
async function isServer(pid: number, clusterDir: string): Promise<boolean> {
  if (process.platform !== 'linux') return isAlive(pid);
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes(clusterDir);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Starts the server in its own process group, so that Ctrl-C reaches only us and we end it in order.
 * What it says before its own log begins goes to `outputFile`: a pipe would break when we die.
 */
export async function launchPostmaster(
  postgres: string,
  clusterDir: string,
  user: OsUser | null,
  outputFile: string,
): Promise<ChildProcess> {
  const output: FileHandle = await open(outputFile, 'w', 0o600);
  try {
    const child = spawn(postgres, ['-D', clusterDir], {
      cwd: '/',
      env: plainEnvironment(),
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    child.unref();
    return child;
  } finally {
    await output.close();
  }
}

const FAST_SHUTDOWN = 'SIGINT';
const IMMEDIATE_SHUTDOWN = 'SIGQUIT';
const PATIENCE_MS = 30_000;

/**
 * Ends the server: open transactions are rolled back, everything else is written out. A server that
 * has not ended after 30 s is told to stop at once, which loses nothing that was committed.
 */
export async function stopPostmaster(pid: number, clusterDir: string): Promise<void> {
  for (const signal of [FAST_SHUTDOWN, IMMEDIATE_SHUTDOWN] as const) {
    if (!(await isServer(pid, clusterDir))) return;
    process.kill(pid, signal);
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (!(await isServer(pid, clusterDir))) return;
      await sleep(10);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) in ${clusterDir} does not stop.`);
}
