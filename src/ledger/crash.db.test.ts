import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { contextKey } from '../platform/db/secrets.ts';
import type { Failpoint } from './failpoint.ts';
import { checkLedger } from './ledger-check.service.ts';
import { openLogStore } from './ledger.service.ts';
import {
  expectRemembered,
  expectWhole,
  PREFIX,
  readLog,
  recordActs,
  startSequencer,
  temporaryFolder,
} from './ledger.testkit.ts';
import { openLogKeys } from './log-keys.store.ts';
import type { ProcessSettings } from './sequencer-process.testkit.ts';
import { openSigner } from './signer.service.ts';

const database = await freshDatabase();
const db = database.open();
const admin = await database.connect('admin');

const POINTS: readonly Failpoint[] = ['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10'];

let bureaus = 120_000;
function newBureau(): string {
  bureaus += 1;
  return String(bureaus);
}

class Crash extends Error {}

/** A program that crashes the nth time it passes the point; whether it did. */
async function crashAt(
  dataDir: string,
  bureau: string,
  point: Failpoint,
  nth = 1,
): Promise<boolean> {
  let left = nth;
  const sequencer = startSequencer(db, dataDir, {
    failpoints(passed) {
      if (passed !== point) return;
      left -= 1;
      if (left === 0) throw new Crash();
    },
  });
  try {
    await sequencer.sequenceOnce(bureau);
    return false;
  } catch (error) {
    expect(error).toHaveProperty('cause', expect.any(Crash));
    return true;
  }
}

/** What a start of the program after the crash makes of it. */
async function expectRecovered(dataDir: string, bureau: string, acts: number): Promise<void> {
  const sequencer = startSequencer(db, dataDir);
  await sequencer.sequenceOnce(bureau);
  expect(await sequencer.state(bureau)).toEqual({ size: acts + 1, unsequenced: 0, lag: 0 });
  const keys = openLogKeys(dataDir, PREFIX);
  const store = openLogStore(dataDir, bureau);
  const entries = await readLog(store, (await keys.find(bureau))?.vkeys ?? []);
  await expectWhole(admin, bureau, entries);
  await expectRemembered(dataDir, bureau, entries);
  const signer = openSigner({ dataDir, keys });
  expect(
    await checkLedger({ db, store: () => store, keys, signer, now: () => new Date() }, bureau),
  ).toEqual([]);
}

async function count(table: 'leaf' | 'queue' | 'checkpoint', bureau: string): Promise<number> {
  const { rows } = await admin.query<{ count: string }>(
    `select count(*) as count from ledger.${table} where bureau_id = $1`,
    [bureau],
  );
  return Number(rows[0]?.count);
}

describe('a crash leaves what the design says, and the next start mends it', () => {
  test.each(POINTS)('the very first checkpoint, %s', async (point) => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 5);
    expect(await crashAt(dataDir, bureau, point)).toBe(true);
    await expectRecovered(dataDir, bureau, 5);
  });

  test.each(POINTS)('a later one, %s, with and without acts that follow', async (point) => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 254);
    await expectRecovered(dataDir, bureau, 254);
    await recordActs(db, bureau, 5);
    expect(await crashAt(dataDir, bureau, point)).toBe(true);
    await expectRecovered(dataDir, bureau, 259);
    await recordActs(db, bureau, 3);
    expect(await crashAt(dataDir, bureau, point)).toBe(true);
    await recordActs(db, bureau, 4);
    await expectRecovered(dataDir, bureau, 266);
  });

  test('at each stored object of a checkpoint', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 250);
    await expectRecovered(dataDir, bureau, 250);
    await recordActs(db, bureau, 20);
    let objects = 0;
    while (await crashAt(dataDir, bureau, 'F5', objects + 1)) objects += 1;
    // Two tiles of level 0 and one of level 1 in each tree, two bundles.
    expect(objects).toBe(8);
    await expectRecovered(dataDir, bureau, 270);
  });

  test('crash after crash, a point further each time: what is there after each', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 5);
    const keys = openLogKeys(dataDir, PREFIX);
    const signer = openSigner({ dataDir, keys });
    const store = openLogStore(dataDir, bureau);
    const found = [];
    for (const point of POINTS.slice(0, -1)) {
      expect(await crashAt(dataDir, bureau, point)).toBe(true);
      // Objects are stored side by side; those under way when the crash comes still arrive.
      if (point === 'F5') await vi.waitUntil(() => store.read('tile/0/000.p/6'));
      found.push([
        point,
        await count('queue', bureau),
        await count('leaf', bureau),
        (await store.read('tile/0/000.p/6')) !== null,
        (await signer.last(bureau, null))?.size ?? null,
        await count('checkpoint', bureau),
        (await store.read('checkpoint')) !== null,
      ]);
    }
    // Queue, leaves, tiles, signer's memory, checkpoint row, published.
    expect(found).toEqual([
      ['F3', 5, 0, false, null, 0, false],
      ['F4', 0, 6, false, null, 0, false],
      ['F5', 0, 6, true, null, 0, false],
      ['F6', 0, 6, true, null, 0, false],
      ['F7', 0, 6, true, 6, 0, false],
      ['F8', 0, 6, true, 6, 0, false],
      ['F9', 0, 6, true, 6, 1, false],
    ]);
    await expectRecovered(dataDir, bureau, 5);
  });
});

describe('a killed process', () => {
  function start(dataDir: string, bureau: string, point: Failpoint | null, nth = 1) {
    const settings: ProcessSettings = {
      urls: database.urls,
      contextKey: contextKey(database.secrets).toString('hex'),
      dataDir,
      prefix: PREFIX,
      bureau,
      point,
      nth,
    };
    const file = fileURLToPath(new URL('./sequencer-process.testkit.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return { child, ended: once(child, 'exit').then(([, signal]: unknown[]) => signal) };
  }

  test.each([
    ['F3', 1],
    ['F5', 3],
    ['F7', 1],
    ['F9', 1],
  ] as const)('at %s, time %i', async (point, nth) => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await recordActs(db, bureau, 40);
    expect(await start(dataDir, bureau, point, nth).ended).toBe('SIGKILL');
    await expectRecovered(dataDir, bureau, 40);
  });

  test('at any moment, again and again, while acts are recorded', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const ending = new AbortController();
    const written = Promise.all(
      [1, 2].map(async () => {
        let acts = 0;
        while (!ending.signal.aborted) {
          await recordActs(db, bureau, 10);
          acts += 10;
          // Not faster than a busy machine can seal: what it was killed at it begins anew.
          await sleep(20);
        }
        return acts;
      }),
    );
    let signed = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      const { child, ended } = start(dataDir, bureau, null);
      const before = await count('checkpoint', bureau);
      while ((await count('checkpoint', bureau)) === before) await sleep(5);
      await sleep(Math.random() * 40);
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      signed = await count('checkpoint', bureau);
    }
    ending.abort();
    const acts = (await written).reduce((sum, one) => sum + one, 0);
    expect(signed).toBeGreaterThanOrEqual(5);
    await expectRecovered(dataDir, bureau, acts);
  });
});
