/**
 * Where the public files of a log lie: tiles and bundles, written once; checkpoints and verifier keys, replaced as a
 * whole. On disk they have the layout in which they are served (`tile.ts`), so any web server can serve the folder:
 *
 *     checkpoint   vkeys   tile/<L>/<N>[.p/<W>]   tile/entries/<N>[.p/<W>]   sm3/checkpoint   sm3/tile/<L>/<N>[.p/<W>]
 */

import { randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../platform/durable-file.ts';
import { equalBytes } from './bytes.ts';
import type { Failpoints } from './failpoint.ts';
import { makeFolder } from './folder.store.ts';
import { LogStop } from './log-stop.ts';

/** Bytes under the path they are served at. */
export interface StoredObject {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of one log. A store on S3 passes the same tests. */
export interface LogStore {
  /** The bytes, null when there are none. */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Stores objects that never change; all are durable on return. Bytes that are there already are left alone. After an
   * error some may be stored: writing them again is safe. Throws LogStop `log/storage-conflict`, `log/storage-failed`.
   */
  write(objects: readonly StoredObject[]): Promise<void>;
  /** Puts new bytes in place of the old: a reader sees either. Durable on return. Throws LogStop `log/storage-failed`. */
  replace(object: StoredObject): Promise<void>;
}

/** Drafts lie here, on the same file system, until they are whole. */
const DRAFTS = '.drafts';
const ABANDONED_MS = 60 * 60 * 1000;
/** Files in flight at once. */
const PARALLEL = 8;
const PATH = /^[a-z0-9]+(?:[./][a-z0-9]+)*$/;

/** A store in a folder, made at the first write. */
export function fileLogStore(folder: string, failpoint: Failpoints = () => {}): LogStore {
  const made = new Set<string>();
  let failure: LogStop | null = null;

  async function ensureFolder(path: string): Promise<void> {
    if (made.has(path)) return;
    if (path !== folder) await ensureFolder(dirname(path));
    await makeFolder(path);
    made.add(path);
  }

  /** After a failed fsync nothing the system holds in memory can be trusted, a second fsync included. */
  async function synced(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      failure = new LogStop('log/storage-failed', `写入 ${folder} 失败`, { cause: error });
      throw failure;
    }
  }

  async function writeDraft(bytes: Uint8Array, mode: number): Promise<string> {
    const draft = join(folder, DRAFTS, randomBytes(12).toString('hex'));
    const file = await open(draft, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await synced(() => file.sync());
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return draft;
  }

  async function writeOne({ path, bytes }: StoredObject): Promise<void> {
    const target = locate(folder, path);
    await ensureFolder(dirname(target));
    const present = await readOrNull(target);
    if (present === null) {
      const draft = await writeDraft(bytes, 0o444);
      try {
        // link() fails where rename() would replace.
        await link(draft, target);
      } catch (error) {
        if (!hasCode(error, 'EEXIST')) throw error;
        assertSame(target, await readFile(target), bytes);
      } finally {
        await rm(draft, { force: true });
      }
    } else {
      assertSame(target, present, bytes);
    }
    failpoint('F5');
  }

  async function begin(): Promise<void> {
    if (failure) throw failure;
    const drafts = join(folder, DRAFTS);
    if (made.has(drafts)) return;
    await ensureFolder(drafts);
    await removeAbandoned(drafts);
  }

  return {
    async read(path) {
      return await readOrNull(locate(folder, path));
    },
    async write(objects) {
      await begin();
      for (let at = 0; at < objects.length; at += PARALLEL) {
        await Promise.all(objects.slice(at, at + PARALLEL).map(writeOne));
      }
      const folders = new Set(objects.map(({ path }) => dirname(locate(folder, path))));
      for (const one of folders) await synced(() => syncFolder(one));
    },
    async replace({ path, bytes }) {
      await begin();
      const target = locate(folder, path);
      await ensureFolder(dirname(target));
      await rename(await writeDraft(bytes, 0o644), target);
      await synced(() => syncFolder(dirname(target)));
    },
  };
}

/** Drafts of writers that were killed; whoever else is at work finishes one within moments. */
async function removeAbandoned(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_MS) await rm(path, { force: true });
  }
}

/** No caller passes a path it has not checked; this is the second lock. */
function locate(folder: string, path: string): string {
  if (!PATH.test(path)) throw new RangeError(`not the path of an object: ${path.slice(0, 80)}`);
  return join(folder, path);
}

function assertSame(path: string, present: Uint8Array, wanted: Uint8Array): void {
  if (equalBytes(present, wanted)) return;
  throw new LogStop('log/storage-conflict', `文件 ${path} 已有别的内容`);
}

async function readOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
