/**
 * Blobs on a disk:
 *
 *     <folder>/3f/a9/3fa9…           the bytes under their SHA-256 in hex, mode 0444
 *     <folder>/3f/a9/3fa9….leaves    hashes of their 1 MiB chunks, 32 bytes each; none for a single chunk
 *     <folder>/tmp/                  drafts
 *
 * A file is made durable first and gets its name second, by link(2), which cannot replace: under a name there is never
 * anything but the whole file. The folder must be one file system.
 */

import { randomUUID } from 'node:crypto';
import { link, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { BLOB_CHUNK, type BlobDescriptor, equalBytes } from '../../ledger/index.ts';
import {
  assertSha256,
  type BlobDescription,
  type BlobStore,
  type BlobVerdict,
  type ByteRange,
} from './blob-store.ts';
import type { Describer } from './describer.ts';
import { describeBytes, firstDifference, leavesMatch, sameBytes } from './description.ts';
import { namedError, StorageError, systemCode } from './storage-error.ts';
import { makeFolder, READ_ONLY, sealFile, syncFile, syncPath } from './sync.ts';

const READ_CHUNK = 256 * 1024;
/** Drafts older than this were left by a crash. */
const DRAFT_LIFE_MS = 24 * 3600 * 1000;

/** Opens (or makes) the store below `folder`. `now` gives milliseconds since 1970. */
export async function openBlobStore(
  folder: string,
  describer: Describer,
  now: () => number = Date.now,
): Promise<BlobStore> {
  const root = resolve(folder);
  const drafts = join(root, 'tmp');
  await makeFolder(root);
  await makeFolder(drafts);
  await removeOldDrafts(drafts, now() - DRAFT_LIFE_MS);

  const place = newPlacer(root);
  let broken: StorageError | undefined;

  function pathOf(sha256: string): string {
    assertSha256(sha256);
    return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  function temporary(): string {
    return join(drafts, randomUUID());
  }

  /** After a failed fsync nothing more is written: the next one could succeed without the bytes being on disk. */
  async function writing(work: () => Promise<void>): Promise<void> {
    if (broken) throw broken;
    try {
      await work();
    } catch (error) {
      const named = namedError(error);
      if (named instanceof StorageError && named.code === 'storage/failed') broken = named;
      throw named;
    }
  }

  async function isIntact(descriptor: BlobDescriptor): Promise<boolean> {
    const path = pathOf(descriptor.sha256);
    if ((await stat(path)).size !== descriptor.size) return false;
    return sameBytes((await describer.describe(path, descriptor.type)).descriptor, descriptor);
  }

  async function placeLeaves(target: string, leaves: Uint8Array): Promise<void> {
    const path = `${target}.leaves`;
    await withDraft(temporary(), leaves, (draft) =>
      place(draft, path, async () => equalBytes(await readFile(path), leaves)),
    );
  }

  async function take(path: string, { descriptor, leaves }: BlobDescription): Promise<void> {
    const target = pathOf(descriptor.sha256);
    await sealFile(path, descriptor.size);
    // First the leaves, so that a blob is never without them.
    if (descriptor.size > BLOB_CHUNK) await placeLeaves(target, leaves);
    await place(path, target, () => isIntact(descriptor));
  }

  async function damagedMegabyte(
    descriptor: BlobDescriptor,
    found: Uint8Array,
  ): Promise<number | null> {
    if (descriptor.size <= BLOB_CHUNK) return 0;
    const leaves = await readFile(`${pathOf(descriptor.sha256)}.leaves`).catch(absent);
    return leaves && leavesMatch(leaves, descriptor) ? firstDifference(leaves, found) : null;
  }

  return {
    temporary,
    adopt: (path, description) => writing(() => take(path, description)),
    async put(bytes, type) {
      const description = describeBytes(bytes, type);
      await writing(() => withDraft(temporary(), bytes, (draft) => take(draft, description)));
      return description.descriptor;
    },
    read: (sha256, range) => readBlob(pathOf(sha256), range),
    async stat(sha256) {
      const found = await stat(pathOf(sha256)).catch(absent);
      return found ? { size: found.size } : null;
    },
    async verify(descriptor): Promise<BlobVerdict> {
      const path = pathOf(descriptor.sha256);
      if (!(await stat(path).catch(absent))) return { ok: false, missing: true };
      const found = await describer.describe(path, descriptor.type);
      if (sameBytes(found.descriptor, descriptor)) return { ok: true };
      const megabyte = await damagedMegabyte(descriptor, found.leaves);
      return { ok: false, missing: false, megabyte };
    },
  };
}

type Place = (draft: string, target: string, isSame: () => Promise<boolean>) => Promise<void>;

/** Gives drafts their final names. `isSame` is asked when the name is taken. */
function newPlacer(root: string): Place {
  const durable = new Set<string>([root]);

  /** A folder that is already there may be one that a crash kept from becoming durable: once, each is made so. */
  async function ensure(folder: string): Promise<void> {
    if (durable.has(folder)) return;
    await ensure(dirname(folder));
    await makeFolder(folder);
    durable.add(folder);
  }

  return async (draft, target, isSame) => {
    await ensure(dirname(target));
    try {
      await link(draft, target);
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
      if (!(await isSame())) {
        const message = `${target} holds other bytes than those it is to hold; nothing was changed`;
        throw new StorageError('storage/conflict', message);
      }
    }
    await syncPath(dirname(target));
    await rm(draft);
  };
}

/** Writes a draft for `use`, which takes it away; whatever is left of it after an error is removed. */
async function withDraft(
  draft: string,
  bytes: Uint8Array,
  use: (draft: string) => Promise<void>,
): Promise<void> {
  try {
    const file = await open(draft, 'wx', READ_ONLY);
    try {
      await file.writeFile(bytes);
      await syncFile(file);
    } finally {
      await file.close();
    }
    await use(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

async function readBlob(path: string, range: ByteRange | undefined): Promise<Readable> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT') throw error;
    throw new StorageError('storage/missing', `no file ${path}`, { cause: error });
  });
  if (range && range.start >= range.end) {
    await file.close();
    return Readable.from([]);
  }
  const limits = range ? { start: range.start, end: range.end - 1 } : {};
  return file.createReadStream({ ...limits, highWaterMark: READ_CHUNK });
}

async function removeOldDrafts(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(absent);
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

function absent(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
