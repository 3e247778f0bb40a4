/** What was answered stays: the program and its database killed at random while cases are played. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/platform/postgres/ports.ts';
import { buildProgram, launch, type ProgramOptions, serve } from '../support/program.ts';
import { staff } from '../support/staffed.ts';
import { actsIn, adminOf, clusterOf, unsealed } from './checks.ts';
import { victims } from './killer.ts';
import { collect, play, sayAgain, type Work } from './player.ts';
import { seeded } from './seeded.ts';

const KILLS = 50;
const PLAYERS = 4;
const SEED = Number(process.env['ZHUDING_FAULTS_SEED'] ?? Date.now() % 2 ** 31);

const dataDir = await mkdtemp(join(tmpdir(), 'zhuding-faults-'));
const program = await buildProgram();
const options: ProgramOptions = { program, dataDir, port: await freePort() };
const first = await serve(options);
const bureau = await staff(first);
const killed = victims(first, options, await clusterOf(dataDir));
const work: Work = {
  tally: { answered: 0, unanswered: 0 },
  answered: [],
  matters: 0,
  cases: 0,
  files: 0,
  resumed: 0,
  carriedOut: 0,
};
afterAll(async () => {
  await killed.program.end('SIGINT');
  await program.remove();
  await rm(dataDir, { recursive: true, force: true });
});

describe(`a bureau whose server is killed ${KILLS} times (ZHUDING_FAULTS_SEED=${SEED})`, () => {
  it('plays its cases to the end', { timeout: 900_000 }, async () => {
    const random = seeded(SEED);
    const over = new AbortController();
    const isOver = (): boolean => over.signal.aborted;
    const playing = Promise.all([
      collect(bureau, work, isOver),
      ...Array.from({ length: PLAYERS }, () => play(bureau, work, random.branch(), isOver)),
    ]);
    // Nobody is left to be disturbed when a player has given up.
    playing.catch(() => over.abort());
    for (let kill = 0; kill < KILLS && !isOver(); kill += 1)
      await killed.killOnce(random, () => work.answered.length);
    over.abort();
    await playing;
    const { starts, kills } = killed;
    const median = starts.toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0;
    process.stdout.write(
      `${work.cases} cases, ${work.answered.length} commands answered, ${work.tally.unanswered} requests unanswered, ` +
        `${work.carriedOut} carried out without an answer, ${work.resumed} uploads resumed, ` +
        `median start ${Math.round(median)} ms, kills ${JSON.stringify(kills)}\n`,
    );
    expect(Math.min(...Object.values(kills))).toBeGreaterThan(0);
    expect(work.cases).toBeGreaterThan(0);
    expect(work.tally.unanswered).toBeGreaterThan(0);
    expect(work.resumed).toBeGreaterThan(0);
  });

  it('answers every command again as it did, and does nothing', async () => {
    for (const answer of work.answered) await sayAgain(bureau, work, answer);
  });

  it('has every answered act exactly once, and no other', async () => {
    const client = await adminOf(dataDir);
    const stored = await actsIn(client);
    await client.end();
    const beginnings = stored.filter((act) => act.type === 'matter.begun');
    expect(beginnings).toHaveLength(work.matters);
    const line = (...parts: readonly (string | number)[]): string => parts.join(' ');
    const found = stored
      .filter((act) => act.type !== 'matter.begun')
      .map((act) => line(act.act_id, act.stream_id, act.seq, act.type));
    const wanted = work.answered.map(({ key, matter, seq, act }) => line(key, matter, seq, act));
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it('has everything in the log, under a checkpoint, and before the public with a proof', async () => {
    const client = await adminOf(dataDir);
    const none = { 'without leaf': 0, waiting: 0, 'beyond checkpoint': 0, 'without proof': 0 };
    await expect.poll(() => unsealed(client), { timeout: 20_000 }).toEqual(none);
    await client.end();
  });

  it('stops when asked to, and the doctor finds nothing, every file read again', async () => {
    expect(await killed.program.end('SIGINT')).toBe(0);
    const doctor = launch(['doctor', '--json', '--deep'], options);
    const code = await doctor.ended;
    const report: unknown = JSON.parse(doctor.output());
    expect(report).toMatchObject({ clean: true, findings: [] });
    expect(code).toBe(0);
    const files = Number(Reflect.get(Object(report), 'files'));
    expect(files).toBeGreaterThanOrEqual(work.files);
  });
});
