/** Bringing a server up: adopt the one that runs, or start one and wait until it answers. */
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { configureCluster, giveCluster, loadConnection, saveConnection } from './cluster.ts';
import type { ServerSettings } from './configuration.ts';
import { connectKeeper, type Keeper } from './keeper.ts';
import type { OsUser } from './os-user.ts';
import { freePort, isPortFree } from './ports.ts';
import { findPostmaster, launchPostmaster, type Postmaster } from './postmaster.ts';

/** Where the supervisor reports; pino fits. */
export interface PostgresLog {
  info(message: string): void;
  warn(message: string): void;
}

/** One cluster and what is needed to run it. */
export interface Site {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly user: OsUser | null;
  readonly binaries: Binaries;
  readonly password: string;
  readonly settings: ServerSettings;
  readonly log: PostgresLog;
}

export interface Running extends Postmaster {
  readonly keeper: Keeper;
  /** True when the server ran before we came. */
  readonly found: boolean;
}

/** Pools elsewhere hold the port, so only the first start of a process may move it. */
export type PortPolicy = 'may-move-port' | 'keep-port';

const POLL_MS = 10;
const REMINDER_MS = 10_000;
/** Children of a killed server may hold its shared memory until their statement ends. */
const LAUNCHES = 60;
const LAUNCH_PAUSE_MS = 500;
const TEMPORARY = /shared memory block|lock file ".*" (already exists|is empty)/;

/**
 * Returns once the server answers. Waits as long as a server lives, however long its recovery takes.
 * Throws what the server said when it does not stay up, and the signal's reason when it is aborted.
 */
export async function bringUp(
  site: Site,
  policy: PortPolicy,
  signal: AbortSignal,
): Promise<Running> {
  let child: Launched | null = null;
  let remindAt = Date.now() + REMINDER_MS;
  for (let launches = 0; ; ) {
    signal.throwIfAborted();
    if (Date.now() > remindAt) {
      site.log.info('PostgreSQL does not take connections yet');
      remindAt += REMINDER_MS;
    }
    const postmaster = await findPostmaster(site.clusterDir);
    if (postmaster !== null) {
      const keeper = await connectKeeper(postmaster.port, site.password, site.clusterDir);
      if (keeper !== null) return { ...postmaster, keeper, found: child === null };
    } else if (child === null || child.ended()) {
      if (child !== null) {
        const said = await child.output();
        if (launches === LAUNCHES || !TEMPORARY.test(said)) throw new Error(said);
        child = null;
        await sleep(LAUNCH_PAUSE_MS);
        continue;
      }
      launches += 1;
      child = await launch(site, await choosePort(site, policy));
    }
    await sleep(POLL_MS);
  }
}

interface Launched {
  ended(): boolean;
  /** What the server has said since its launch, on its way down. */
  output(): Promise<string>;
}

async function launch(site: Site, port: number): Promise<Launched> {
  await giveCluster(site.clusterDir, site.user);
  await configureCluster(site.clusterDir, site.user, port, site.settings);
  const outputFile = join(site.dataDir, 'start.log');
  const child: ChildProcess = await launchPostmaster(
    site.binaries.postgres,
    site.clusterDir,
    site.user,
    outputFile,
  );
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  return {
    ended: () => failure !== null || child.exitCode !== null || child.signalCode !== null,
    output: async () => {
      const said = await readFile(outputFile, 'utf8').catch(() => '');
      const log = join(site.clusterDir, 'log');
      return `PostgreSQL did not start (its log is in ${log}): ${failure?.message ?? said.trim()}`;
    },
  };
}

/**
 * The remembered port. If somebody else listens there and stays, a new one is chosen and remembered,
 * unless the policy is to keep it: then PostgreSQL's own refusal is the answer.
 */
async function choosePort(site: Site, policy: PortPolicy): Promise<number> {
  const remembered = await loadConnection(site.dataDir, site.clusterDir);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await isPortFree(remembered.port)) return remembered.port;
    // A server of ours started by another process at this moment would be the one that listens.
    if ((await findPostmaster(site.clusterDir)) !== null) return remembered.port;
    await sleep(100);
  }
  if (policy === 'keep-port') return remembered.port;
  const port = await freePort();
  await saveConnection(site.dataDir, { ...remembered, port });
  site.log.warn(`Port ${remembered.port} is taken by another program; PostgreSQL moves to ${port}`);
  return port;
}
