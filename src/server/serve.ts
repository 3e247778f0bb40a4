/** `zhuding serve`: brings everything up, says where it is, and takes it down in order when asked to. */
import process from 'node:process';
import { buildApp } from './app.ts';
import { runJobs } from './jobs.ts';
import type { Logger } from './log.ts';
import type { Settings } from './settings.ts';
import { foreseenFailure, startFailure } from './start-failure.texts.ts';
import { openWorld, type World } from './world.ts';

export interface ServeIo {
  /** One line for whoever started the program. */
  readonly say: (line: string) => void;
  readonly log: Logger;
}

/** A running server. */
export interface Running {
  /** Where it answers, without a slash at the end. */
  readonly address: string;
  readonly world: World;
  /** Finishes what is in hand and closes everything. */
  stop(): Promise<void>;
}

/** Starts everything. Rejects with what stands in the way, with nothing left running. */
export async function start(
  settings: Settings,
  root: string,
  { say, log }: ServeIo,
): Promise<Running> {
  say('正在启动数据库……');
  const world = await openWorld({ settings, root, log });
  try {
    for (const bureau of await world.registry.bureaus()) await world.bureaus.adopt(bureau);
    const app = await buildApp(world, log);
    const jobs = await runJobs(world, world.jobsUrl, log);
    try {
      await app.listen({ host: settings.host, port: settings.port });
    } catch (error) {
      await jobs.stop();
      await app.close();
      throw error;
    }
    world.sequencer.run();
    const address = `http://${hostIn(settings.host)}:${portOf(app.server.address())}`;
    return {
      address,
      world,
      async stop() {
        // Browsers keep connections open; what they asked for last is answered, no more is waited for.
        const closing = app.close();
        app.server.closeIdleConnections();
        await closing;
        await jobs.stop();
        await world.close();
      },
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

/** `start` until SIGINT or SIGTERM. The exit code: 0 when stopped, 1 when it could not start. */
export async function serve(settings: Settings, root: string, io: ServeIo): Promise<number> {
  let running: Running;
  try {
    running = await start(settings, root, io);
  } catch (error) {
    io.say(`没有启动：${startFailure(error, settings)}`);
    // A foreseen cause needs no trace of the program's insides.
    if (foreseenFailure(error, settings) === null) io.log.error({ err: error }, 'start failed');
    return 1;
  }
  io.say(`铸鼎已启动：${running.address}/`);
  await signalled();
  io.say('正在停止……');
  await running.stop();
  io.say('已停止。');
  return 0;
}

/** Resolves at the first signal; at the second the program ends at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
  });
}

function hostIn(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function portOf(address: unknown): number {
  const port: unknown =
    typeof address === 'object' && address !== null ? Reflect.get(address, 'port') : null;
  if (typeof port !== 'number') throw new Error('the server has no port');
  return port;
}
