/** The program as an operator runs it: a process of its own, reached over HTTP, ended by signals. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A program built from the sources as they are now. */
export interface BuiltProgram {
  /** The file to run. */
  readonly main: string;
  remove(): Promise<void>;
}

/** Builds the program as `npm start` does, into a folder of its own. */
export async function buildProgram(): Promise<BuiltProgram> {
  const cache = join(ROOT, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'program-'));
  // Another operating-system user may run it.
  await chmod(folder, 0o755);
  await promisify(execFile)(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), folder]);
  return {
    main: join(folder, 'zhuding.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export interface ProgramOptions {
  readonly program: BuiltProgram;
  readonly dataDir: string;
  /** 0 for any free one. */
  readonly port?: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as the operating-system user of this number; only root can. */
  readonly user?: number;
  readonly nodeArguments?: readonly string[];
}

/** A command of the program that has been started. */
export interface Launched {
  readonly child: ChildProcess;
  /** Standard output so far. */
  readonly output: () => string;
  /** Standard output and standard error so far. */
  readonly said: () => string;
  /** Its exit code when it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** A server that answers. */
export interface Program extends Launched {
  readonly address: string;
  /** Milliseconds from the start of the process to the line with its address. */
  readonly startMs: number;
  /** Sends the signal and waits for the end; the exit code. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts `zhuding <command>` with nothing of the caller's own settings. */
export function launch(command: readonly string[], options: ProgramOptions): Launched {
  const { program, dataDir, port = 0, env = {}, user, nodeArguments = [] } = options;
  const node = [process.execPath, ...nodeArguments, program.main, ...command];
  const prefix =
    user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const [file = '', ...rest] = [...prefix, ...node];
  const child = spawn(file, rest, {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: dataDir,
      LOG_LEVEL: 'warn',
      ZHUDING_DATA: dataDir,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    said += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, output: () => output, said: () => said, ended };
}

const START_PATIENCE_MS = 60_000;

/** `zhuding serve`, once it answers. Throws with what the program said when it ends instead, or does nothing for a minute. */
export async function serve(options: ProgramOptions): Promise<Program> {
  const begun = performance.now();
  const launched = launch(['serve'], options);
  const address = await new Promise<string>((resolve, reject) => {
    const fail = (how: string): void => reject(new Error(`${how}: ${launched.said()}`));
    const patience = setTimeout(() => fail('does not answer'), START_PATIENCE_MS);
    launched.child.stdout?.on('data', () => {
      const found = /http:\/\/\S+?(?=\/\s)/.exec(launched.output());
      if (found) resolve(found[0]);
    });
    void launched.ended.then((code) => fail(`ended with ${String(code)}`));
    void launched.ended.finally(() => clearTimeout(patience));
  });
  return {
    ...launched,
    address,
    startMs: performance.now() - begun,
    end(signal) {
      launched.child.kill(signal);
      return launched.ended;
    },
  };
}
