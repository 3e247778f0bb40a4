/**
 * Descriptors of files: what an event holds of an exhibit or recording. Frozen.
 *
 *     {"chunk":1048576,"mroot":b64u(root),"sha256":hex,"size":bytes,"sm3":hex,"type":media type}
 *
 * Both hashes are over the original bytes, so `sha256sum` and `openssl dgst -sm3` check a file handed to a court. `mroot`
 * is the RFC 6962 root (SHA-256) over chunks of 1 MiB, the last one shorter; leaf i is SHA-256(0x00 ‖ chunk i) and an
 * empty file has the root of nothing, SHA-256(""). It tells which megabyte is damaged, and proves a clip alone.
 *
 * The descriptor is the value of a salted field `blob/<k>`: showing the event does not show the hash of a file whose
 * content could be guessed.
 *
 * Example: the 16 bytes `hello, evidence` LF are {"chunk":1048576,"mroot":"Ix2vtq5OG2AweJx0PJ8fsbc5UppzuK1Ucm8kkWkLuzI",
 * "sha256":"90b6fe99…","size":16,"sm3":"738a349b…","type":"text/plain"}.
 */

import { encodeBase64Url } from './base64.ts';
import { toHex } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import { appendLeaves, emptyFrontier, rootOf, treeHasher } from './tree.ts';

/** Length of a chunk, in bytes. */
export const BLOB_CHUNK = 1024 * 1024;

/** What is recorded of a file. Has the members of canonical JSON, so it can be a field value as it is. */
export type BlobDescriptor = {
  readonly chunk: number;
  readonly mroot: string;
  readonly sha256: string;
  readonly size: number;
  readonly sm3: string;
  readonly type: string;
};

/** Describes a file while it streams by. */
export interface BlobHasher {
  update(bytes: Uint8Array): void;
  /** The descriptor of everything given so far; `type` is the media type. The hasher cannot be used afterwards. */
  finish(type: string): BlobDescriptor;
}

const LEAF_PREFIX = Uint8Array.of(0);

/**
 * A hasher for one file, in constant memory whatever its length. `onChunk` is told the leaf hash of every chunk in turn,
 * for whoever keeps them in order to find a damaged megabyte later.
 */
export function blobHasher(
  hashes: Hashes,
  onChunk?: (index: number, leafHash: Uint8Array) => void,
): BlobHasher {
  const hasher = treeHasher(hashes.sha256);
  const sha256 = hashes.sha256Stream();
  const sm3 = hashes.sm3Stream();
  let frontier = emptyFrontier;
  let chunk = hashes.sha256Stream();
  let held = 0;
  let size = 0;

  function add(bytes: Uint8Array): void {
    if (held === 0) chunk.update(LEAF_PREFIX);
    chunk.update(bytes);
    held += bytes.length;
    if (held === BLOB_CHUNK) close();
  }

  function close(): void {
    const leafHash = chunk.digest();
    onChunk?.(frontier.size, leafHash);
    frontier = appendLeaves(hasher, frontier, [leafHash]);
    chunk = hashes.sha256Stream();
    held = 0;
  }

  return {
    update(bytes) {
      sha256.update(bytes);
      sm3.update(bytes);
      size += bytes.length;
      let at = 0;
      while (at < bytes.length) {
        const part = bytes.subarray(at, at + BLOB_CHUNK - held);
        at += part.length;
        add(part);
      }
    },
    finish(type) {
      if (held > 0) close();
      return {
        chunk: BLOB_CHUNK,
        mroot: encodeBase64Url(rootOf(hasher, frontier)),
        sha256: toHex(sha256.digest()),
        size,
        sm3: toHex(sm3.digest()),
        type,
      };
    },
  };
}
