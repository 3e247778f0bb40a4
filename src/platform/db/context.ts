/**
 * Context tokens: how the program proves to the database which bureau a connection speaks for. The
 * database's half is `context.bureau()` in `db/migrations/0001-foundation.sql`.
 *
 *     v1.<bureau>.<expiry>.<pid>.<mac>
 *     v1.350502.1795243800.4711.8f2e…  expiry in seconds since 1970, mac in lower-case hex
 *
 * mac = HMAC-SHA-256 (RFC 2104) under the context key over all before the last dot. A token read on one
 * connection is worth nothing on another, unless that one gets the same process id before it expires.
 * Pure.
 */
import { createHmac } from 'node:crypto';

const BLOCK_BYTES = 64;
/** No dot: it separates the fields. */
const BUREAU_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * A token for one server process (`pid`) until `expiry` (whole seconds since 1970).
 * Throws RangeError for a bureau id that could not stand in a token.
 */
export function mintToken(key: Buffer, bureauId: string, expiry: number, pid: number): string {
  if (!BUREAU_ID.test(bureauId)) throw new RangeError(`not a bureau id: ${bureauId}`);
  const message = `v1.${bureauId}.${expiry}.${pid}`;
  return `${message}.${createHmac('sha256', key).update(message, 'utf8').digest('hex')}`;
}

/** The key as HMAC's inner and outer hash begin with it (RFC 2104 §2): what `context.key` holds. */
export function hmacPads(key: Buffer): { inner: Buffer; outer: Buffer } {
  if (key.length > BLOCK_BYTES) throw new RangeError('a key longer than a block is not used here');
  const block = Buffer.alloc(BLOCK_BYTES);
  key.copy(block);
  const combined = (pad: number): Buffer => Buffer.from(block.map((byte) => byte ^ pad));
  return { inner: combined(0x36), outer: combined(0x5c) };
}
