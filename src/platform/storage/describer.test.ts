import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { HELLO, HELLO_DESCRIPTOR, numbered } from './blob-store.contract.testkit.ts';
import { openDescriber } from './describer.ts';
import { describeBytes } from './description.ts';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'zhuding-describe-'));
const describer = openDescriber({ pairs: 2 });

afterAll(async () => {
  await describer.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('describing a file', () => {
  it('gives the hashes other programs compute', async () => {
    const { descriptor } = await describer.describe(await file('hello', HELLO), 'text/plain');
    expect(descriptor).toEqual(HELLO_DESCRIPTOR);
  });

  it.each([0, 1, 1048575, 1048576, 1048577, 9 * 1048576 + 3])(
    'gives for %i bytes what hashing them in memory gives',
    async (length) => {
      const bytes = numbered(length);
      const found = await describer.describe(await file(`f${length}`, bytes), 'video/mp4');
      expect(found).toEqual(describeBytes(bytes, 'video/mp4'));
    },
  );

  it('describes many files at once, each on its own', async () => {
    const lengths = Array.from({ length: 12 }, (_, index) => 1_000_000 * (index + 1));
    const found = await Promise.all(
      lengths.map(async (length) =>
        describer.describe(await file(`m${length}`, numbered(length, length)), 'x/y'),
      ),
    );
    expect(found).toEqual(lengths.map((length) => describeBytes(numbered(length, length), 'x/y')));
  });

  it('says when the file cannot be read', async () => {
    const following = describer.follow(join(folder, 'nothing'));
    following.advance(1);
    await expect(following.caughtUp(0)).rejects.toThrow('ENOENT');
    await expect(following.finish('x/y')).rejects.toThrow('ENOENT');
  });

  it('says when the file is shorter than announced', async () => {
    const following = describer.follow(await file('short', HELLO));
    following.advance(17);
    await expect(following.finish('x/y')).rejects.toThrow('ends at 16, 17 were announced');
  });
});

describe('following a growing file', () => {
  it('hashes what is announced and no more, and tells how far it is', async () => {
    const bytes = numbered(5_000_000);
    const path = await file('growing', bytes.subarray(0, 100));
    const following = describer.follow(path);
    for (let at = 100; at < bytes.length; at += 700_000) {
      await appendFile(path, bytes.subarray(at, at + 700_000));
      following.advance(Math.min(at + 700_000, bytes.length));
      await following.caughtUp(0);
    }
    await appendFile(path, 'not announced');
    expect(await following.finish('x/y')).toEqual(describeBytes(bytes, 'x/y'));
  });

  it('does not read bytes before they are announced', async () => {
    const path = await file('later', new Uint8Array(300));
    const following = describer.follow(path);
    following.advance(100);
    await following.caughtUp(0);
    const bytes = numbered(200);
    const handle = await open(path, 'r+');
    await handle.write(bytes, 0, 200, 100);
    await handle.close();
    following.advance(300);
    const whole = new Uint8Array(300);
    whole.set(bytes, 100);
    expect(await following.finish('x/y')).toEqual(describeBytes(whole, 'x/y'));
  });

  it('cannot go back', async () => {
    const following = describer.follow(await file('back', numbered(10)));
    following.advance(10);
    expect(() => following.advance(9)).toThrow(RangeError);
    following.drop();
    await expect(following.finish('x/y')).rejects.toThrow('nobody wants the hashes');
  });
});

it('a closed describer ends what is under way and takes no more', async () => {
  const closing = openDescriber({ pairs: 1 });
  const following = closing.follow(await file('closing', HELLO));
  const lost = expect(following.finish('x/y')).rejects.toThrow('closed');
  await closing.close();
  await lost;
  expect(() => closing.follow('x')).toThrow('closed');
});

it('works from a bundle, and ends by itself when nothing is left to do', async () => {
  const out = join(folder, 'dist');
  const here = (name: string) => new URL(name, import.meta.url).pathname;
  await build({
    entryPoints: [here('describer.ts'), here('describe.worker.ts')],
    outdir: out,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  await writeFile(join(out, 'package.json'), '{"type":"module"}');
  const program = `
    const { openDescriber } = await import('./describer.js');
    console.log((await openDescriber().describe(process.argv[1], 'text/plain')).descriptor.sm3);
  `;
  const path = await file('bundled', HELLO);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program, path], {
    cwd: out,
  });
  expect(stdout.trim()).toBe(HELLO_DESCRIPTOR.sm3);
});
