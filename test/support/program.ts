/** The program as an operator runs it: a process of its own, reached over HTTP, ended by signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface ProgramOptions {
  readonly dataDir: string;
  /** 0 for any free one. */
  readonly port?: number;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this operating-system user; only root can. */
  readonly user?: string;
  readonly nodeArguments?: readonly string[];
}

/** A command of the program that has been started. */
export interface Launched {
  readonly child: ChildProcess;
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
  const { dataDir, port = 0, env = {}, user, nodeArguments = [] } = options;
  const node = [process.execPath, ...nodeArguments, '--import', 'tsx', MAIN, ...command];
  const prefix =
    user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const [program = '', ...rest] = [...prefix, ...node];
  const child = spawn(program, rest, {
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
  let text = '';
  const listen = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  return { child, said: () => text, ended };
}

/** `zhuding serve`, once it answers. Throws with what the program said when it ends instead. */
export async function serve(options: ProgramOptions): Promise<Program> {
  const begun = performance.now();
  const launched = launch(['serve'], options);
  const address = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /http:\/\/\S+?(?=\/\s)/.exec(launched.said());
      if (found) resolve(found[0]);
    };
    launched.child.stdout?.on('data', look);
    launched.ended.then(
      (code) => reject(new Error(`ended with ${String(code)}: ${launched.said()}`)),
      reject,
    );
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
