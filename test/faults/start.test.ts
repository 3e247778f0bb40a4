/** Starting and stopping, as somebody does who runs the program for the first time, or wrongly. */
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../src/platform/postgres/postgres.ts';
import { findPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { isAlive } from '../support/postgres.ts';
import {
  buildProgram,
  launch,
  type Launched,
  type Program,
  type ProgramOptions,
  serve,
} from '../support/program.ts';
import { staff } from '../support/staffed.ts';
import { visitor } from '../support/visitor.ts';
import { clusterOf } from './checks.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const program = await buildProgram();
const folders: string[] = [];
afterAll(async () => {
  await program.remove();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** An empty data directory of its own, of that user. */
async function fresh(uid: number | null = null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuding-start-'));
  folders.push(folder);
  if (uid !== null) await chown(folder, uid, uid);
  return folder;
}

/** Serves while `work` goes on, and stops however that ends. */
async function whileServing<T>(
  options: Omit<ProgramOptions, 'program'>,
  work: (running: Program) => Promise<T>,
): Promise<T> {
  const running = await serve({ program, ...options });
  try {
    return await work(running);
  } finally {
    await running.end('SIGINT');
  }
}

async function answers({ address }: Pick<Program, 'address'>): Promise<number> {
  return (await fetch(`${address}/healthz`)).status;
}

/** A start that must not succeed: its exit code and what it said. */
async function refused(options: Omit<ProgramOptions, 'program'>): Promise<[number | null, string]> {
  const launched: Launched = launch(['serve'], { program, ...options });
  return [await launched.ended, launched.said()];
}

describe('the program', () => {
  it('starts twice in a row, keeps what it has, and leaves nothing running', async () => {
    const dataDir = await fresh();
    const pids: number[] = [];
    for (const [time, signal] of [
      ['first', 'SIGINT'],
      ['second', 'SIGTERM'],
    ] as const) {
      const running = await serve({ program, dataDir });
      expect(running.said()).toContain(`铸鼎已启动：${running.address}/\n`);
      expect(await answers(running)).toBe(200);
      const front = await fetch(running.address, { redirect: 'manual' });
      expect(front.status).toBe(302);
      expect(front.headers.get('location') === '/desk').toBe(time === 'first');
      const { body } = await visitor(running.address).call('GET', '/api/setup');
      expect(body['empty']).toBe(time === 'first');
      if (time === 'first') await staff(running);
      const cluster = await clusterOf(dataDir);
      const postmaster = await findPostmaster(cluster);
      pids.push(postmaster?.pid ?? 0);
      expect(await running.end(signal)).toBe(0);
      expect(running.output().trimEnd().split('\n').at(-1)).toBe('已停止。');
      expect(await findPostmaster(cluster)).toBeNull();
      process.stdout.write(`${time} start: ${Math.round(running.startMs)} ms\n`);
    }
    expect(pids.every((pid) => pid > 0)).toBe(true);
    expect(await Promise.all(pids.map(isAlive))).toEqual([false, false]);
  });

  it('says which port is taken and how to name another, and leaves nothing running', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = other.address();
    const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
    const dataDir = await fresh();
    const [code, said] = await refused({ dataDir, port });
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`端口 ${port} 已被别的程序占用。用 PORT 指定别的端口`);
    // Whoever frees the port can start at once: nobody holds the data directory.
    await whileServing({ dataDir }, async (running) => expect(await answers(running)).toBe(200));
  });

  it('refuses a data directory that another program uses, which goes on', async () => {
    const dataDir = await fresh();
    await whileServing({ dataDir }, async (running) => {
      const [code, said] = await refused({ dataDir });
      expect(code).toBe(1);
      expect(said).toContain(
        `另一个铸鼎正在使用 ${dataDir}。先停掉它，或者用 ZHUDING_DATA 指定别的目录。`,
      );
      expect(await answers(running)).toBe(200);
    });
  });

  it('says which data directory it may not write to', async () => {
    const locked = await fresh();
    await chmod(locked, 0o555);
    const [code, said] = await refused({
      dataDir: join(locked, 'data'),
      ...(isRoot ? { user: NOBODY } : {}),
    });
    expect(code).toBe(1);
    expect(said).toContain(
      `没有启动：不能写入数据目录 ${join(locked, 'data')}。用 ZHUDING_DATA 指定当前用户能写的目录。`,
    );

    const file = join(await fresh(), 'file');
    await writeFile(file, '');
    const [again, complaint] = await refused({ dataDir: join(file, 'data') });
    expect(again).toBe(1);
    expect(complaint).toContain(`没有启动：${join(file, 'data')} 不能用作数据目录`);
  });

  it.each([
    ['PORT', 'http', 'PORT 应当是 0 到 65535 的整数，现在是 http。'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL 写成 postgresql://'],
  ])('refuses %s=%s', async (name, value, sentence) => {
    const [code, said] = await refused({ dataDir: await fresh(), env: { [name]: value } });
    expect(code).toBe(2);
    expect(said).toContain(sentence);
  });

  it('works on a PostgreSQL that is not its own, and leaves that running', async () => {
    const log = { info: () => {}, warn: () => {} };
    const postgres = await startPostgres({ dataDir: await fresh(), log });
    try {
      const dataDir = await fresh();
      const env = { DATABASE_URL: postgres.adminUrl };
      const running = await serve({ program, dataDir, env });
      const { bureau } = await staff(running);
      expect(bureau).toBe('350502');
      expect(await running.end('SIGINT')).toBe(0);
      expect(await postgres.healthy()).toBe(true);
      await expect(stat(join(dataDir, 'connection.json'))).rejects.toThrow('ENOENT');
      await whileServing({ dataDir, env }, async (second) => {
        const { body } = await visitor(second.address).call('GET', '/api/setup');
        expect(body['empty']).toBe(false);
      });
    } finally {
      await postgres.stop();
    }
  });

  it('says that a PostgreSQL does not answer, and where', async () => {
    const [code, said] = await refused({
      dataDir: await fresh(),
      env: { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' },
    });
    expect(code).toBe(1);
    expect(said).toContain('没有启动：连不上 DATABASE_URL 里的 PostgreSQL（127.0.0.1:1）。');
    expect(said).not.toContain('secret');
  });

  it.runIf(isRoot)('works for an ordinary user just so', async () => {
    const dataDir = await fresh(NOBODY);
    for (const signal of ['SIGINT', 'SIGINT'] as const) {
      const running = await serve({ program, dataDir, user: NOBODY });
      expect(await answers(running)).toBe(200);
      const postmaster = await findPostmaster(await clusterOf(dataDir));
      expect(await running.end(signal)).toBe(0);
      expect(await isAlive(postmaster?.pid ?? 0)).toBe(false);
    }
    expect((await stat(join(dataDir, 'secrets.json'))).uid).toBe(NOBODY);
  });
});
