/**
 * Acts recorded a second, by the program as it is installed: its own process and PostgreSQL, signed-in officers on 16
 * connections, every rule, certificate and constraint checked, and the sequencer at work beside it. The floor is the bare
 * driver writing the same rows into like tables on the same server, each act in a transaction of its own.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { PARTY, sample } from '../test/support/food-case.ts';
import { buildProgram, serve } from '../test/support/program.ts';
import { done, staff, type Staffed } from '../test/support/staffed.ts';
import type { Load, Measured } from './act-commit.client.ts';
import type { FloorLoad } from './act-commit.floor.ts';
import { alone, beside, type Figure } from './figure.ts';

const CONNECTIONS = 16;
/** In how many matters: a case has some thirty acts, and must not grow far beyond that. */
const MATTERS = 256;
const ACTS = 2048;
const ROUNDS = 5;
const PACK = 'licheng';

/** The best round of each counts, being the least disturbed; the latencies are those of that round. */
export async function bench(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-bench-'));
  const built = await buildProgram();
  const program = await serve({ program: built, dataDir, nodeArguments: profiling() });
  try {
    const bureau = await staff(program, PACK);
    const matters = await beginMatters(bureau);
    const load: Load = {
      address: program.address,
      cookies: { officer: bureau.as.officer1.cookie(), unitHead: bureau.as.unithead.cookie() },
      connections: CONNECTIONS,
      acts: ACTS,
      matters,
      officers: officers(bureau),
    };
    const like: Omit<FloorLoad, 'since'> = {
      adminUrl: await adminUrl(dataDir),
      dataDir,
      bureau: bureau.bureau,
      pack: PACK,
      connections: CONNECTIONS,
      matters,
    };
    await run('act-commit.client.ts', load);
    const rounds: { readonly program: Measured; readonly floor: Measured }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const since = new Date().toISOString();
      rounds.push({
        program: await run('act-commit.client.ts', load),
        floor: await run('act-commit.floor.ts', { ...like, since }),
      });
    }
    const best = (all: readonly Measured[]): Measured =>
      all.reduce((least, one) => (one.seconds < least.seconds ? one : least));
    const measured = best(rounds.map((round) => round.program));
    const bare = best(rounds.map((round) => round.floor));
    return [
      beside('act-commit', ACTS / measured.seconds, '1/s', ACTS / bare.seconds),
      alone('act-commit-p50', percentile(measured, 0.5), 'ms'),
      alone('act-commit-p99', percentile(measured, 0.99), 'ms'),
    ];
  } finally {
    await program.end('SIGINT');
    await built.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** With ZHUDING_BENCH_PROFILE the program writes a CPU profile into that folder. */
function profiling(): string[] {
  const folder = process.env['ZHUDING_BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

function officers({ ids }: Staffed): string[] {
  return ['officer1', 'officer2'].map((login) => idOf(ids, login));
}

function idOf(ids: Staffed['ids'], login: string): string {
  const id = ids[login];
  if (id === undefined) throw new Error(`nobody is ${login}`);
  return id;
}

/** Cases that have just been opened. */
async function beginMatters(bureau: Staffed): Promise<string[]> {
  const { as } = bureau;
  const matters = Array.from({ length: MATTERS }, () => uuidv7());
  const at = new Date(Date.now() + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
  for (const matter of matters) {
    await done(as.officer1, 'POST', '/api/matters', {
      id: uuidv7(),
      matter,
      procedure: 'penalty.ordinary',
      subject: '经营超过保质期的食品',
      flags: [],
      party: PARTY,
      handlers: officers(bureau),
      first: {
        act: 'source.registered',
        id: uuidv7(),
        at,
        documents: { 'case-source': sample('case-source') },
      },
    });
    await done(as.head, 'POST', `/api/matters/${matter}/acts/case.opened`, {
      id: uuidv7(),
      at,
      documents: { 'case-opening': sample('case-opening') },
    });
  }
  return matters;
}

/** The superuser's connection to the embedded database, from what the program remembers of it. */
async function adminUrl(dataDir: string): Promise<string> {
  const text = await readFile(join(dataDir, 'connection.json'), 'utf8');
  // The program wrote it.
  const { port, password } = JSON.parse(text) as { port: number; password: string };
  return `postgres://zhuding_admin:${encodeURIComponent(password)}@127.0.0.1:${port}/zhuding`;
}

async function run(part: string, task: object): Promise<Measured> {
  const child: ChildProcess = fork(fileURLToPath(new URL(part, import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
  });
  child.send(task);
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`${part} ended with ${String(code)}`);
  });
  // The parts send nothing else.
  const [measured] = (await Promise.race([once(child, 'message'), ended])) as [Measured];
  ended.catch(() => undefined);
  return measured;
}

function percentile({ milliseconds }: Measured, share: number): number {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
