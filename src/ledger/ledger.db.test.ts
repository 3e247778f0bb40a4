import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { parseEntry } from './entry.ts';
import { checkLedger } from './ledger-check.service.ts';
import { openLogStore, type Sequencer } from './ledger.service.ts';
import {
  expectWhole,
  PREFIX,
  readLog,
  recordActs,
  startSequencer,
  temporaryFolder,
  Writer,
} from './ledger.testkit.ts';
import { openLogKeys } from './log-keys.store.ts';
import type { LogStore } from './log.store.ts';
import { openSigner } from './signer.service.ts';

const database = await freshDatabase();
const db = database.open();
const admin = await database.connect('admin');

/** Each test has bureaus of its own, so that none sees the log of another. */
let bureaus = 110_000;
function newBureau(): string {
  bureaus += 1;
  return String(bureaus);
}

async function entriesOf(dataDir: string, bureau: string): Promise<Uint8Array[]> {
  const keys = await openLogKeys(dataDir, PREFIX).find(bureau);
  return readLog(openLogStore(dataDir, bureau), keys?.vkeys ?? []);
}

function check(dataDir: string, bureau: string) {
  const keys = openLogKeys(dataDir, PREFIX);
  const signer = openSigner({ dataDir, keys });
  const store = (of: string) => openLogStore(dataDir, of);
  return checkLedger({ db, store, keys, signer, now: () => new Date() }, bureau);
}

/** Puts acts of one-act streams into the queue by SQL: many, quickly. */
async function enqueueMany(bureau: string, count: number): Promise<void> {
  await admin.query('begin');
  await admin.query(
    `insert into acts.act (bureau_id, stream_id, seq, act_id, stream_kind, type, happened_at, recorded_at,
        recorded_by, commitment, event, salt, opened, request_hash, said)
      select $1, gen_random_uuid(), 1, gen_random_uuid(), 'matter', 'test.noted', now(), now(), gen_random_uuid(),
        sha256(n::text::bytea) || sha256($2 || n::text::bytea), '', $2, '', $2, '{}'
      from generate_series(1, $3::int) as n`,
    [bureau, randomBytes(32), count],
  );
  await admin.query(
    `insert into ledger.queue (bureau_id, stream_id, seq)
      select bureau_id, stream_id, seq from acts.act a where bureau_id = $1
        and not exists (select from ledger.leaf l where l.bureau_id = $1 and l.stream_id = a.stream_id)`,
    [bureau],
  );
  await admin.query('commit');
}

describe('sequencing', () => {
  test('a log begins with its genesis, and every act follows', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sequencer = startSequencer(db, dataDir, { now: () => new Date('2026-11-20T01:02:03Z') });
    await sequencer.sequenceOnce(bureau);
    expect(await sequencer.keys.find(bureau)).not.toBeNull();
    expect(await sequencer.state(bureau)).toEqual({ size: 0, unsequenced: 0, lag: 0 });
    await recordActs(db, bureau, 300);
    expect(await sequencer.state(bureau)).toMatchObject({ size: 0, unsequenced: 300 });
    await sequencer.sequenceOnce(bureau);
    expect(await sequencer.state(bureau)).toEqual({ size: 301, unsequenced: 0, lag: 0 });
    const entries = await entriesOf(dataDir, bureau);
    expect(parseEntry(entries[0] ?? new Uint8Array())).toEqual({
      kind: 'statement',
      statement: {
        v: 1,
        type: 'log.genesis',
        at: '2026-11-20T01:02:03.000Z',
        origin: `${PREFIX}/${bureau}`,
        hash: ['sha256', 'sm3'],
        keys: (await sequencer.keys.find(bureau))?.vkeys,
      },
    });
    await expectWhole(admin, bureau, entries);
  });

  test('eight writers in three bureaus, a running sequencer: every act once, in order', {
    timeout: 120_000,
  }, async () => {
    const dataDir = await temporaryFolder();
    const three = [newBureau(), newBureau(), newBureau()];
    const errors: unknown[] = [];
    const sequencer = startSequencer(db, dataDir, {
      bureaus: () => Promise.resolve(three),
      intervalMs: 100,
      report: (_, error) => errors.push(error),
    });
    sequencer.run();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (const bureau of three) {
          for (let stream = 0; stream < 5; stream += 1) {
            const writer = new Writer(db, bureau);
            for (let act = 0; act < 40; act += 1) {
              await writer.record();
              sequencer.kick(bureau);
            }
          }
        }
      }),
    );
    await settled(sequencer, three);
    await sequencer.stop();
    expect(errors).toEqual([]);
    for (const bureau of three) {
      expect(await sequencer.state(bureau)).toEqual({ size: 1601, unsequenced: 0, lag: 0 });
      await expectWhole(admin, bureau, await entriesOf(dataDir, bureau));
      expect(await check(dataDir, bureau)).toEqual([]);
    }
  });

  test('two sequencers at once: one log, no act twice', { timeout: 120_000 }, async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const ended = new AbortController();
    const write = Promise.all(Array.from({ length: 8 }, () => recordActs(db, bureau, 150))).finally(
      () => ended.abort(),
    );
    const two = [startSequencer(db, dataDir), startSequencer(db, dataDir)];
    await Promise.all(
      two.map(async (sequencer) => {
        while (!ended.signal.aborted) await sequencer.sequenceOnce(bureau);
      }),
    );
    await write;
    for (const sequencer of two) while (!(await sequencer.sequenceOnce(bureau)));
    // Beside the acts the log has its genesis, and an anchor where the second found leaves without one.
    const entries = await entriesOf(dataDir, bureau);
    const acts = entries.filter((bytes) => parseEntry(bytes).kind === 'event');
    expect(acts).toHaveLength(1200);
    expect(await two[1]?.state(bureau)).toEqual({ size: entries.length, unsequenced: 0, lag: 0 });
    await expectWhole(admin, bureau, entries);
    expect(await check(dataDir, bureau)).toEqual([]);
  });

  test('leaves that another sequencer left without a checkpoint get one', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sequencer = startSequencer(db, dataDir);
    await recordActs(db, bureau, 3);
    await sequencer.sequenceOnce(bureau);
    await recordActs(db, bureau, 3);
    const crashing = startSequencer(db, dataDir, {
      failpoints(point) {
        if (point === 'F4') throw new Error('crash');
      },
    });
    await expect(crashing.sequenceOnce(bureau)).rejects.toThrow();
    expect(await sequencer.state(bureau)).toMatchObject({ size: 4, unsequenced: 0 });
    expect(await sequencer.sequenceOnce(bureau)).toBe(true);
    expect(await sequencer.state(bureau)).toEqual({ size: 7, unsequenced: 0, lag: 0 });
  });

  test('the order of a stream holds whatever the clocks said, across batches', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await enqueueMany(bureau, 4090);
    await Promise.all([recordActs(db, bureau, 30), recordActs(db, bureau, 30)]);
    // The last acts seem the oldest, the first ones lie beyond the first batch.
    await admin.query(
      `update ledger.queue q set enqueued_at = timestamptz '2020-01-01' + interval '1 day' * (100 - q.seq)
        where bureau_id = $1 and exists (select from acts.act a
          where a.bureau_id = $1 and a.stream_id = q.stream_id and a.seq = 2)`,
      [bureau],
    );
    await admin.query(
      `update ledger.queue set enqueued_at = now() + interval '1 hour'
        where bureau_id = $1 and seq between 1 and 12 and exists (select from acts.act a
          where a.bureau_id = $1 and a.stream_id = queue.stream_id and a.seq = 2)`,
      [bureau],
    );
    await startSequencer(db, dataDir).sequenceOnce(bureau);
    await expectWhole(admin, bureau, await entriesOf(dataDir, bureau));
  });

  test('acts that somebody wrote past the queue are found by a later act, and by a sweep', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sequencer = startSequencer(db, dataDir);
    const followed = await recordActs(db, bureau, 3);
    const alone = await recordActs(db, bureau, 2);
    await admin.query('delete from ledger.queue where bureau_id = $1', [bureau]);
    await sequencer.sequenceOnce(bureau);
    expect((await sequencer.state(bureau)).size).toBe(0);
    await followed.record();
    await sequencer.sequenceOnce(bureau);
    expect((await sequencer.state(bureau)).size).toBe(5);
    await sequencer.sequenceOnce(bureau, true);
    expect((await sequencer.state(bureau)).size).toBe(7);
    await alone.record();
    await sequencer.sequenceOnce(bureau, true);
    await expectWhole(admin, bureau, await entriesOf(dataDir, bureau));
  });
});

async function settled(sequencer: Sequencer, of: readonly string[]): Promise<void> {
  for (const bureau of of) {
    for (;;) {
      const { unsequenced, lag } = await sequencer.state(bureau);
      if (unsequenced === 0 && lag === 0) break;
      await sleep(20);
    }
  }
}

describe('anchors', () => {
  function anchorsOf(entries: readonly Uint8Array[]) {
    return entries.flatMap((bytes, index) => {
      const entry = parseEntry(bytes);
      return entry.kind === 'statement' && entry.statement.type === 'log.anchor'
        ? [{ index, size: entry.statement.size, at: entry.statement.at }]
        : [];
    });
  }

  test('once a day, with or without acts', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    let time = Date.parse('2026-11-20T00:00:00Z');
    const sequencer = startSequencer(db, dataDir, { now: () => new Date(time) });
    await recordActs(db, bureau, 3);
    for (let hour = 0; hour <= 72; hour += 6) {
      if (hour < 30) await recordActs(db, bureau, 1);
      await sequencer.sequenceOnce(bureau);
      time += 6 * 3_600_000;
    }
    const entries = await entriesOf(dataDir, bureau);
    expect(anchorsOf(entries)).toEqual([
      { index: 8, size: 8, at: '2026-11-21T00:00:00.000Z' },
      { index: 10, size: 10, at: '2026-11-22T00:00:00.000Z' },
      { index: 11, size: 11, at: '2026-11-23T00:00:00.000Z' },
    ]);
    await expectWhole(admin, bureau, entries);
    expect(await check(dataDir, bureau)).toEqual([]);
  });

  test('within every 65 536 entries', { timeout: 180_000 }, async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    await enqueueMany(bureau, 1);
    await startSequencer(db, dataDir).sequenceOnce(bureau);
    await enqueueMany(bureau, 70_000);
    // So many at once would else be read by plans for an empty log until PostgreSQL has counted them by itself.
    await admin.query('analyze acts.act, ledger.queue, ledger.leaf');
    await startSequencer(db, dataDir).sequenceOnce(bureau);
    const entries = await entriesOf(dataDir, bureau);
    expect(entries).toHaveLength(70_003);
    expect(anchorsOf(entries)).toMatchObject([{ index: 61_442, size: 61_442 }]);
  });
});

describe('running', () => {
  test('a kick is answered at once, acts nobody spoke of a little later', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sequencer = startSequencer(db, dataDir, {
      bureaus: () => Promise.resolve([bureau]),
      intervalMs: 100,
      idleMs: 300,
    });
    sequencer.run();
    await recordActs(db, bureau, 2);
    sequencer.kick(bureau);
    await settled(sequencer, [bureau]);
    expect((await sequencer.state(bureau)).size).toBe(3);
    await recordActs(db, bureau, 2);
    await settled(sequencer, [bureau]);
    expect((await sequencer.state(bureau)).size).toBe(5);
    await sequencer.stop();
    await recordActs(db, bureau, 1);
    sequencer.kick(bureau);
    await sleep(500);
    expect(await sequencer.state(bureau)).toMatchObject({ size: 5, unsequenced: 1 });
  });

  test('a log that stops says why, and acts go on being recorded', async () => {
    const dataDir = await temporaryFolder();
    const [broken, sound] = [newBureau(), newBureau()];
    const first = startSequencer(db, dataDir);
    for (const bureau of [broken, sound]) {
      await recordActs(db, bureau, 3);
      await first.sequenceOnce(bureau);
    }
    await rm(join(dataDir, 'signer', `${broken}.guard`));
    const reported: string[] = [];
    const sequencer = startSequencer(db, dataDir, {
      bureaus: () => Promise.resolve([broken, sound]),
      intervalMs: 50,
      idleMs: 50,
      report: (bureau) => reported.push(bureau),
    });
    sequencer.run();
    await Promise.all([recordActs(db, broken, 10), recordActs(db, sound, 10)]);
    await settled(sequencer, [sound]);
    await sequencer.stop();
    expect(reported).toEqual([broken]);
    const state = await sequencer.state(broken);
    expect(state).toMatchObject({ size: 4, unsequenced: 10, stopped: { code: 'guard/missing' } });
    expect(state.lag).toBeGreaterThan(0);
    expect(state.stopped?.message).toContain('签名记忆');
    expect(await sequencer.state(sound)).toEqual({ size: 14, unsequenced: 0, lag: 0 });
  });

  test('a full disk and a lost connection pass by; the log goes on', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const store = openLogStore(dataDir, bureau);
    let full = true;
    const small: LogStore = {
      ...store,
      async write(objects) {
        if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        await store.write(objects);
      },
    };
    const sequencer = startSequencer(db, dataDir, { store: () => small });
    await recordActs(db, bureau, 3);
    await expect(sequencer.sequenceOnce(bureau)).rejects.toThrow('no space');
    expect(await sequencer.state(bureau)).not.toHaveProperty('stopped');
    full = false;
    await sequencer.sequenceOnce(bureau);
    await recordActs(db, bureau, 3);
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'zhuding_sequencer'`,
    );
    // Each of the connections that were cut may be met once.
    await vi.waitFor(async () => {
      await sequencer.sequenceOnce(bureau);
      expect(await sequencer.state(bureau)).toEqual({ size: 7, unsequenced: 0, lag: 0 });
    });
  });

  test('an error nobody foresaw stops the log', async () => {
    const dataDir = await temporaryFolder();
    const bureau = newBureau();
    const sequencer = startSequencer(db, dataDir, {
      failpoints() {
        throw new TypeError('a bug');
      },
    });
    await recordActs(db, bureau, 1);
    await expect(sequencer.sequenceOnce(bureau)).rejects.toMatchObject({ code: 'log/unexpected' });
    expect((await sequencer.state(bureau)).stopped?.code).toBe('log/unexpected');
  });
});
