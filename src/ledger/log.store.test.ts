import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { utf8 } from './bytes.ts';
import { temporaryFolder } from './ledger.testkit.ts';
import { fileLogStore } from './log.store.ts';
import type { LogStop } from './log-stop.ts';

const TILE = 'tile/0/x001/x234/067';
const bytes = utf8('hashes');

let folder = '';

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'log', '350502');
});

async function names(path: string): Promise<string[]> {
  return (await readdir(path)).sort();
}

test('objects are read as they were written, by a store that was opened anew', async () => {
  const partial = { path: 'tile/entries/273.p/112', bytes: utf8('entries') };
  await fileLogStore(folder).write([{ path: TILE, bytes }, partial]);
  const store = fileLogStore(folder);
  expect(await store.read(TILE)).toEqual(Buffer.from(bytes));
  expect(await store.read(partial.path)).toEqual(Buffer.from(partial.bytes));
  expect(await store.read('tile/0/x001/x234/068')).toBeNull();
  expect(await store.read(`${TILE}.p/5`)).toBeNull();
  expect(await store.read('checkpoint')).toBeNull();
  expect((await stat(join(folder, TILE))).mode & 0o777).toBe(0o444);
  expect(await names(join(folder, '.drafts'))).toEqual([]);
});

test('the same bytes again are left alone, other bytes stop the log', async () => {
  const store = fileLogStore(folder);
  await store.write([{ path: TILE, bytes }]);
  const { ino, mtimeMs } = await stat(join(folder, TILE));
  await store.write([{ path: TILE, bytes }]);
  expect(await stat(join(folder, TILE))).toMatchObject({ ino, mtimeMs });
  for (const other of [utf8('hasheS'), utf8('hashe'), utf8('hashes ')]) {
    const error = await store.write([{ path: TILE, bytes: other }]).catch((one: LogStop) => one);
    expect(error).toHaveProperty('code', 'log/storage-conflict');
    expect(await readFile(join(folder, TILE))).toEqual(Buffer.from(bytes));
  }
  expect(await names(join(folder, '.drafts'))).toEqual([]);
});

test('two stores writing at once agree on the same bytes and conflict on others', async () => {
  for (let round = 0; round < 30; round += 1) {
    const path = `tile/0/${String(round).padStart(3, '0')}`;
    const stores = [fileLogStore(folder), fileLogStore(folder)];
    await Promise.all(stores.map((store) => store.write([{ path, bytes }])));
    const contested = `${path}.p/7`;
    const outcomes = await Promise.allSettled(
      stores.map((store, i) => store.write([{ path: contested, bytes: utf8(`${i}`) }])),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  }
});

test('a checkpoint is replaced as a whole: readers see one or the other', async () => {
  const store = fileLogStore(folder);
  const [a, b] = ['a', 'b'].map((letter) => utf8(letter.repeat(20_000)));
  if (!a || !b) throw new Error('no bytes');
  await store.replace({ path: 'checkpoint', bytes: a });
  const written = new AbortController();
  const writer = (async () => {
    for (let i = 0; i < 50; i += 1)
      await store.replace({ path: 'checkpoint', bytes: i % 2 ? a : b });
    written.abort();
  })();
  const seen = new Set<string>();
  while (!written.signal.aborted)
    seen.add(Buffer.from((await store.read('checkpoint')) ?? a).toString());
  await writer;
  expect([...seen].sort()).toEqual([Buffer.from(a).toString(), Buffer.from(b).toString()]);
  expect(await names(folder)).toEqual(['.drafts', 'checkpoint']);
});

test('a crash between two objects leaves whole ones, and writing again completes them', async () => {
  const objects = Array.from({ length: 20 }, (_, i) => ({
    path: `tile/0/${String(i).padStart(3, '0')}`,
    bytes: utf8(`tile ${i}`),
  }));
  for (let crash = 1; crash <= 20; crash += 1) {
    let left = crash;
    const store = fileLogStore(folder, () => {
      left -= 1;
      if (left === 0) throw new Error('crash');
    });
    await expect(store.write(objects)).rejects.toThrow('crash');
  }
  const store = fileLogStore(folder);
  await store.write(objects);
  for (const { path, bytes: whole } of objects) {
    expect(await store.read(path)).toEqual(Buffer.from(whole));
  }
});

test.each([
  '../checkpoint',
  '/etc/passwd',
  'tile/../../x',
  '.drafts/x',
  '',
  'a//b',
  'a/',
  'A',
  'a\0b',
])('no path leads out of the folder: %j', async (path) => {
  const store = fileLogStore(folder);
  await expect(store.read(path)).rejects.toThrow(RangeError);
  await expect(store.write([{ path, bytes }])).rejects.toThrow(RangeError);
  await expect(store.replace({ path, bytes })).rejects.toThrow(RangeError);
});

test('drafts of a writer that was killed are removed after a while, those of others are not', async () => {
  await fileLogStore(folder).write([{ path: TILE, bytes }]);
  const [old, fresh] = [join(folder, '.drafts', 'aa'), join(folder, '.drafts', 'bb')];
  for (const draft of [old, fresh]) await writeFile(draft, bytes);
  await utimes(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
  await fileLogStore(folder).write([{ path: TILE, bytes }]);
  expect(await names(join(folder, '.drafts'))).toEqual(['bb']);
});

test('what stands where a folder should be is an error', async () => {
  const store = fileLogStore(folder);
  await store.replace({ path: 'tile', bytes });
  await expect(store.write([{ path: TILE, bytes }])).rejects.toThrow();
  expect(await store.read(TILE)).toBeNull();
});
