import { randomBytes } from 'node:crypto';
import { chmod, cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { formatEntry } from './entry.ts';
import { TREES } from './grow.service.ts';
import { checkLedger } from './ledger-check.service.ts';
import { openLogStore, type Sequencer } from './ledger.service.ts';
import {
  expectWhole,
  PREFIX,
  readLog,
  recordActs,
  startSequencer,
  temporaryFolder,
} from './ledger.testkit.ts';
import { openLogKeys } from './log-keys.store.ts';
import type { LogStop } from './log-stop.ts';
import { rebuildStorage } from './rebuild.service.ts';
import { openSigner } from './signer.service.ts';

const database = await freshDatabase();
const db = database.open();
const admin = await database.connect('admin');

let bureaus = 130_000;

/** A log of 301 entries that grew to 322 after copies of its files were made. */
async function grownLog() {
  bureaus += 1;
  const bureau = String(bureaus);
  const dataDir = await temporaryFolder();
  const copies = await temporaryFolder();
  await recordActs(db, bureau, 300);
  await startSequencer(db, dataDir).sequenceOnce(bureau);
  await cp(dataDir, copies, { recursive: true });
  await recordActs(db, bureau, 21);
  const running = startSequencer(db, dataDir);
  await running.sequenceOnce(bureau);
  const path = (of: string) => join(dataDir, of);
  return {
    bureau,
    dataDir,
    running,
    guard: path(`signer/${bureau}.guard`),
    log: path(`log/${bureau}`),
    keys: path(`keys/${bureau}.json`),
    restore: (of: string) => cp(join(copies, of), path(of), { recursive: true, force: true }),
  };
}

type Grown = Awaited<ReturnType<typeof grownLog>>;

/** With acts waiting, a start of the program refuses, says why, signs nothing and takes nothing from the queue. */
async function expectStop(
  { bureau, dataDir, guard, log }: Grown,
  code: LogStop['code'],
  words: string,
  sequencer: Sequencer = startSequencer(db, dataDir),
): Promise<void> {
  await recordActs(db, bureau, 2);
  const look = async () => [
    await readFile(guard).catch(() => null),
    await readFile(join(log, 'checkpoint')).catch(() => null),
    (await admin.query('select count(*) from ledger.queue where bureau_id = $1', [bureau])).rows,
    (await admin.query('select count(*) from ledger.leaf where bureau_id = $1', [bureau])).rows,
  ];
  const before = await look();
  const error = await sequencer.sequenceOnce(bureau).catch((one: LogStop) => one);
  expect(error).toHaveProperty('code', code);
  expect(error).toHaveProperty('message', expect.stringContaining(words));
  expect(await look()).toEqual(before);
  expect((await sequencer.state(bureau)).stopped?.code).toBe(code);
  await expect(sequencer.sequenceOnce(bureau)).rejects.toHaveProperty('code', code);
}

/** A start of the program after what was advised. */
async function expectGoesOn({ bureau, dataDir }: Grown): Promise<void> {
  await recordActs(db, bureau, 1);
  const sequencer = startSequencer(db, dataDir);
  await sequencer.sequenceOnce(bureau);
  expect(await sequencer.state(bureau)).toMatchObject({ unsequenced: 0, lag: 0 });
  const keys = openLogKeys(dataDir, PREFIX);
  const store = openLogStore(dataDir, bureau);
  await expectWhole(admin, bureau, await readLog(store, (await keys.find(bureau))?.vkeys ?? []));
  const signer = openSigner({ dataDir, keys });
  expect(
    await checkLedger({ db, store: () => store, keys, signer, now: () => new Date() }, bureau),
  ).toEqual([]);
}

describe('the signer’s memory', () => {
  test('restored from an older copy', async () => {
    const log = await grownLog();
    const newer = await readFile(log.guard);
    await log.restore(`signer/${log.bureau}.guard`);
    await expectStop(log, 'guard/behind', '只到 301 条，而日志已有 322 条的检查点');
    await writeFile(log.guard, newer);
    await expectGoesOn(log);
  });

  test('lost', async () => {
    const log = await grownLog();
    const newer = await readFile(log.guard);
    await rm(log.guard);
    await expectStop(log, 'guard/missing', '由两人用见证人、镜像或已发出的证明文件上的检查点确认');
    // The last line alone is enough.
    await writeFile(log.guard, `${newer.toString().trimEnd().split('\n').at(-1)}\n`);
    await expectGoesOn(log);
  });
});

describe('the database', () => {
  /** As a backup made at that size would have it. */
  async function rewind(bureau: string, size: number, tables = ['checkpoint', 'leaf']) {
    const kept = new Map<string, unknown[]>();
    for (const table of tables) {
      const position = table === 'leaf' ? 'idx >=' : 'size >';
      const { rows } = await admin.query(
        `delete from ledger.${table} where bureau_id = $1 and ${position} $2 returning *`,
        [bureau, size],
      );
      kept.set(table, rows);
    }
    return async () => {
      for (const [table, rows] of [...kept].reverse()) {
        await admin.query(
          `insert into ledger.${table} select (json_populate_record(null::ledger.${table}, r)).*
            from json_array_elements($1::json) as r`,
          [JSON.stringify(rows, (_, value: unknown) => hexOfBuffers(value))],
        );
      }
    };
  }

  /** JSON of a Buffer is an object; PostgreSQL reads `\\x…`. */
  function hexOfBuffers(value: unknown): unknown {
    const isBuffer =
      typeof value === 'object' && value !== null && 'type' in value && 'data' in value;
    if (!isBuffer || !Array.isArray(value.data)) return value;
    return `\\x${Buffer.from(value.data).toString('hex')}`;
  }

  test('restored to before the last checkpoint', async () => {
    const log = await grownLog();
    const undo = await rewind(log.bureau, 301);
    await expectStop(log, 'log/database-behind', '只有 301 条，而已经签名到 322 条');
    await undo();
    await expectGoesOn(log);
  });

  test('restored while the program runs', async () => {
    const log = await grownLog();
    await rewind(log.bureau, 301);
    await expectStop(log, 'log/database-behind', '只有 301 条，而已经签名到 322 条', log.running);
  });

  test('restored to before the log began', async () => {
    const log = await grownLog();
    await rewind(log.bureau, 0);
    await expectStop(log, 'log/database-behind', '只有 0 条，而已经签名到 322 条');
  });

  test('restored together with the signer’s memory, while storage knows better', async () => {
    const log = await grownLog();
    await rewind(log.bureau, 301);
    await log.restore(`signer/${log.bureau}.guard`);
    await expectStop(log, 'log/database-behind', '只有 301 条，而已经签名到 322 条');
  });

  test('with its entries and without its last checkpoint', async () => {
    const log = await grownLog();
    await rewind(log.bureau, 301, ['checkpoint']);
    await expectStop(log, 'log/database-behind', '只有 301 条，而已经签名到 322 条');
  });

  test('restored together with storage, and filled with other acts up to where it was', async () => {
    const log = await grownLog();
    await rewind(log.bureau, 301);
    await rm(log.log, { recursive: true });
    await log.restore(`log/${log.bureau}`);
    // What an intruder with all of it would do: go on from there. Only the signer remembers.
    const { rows } = await admin.query<{ stream_id: string; seq: number }>(
      `select stream_id, seq from acts.act a where bureau_id = $1 and not exists (
        select from ledger.leaf l where l.bureau_id = $1 and l.stream_id = a.stream_id and l.seq = a.seq)`,
      [log.bureau],
    );
    expect(rows).toHaveLength(21);
    for (const [i, { stream_id, seq }] of rows.entries()) {
      const entry = formatEntry({ kind: 'event', commitment: randomBytes(64) });
      const hashes = [TREES.sha256.hasher.leaf(entry), TREES.sm3.hasher.leaf(entry)];
      await admin.query('insert into ledger.leaf values ($1, $2, $3, $4, $5, $6, $7)', [
        log.bureau,
        301 + i,
        stream_id,
        seq,
        entry,
        ...hashes,
      ]);
    }
    await recordActs(db, log.bureau, 1);
    const guard = await readFile(log.guard);
    await expect(startSequencer(db, log.dataDir).sequenceOnce(log.bureau)).rejects.toMatchObject({
      code: 'guard/fork',
      message: expect.stringContaining('不是已签名的 322 条的延续'),
    });
    expect(await readFile(log.guard)).toEqual(guard);
  });
});

describe('storage', () => {
  async function rebuild({ dataDir, bureau }: Grown): Promise<number> {
    const keys = openLogKeys(dataDir, PREFIX);
    return rebuildStorage({
      db,
      bureau,
      keys,
      store: openLogStore(dataDir, bureau),
      signer: openSigner({ dataDir, keys }),
      now: () => new Date(),
    });
  }

  test('restored from an older copy, and built anew from the database', async () => {
    const log = await grownLog();
    await rm(log.log, { recursive: true });
    await log.restore(`log/${log.bureau}`);
    await expectStop(log, 'log/storage-behind', '用数据库中的条目重建');
    await rename(log.log, `${log.log}-old`);
    expect(await rebuild(log)).toBe(322);
    await expectGoesOn(log);
  });

  test('lost', async () => {
    const log = await grownLog();
    await rm(log.log, { recursive: true });
    await expectStop(log, 'log/storage-behind', '日志目录里没有');
    expect(await rebuild(log)).toBe(322);
    await expectGoesOn(log);
  });

  test('a flipped byte in a tile at its edge', async () => {
    const log = await grownLog();
    const tile = join(log.log, 'tile/0/001.p/66');
    const bytes = await readFile(tile);
    bytes[100] = (bytes[100] ?? 0) ^ 4;
    await chmod(tile, 0o644);
    await writeFile(tile, bytes);
    await expectStop(log, 'log/tile-differs', '根与检查点不符');
    await rename(tile, `${tile}.wrong`);
    expect(await rebuild(log)).toBe(322);
    await rm(`${tile}.wrong`);
    await expectGoesOn(log);
  });

  test.each(['checkpoint', 'sm3/checkpoint'])('a served %s that was changed', async (path) => {
    const log = await grownLog();
    const file = join(log.log, path);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('\n322\n', '\n321\n'));
    await expectStop(log, 'log/checkpoint-damaged', '签名不能成立');
    await writeFile(file, text);
    await expectGoesOn(log);
  });

  test('is not built anew from a database that was changed', async () => {
    const log = await grownLog();
    await rm(log.log, { recursive: true });
    await admin.query(
      `update ledger.leaf set entry = set_byte(entry, 9, 255 - get_byte(entry, 9))
        where bureau_id = $1 and idx = 17`,
      [log.bureau],
    );
    await expect(rebuild(log)).rejects.toMatchObject({ code: 'log/leaf-differs' });
    expect(await openLogStore(log.dataDir, log.bureau).read('tile/0/000')).toBeNull();
  });
});

describe('keys', () => {
  test('lost: none are made in their place', async () => {
    const log = await grownLog();
    const keys = await readFile(log.keys);
    await rm(log.keys);
    await expectStop(log, 'log/keys-missing', '密钥文件不在');
    await expect(readFile(log.keys)).rejects.toThrow('ENOENT');
    await writeFile(log.keys, keys);
    await expectGoesOn(log);
  });

  test('of another log, or of an earlier attempt', async () => {
    const log = await grownLog();
    const elsewhere = await temporaryFolder();
    await openLogKeys(elsewhere, PREFIX).create(log.bureau);
    await cp(join(elsewhere, 'keys'), join(log.dataDir, 'keys'), { recursive: true, force: true });
    await expectStop(log, 'log/keys-differ', '不是创世记录中的密钥');
  });

  test('another prefix', async () => {
    const log = await grownLog();
    const keys = openLogKeys(log.dataDir, 'example.gov.cn/log');
    const sequencer = startSequencer(db, log.dataDir, { keys });
    await expectStop(log, 'log/origin-differs', '改回原来的值', sequencer);
  });
});

test.each([
  ['root', 'root = sha256(root)', 'guard/fork', '不是已签名的 322 条的延续'],
  ['note', 'note = note_sm3', 'log/checkpoint-damaged', '签名不能成立'],
  ['shadow', 'note_sm3 = note', 'log/checkpoint-damaged', '签名不能成立'],
] as const)('a checkpoint in the database whose %s was changed', async (_, change, code, words) => {
  const log = await grownLog();
  await admin.query(`update ledger.checkpoint set ${change} where bureau_id = $1 and size = 322`, [
    log.bureau,
  ]);
  await expectStop(log, code, words);
});
