/** The hash functions without a platform: for browsers and the stand-alone verifier. */

import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import { sm3, sm3Stream } from './sm3.ts';

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const state = nobleSha256.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

function dual(...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(sha256(...parts), sm3(...parts));
}

/** SHA-256 by `@noble/hashes`, SM3 by `sm3.ts`. */
export const pureHashes: Hashes = {
  sha256,
  sm3,
  dual,
  sha256Stream() {
    const state = nobleSha256.create();
    return {
      update(bytes) {
        state.update(bytes);
      },
      digest() {
        return state.digest();
      },
    };
  },
  sm3Stream,
};
