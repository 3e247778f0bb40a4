/** Kills the program, its database, or both, at moments nobody has chosen, and starts the program again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { launch, type Program, type ProgramOptions, serve } from '../support/program.ts';
import type { Random } from './seeded.ts';

export type Victim = 'program' | 'database' | 'both' | 'starting';

/** A program that is killed from time to time. */
export interface Victims {
  /** The program as it runs now. */
  readonly program: Program;
  /** Milliseconds each start took that ended a kill. */
  readonly starts: readonly number[];
  readonly kills: Readonly<Record<Victim, number>>;
  /** Waits a random while, kills, and has the program answer again. Mostly something is answered before: `answered` counts. */
  killOnce(random: Random, answered: () => number): Promise<void>;
}

/** Ten kills in a row have these victims, in any order. */
const BAG: readonly Victim[] = [
  ...Array<Victim>(4).fill('program'),
  ...Array<Victim>(3).fill('database'),
  ...Array<Victim>(2).fill('both'),
  'starting',
];

/** `clusterDir` is the folder of the embedded PostgreSQL. */
export function victims(first: Program, options: ProgramOptions, clusterDir: string): Victims {
  let program = first;
  const starts: number[] = [];
  const kills: Record<Victim, number> = { program: 0, database: 0, both: 0, starting: 0 };
  let bag: Victim[] = [];

  function chooseVictim(random: Random): Victim {
    if (bag.length === 0) bag = [...BAG];
    return bag.splice(random.between(0, bag.length - 1), 1)[0] ?? 'program';
  }

  async function restart(): Promise<void> {
    program = await serve(options);
    starts.push(program.startMs);
  }

  async function killDatabase(): Promise<void> {
    const postmaster = await findPostmaster(clusterDir);
    if (postmaster) process.kill(postmaster.pid, 'SIGKILL');
  }

  return {
    get program() {
      return program;
    },
    starts,
    kills,
    async killOnce(random, answered) {
      const victim = chooseVictim(random);
      if (!random.chance(0.2)) await progress(answered, random.between(1, 8));
      await sleep(random.between(0, 1500));
      kills[victim] += 1;
      if (victim === 'database') {
        await killDatabase();
        await answering(program);
        return;
      }
      // The order in which the two die is chance, too.
      const early = victim === 'both' ? killDatabase() : null;
      await program.end('SIGKILL');
      await early;
      if (victim === 'starting') {
        const starting = launch(['serve'], options);
        await sleep(random.between(0, 1500));
        starting.child.kill('SIGKILL');
        await starting.ended;
      }
      await restart();
    },
  };
}

/** Until so many more commands are answered: without that, a slow machine would never come to carrying one out. */
async function progress(answered: () => number, more: number): Promise<void> {
  const wanted = answered() + more;
  const deadline = performance.now() + PROGRESS_MS;
  while (answered() < wanted && performance.now() < deadline) await sleep(10);
}

const PROGRESS_MS = 20_000;
const PATIENCE_MS = 60_000;

/** Until the program has its database back. */
async function answering({ address }: Program): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    if (performance.now() > deadline) throw new Error('the program does not find its database');
    await sleep(20);
  }
}
