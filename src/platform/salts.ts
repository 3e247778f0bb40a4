/** Random bytes of the operating system for salts, fetched many at a time: an act needs a dozen. */
import { randomFillSync } from 'node:crypto';

const SALT_BYTES = 32;
const POOL_BYTES = 256 * SALT_BYTES;

/** A source of salts: 32 bytes at each call, never the same ones twice. */
export function openSalts(): () => Uint8Array {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;
  return () => {
    if (used === POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const salt = new Uint8Array(pool.subarray(used, used + SALT_BYTES));
    // What has been handed out is not kept: destroying a salt must destroy it.
    pool.fill(0, used, used + SALT_BYTES);
    used += SALT_BYTES;
    return salt;
  };
}
