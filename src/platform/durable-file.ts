/** Small files that must be whole or absent after a crash. All are readable by their owner only. */
import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/** Replaces (or makes) the file. On return the new text is on disk under `path`. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = await writeDraft(path, text);
  await rename(draft, path);
  await syncFolder(dirname(path));
}

/**
 * Makes the file unless it exists, and returns the text that now stands there: `text`, or what an
 * earlier call, possibly of another process, has written. Two callers always get the same answer.
 */
export async function createFileOnce(path: string, text: string): Promise<string> {
  const draft = await writeDraft(path, text);
  try {
    // link() fails where rename() would replace.
    await link(draft, path);
    await syncFolder(dirname(path));
    return text;
  } catch (error) {
    if (!isExistError(error)) throw error;
    return await readFile(path, 'utf8');
  } finally {
    await rm(draft, { force: true });
  }
}

/** Makes the names in a folder durable: a file's own fsync does not cover its name. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

function isExistError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
