import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createFileOnce, replaceFile } from './durable-file.ts';

const dir = await mkdtemp(join(tmpdir(), 'zhuding-file-'));
afterAll(() => rm(dir, { recursive: true }));

it('replaceFile makes and replaces, for the owner only, and leaves no draft', async () => {
  const path = join(dir, 'a');
  await replaceFile(path, 'one');
  await replaceFile(path, 'two');
  expect(await readFile(path, 'utf8')).toBe('two');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(dir)).toEqual(['a']);
});

it('createFileOnce never replaces, and tells what stands there', async () => {
  const path = join(dir, 'b');
  const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
  const answers = await Promise.all(texts.map((text) => createFileOnce(path, text)));
  expect(new Set(answers).size).toBe(1);
  expect(await readFile(path, 'utf8')).toBe(answers[0]);
  await writeFile(path, 'changed by hand');
  expect(await createFileOnce(path, 'late')).toBe('changed by hand');
  expect((await readdir(dir)).sort()).toEqual(['a', 'b']);
});

it('both say so when the folder is missing', async () => {
  await expect(replaceFile(join(dir, 'no', 'a'), '')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(createFileOnce(join(dir, 'no', 'a'), '')).rejects.toMatchObject({ code: 'ENOENT' });
});
