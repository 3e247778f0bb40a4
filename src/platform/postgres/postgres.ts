/**
 * The embedded database: PostgreSQL as a child that outlives us when we are killed, is found again
 * at the next start, and is started again when it dies.
 *
 * At most one process owns a cluster. Ownership is an advisory lock of the server itself, held by one
 * connection: it ends exactly when the owner does, however that ends.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveBinaries } from './binaries.ts';
import * as cluster from './cluster.ts';
import type { ServerSettings } from './configuration.ts';
import { answers, ensureDatabase } from './keeper.ts';
import { type OsUser, resolveOsUser } from './os-user.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { bringUp, type PostgresLog, type Running, type Site } from './start.ts';

export interface PostgresOptions {
  /** Made when missing. Only one cluster lives in it, for good. */
  readonly dataDir: string;
  readonly log: PostgresLog;
  /** A folder with `initdb` and `postgres` (15 or newer) instead of the packaged ones (ZHUDING_PG_BIN). */
  readonly systemBin?: string | undefined;
  /** Settings that win over Zhuding's own, for a test cluster that need not survive a power cut. */
  readonly settings?: ServerSettings;
}

export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface Postgres {
  /**
   * `created`: a new cluster; `started`: an existing one; `adopted`: a server whose owner had died was
   * found running; `shared`: another living process owns it, and `stop` leaves it running.
   */
  readonly origin: 'created' | 'started' | 'adopted' | 'shared';
  /** On 127.0.0.1. The same as at earlier starts unless somebody else took it meanwhile. */
  readonly port: number;
  /** The server's process id; a new one after a crash of the server. */
  readonly pid: number;
  readonly clusterDir: string;
  /** The superuser's connection to database `zhuding`. */
  readonly adminUrl: string;
  /** A connection URL for `login`, to database `zhuding` unless another is named. */
  url(login: Login, database?: string): string;
  /** Whether the server answers on a new connection. */
  healthy(): Promise<boolean>;
  /** Ends the server in order (fast shutdown), if it is ours. */
  stop(): Promise<void>;
}

const DATABASE = 'zhuding';

/**
 * Starts or finds the PostgreSQL of `dataDir` and returns when it answers. Recovers by itself from a
 * kill of every process. Throws, saying what to do, when there is no usable program, user or folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { site, created } = await prepareSite(options);
  const stopping = new AbortController();
  let running = await bringUp(site, 'may-move-port', stopping.signal);
  try {
    await ensureDatabase(running.keeper, DATABASE);
  } catch (error) {
    await running.keeper.client.end();
    throw error;
  }
  const { port } = running;
  const origin = describeOrigin(created, running);
  options.log.info(`PostgreSQL ${origin} on 127.0.0.1:${port} in ${site.clusterDir}`);

  let recovery: Promise<void> = Promise.resolve();
  if (running.keeper.owner) watch();
  else await running.keeper.client.end();

  function watch(): void {
    running.keeper.client.once('end', () => {
      if (stopping.signal.aborted) return;
      options.log.warn('PostgreSQL has closed its connection to the supervisor');
      recovery = recover();
    });
  }

  async function recover(): Promise<void> {
    for (let pause = 250; !stopping.signal.aborted; pause = Math.min(pause * 2, 30_000)) {
      try {
        running = await bringUp(site, 'keep-port', stopping.signal);
        options.log.warn(`PostgreSQL answers again (process ${running.pid})`);
        watch();
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        options.log.warn(`PostgreSQL could not be started again: ${String(error)}`);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  async function stop(): Promise<void> {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await recovery;
    const { owner, client } = running.keeper;
    if (owner) {
      // The server ends while the ownership is still held, so that nobody adopts it in between.
      const postmaster = await findPostmaster(site.clusterDir);
      if (postmaster !== null) await stopPostmaster(postmaster.pid, site.clusterDir);
      options.log.info('PostgreSQL stopped');
    }
    await client.end().catch(() => {});
  }

  function url(login: Login, database: string = DATABASE): string {
    const user = `${encodeURIComponent(login.user)}:${encodeURIComponent(login.password)}`;
    return `postgres://${user}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  }

  return {
    origin,
    port,
    get pid() {
      return running.pid;
    },
    clusterDir: site.clusterDir,
    adminUrl: url({ user: cluster.SUPERUSER, password: site.password }),
    url,
    healthy: () => answers(port, site.password),
    stop,
  };
}

function describeOrigin(created: boolean, running: Running): Postgres['origin'] {
  if (!running.keeper.owner) return 'shared';
  if (running.found) return 'adopted';
  return created ? 'created' : 'started';
}

/** Everything that must stand before a server can be started: folder, user, programs, password, cluster. */
async function prepareSite(options: PostgresOptions): Promise<{ site: Site; created: boolean }> {
  const { dataDir, systemBin, settings = {}, log } = options;
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const existing = join(dataDir, 'cluster');
  const user = await resolveOsUser(await cluster.ownerUid(existing));
  const clusterDir = await cluster.locateCluster(dataDir, user);
  await refuseForeignCluster(clusterDir, user);
  const runtimeDir = join(user === null ? dataDir : cluster.SYSTEM_DIR, 'runtime');
  const binaries = await resolveBinaries({ systemBin, runtimeDir, user });
  const { password } = await cluster.loadConnection(dataDir, clusterDir);

  const created = (await cluster.clusterMajor(clusterDir)) === null;
  if (created) await cluster.createCluster(clusterDir, binaries, user, password);
  const major = await cluster.clusterMajor(clusterDir);
  if (major !== binaries.major) {
    throw new Error(
      `The cluster in ${clusterDir} is of PostgreSQL ${major}, the programs are of ${binaries.major}. ` +
        `Set ZHUDING_PG_BIN to the programs of ${major}.`,
    );
  }
  return { site: { dataDir, clusterDir, user, binaries, password, settings, log }, created };
}

async function refuseForeignCluster(clusterDir: string, user: OsUser | null): Promise<void> {
  if (user !== null) return;
  const owner = await cluster.ownerUid(clusterDir);
  if (owner === null || owner === process.getuid?.()) return;
  throw new Error(
    `${clusterDir} belongs to another user (uid ${owner}). Start Zhuding as that user or as root.`,
  );
}
