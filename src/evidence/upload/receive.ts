import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { StorageError } from '../../platform/storage/storage-error.ts';
import { EvidenceRefused } from '../evidence.problems.ts';
import { type Appending, type AppendResult, appendBody } from './append.ts';
import { type Progress, trackProgress } from './progress.ts';
import type { Checksum } from './tus.ts';
import type { UploadContext } from './upload.context.ts';
import { openPart, partSize, type UploadPlace, writeState } from './upload.files.ts';
import type { UploadState } from './upload.ts';

/** A piece of a file on its way in. */
export interface Piece {
  readonly offset: number;
  /** length of the body in bytes, null when the client did not say */
  readonly length: number | null;
  readonly checksum: Checksum | null;
  readonly body: Readable;
}

/** Bytes the hashes may be behind: less than the system keeps in memory, so that hashing does not read from the disk. */
const HASH_LAG = 64 * 1024 * 1024;
/** Bytes between two looks at how much room is left. */
const ROOM_CHECK = 32 * 1024 * 1024;

/**
 * Takes a piece. Whatever came in before a connection broke is kept; a piece with a checksum is kept as a whole or not
 * at all. What the state returned counts is durable.
 *
 * @throws EvidenceRefused `evidence/offset`, `evidence/beyond-length`, `evidence/checksum`
 * @throws StorageError; the state on disk then says how far the file is good
 */
export async function receivePiece(
  context: UploadContext,
  place: UploadPlace,
  state: UploadState,
  piece: Piece,
): Promise<UploadState> {
  const { offset, length } = state;
  if (piece.offset !== offset) throw new EvidenceRefused('evidence/offset', { offset });
  if (offset + (piece.length ?? 0) > length) {
    throw new EvidenceRefused('evidence/beyond-length', { length });
  }
  if (((await partSize(place)) ?? 0) < offset) {
    throw new StorageError('storage/damaged', `${place.part} is shorter than ${offset} bytes`);
  }
  let current = state;
  const record = async (end: number): Promise<void> => {
    current = { ...current, offset: end, touched: context.now() };
    await writeState(place, current);
  };
  const result = await writePiece(context, place, piece, { record, limit: length - offset });
  if (result === 'too-long') throw new EvidenceRefused('evidence/beyond-length', { length });
  if (result === 'corrupted') throw new EvidenceRefused('evidence/checksum');
  return current;
}

interface Recording {
  readonly limit: number;
  readonly record: (end: number) => Promise<void>;
}

async function writePiece(
  { hashing, limits }: UploadContext,
  place: UploadPlace,
  { offset, checksum, body }: Piece,
  { limit, record }: Recording,
): Promise<AppendResult> {
  const file = await openPart(place);
  const hashes = hashing.take(place, offset);
  let isSound = false;
  try {
    const progress = trackProgress(file, offset, record);
    let checked = offset;
    const advance = async (end: number): Promise<void> => {
      if (end - checked >= ROOM_CHECK) {
        checked = end;
        await assertRoom(dirname(place.part), limits.reserve);
      }
      progress.written(end);
      hashes.advance(end);
      await hashes.caughtUp(HASH_LAG);
    };
    const common = { file, at: offset, limit, checksum };
    const result = checksum
      ? await appendChecked(body, common, advance)
      : await appendAsItComes(body, { ...common, written: advance }, progress);
    await progress.finish();
    isSound = true;
    return result;
  } finally {
    await file.close();
    if (isSound) hashing.giveBack(place, hashes);
    else hashes.drop();
  }
}

/** Without a checksum every byte counts at once, also those before an error. */
async function appendAsItComes(
  body: Readable,
  target: Appending,
  progress: Progress,
): Promise<AppendResult> {
  try {
    return await appendBody(body, target);
  } catch (error) {
    await progress.finish();
    throw error;
  }
}

/** With a checksum nothing counts before the end: the rest is overwritten by the next attempt. */
async function appendChecked(
  body: Readable,
  target: Omit<Appending, 'written'>,
  advance: (end: number) => Promise<void>,
): Promise<AppendResult> {
  let end = target.at;
  const result = await appendBody(body, {
    ...target,
    written: async (to) => {
      end = to;
    },
  });
  if (result === 'complete') await advance(end);
  return result;
}

/** @throws StorageError `storage/full` when a full disk would endanger others who write there */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes)
    throw new StorageError('storage/full', 'the reserve of the disk is reached');
}
