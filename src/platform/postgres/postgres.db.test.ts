import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdtemp,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ends,
  isAlive,
  kill,
  query,
  type Started,
  startProcess,
} from '../../../test/support/postgres.ts';
import { openDatabase } from '../db/pool.ts';
import { findOsUser } from './os-user.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const isRoot = process.getuid?.() === 0;

let dir = '';
let warnings: string[] = [];
const servers: Postgres[] = [];
const children: ChildProcess[] = [];

/** A cluster made once and copied where a test is not about making one. */
let made = '';

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'zhuding-postgres-made-'));
  await chmod(made, 0o711);
  await (await start(made)).stop();
});

afterAll(() => rm(made, { recursive: true }));

/** Puts a stopped cluster into `dir`. */
function existing(): Promise<void> {
  return cp(made, dir, { recursive: true });
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'zhuding-postgres-'));
  await chmod(dir, 0o711);
  warnings = [];
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
  const cluster = await realpath(join(dir, 'cluster')).catch(() => null);
  if (cluster !== null) {
    const left = await findPostmaster(cluster);
    if (left !== null) await stopPostmaster(left.pid, cluster);
    await rm(cluster, { recursive: true });
  }
  await rm(dir, { recursive: true });
});

/** {@link startProcess} in `dir`; killed at the end of the test. */
async function startElsewhere(mode = '', user = ''): Promise<Started> {
  const started = await startProcess(dir, mode, user);
  children.push(started.child);
  return started;
}

async function start(dataDir = dir): Promise<Postgres> {
  const log = { info: () => {}, warn: (message: string) => void warnings.push(message) };
  const server = await startPostgres({ dataDir, log });
  servers.push(server);
  return server;
}

describe('a start', () => {
  it('makes a cluster once, and finds its data and port again', async () => {
    const first = await start();
    expect(first.origin).toBe('created');
    await query(first.adminUrl, 'create table t as select 1 as a');
    await first.stop();
    expect(await ends(first.pid)).toBe(true);
    expect(await first.healthy()).toBe(false);

    const begun = performance.now();
    const second = await start();
    const took = performance.now() - begun;
    expect(second.origin).toBe('started');
    expect(second.adminUrl).toBe(first.adminUrl);
    expect(await query(second.adminUrl, 'select * from t')).toEqual([{ a: 1 }]);
    expect(await second.healthy()).toBe(true);
    expect(took).toBeLessThan(5_000);
  });

  it('makes a cluster whose acknowledged commits are on disk, and that knows Chinese letters', async () => {
    const { adminUrl } = await start();
    const rows = await query(
      adminUrl,
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes',
         'synchronous_commit', 'data_checksums', 'password_encryption', 'listen_addresses',
         'unix_socket_directories', 'server_encoding', 'TimeZone') order by name`,
    );
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      TimeZone: 'UTC',
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    });
    await query(adminUrl, 'create extension pg_trgm');
    expect(await query(adminUrl, `select cardinality(show_trgm('泉州市鲤城区')) as n`)).toEqual([
      { n: 7 },
    ]);
    // By code point, not by any language's order.
    expect(await query(adminUrl, `select 'Z' < 'a' as c, '一' < '丁' as zh`)).toEqual([
      { c: true, zh: true },
    ]);
  });

  it('lets nobody in without the password', async () => {
    await existing();
    const { adminUrl } = await start();
    const url = new URL(adminUrl);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('has no database open to everybody but the one of the application', async () => {
    await existing();
    const { adminUrl } = await start();
    expect(
      await query(
        adminUrl,
        `select datname from pg_database
         where has_database_privilege('public', oid, 'CONNECT') and datallowconn`,
      ),
    ).toEqual([{ datname: 'zhuding' }]);
  });

  it('keeps the password and the data to their owners', async () => {
    await existing();
    const { clusterDir } = await start();
    expect((await lstat(join(dir, 'connection.json'))).mode & 0o777).toBe(0o600);
    expect((await lstat(clusterDir)).mode & 0o777).toBe(0o700);
  });

  it('obeys the settings in local.conf', async () => {
    await existing();
    const first = await start();
    await first.stop();
    await writeFile(join(first.clusterDir, 'local.conf'), "max_connections = '37'\n");
    const second = await start();
    expect(await query(second.adminUrl, 'show max_connections')).toEqual([
      { max_connections: '37' },
    ]);
  });

  it('says what the server said when it does not start', async () => {
    await existing();
    const first = await start();
    await first.stop();
    await writeFile(join(first.clusterDir, 'local.conf'), "max_connections = 'many'\n");
    await expect(start()).rejects.toThrow('invalid value for parameter "max_connections": "many"');
    await writeFile(join(first.clusterDir, 'local.conf'), '');
  });

  it('moves to another port when a stranger has taken its own, and stays there', async () => {
    await existing();
    const first = await start();
    await first.stop();
    const stranger = createServer().listen(first.port, '127.0.0.1');
    await once(stranger, 'listening');
    const second = await start();
    expect(second.port).not.toBe(first.port);
    expect(warnings).toEqual([
      `Port ${first.port} is taken by another program; PostgreSQL moves to ${second.port}`,
    ]);
    await second.stop();
    stranger.close();
    expect((await start()).port).toBe(second.port);
  });

  it('refuses a cluster whose password is lost', async () => {
    await existing();
    await (await start()).stop();
    const path = join(dir, 'connection.json');
    const text = await readFile(path, 'utf8');
    await rm(path);
    await expect(start()).rejects.toThrow('connection.json is missing');
    await writeFile(path, text, { mode: 0o600 });
  });
});

describe('two starts on one folder', () => {
  it('share one server, which ends with its owner', async () => {
    await existing();
    const owner = await start();
    const guest = await start();
    expect(guest.origin).toBe('shared');
    expect(guest.pid).toBe(owner.pid);
    await guest.stop();
    expect(await owner.healthy()).toBe(true);
    await owner.stop();
    expect(await ends(owner.pid)).toBe(true);
  });

  it('at the same first moment make one cluster with one owner', async () => {
    const started = await Promise.all([start(), start(), start()]);
    expect(new Set(started.map(({ adminUrl }) => adminUrl)).size).toBe(1);
    expect(new Set(started.map(({ pid }) => pid)).size).toBe(1);
    expect(started.filter(({ origin }) => origin !== 'shared')).toHaveLength(1);
  });
});

describe('after a kill', () => {
  it('of the program, the server it left is adopted', async () => {
    await existing();
    const { child, announcement } = await startElsewhere();
    await query(announcement.adminUrl, 'create table t as select 1 as a');
    await kill(child.pid ?? 0);
    expect(await isAlive(announcement.pid)).toBe(true);
    const next = await start();
    expect(next.origin).toBe('adopted');
    expect(next.pid).toBe(announcement.pid);
    expect(await query(next.adminUrl, 'select * from t')).toEqual([{ a: 1 }]);
    await next.stop();
    expect(await ends(announcement.pid)).toBe(true);
  });

  it('of the server, it is started again and the pools work on', async () => {
    await existing();
    const server = await start();
    const url = server.adminUrl;
    const database = openDatabase({ urls: { desk: url }, contextKey: null, now: Date.now });
    const ask = () => database.query('desk', null, { text: 'select 1 as one' });
    await ask();
    const { pid } = server;
    await kill(pid);
    await sleep(100);
    expect(await ask()).toEqual([{ one: 1 }]);
    while (server.pid === pid) await sleep(5);
    expect(await isAlive(server.pid)).toBe(true);
    expect(await server.healthy()).toBe(true);
    await database.close();
  });

  it('of everything while writing, all that was acknowledged is there', async () => {
    await existing();
    let acknowledged = 0;
    for (const pause of [300, 150, 400]) {
      const { child, announcement, lines } = await startElsewhere('write');
      expect(announcement.origin).not.toBe('shared');
      await sleep(pause);
      process.kill(announcement.pid, 'SIGKILL');
      child.kill('SIGKILL');
      await once(child, 'exit');
      // A last line may have been cut short by the kill.
      acknowledged = Math.max(acknowledged, ...lines.slice(0, -1).map(Number));
    }
    expect(acknowledged).toBeGreaterThan(10);
    const { adminUrl } = await start();
    const [row] = await query(
      adminUrl,
      'select count(*)::int as count, max(id)::int as last from acknowledged',
    );
    expect(row?.['last']).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.['count']).toBe(row?.['last']);
  });

  it('of the server in the midst of a statement, its children are waited for', async () => {
    await existing();
    const { child, announcement } = await startElsewhere();
    const client = new Client({ connectionString: announcement.adminUrl });
    client.on('error', () => {});
    await client.connect();
    // It computes without looking whether its parent lives, so it holds the shared memory on.
    client.query('select count(*) from generate_series(1, 10000000)').catch(() => {});
    await sleep(200);
    await Promise.all([kill(announcement.pid), kill(child.pid ?? 0)]);
    const next = await start();
    expect(next.origin).toBe('started');
    expect(await next.healthy()).toBe(true);
  });

  it('a server killed while it wrote its process id keeps nobody from starting', async () => {
    await existing();
    const first = await start();
    await first.stop();
    const path = join(first.clusterDir, 'postmaster.pid');
    const owner = await lstat(first.clusterDir);
    await writeFile(path, '');
    await chown(path, owner.uid, owner.gid);
    const second = await start();
    expect([second.origin, await second.healthy()]).toEqual(['started', true]);
  });

  it('a stranger with the old process id is not taken for the server', async () => {
    await existing();
    const first = await start();
    await first.stop();
    const path = join(first.clusterDir, 'postmaster.pid');
    const owner = await lstat(first.clusterDir);
    const stranger = spawn('sleep', ['60'], { uid: owner.uid, gid: owner.gid });
    children.push(stranger);
    await writeFile(path, `${stranger.pid}\n${first.clusterDir}\n1\n${first.port}\n\n127.0.0.1\n`);
    await chown(path, owner.uid, owner.gid);
    const second = await start();
    expect(second.origin).toBe('started');
    expect(await isAlive(stranger.pid ?? 0)).toBe(true);
  });
});

if (!isRoot) process.stderr.write('not root: starting as another user is not tested\n');
describe.runIf(isRoot)('the operating-system user', () => {
  it('is an unprivileged one when root starts', async () => {
    await existing();
    const { pid } = await start();
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const uid = Number(/^Uid:\s+(\d+)/m.exec(status)?.[1]);
    expect(uid).toBeGreaterThan(0);
    expect(await findOsUser(String(uid))).not.toBeNull();
  });

  it('is the one who starts it otherwise, and stays the same for root', async () => {
    const nobody = await findOsUser('nobody');
    if (nobody === null) throw new Error('this system has no user nobody');
    await chown(dir, nobody.uid, nobody.gid);
    const { child, announcement } = await startElsewhere('', 'nobody');
    expect(announcement.origin).toBe('created');
    expect((await lstat(`/proc/${announcement.pid}`)).uid).toBe(nobody.uid);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(await ends(announcement.pid)).toBe(true);
    const { origin, pid } = await start();
    expect(origin).toBe('started');
    expect((await lstat(`/proc/${pid}`)).uid).toBe(nobody.uid);
  });

  it('is told when the cluster belongs to somebody else', async () => {
    await existing();
    await (await start()).stop();
    await expect(startElsewhere('', 'nobody')).rejects.toThrow(
      /cluster belongs to another user \(uid \d+\)/,
    );
  });

  it('gets a cluster that root has copied', async () => {
    await existing();
    const first = await start();
    await first.stop();
    const { uid } = await lstat(first.clusterDir);
    await chown(first.clusterDir, 0, 0);
    const second = await start();
    expect((await lstat(second.clusterDir)).uid).toBe(uid);
  });

  it('gets the cluster elsewhere when it cannot enter the folder', async () => {
    await chmod(dir, 0o700);
    const first = await start();
    expect(first.clusterDir).toMatch(/^\/var\/lib\/zhuding\/cluster-[0-9a-f]{12}$/);
    expect(await realpath(join(dir, 'cluster'))).toBe(first.clusterDir);
    await first.stop();
    const second = await start();
    expect(second.origin).toBe('started');
    expect(second.clusterDir).toBe(first.clusterDir);
  });
});
