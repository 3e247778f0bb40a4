/** Embedded databases in processes of their own, and looking at processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, type QueryResultRow } from 'pg';

const SCRIPT = fileURLToPath(new URL('./postgres-process.ts', import.meta.url));

export interface Announcement {
  readonly origin: string;
  readonly pid: number;
  readonly adminUrl: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly announcement: Announcement;
  /** Lines printed since. */
  readonly lines: string[];
}

/** The supervisor in a process of its own, up and running. */
export async function startProcess(dir: string, mode = '', user = ''): Promise<Started> {
  const command = [process.execPath, '--import', 'tsx', SCRIPT, dir, mode];
  const prefix = user === '' ? [] : ['setpriv', `--reuid=${user}`, '--clear-groups'];
  const [program = '', ...args] = [...prefix, ...command];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8');
  });
  await Promise.race([once(reader, 'line'), once(child, 'close')]);
  const first = lines.shift();
  if (first === undefined) throw new Error(complaint);
  // Our own script printed it.
  return { child, announcement: JSON.parse(first) as Announcement, lines };
}

export async function query<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A dead process nobody has taken note of yet still has an entry, in state Z. */
export async function isAlive(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^State:\s+[^ZX]/m.test(status);
}

/** Whether the process ends within ten seconds: a server that said goodbye may take a moment to go. */
export async function ends(pid: number): Promise<boolean> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20))
    if (!(await isAlive(pid))) return true;
  return false;
}

export async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (await isAlive(pid)) await sleep(5);
}
