import { chmod, type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { namedError, StorageError } from './storage-error.ts';

/**
 * Makes the bytes of an open file durable.
 *
 * @throws StorageError `storage/full` or `storage/failed`. Either way the file must be given up: after a failed fsync
 * the system may have dropped the bytes and will report success the next time
 */
export async function syncFile(file: FileHandle): Promise<void> {
  try {
    await file.sync();
  } catch (error) {
    throw failure(error);
  }
}

/** The same for a folder or a file by its path. For a folder: the names in it. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await syncFile(file);
  } finally {
    await file.close();
  }
}

/** Makes a folder with all above it, and their names durable. */
export async function makeFolder(path: string): Promise<void> {
  const first = (await mkdir(path, { recursive: true })) ?? path;
  for (let made = path; ; made = dirname(made)) {
    await syncPath(dirname(made));
    if (made === first) return;
  }
}

/** Ends the writing of a file for good: durable, and writable by none. @throws StorageError as above, and `storage/damaged` */
export async function sealFile(path: string, size: number): Promise<void> {
  const found = await stat(path);
  if (!found.isFile() || found.size !== size) {
    throw new StorageError('storage/damaged', `${path} has ${found.size} bytes instead of ${size}`);
  }
  await chmod(path, READ_ONLY);
  await syncPath(path);
}

/** Readable by all who may enter the folder, writable by none. */
export const READ_ONLY = 0o444;

function failure(error: unknown): unknown {
  const named = namedError(error);
  if (named instanceof StorageError) return named;
  return new StorageError('storage/failed', 'the disk could not make the bytes durable', {
    cause: error,
  });
}
