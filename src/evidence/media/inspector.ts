import { type ChildProcess, fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { loaderFlags, siblingFile } from '../../platform/storage/start-worker.ts';
import { EvidenceRefused } from '../evidence.problems.ts';
import type { Claims, Inspection } from './inspect.ts';
import type { InspectAnswer, InspectRequest } from './inspect.process.ts';

/** Inspection of finished files in a process of its own, one after the other. */
export interface Inspector {
  /**
   * As `inspect`; a file at which the process crashes or does not end in time is `evidence/unreadable`.
   *
   * @throws EvidenceRefused as `inspect`, and Error when the file cannot be opened or the inspector is closed
   */
  inspect(path: string, claims: Claims): Promise<Inspection>;
  close(): void;
}

/** How to run the inspector. */
export interface InspectorOptions {
  /** milliseconds a small file may take, 30 000 by default; every 100 MB add a second */
  readonly timeout?: number;
}

const MEGABYTES_A_SECOND = 100;
/** The parsers need no more; a file that makes one need more is no ordinary file. */
const HEAP_MEGABYTES = 512;

/** Opens an inspector. Its process starts with the first file and ends with this one. */
export function openInspector(options: InspectorOptions = {}): Inspector {
  const file = siblingFile('inspect.process', import.meta.url);
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function start(): ChildProcess {
    const started = fork(file, {
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, ...loaderFlags(file)],
      // No secrets in the reach of a parser; PATH is needed to find ffmpeg.
      env: {
        PATH: process.env['PATH'],
        LD_LIBRARY_PATH: process.env['LD_LIBRARY_PATH'],
        TZ: 'UTC',
      },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    child = started;
    return started;
  }

  /** Null when the process ended without an answer. */
  function ask(request: InspectRequest, timeout: number): Promise<InspectAnswer | null> {
    const asked = child ?? start();
    asked.ref();
    asked.channel?.ref();
    return new Promise((resolve) => {
      const settle = (answer: InspectAnswer | null): void => {
        clearTimeout(timer);
        asked.removeAllListeners('message').removeListener('exit', ended).unref();
        asked.channel?.unref();
        resolve(answer);
      };
      const ended = (): void => settle(null);
      const timer = setTimeout(() => asked.kill('SIGKILL'), timeout);
      asked.once('message', (answer: InspectAnswer) => settle(answer));
      asked.once('exit', ended);
      // A process that is just dying cannot be asked; its end is the answer.
      asked.send(request, () => undefined);
    });
  }

  async function inspect(path: string, claims: Claims): Promise<Inspection> {
    if (closed) throw new Error('the inspector is closed');
    const { size } = await stat(path);
    const seconds = size / (MEGABYTES_A_SECOND * 1024 * 1024);
    const answer = await ask({ path, claims }, (options.timeout ?? 30_000) + seconds * 1000);
    if (answer && 'inspection' in answer) return answer.inspection;
    if (answer && 'refused' in answer) throw new EvidenceRefused(answer.refused, answer.values);
    if (answer) throw new Error(`${path}: ${answer.fault}`);
    if (closed) throw new Error('the inspector is closed');
    throw new EvidenceRefused('evidence/unreadable', { found: '文件' });
  }

  return {
    inspect(path, claims) {
      const turn = last.then(() => inspect(path, claims));
      last = turn.catch(() => undefined);
      return turn;
    },
    close() {
      closed = true;
      child?.kill('SIGKILL');
    },
  };
}
