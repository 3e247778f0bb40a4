/**
 * One PostgreSQL for all database tests of a run: an embedded cluster below the system's temporary
 * folder, or the server of ZHUDING_TEST_DATABASE_URL (one made for tests: the passwords of Zhuding's
 * roles are set anew there). A migrated template database makes each test file's own cheap.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/db/migrate.ts';
import { secretsFrom } from '../../src/platform/db/secrets.ts';
import { findPostmaster, stopPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { startPostgres } from '../../src/platform/postgres/postgres.ts';

/** What the test files are told. */
export interface DatabaseServer {
  /** An administrator's connection to a maintenance database. */
  readonly adminUrl: string;
  readonly template: string;
  /** The install secret in hex. */
  readonly secret: string;
  readonly packageRoot: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: DatabaseServer;
  }
}

/** Followed by the process id of the run and something random. */
const PREFIX = 'zhuding-test-';
const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const template = `zhuding_template_${randomBytes(4).toString('hex')}`;
  const secret = randomBytes(32);
  const templateUrl = new URL(server.adminUrl);
  templateUrl.pathname = `/${template}`;
  try {
    await administer(server.adminUrl, `create database ${template}`);
    await migrate({ adminUrl: templateUrl.href, secrets: secretsFrom(secret), packageRoot });
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseServer', {
    adminUrl: server.adminUrl,
    template,
    secret: secret.toString('hex'),
    packageRoot,
  });
  return async () => {
    await administer(server.adminUrl, `drop database ${template}`);
    await server.stop();
  };
}

interface Server {
  readonly adminUrl: string;
  stop(): Promise<void>;
}

async function startServer(): Promise<Server> {
  const external = process.env['ZHUDING_TEST_DATABASE_URL'];
  if (external !== undefined && external !== '') {
    return { adminUrl: external, stop: async () => {} };
  }
  await removeAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The user the server runs as must be able to pass.
  await chmod(dataDir, 0o711);
  const postgres = await startPostgres({
    dataDir,
    log: { info: () => {}, warn: (message) => process.stderr.write(`${message}\n`) },
    systemBin: process.env['ZHUDING_PG_BIN'],
    // This cluster need not survive a power cut.
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  });
  return {
    adminUrl: postgres.adminUrl,
    stop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends and removes what a test run that was killed has left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (pid === 0 || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    const clusterDir = await realpath(join(dataDir, 'cluster')).catch(() => null);
    const postmaster = clusterDir === null ? null : await findPostmaster(clusterDir);
    if (clusterDir !== null && postmaster !== null) {
      await stopPostmaster(postmaster.pid, clusterDir);
    }
    await rm(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
