/**
 * Where the bytes of exhibits, recordings and issued documents lie: under their own SHA-256, written once, never
 * changed. There is no way to change or delete a blob here.
 *
 * Every store, on disk or elsewhere, passes `blob-store.contract.testkit.ts`.
 */

import type { Readable } from 'node:stream';
import type { BlobDescriptor } from '../../ledger/index.ts';

/** A file as it was hashed: its descriptor and the hashes of its 1 MiB chunks, 32 bytes each, in order. */
export interface BlobDescription {
  readonly descriptor: BlobDescriptor;
  readonly leaves: Uint8Array;
}

/** Bytes `start` to `end`, the latter not included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a blob is still what was described. `megabyte` is the first chunk (of 1 MiB, counted from 0) that differs or
 * is cut off; null when the stored chunk hashes are themselves lost or damaged.
 */
export type BlobVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing: true }
  | { readonly ok: false; readonly missing: false; readonly megabyte: number | null };

export interface BlobStore {
  /** A name for a new file that `adopt` can take without copying. The file does not exist yet. */
  temporary(): string;

  /**
   * Takes over a finished file. When it returns, the bytes are durable under their hash, readable by all and writable
   * by none, and `path` is gone. Bytes that are already stored are not stored again. The description is believed: it
   * must come from hashing this very file, and nobody may hold it open for writing.
   *
   * @throws StorageError `storage/damaged` when the file is not as long as described, `storage/conflict`,
   * `storage/full`, `storage/failed`
   */
  adopt(path: string, description: BlobDescription): Promise<void>;

  /** Stores bytes held in memory: documents, thumbnails. `type` is the media type. Errors as for `adopt`. */
  put(bytes: Uint8Array, type: string): Promise<BlobDescriptor>;

  /** The bytes, or those of a range inside it. @throws StorageError `storage/missing` before any byte */
  read(sha256: string, range?: ByteRange): Promise<Readable>;

  /** Length in bytes, null when there is no such blob. Does not read the bytes. */
  stat(sha256: string): Promise<{ readonly size: number } | null>;

  /** Reads the whole blob again and compares every hash of the descriptor. */
  verify(descriptor: BlobDescriptor): Promise<BlobVerdict>;
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Refuses with a RangeError what is not a SHA-256 in lower-case hex: it becomes part of a path. */
export function assertSha256(text: string): void {
  if (!SHA256.test(text)) throw new RangeError(`not a SHA-256: ${text.slice(0, 80)}`);
}
