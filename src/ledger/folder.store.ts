/** Folders that are still there after a power cut. */

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../platform/durable-file.ts';

/** Makes a folder and those above it; on return their names are on disk. */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode });
  // A folder that was there may be one whose maker crashed before its name was durable.
  if (first === undefined) return await syncFolder(dirname(path));
  for (let made = path; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}
