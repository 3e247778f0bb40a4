/** For tests: bureaus that record acts, and sequencers over them. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, expect } from 'vitest';
import type { NewAct, Stream } from '../act/act.ts';
import { type SealedAct, sealAct, START, type Tip } from '../act/seal.ts';
import { commitStatement } from '../act/statement.ts';
import type { Database } from '../platform/db/pool.ts';
import { encodeBase64 } from './base64.ts';
import { toHex } from './bytes.ts';
import type { JsonObject } from './canonical-json.ts';
import { openCheckpoint } from './checkpoint.ts';
import { nodeHashes } from './hashes.node.ts';
import { parseVkey } from './key.ts';
import { createSequencer, type Sequencer, type SequencerOptions } from './ledger.service.ts';
import { type LogKeys, openLogKeys } from './log-keys.store.ts';
import type { LogStore } from './log.store.ts';
import { formatTilePath, parseBundle, TILE_WIDTH, tileWidth } from './tile.ts';
import { oracleRoot } from './tree-oracle.testkit.ts';
import { treeHasher } from './tree.ts';

export const PREFIX = 'zhuding.test/log';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone after the tests of the file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuding-log-'));
  folders.push(folder);
  return folder;
}

/** Records acts of one stream, one after the other. */
export class Writer {
  readonly stream: Stream;
  readonly #db: Database;
  readonly #bureau: string;
  #tip: Tip = START;

  constructor(db: Database, bureau: string, kind: Stream['kind'] = 'matter') {
    this.#db = db;
    this.#bureau = bureau;
    this.stream = { kind, id: uuid() };
  }

  /** Seals the next act without recording it. */
  seal(type: string, data: JsonObject, act: Partial<NewAct> = {}): SealedAct {
    const recorded = new Date().toISOString();
    const draft: NewAct = {
      id: uuid(),
      type,
      happened: '2026-11-20T09:30:00+08:00',
      by: [RECORDER],
      recordedBy: RECORDER,
      pack: null,
      data,
      ...act,
    };
    return sealAct(draft, this.stream, this.#tip, {
      hashes: nodeHashes,
      origin: `${PREFIX}/${this.#bureau}`,
      recorded,
      salt: () => randomBytes(32),
    });
  }

  /** Records the next act; its position in the stream. */
  async record(type = 'test.noted', data: JsonObject = {}): Promise<number> {
    const sealed = this.seal(type, data);
    await this.write(sealed);
    return sealed.seq;
  }

  async write(sealed: SealedAct): Promise<void> {
    await this.#db.query('desk', this.#bureau, statementOf(this.#bureau, sealed));
    this.#tip = { seq: sealed.seq, commitment: sealed.commitment };
  }
}

const RECORDER = '0195f000-0000-7000-8000-0000000000aa';

export function statementOf(bureau: string, sealed: SealedAct) {
  return commitStatement({
    bureau,
    acts: [sealed],
    requestHash: nodeHashes.sha256(),
    facts: [],
    put: [],
    remove: [],
    jobs: [],
  });
}

/** Records `count` acts of one new stream. */
export async function recordActs(db: Database, bureau: string, count: number): Promise<Writer> {
  const writer = new Writer(db, bureau);
  for (let i = 0; i < count; i += 1) await writer.record();
  return writer;
}

/** A sequencer as after a start of the program: it knows nothing but what is durable. */
export function startSequencer(
  db: Database,
  dataDir: string,
  options: Partial<SequencerOptions> = {},
): Sequencer & { readonly keys: LogKeys } {
  const keys = openLogKeys(dataDir, PREFIX);
  const sequencer = createSequencer({
    db,
    dataDir,
    keys,
    now: () => new Date(),
    bureaus: () => Promise.resolve([]),
    ...options,
  });
  return { ...sequencer, keys };
}

/** What the public can read of a log, judged by the recursive definitions of RFC 6962 and the keys given. */
export async function readLog(store: LogStore, vkeys: readonly string[]): Promise<Uint8Array[]> {
  const note = await store.read('checkpoint');
  const noteSm3 = await store.read('sm3/checkpoint');
  if (!note || !noteSm3) throw new Error('no checkpoint is served');
  const keys = vkeys.map((vkey) => parseVkey(nodeHashes, vkey));
  const { checkpoint } = openCheckpoint(nodeHashes, note, keys);
  const shadow = openCheckpoint(nodeHashes, noteSm3, keys).checkpoint;
  expect(shadow.size).toBe(checkpoint.size);
  const entries: Uint8Array[] = [];
  for (let index = 0; index * TILE_WIDTH < checkpoint.size; index += 1) {
    const width = tileWidth(checkpoint.size, 'entries', index);
    const bundle = await store.read(formatTilePath({ level: 'entries', index, width }));
    entries.push(...parseBundle(bundle ?? new Uint8Array(), width));
  }
  for (const [hash, root] of [
    [nodeHashes.sha256, checkpoint.root],
    [nodeHashes.sm3, shadow.root],
  ] as const) {
    const hasher = treeHasher(hash);
    const leaves = entries.map((entry) => hasher.leaf(entry));
    expect(toHex(oracleRoot(hasher, leaves))).toBe(toHex(root));
  }
  return entries;
}

/** Fails unless every act of a bureau stands in its log once, in the order of its stream, and nothing else does. */
export async function expectWhole(
  admin: ClientBase,
  bureau: string,
  entries: readonly Uint8Array[],
): Promise<void> {
  const { rows } = await admin.query<{ stream_id: string; seq: number; commitment: Buffer }>(
    'select stream_id, seq, commitment from acts.act where bureau_id = $1 order by stream_id, seq',
    [bureau],
  );
  const places = new Map(entries.map((entry, index) => [toHex(entry), index]));
  expect(places.size).toBe(entries.length);
  const statements = entries.filter((entry) => entry[1] === 2).length;
  expect(entries.length - statements).toBe(rows.length);
  let before = { stream: '', index: -1 };
  for (const { stream_id, commitment } of rows) {
    const index = places.get(`0101${commitment.toString('hex')}`) ?? -1;
    expect(index).toBeGreaterThan(before.stream === stream_id ? before.index : 0);
    before = { stream: stream_id, index };
  }
}

/** Fails unless every tree the signer was ever about to sign is a beginning of this log. */
export async function expectRemembered(
  dataDir: string,
  bureau: string,
  entries: readonly Uint8Array[],
): Promise<void> {
  const text = await readFile(join(dataDir, 'signer', `${bureau}.guard`), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(0);
  const hashers = [treeHasher(nodeHashes.sha256), treeHasher(nodeHashes.sm3)];
  const leaves = hashers.map((hasher) => entries.map((entry) => hasher.leaf(entry)));
  for (const line of lines) {
    const [, size] = line.split(' ');
    const roots = hashers.map((hasher, i) =>
      encodeBase64(oracleRoot(hasher, (leaves[i] ?? []).slice(0, Number(size)))),
    );
    expect(line).toBe(`${PREFIX}/${bureau} ${size} ${roots.join(' ')}`);
  }
}
