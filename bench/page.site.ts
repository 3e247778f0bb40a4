/** A PostgreSQL with made-up published decisions, and server processes over it, for the benches of the portal. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { loadSecrets } from '../src/platform/db/secrets.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { findRoot } from '../src/platform/package-root.ts';
import { startPostgres } from '../src/platform/postgres/postgres.ts';
import type { Served, ServeTask } from './page.process.ts';
import { fillSearchData, type MadeDecision } from './search-data.ts';

export const BUREAU = '350502';

export interface FilledSite {
  readonly port: number;
  readonly made: readonly MadeDecision[];
}

export interface PageSites {
  /** A server over a new database of so many decisions, at `/constant` answering with the page at `constant`. */
  open(decisions: number, constant?: string): Promise<FilledSite>;
  close(): Promise<void>;
}

export async function openPageSites(): Promise<PageSites> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuding-bench-'));
  const postgres = await startPostgres({ dataDir: folder, log: { info() {}, warn() {} } });
  const children: ChildProcess[] = [];
  // Roles belong to the whole server: one set of passwords for all databases.
  const secrets = await loadSecrets(folder);
  return {
    async open(decisions, constant) {
      const url = new URL(postgres.adminUrl);
      url.pathname = `/decisions_${decisions}`;
      await administer(postgres.adminUrl, (client) =>
        client.query(`create database decisions_${decisions} template template0`),
      );
      await migrate({ adminUrl: url.href, secrets, packageRoot: findRoot() });
      const made = await administer(url.href, (client) =>
        fillSearchData(client, { bureau: BUREAU, count: decisions, until: '2026-10-31' }),
      );
      await mkdir(join(folder, 'servers'), { recursive: true });
      const child = fork(fileURLToPath(new URL('page.process.ts', import.meta.url)), [], {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, NODE_ENV: 'production' },
      });
      children.push(child);
      child.send({
        databaseUrl: url.href,
        dataDir: folder,
        constant: constant ?? null,
      } satisfies ServeTask);
      const { port } = await reported<Served>(child);
      return { port, made };
    },
    async close() {
      for (const child of children) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a part reports first; rejects when it ends without. The parts send one kind of message only. */
export async function reported<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`a part of the bench ended with ${String(code)}`);
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}

async function administer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
