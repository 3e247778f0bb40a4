/**
 * Uploads on disk, a folder for each account:
 *
 *     <folder>/<account>/<id>.json    the state, replaced as a whole
 *     <folder>/<account>/<id>.part    bytes received; counted only as far as the state says
 *
 * The state says no more than what is durable, so it holds after a crash of the program or of the machine.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { replaceFile } from '../../platform/durable-file.ts';
import { namedError, systemCode } from '../../platform/storage/storage-error.ts';
import { makeFolder } from '../../platform/storage/sync.ts';
import { type Owner, UploadState } from './upload.ts';

const schema = Compile(UploadState);
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const STATE = '.json';
const PART = '.part';

/** Where the files of one upload are. */
export interface UploadPlace {
  readonly id: string;
  readonly state: string;
  readonly part: string;
}

/** The folder of an account. Hashed, since names of accounts may hold anything. */
export function folderOf(root: string, { bureau, account }: Owner): string {
  const name = createHash('sha256')
    .update(JSON.stringify([bureau, account]))
    .digest('hex');
  return join(root, name.slice(0, 32));
}

/** Null when that is no id of an upload. */
export function placeOf(folder: string, id: string): UploadPlace | null {
  if (!ID.test(id)) return null;
  return { id, state: join(folder, `${id}${STATE}`), part: join(folder, `${id}${PART}`) };
}

/** Makes a new upload durable. @throws StorageError */
export async function makeUpload(
  folder: string,
  place: UploadPlace,
  state: UploadState,
): Promise<void> {
  await makeFolder(folder);
  const part = await open(place.part, 'wx', 0o600);
  await part.close();
  // Makes the name of the empty file durable as well.
  await writeState(place, state);
}

/** @throws StorageError */
export async function writeState(place: UploadPlace, state: UploadState): Promise<void> {
  try {
    await replaceFile(place.state, JSON.stringify(state));
  } catch (error) {
    throw namedError(error);
  }
}

/** Null when there is no such upload. @throws Error when its file is damaged */
export async function readState(place: UploadPlace): Promise<UploadState | null> {
  const text = await readFile(place.state, 'utf8').catch(absent);
  if (text === null) return null;
  const state: unknown = JSON.parse(text);
  if (!schema.Check(state)) throw new Error(`${place.state} is not the state of an upload`);
  return state;
}

/** Opens the bytes for writing at any place. */
export function openPart(place: UploadPlace): Promise<FileHandle> {
  return open(place.part, 'r+', 0o600);
}

/** Bytes received, durable or not; null when they are gone. */
export async function partSize(place: UploadPlace): Promise<number | null> {
  return (await stat(place.part).catch(absent))?.size ?? null;
}

export async function removePart(place: UploadPlace): Promise<void> {
  await rm(place.part, { force: true });
}

export async function removeUpload(place: UploadPlace): Promise<void> {
  await removePart(place);
  await rm(place.state, { force: true });
}

/** Uploads of an account of which bytes are held. */
export async function countOpen(folder: string): Promise<number> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  return names.filter((name) => name.endsWith(PART)).length;
}

/** Every file below the root that could belong to an upload. */
export async function* everyUpload(root: string): AsyncGenerator<UploadPlace> {
  for (const account of await readdir(root)) {
    const folder = join(root, account);
    const ids = new Set((await readdir(folder)).map((name) => name.slice(0, 36)));
    for (const id of ids) {
      const place = placeOf(folder, id);
      if (place) yield place;
    }
  }
}

function absent(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
