/** Running a short-lived program to its end, optionally as another operating-system user. */
import { spawn } from 'node:child_process';
import type { OsUser } from './os-user.ts';

/** What a program left behind. `code` is null when it could not be started or died by a signal. */
export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The environment PostgreSQL's programs get: nothing of the operator's language or PG* settings,
 * so that a cluster comes out the same on every machine.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/** Runs `program` to its end. Never throws: a program that cannot start has code null and says why in stderr. */
export function run(
  program: string,
  args: readonly string[],
  user: OsUser | null = null,
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', (error) => resolve({ code: null, stdout: '', stderr: error.message }));
    child.once('close', (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString('utf8').trim(),
        stderr: Buffer.concat(stderr).toString('utf8').trim(),
      }),
    );
  });
}
