/** The hash functions of Node's OpenSSL. For server code; pure code takes `Hashes` as an argument. */

import { createHash, hash } from 'node:crypto';
import type { Hash, Hashes, HashStream } from './hashes.ts';

type Algorithm = 'sha256' | 'sm3';

/**
 * Short inputs are gathered here: one call of `crypto.hash` on one view costs less than a hash object with several
 * updates. Nothing in between can run, so sharing the buffer is safe.
 */
const gathered = new Uint8Array(4096);

function gather(parts: readonly Uint8Array[]): Uint8Array | undefined {
  let length = 0;
  for (const part of parts) {
    if (length + part.length > gathered.length) return undefined;
    gathered.set(part, length);
    length += part.length;
  }
  return gathered.subarray(0, length);
}

/** A string result avoids allocating a Buffer, which takes longer than hashing 100 bytes. */
function write(algorithm: Algorithm, input: Uint8Array, target: Uint8Array, offset: number): void {
  const digest = hash(algorithm, input, 'binary');
  for (let i = 0; i < 32; i++) target[offset + i] = digest.charCodeAt(i);
}

function streamed(algorithm: Algorithm, parts: readonly Uint8Array[]): Uint8Array {
  const state = createHash(algorithm);
  for (const part of parts) state.update(part);
  return new Uint8Array(state.digest());
}

function hashWith(algorithm: Algorithm): Hash {
  return (...parts) => {
    const input = gather(parts);
    if (input === undefined) return streamed(algorithm, parts);
    const digest = new Uint8Array(32);
    write(algorithm, input, digest, 0);
    return digest;
  };
}

function dual(...parts: readonly Uint8Array[]): Uint8Array {
  const digest = new Uint8Array(64);
  const input = gather(parts);
  if (input === undefined) {
    digest.set(streamed('sha256', parts), 0);
    digest.set(streamed('sm3', parts), 32);
  } else {
    write('sha256', input, digest, 0);
    write('sm3', input, digest, 32);
  }
  return digest;
}

function stream(algorithm: Algorithm): HashStream {
  const state = createHash(algorithm);
  return {
    update(bytes) {
      state.update(bytes);
    },
    digest() {
      return new Uint8Array(state.digest());
    },
  };
}

/** SHA-256 and SM3 by OpenSSL. */
export const nodeHashes: Hashes = {
  sha256: hashWith('sha256'),
  sm3: hashWith('sm3'),
  dual,
  sha256Stream() {
    return stream('sha256');
  },
  sm3Stream() {
    return stream('sm3');
  },
};
