import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { utf8 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Failpoints } from './failpoint.ts';
import { appendTo, type Edges, NO_EDGES, treeOf } from './grow.service.ts';
import { nodeHashes } from './hashes.node.ts';
import { parseVkey } from './key.ts';
import { PREFIX, temporaryFolder } from './ledger.testkit.ts';
import { type LogKeys, openLogKeys } from './log-keys.store.ts';
import type { LogTree } from './log-tree.ts';
import type { LogStop } from './log-stop.ts';
import { openSigner, type SignRequest } from './signer.service.ts';
import { openSignerMemory } from './signer.store.ts';
import { oracleConsistency } from './tree-oracle.testkit.ts';
import { treeHasher } from './tree.ts';

const BUREAU = '350502';
const ORIGIN = `${PREFIX}/${BUREAU}`;
const sha256 = treeHasher(nodeHashes.sha256);
const sm3 = treeHasher(nodeHashes.sm3);

let dataDir = '';
let keys: LogKeys;
let guard = '';

beforeEach(async () => {
  dataDir = await temporaryFolder();
  keys = openLogKeys(dataDir, PREFIX);
  await keys.create(BUREAU);
  guard = join(dataDir, 'signer', `${BUREAU}.guard`);
});

/** The trees of entries `name 0`, `name 1`, …, at each size. */
function history(name: string, size: number) {
  const entries = Array.from({ length: size }, (_, i) => utf8(`${name} ${i}`));
  const leaves = entries.map((entry, index) => ({
    index,
    entry,
    leafHash: sha256.leaf(entry),
    leafSm3: sm3.leaf(entry),
  }));
  const edges = leaves.reduce<Edges[]>(
    (all, leaf) => [...all, appendTo(all.at(-1) ?? NO_EDGES, [leaf])],
    [NO_EDGES],
  );
  const trees = edges.map(treeOf);
  const treeAt = (at: number): LogTree => trees[at] ?? treeOf(NO_EDGES);
  const hashesTo = (to: number) => leaves.slice(0, to).map(({ leafHash }) => leafHash);
  const shadowTo = (to: number) => leaves.slice(0, to).map(({ leafSm3 }) => leafSm3);
  const grows = (from: number, to: number) => from > 0 && from < to;
  return {
    treeAt,
    request: (from: number, to: number, known: number | null = from || null): SignRequest => ({
      bureau: BUREAU,
      known: known === null ? null : treeAt(known),
      next: treeAt(to),
      from,
      path: grows(from, to) ? oracleConsistency(sha256, from, hashesTo(to)) : [],
      pathSm3: grows(from, to) ? oracleConsistency(sm3, from, shadowTo(to)) : [],
    }),
  };
}

const real = history('entry', 20);
const other = history('other', 20);

function signer(failpoints?: Failpoints) {
  return openSigner({ dataDir, keys, ...(failpoints ? { failpoints } : {}) });
}

async function refused(request: SignRequest): Promise<LogStop['code'] | 'signed' | 'overtaken'> {
  const before = await readFile(guard, 'utf8').catch(() => null);
  const outcome = await signer()
    .sign(request)
    .catch((error: LogStop) => error);
  if (outcome === 'overtaken' || !(outcome instanceof Error)) {
    return outcome === 'overtaken' ? outcome : 'signed';
  }
  expect(await readFile(guard, 'utf8').catch(() => null)).toBe(before);
  return outcome.code;
}

describe('signing', () => {
  test('both checkpoints open with the verifier keys, and the memory is written', async () => {
    const signed = await signer().sign(real.request(0, 5));
    if (signed === 'overtaken') throw new Error('overtaken');
    const own = await keys.create(BUREAU);
    const vkeys = own.vkeys.map((vkey) => parseVkey(nodeHashes, vkey));
    const main = openCheckpoint(nodeHashes, utf8(signed.note), vkeys);
    expect(main.checkpoint).toEqual({ origin: ORIGIN, size: 5, root: real.treeAt(5).root });
    expect(main.verified.map(({ key }) => key.algorithm)).toEqual(['ed25519', 'sm2']);
    const shadow = openCheckpoint(nodeHashes, utf8(signed.noteSm3), vkeys);
    expect(shadow.checkpoint).toEqual({
      origin: `${ORIGIN}/sm3`,
      size: 5,
      root: real.treeAt(5).rootSm3,
    });
    expect(shadow.verified.map(({ key }) => key.algorithm)).toEqual(['sm2']);
    const { size, root, rootSm3 } = real.treeAt(5);
    expect(await readFile(guard, 'utf8')).toBe(
      `${ORIGIN} ${size} ${encodeBase64(root)} ${encodeBase64(rootSm3)}\n`,
    );
    expect((await stat(guard)).mode & 0o777).toBe(0o600);
  });

  test('every growth and the same tree again are signed, by a signer that was started anew', async () => {
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 7],
      [7, 7],
      [7, 8],
      [8, 20],
      [20, 20],
    ] as const) {
      expect(await refused(real.request(from, to))).toBe('signed');
    }
    // The same tree again adds no line.
    expect((await readFile(guard, 'utf8')).split('\n')).toHaveLength(6);
  });

  test('the memory is on disk before the signature exists', async () => {
    await signer().sign(real.request(0, 5));
    const crashing = signer(() => {
      throw new Error('crash');
    });
    await expect(crashing.sign(real.request(5, 9))).rejects.toThrow('crash');
    expect(await signer().last(BUREAU, null)).toEqual(real.treeAt(9));
    expect(await refused(real.request(9, 9, 5))).toBe('signed');
  });
});

describe('what is never signed', () => {
  beforeEach(async () => {
    await signer().sign(real.request(0, 5));
    await signer().sign(real.request(5, 9));
  });

  test.each([
    ['another tree of the same size', () => other.request(9, 9, null)],
    ['a tree that goes on from another history', () => other.request(9, 12, null)],
    ['a smaller tree', () => real.request(9, 7, null)],
    ['a right tree without its proof', () => ({ ...real.request(9, 12), path: [] })],
    [
      'a shadow of another history',
      () => ({
        ...real.request(9, 12),
        next: { ...real.treeAt(12), rootSm3: other.treeAt(12).rootSm3 },
      }),
    ],
    [
      'a tree of another history beside a known one',
      () => ({
        ...real.request(9, 12),
        known: other.treeAt(9),
      }),
    ],
  ])('%s', async (_, request) => {
    expect(await refused(request())).toBe('guard/fork');
    expect(await refused(real.request(9, 12))).toBe('signed');
  });

  test('a request made before the last signature is asked to look again', async () => {
    expect(await refused(real.request(5, 12, 5))).toBe('overtaken');
    expect(await refused(real.request(0, 12, null))).toBe('overtaken');
  });

  test('without the keys', async () => {
    await rm(join(dataDir, 'keys', `${BUREAU}.json`));
    keys = openLogKeys(dataDir, PREFIX);
    expect(await refused(real.request(9, 12))).toBe('log/keys-missing');
  });
});

describe('a memory that is not what it was', () => {
  beforeEach(async () => {
    await signer().sign(real.request(0, 5));
    await signer().sign(real.request(5, 9));
  });

  test('missing', async () => {
    await rm(guard);
    expect(await refused(real.request(0, 12, 9))).toBe('guard/missing');
    await writeFile(guard, '');
    expect(await refused(real.request(0, 12, 9))).toBe('guard/missing');
  });

  test('older than a checkpoint that exists', async () => {
    const [first = ''] = (await readFile(guard, 'utf8')).split('\n');
    await writeFile(guard, `${first}\n`);
    expect(await refused(real.request(5, 12, 9))).toBe('guard/behind');
    const outcome = await signer()
      .last(BUREAU, real.treeAt(9))
      .catch((error: LogStop) => error);
    expect(outcome).toHaveProperty(
      'message',
      expect.stringContaining('只到 5 条，而日志已有 9 条的检查点'),
    );
  });

  test.each([
    ['a changed size', (text: string) => text.replace(' 9 ', ' 8x ')],
    ['another origin', (text: string) => text.replaceAll(BUREAU, '350503')],
    ['a surplus word', (text: string) => text.replace('\n', ' more\n')],
    ['a root in another form', (text: string) => text.replace('=\n', '\n')],
    [
      'two trees of one size',
      (text: string) => {
        const { root, rootSm3 } = other.treeAt(9);
        return `${text}${ORIGIN} 9 ${encodeBase64(root)} ${encodeBase64(rootSm3)}\n`;
      },
    ],
  ])('%s', async (_, change) => {
    await writeFile(guard, change(await readFile(guard, 'utf8')));
    expect(await refused(real.request(9, 12))).toBe('guard/damaged');
  });

  test('a line that was cut off anywhere led to no signature and is passed over', async () => {
    const whole = await readFile(guard);
    const first = whole.indexOf('\n') + 1;
    for (const end of [first + 1, first + 30, whole.length - 1]) {
      await writeFile(guard, whole.subarray(0, end));
      expect(await signer().last(BUREAU, null)).toEqual(real.treeAt(5));
      expect(await refused(real.request(5, 9))).toBe('signed');
      expect(await signer().last(BUREAU, null)).toEqual(real.treeAt(9));
    }
    // As a file system may leave it: the length is there, the bytes are not.
    await truncate(guard, (await stat(guard)).size + 100);
    expect(await refused(real.request(9, 12))).toBe('signed');
    expect(await signer().last(BUREAU, null)).toEqual(real.treeAt(12));
  });

  test('a long memory is read from its end', async () => {
    const long = history('long', 700);
    await rm(guard);
    const memory = openSignerMemory(guard, ORIGIN);
    for (let size = 1; size <= 700; size += 1) await memory.remember(long.treeAt(size));
    expect((await stat(guard)).size).toBeGreaterThan(64 * 1024);
    expect(await memory.last()).toEqual(long.treeAt(700));
  });
});

describe('two signers on one memory', () => {
  test('of two histories at once at most one is signed, and none after it', async () => {
    let met = 0;
    for (let round = 0; round < 40; round += 1) {
      await rm(guard, { force: true });
      const outcomes = await Promise.all(
        [real, other].map((one) =>
          signer()
            .sign(one.request(0, 5))
            .catch((error: LogStop) => error),
        ),
      );
      const signed = outcomes.filter((one) => one !== 'overtaken' && !(one instanceof Error));
      expect(signed.length).toBeLessThanOrEqual(1);
      const lines = (await readFile(guard, 'utf8')).trimEnd().split('\n');
      if (lines.length < 2) continue;
      met += 1;
      expect(await refused(real.request(5, 9))).toBe('guard/damaged');
    }
    expect(met).toBeGreaterThan(0);
  });

  test('of two trees of one history the larger is remembered', async () => {
    for (let round = 0; round < 10; round += 1) {
      await rm(guard, { force: true });
      await Promise.all([5, 9].map((size) => signer().sign(real.request(0, size))));
      const [last = 0] = (await readFile(guard, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => Number(line.split(' ')[1]))
        .sort((a, b) => b - a);
      expect((await signer().last(BUREAU, null))?.size).toBe(last);
      expect(await refused(real.request(last, 12))).toBe('signed');
    }
  });
});
