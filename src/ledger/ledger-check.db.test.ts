import { randomUUID } from 'node:crypto';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import type { LedgerFinding } from './finding.ts';
import { TREES } from './grow.service.ts';
import { checkLedger } from './ledger-check.service.ts';
import { openLogStore } from './ledger.service.ts';
import { PREFIX, startSequencer, temporaryFolder, Writer } from './ledger.testkit.ts';
import { openLogKeys } from './log-keys.store.ts';
import { openSigner } from './signer.service.ts';
import { parseBundle } from './tile.ts';

const database = await freshDatabase();
const db = database.open();
const admin = await database.connect('admin');
// Whoever owns the database is stopped by no constraint.
await admin.query('alter table acts.act drop constraint act_said');
// As an intruder would who owns the server: no foreign key stands in the way.
await admin.query('set session_replication_role = replica');

let bureaus = 140_000;

/** A log of 601 entries in two streams, with checkpoints at 301 and 601. */
async function makeLog() {
  bureaus += 1;
  const bureau = String(bureaus);
  const dataDir = await temporaryFolder();
  const writers = [new Writer(db, bureau), new Writer(db, bureau)];
  const sequencer = startSequencer(db, dataDir);
  for (const from of [0, 150]) {
    for (let i = from; i < from + 150; i += 1) {
      for (const writer of writers) {
        await writer.record('test.noted', { note: '当场查封', amount: i });
      }
    }
    await sequencer.sequenceOnce(bureau);
  }
  const stream = writers[0]?.stream.id ?? '';
  return {
    bureau,
    dataDir,
    stream,
    sequencer,
    writer: writers[0] ?? new Writer(db, bureau),
    /** As superuser; $1 is the bureau, $2 the first stream. */
    tamper: (sql: string) =>
      admin.query(sql.replaceAll('$1', `'${bureau}'`).replaceAll('$2', `'${stream}'`)),
    path: (of: string) => join(dataDir, 'log', bureau, of),
    async flip(of: string, at: number) {
      const file = join(dataDir, 'log', bureau, of);
      const bytes = await readFile(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await chmod(file, 0o644);
      await writeFile(file, bytes);
    },
    async indexOf(seq: number): Promise<number> {
      const { rows } = await admin.query(
        'select idx from ledger.leaf where bureau_id = $1 and stream_id = $2 and seq = $3',
        [bureau, stream, seq],
      );
      return Number(rows[0]?.idx);
    },
    async check(ahead = 0): Promise<string[]> {
      const keys = openLogKeys(dataDir, PREFIX);
      const findings: LedgerFinding[] = await checkLedger(
        {
          db,
          keys,
          store: (of) => openLogStore(dataDir, of),
          signer: openSigner({ dataDir, keys }),
          now: () => new Date(Date.now() + ahead),
        },
        bureau,
      );
      return findings.map(({ code, where }) => `${code} ${where}`);
    },
  };
}

type Log = Awaited<ReturnType<typeof makeLog>>;

test('a log that is whole has no findings, nor one that waits a moment', async () => {
  const log = await makeLog();
  expect(await log.check()).toEqual([]);
  await log.writer.record();
  expect(await log.check()).toEqual([]);
});

describe('whoever owns the database changes a record, and the check names it', () => {
  test.each<[string, string, (log: Log) => string]>([
    [
      'the sealed event',
      `update acts.act set event = convert_to(replace(convert_from(event, 'UTF8'), 'test.noted', 'test.nothed'), 'UTF8')
        where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_EVENT act ${stream}/40 event`,
    ],
    [
      'the salt',
      `update acts.act set salt = sha256(salt) where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_EVENT act ${stream}/40 event`,
    ],
    [
      'the commitment',
      `update acts.act set commitment = sha256(commitment) || sha256(salt) where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_EVENT act ${stream}/40 commitment`,
    ],
    [
      'a value',
      `update acts.act set opened = convert_to(replace(convert_from(opened, 'UTF8'), '当场查封', '没有查封'), 'UTF8')
        where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 data.note`,
    ],
    [
      'all values',
      `update acts.act set opened = '' where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 opened`,
    ],
    [
      'its kind',
      `update acts.act set type = 'test.nothed' where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 type`,
    ],
    [
      'when it happened',
      `update acts.act set happened_at = happened_at - interval '1 day' where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 happened_at`,
    ],
    [
      'when it was recorded',
      `update acts.act set recorded_at = recorded_at - interval '1 ms' where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 recorded_at`,
    ],
    [
      'who recorded it',
      `update acts.act set recorded_by = '${randomUUID()}' where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 recorded_by`,
    ],
    [
      'what it follows',
      `update acts.act set prev_commitment = sha256(salt) || sha256(salt) where stream_id = $2 and seq = 40`,
      ({ stream }) => `E_FIELD act ${stream}/40 prev_commitment`,
    ],
  ])('[XZ-R-20a] %s', async (_, sql, finding) => {
    const log = await makeLog();
    expect((await log.tamper(sql)).rowCount).toBe(1);
    expect(await log.check()).toEqual([finding(log)]);
  });

  test('[QZ-18b] an act removed', async () => {
    const log = await makeLog();
    const index = await log.indexOf(40);
    await log.tamper('delete from acts.act where stream_id = $2 and seq = 40');
    const [first, ...rest] = await log.check();
    expect(first).toBe(`E_ROW_MISSING leaf ${index}`);
    // The next act of the stream now follows nothing.
    expect(rest).toEqual([`E_STREAM act ${log.stream}/41`]);
  });

  test('[QZ-18b] an act removed with its leaf', async () => {
    const log = await makeLog();
    const index = await log.indexOf(40);
    await log.tamper('delete from acts.act where stream_id = $2 and seq = 40');
    await log.tamper('delete from ledger.leaf where stream_id = $2 and seq = 40');
    expect((await log.check())[0]).toBe(`E_LEAF leaf ${index}`);
  });

  test('[QZ-18b] an act slipped in without the log', async () => {
    const log = await makeLog();
    const sealed = log.writer.seal('test.noted', {});
    await log.writer.write(sealed);
    await log.tamper('delete from ledger.queue where bureau_id = $1');
    expect(await log.check()).toEqual([]);
    expect(await log.check(61_000)).toEqual([`E_LAG act ${log.stream}/301`]);
  });

  test('[QZ-18b] an act sealed anew with other values, leaf and all', async () => {
    const log = await makeLog();
    const index = await log.indexOf(300);
    await log.tamper(`update acts.act set (event, salt, opened, commitment) = (
      select event, salt, opened, commitment from acts.act where stream_id = $2 and seq = 299
    ) where stream_id = $2 and seq = 300`);
    await log.tamper(`update ledger.leaf set (entry, leaf_hash, leaf_sm3) = (
      select entry, leaf_hash, leaf_sm3 from ledger.leaf where stream_id = $2 and seq = 299
    ) where stream_id = $2 and seq = 300`);
    const findings = await log.check();
    expect(findings[0]).toBe(`E_LEAF leaf ${index}`);
    expect(findings).toContain(`E_EVENT act ${log.stream}/300 commitment`);
  });
});

describe('the log in the database', () => {
  test.each([
    [
      'an entry',
      `update ledger.leaf set entry = set_byte(entry, 20, 255 - get_byte(entry, 20))`,
      '',
    ],
    ['a hash', `update ledger.leaf set leaf_hash = sha256(leaf_hash)`, ' leaf_hash'],
    ['a hash of the shadow', `update ledger.leaf set leaf_sm3 = sha256(leaf_sm3)`, ' leaf_sm3'],
  ])('%s changed', async (_, sql, column) => {
    const log = await makeLog();
    await log.tamper(`${sql} where bureau_id = $1 and idx = 280`);
    expect(await log.check()).toEqual([`E_LEAF leaf 280${column}`]);
  });

  test('two entries exchanged', async () => {
    const log = await makeLog();
    await log.tamper('update ledger.leaf set idx = 900 where bureau_id = $1 and idx = 20');
    await log.tamper('update ledger.leaf set idx = 20 where bureau_id = $1 and idx = 21');
    await log.tamper('update ledger.leaf set idx = 21 where bureau_id = $1 and idx = 900');
    expect((await log.check()).slice(0, 2)).toEqual(['E_LEAF leaf 20', 'E_LEAF leaf 21']);
  });

  test('its end cut off', async () => {
    const log = await makeLog();
    await log.tamper('delete from ledger.leaf where bureau_id = $1 and idx >= 599');
    expect((await log.check()).slice(0, 2)).toEqual(['E_LEAF leaf 599', 'E_LEAF leaf 600']);
  });

  test('a checkpoint that states another tree', async () => {
    const log = await makeLog();
    await log.tamper(
      'update ledger.checkpoint set root_sm3 = sha256(root) where bureau_id = $1 and size = 301',
    );
    expect(await log.check()).toEqual(['E_CONSISTENCY checkpoint 301']);
  });

  test('the newest checkpoint without its signature', async () => {
    const log = await makeLog();
    await log.tamper(
      'update ledger.checkpoint set note = note_sm3 where bureau_id = $1 and size = 601',
    );
    expect(await log.check()).toEqual(['E_CP_SIG checkpoint 601', 'E_CP_SIG checkpoint']);
  });
});

describe('the stored files', () => {
  test.each([
    ['tile/0/000', 10 * 32, 'E_TILE tile/0/000 hash 10'],
    ['tile/0/002.p/89', 88 * 32 + 31, 'E_TILE tile/0/002.p/89 hash 88'],
    ['tile/1/000.p/2', 0, 'E_TILE tile/1/000.p/2 hash 0'],
    ['sm3/tile/0/001', 255 * 32, 'E_TILE sm3/tile/0/001 hash 255'],
    ['sm3/tile/1/000.p/2', 32, 'E_TILE sm3/tile/1/000.p/2 hash 1'],
    ['tile/entries/001', 68 * 5 + 30, 'E_BUNDLE tile/entries/001 entry 5'],
    ['tile/entries/001', 0, 'E_BUNDLE tile/entries/001'],
    ['checkpoint', 5, 'E_CP_SIG checkpoint'],
    ['sm3/checkpoint', 100, 'E_CP_SIG sm3/checkpoint'],
  ])('one bit of %s, byte %i', async (path, at, finding) => {
    const log = await makeLog();
    await log.flip(path, at);
    expect(await log.check()).toEqual([finding]);
  });

  test.each([
    ['tile/0/001', 'E_TILE'],
    ['sm3/tile/1/000.p/2', 'E_TILE'],
    ['tile/entries/002.p/89', 'E_BUNDLE'],
    ['checkpoint', 'E_CP_SIG'],
  ])('%s gone', async (path, code) => {
    const log = await makeLog();
    await rm(log.path(path));
    expect(await log.check()).toEqual([`${code} ${path}`]);
  });

  test('an entry changed in bundle and tile alike: the signature says the database is right', async () => {
    const log = await makeLog();
    await log.flip('tile/entries/001', 68 * 5 + 30);
    const bundle = await readFile(log.path('tile/entries/001'));
    const entry = parseBundle(bundle, 256)[5] ?? new Uint8Array();
    const tile = await readFile(log.path('tile/0/001'));
    tile.set(TREES.sha256.hasher.leaf(entry), 5 * 32);
    await chmod(log.path('tile/0/001'), 0o644);
    await writeFile(log.path('tile/0/001'), tile);
    expect(await log.check()).toEqual([
      'E_BUNDLE tile/entries/001 entry 5',
      'E_TILE tile/0/001 hash 5',
    ]);
  });
});

test('the signer’s memory lost, or older than the newest checkpoint', async () => {
  const log = await makeLog();
  const guard = join(log.dataDir, 'signer', `${log.bureau}.guard`);
  const [first = ''] = (await readFile(guard, 'utf8')).split('\n');
  await writeFile(guard, `${first}\n`);
  await log.writer.record();
  expect(await log.check()).toEqual(['E_CONSISTENCY signer']);
  await rm(guard);
  expect(await log.check()).toEqual(['E_CONSISTENCY signer']);
});

test('a log that nobody carries forward', async () => {
  const log = await makeLog();
  await log.writer.record();
  await log.sequencer.stop();
  const crashing = startSequencer(db, log.dataDir, {
    failpoints(point) {
      if (point === 'F4') throw new Error('crash');
    },
  });
  await expect(crashing.sequenceOnce(log.bureau)).rejects.toThrow();
  expect(await log.check()).toEqual([]);
  expect(await log.check(61_000)).toEqual(['E_LAG leaf 601']);
});
