import { execFile, spawnSync } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { canTrace } from '../../../test/support/tracing.ts';
import type { BlobDescriptor } from '../../ledger/index.ts';
import { blobStoreContract, HELLO, numbered } from './blob-store.contract.testkit.ts';
import { openDescriber } from './describer.ts';
import { describeBytes } from './description.ts';
import { openBlobStore } from './disk-blob-store.ts';

const run = promisify(execFile);
const MEGABYTE = 1048576;
const root = await mkdtemp(join(tmpdir(), 'zhuding-blobs-'));
const describer = openDescriber({ pairs: 1 });

afterAll(async () => {
  await describer.close();
  await rm(root, { recursive: true });
});

async function newStore() {
  const folder = await mkdtemp(join(root, 's-'));
  return { folder, store: await openBlobStore(folder, describer) };
}

function fileOf(folder: string, { sha256 }: BlobDescriptor): string {
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Overwrites bytes of a stored file: what a broken disk or an intruder does, not this program. */
async function damage(path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = await readFile(path);
  await chmod(path, 0o644);
  await writeFile(path, change(Uint8Array.from(bytes)));
}

function flip(at: number) {
  return (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

describe('a store on a disk', () => {
  blobStoreContract(async () => (await newStore()).store);
});

describe('the files of a store', () => {
  it('[XZ-R-20a] an original is a read-only file under its own hash, by one name', async () => {
    const { folder, store } = await newStore();
    const descriptor = await store.put(HELLO, 'text/plain');
    const found = await stat(fileOf(folder, descriptor));
    expect(found.mode & 0o777).toBe(0o444);
    expect(found.nlink).toBe(1);
  });

  it('[XZ-R-20a] other bytes under the name of an original are a fatal error and change nothing', async () => {
    const { folder, store } = await newStore();
    const original = numbered(2 * MEGABYTE, 1);
    const { descriptor } = describeBytes(original, 'video/mp4');
    await store.put(original, 'video/mp4');
    const before = await stat(fileOf(folder, descriptor));
    for (const other of [numbered(2 * MEGABYTE, 2), numbered(2 * MEGABYTE + 1)]) {
      const forged = describeBytes(other, 'video/mp4');
      const path = store.temporary();
      await writeFile(path, other);
      const lie = { ...forged.descriptor, sha256: descriptor.sha256 };
      await expect(
        store.adopt(path, { descriptor: lie, leaves: describeBytes(original, '').leaves }),
      ).rejects.toMatchObject({ code: 'storage/conflict' });
    }
    expect((await readFile(fileOf(folder, descriptor))).equals(original)).toBe(true);
    const after = await stat(fileOf(folder, descriptor));
    expect([after.ino, after.mtimeMs, after.mode]).toEqual([
      before.ino,
      before.mtimeMs,
      before.mode,
    ]);
  });

  it('a stored file that is damaged is not taken for the same bytes, nor put right in silence', async () => {
    const { folder, store } = await newStore();
    const bytes = numbered(MEGABYTE + 1);
    const descriptor = await store.put(bytes, 'video/mp4');
    await damage(fileOf(folder, descriptor), flip(5));
    await expect(store.put(bytes, 'video/mp4')).rejects.toMatchObject({ code: 'storage/conflict' });
    expect((await readFile(fileOf(folder, descriptor)))[5]).toBe((bytes[5] ?? 0) ^ 1);
  });

  it('the same bytes twice are one file on disk, and no draft stays', async () => {
    const { folder, store } = await newStore();
    const bytes = numbered(2 * MEGABYTE);
    const first = await store.put(bytes, 'video/mp4');
    const before = await stat(fileOf(folder, first));
    await Promise.all(Array.from({ length: 6 }, () => store.put(bytes, 'video/mp4')));
    const after = await stat(fileOf(folder, first));
    expect([after.ino, after.nlink]).toEqual([before.ino, 1]);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile(),
    );
    expect(files.map(({ name }) => name).sort()).toEqual([first.sha256, `${first.sha256}.leaves`]);
  });

  it('only drafts left by a crash long ago are cleared away when the store opens', async () => {
    const { folder, store } = await newStore();
    const [old, young] = [store.temporary(), store.temporary()];
    await writeFile(old, 'old');
    await writeFile(young, 'young');
    const now = Date.now();
    await utimes(old, now / 1000 - 90_000, now / 1000 - 90_000);
    await openBlobStore(folder, describer, () => now);
    expect((await readdir(join(folder, 'tmp'))).map((name) => join(folder, 'tmp', name))).toEqual([
      young,
    ]);
  });
});

describe('verifying', () => {
  const bytes = numbered(4 * MEGABYTE + 100);

  it.each([
    ['one bit in the first megabyte', flip(0), 0],
    ['one bit in the third', flip(2 * MEGABYTE + 7), 2],
    ['the last byte', flip(4 * MEGABYTE + 99), 4],
    ['a cut inside the second', (all: Uint8Array) => all.slice(0, MEGABYTE + 1), 1],
    ['a cut between two', (all: Uint8Array) => all.slice(0, 3 * MEGABYTE), 3],
    ['bytes behind the end', (all: Uint8Array) => Uint8Array.from([...all, 0]), 4],
    ['two megabytes exchanged', exchangeSecondAndThird, 1],
  ] as const)('[QZ-18b] names the damaged megabyte: %s', async (_, change, megabyte) => {
    const { folder, store } = await newStore();
    const descriptor = await store.put(bytes, 'video/mp4');
    await damage(fileOf(folder, descriptor), change);
    expect(await store.verify(descriptor)).toEqual({ ok: false, missing: false, megabyte });
  });

  it('a small blob has no other megabyte than the first', async () => {
    const { folder, store } = await newStore();
    const descriptor = await store.put(HELLO, 'text/plain');
    await damage(fileOf(folder, descriptor), flip(3));
    expect(await store.verify(descriptor)).toEqual({ ok: false, missing: false, megabyte: 0 });
  });

  it.each([
    ['lost', (path: string) => rm(path)],
    ['damaged', (path: string) => damage(path, flip(40))],
  ])('damage is found but not located when the chunk hashes are %s', async (_, spoil) => {
    const { folder, store } = await newStore();
    const descriptor = await store.put(bytes, 'video/mp4');
    await spoil(`${fileOf(folder, descriptor)}.leaves`);
    expect(await store.verify(descriptor)).toEqual({ ok: true });
    await damage(fileOf(folder, descriptor), flip(MEGABYTE));
    expect(await store.verify(descriptor)).toEqual({ ok: false, missing: false, megabyte: null });
  });

  it('a descriptor that does not belong to the bytes is found out, whichever part lies', async () => {
    const { store } = await newStore();
    const descriptor = await store.put(HELLO, 'text/plain');
    for (const lie of [
      { sm3: '0'.repeat(64) },
      { mroot: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
      { size: 15 },
    ]) {
      expect((await store.verify({ ...descriptor, ...lie })).ok).toBe(false);
    }
  });
});

describe('a full disk', () => {
  it('is told as such, leaves no partial blob, and is fine again after making room', async (context) => {
    const folder = join(root, 'small');
    await mkdir(folder);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status !== 0) {
      context.skip('needs to mount a small file system: run as root');
    }
    try {
      const store = await openBlobStore(folder, describer);
      await writeFile(join(folder, 'ballast'), numbered(2 * MEGABYTE));
      const bytes = numbered(2 * MEGABYTE, 9);
      await expect(store.put(bytes, 'video/mp4')).rejects.toMatchObject({ code: 'storage/full' });
      expect(await readdir(join(folder, 'tmp'))).toEqual([]);
      await rm(join(folder, 'ballast'));
      const descriptor = await store.put(bytes, 'video/mp4');
      expect(await store.verify(descriptor)).toEqual({ ok: true });
    } finally {
      spawnSync('umount', [folder]);
    }
  });
});

/** Opens a store, puts twice, and prints how it went. */
const PUT_TWICE = `
  const at = (name) => import(new URL(name, '${import.meta.url}').href);
  const { openDescriber } = await at('./describer.ts');
  const { openBlobStore } = await at('./disk-blob-store.ts');
  const told = (error) => console.log(error.code);
  const store = await openBlobStore(process.argv[1], openDescriber()).catch(told);
  for (const text of store ? ['one', 'two'] : []) {
    await store.put(new TextEncoder().encode(text), 'text/plain').then(() => console.log('stored'), told);
  }
`;

/** Runs it with the n-th fsync failing. strace counts the calls of each thread, so there is one only. */
async function putTwice(folder: string, failing?: number): Promise<string[]> {
  const node = [
    process.execPath,
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    PUT_TWICE,
    folder,
  ];
  const inject = failing === undefined ? [] : ['-e', `inject=fsync:error=EIO:when=${failing}`];
  const strace = ['-f', '-o', '/dev/null', '-e', 'trace=fsync', ...inject, ...node];
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  return (await run('strace', strace, { env })).stdout.trim().split('\n');
}

describe('a disk that fails to make bytes durable', () => {
  it('whichever fsync fails, nothing is acknowledged, and nothing more is taken until a restart', async (context) => {
    if (!canTrace()) context.skip('needs strace, and leave to watch a process, to make fsync fail');
    for (let failing = 1; ; failing++) {
      const folder = await mkdtemp(join(root, 'f-'));
      const told = await putTwice(folder, failing);
      expect(await putTwice(folder)).toEqual(['stored', 'stored']);
      if (told[0] === 'stored') {
        // Two for the folders, two for the file, three for its names: each of the seven has failed once.
        expect(failing).toBe(8);
        return;
      }
      expect([failing, ...new Set(told)]).toEqual([failing, 'storage/failed']);
    }
  });
});

function exchangeSecondAndThird(all: Uint8Array): Uint8Array {
  const [second, third] = [
    all.slice(MEGABYTE, 2 * MEGABYTE),
    all.slice(2 * MEGABYTE, 3 * MEGABYTE),
  ];
  const changed = all.slice();
  changed.set(third, MEGABYTE);
  changed.set(second, 2 * MEGABYTE);
  return changed;
}
