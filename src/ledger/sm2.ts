/**
 * SM2 signatures (GB/T 32918.2-2016 over the curve of GB/T 32918.5-2017) with SM3 and the usual identifier
 * `1234567812345678` (GB/T 35276-2017 §10).
 *
 *     ZA = SM3(0x0080 ‖ ID ‖ a ‖ b ‖ xG ‖ yG ‖ xA ‖ yA)        e = SM3(ZA ‖ message)
 *     signature = r ‖ s, 32 bytes each, big-endian              public key = 0x04 ‖ xA ‖ yA
 *
 * Node's own `crypto` must not be used for this: depending on how the key was loaded it signs plain ECDSA on the SM2
 * curve or uses an empty identifier, and verifies its own result in both cases.
 *
 * Example with ZA, e, r and s: `test/vectors/ledger/checkpoint-1000.json`.
 */

import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { concatBytes, fromHex, toHex, utf8 } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import { LedgerError } from './ledger-error.ts';

const CURVE = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const ORDER = CURVE.n;
const Point = weierstrass(CURVE);

/** Length of a public key, in bytes: uncompressed point. */
export const SM2_PUBLIC_KEY_LENGTH = 65;
const IDENTIFIER = utf8('1234567812345678');
const IDENTIFIER_BITS = Uint8Array.of(0, IDENTIFIER.length * 8);
const CURVE_BYTES = concatBytes(...[CURVE.a, CURVE.b, CURVE.Gx, CURVE.Gy].map(toBytes));

function toBytes(n: bigint): Uint8Array {
  const bytes = fromHex(n.toString(16).padStart(64, '0'));
  if (bytes === undefined) throw new Error('a number that is not hexadecimal');
  return bytes;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes)}`);
}

function mod(n: bigint): bigint {
  return ((n % ORDER) + ORDER) % ORDER;
}

/** Refuses with `key/public-key` what is not a point of the curve in uncompressed form. */
export function assertSm2PublicKey(publicKey: Uint8Array): void {
  readPoint(publicKey);
}

function readPoint(publicKey: Uint8Array): InstanceType<typeof Point> {
  try {
    if (publicKey.length === SM2_PUBLIC_KEY_LENGTH) return Point.fromBytes(publicKey);
  } catch {
    // Reported below, like a wrong length.
  }
  throw new LedgerError('key/public-key', 'not a point of the SM2 curve');
}

/** ZA (GB/T 32918.2 §5.5): binds identifier, curve and public key into every signature. */
export function sm2Za(hashes: Hashes, publicKey: Uint8Array): Uint8Array {
  return hashes.sm3(IDENTIFIER_BITS, IDENTIFIER, CURVE_BYTES, publicKey.subarray(1));
}

function digest(hashes: Hashes, publicKey: Uint8Array, message: Uint8Array): bigint {
  return toNumber(hashes.sm3(sm2Za(hashes, publicKey), message));
}

/** The public key of a private key of 32 bytes. Throws `key/format` for a number outside 1 to n-2. */
export function sm2PublicKey(privateKey: Uint8Array): Uint8Array {
  return Point.BASE.multiply(readPrivate(privateKey)).toBytes(false);
}

function readPrivate(privateKey: Uint8Array): bigint {
  const d = privateKey.length === 32 ? toNumber(privateKey) : 0n;
  if (d < 1n || d > ORDER - 2n) throw new LedgerError('key/format', 'not an SM2 private key');
  return d;
}

/**
 * Signs (GB/T 32918.2 §6.2). `random` returns that many bytes of the operating system's random source: a nonce that is
 * known or used twice gives the private key away. Throws `key/format`. For development and small installations; 密评
 * expects a certified 密码机 in its place.
 */
export function sm2Sign(
  hashes: Hashes,
  privateKey: Uint8Array,
  message: Uint8Array,
  random: (length: number) => Uint8Array,
): Uint8Array {
  const d = readPrivate(privateKey);
  const e = digest(hashes, sm2PublicKey(privateKey), message);
  for (;;) {
    // 40 bytes reduced to 32 leave a bias below 2^-64.
    const k = (toNumber(random(40)) % (ORDER - 1n)) + 1n;
    const r = mod(e + Point.BASE.multiply(k).x);
    const s = mod(Point.Fn.inv(1n + d) * (k - r * d));
    if (r !== 0n && r + k !== ORDER && s !== 0n) return concatBytes(toBytes(r), toBytes(s));
  }
}

/** Whether the signature is one of this key over the message (GB/T 32918.2 §7.1). Throws `key/public-key`. */
export function sm2Verify(
  hashes: Hashes,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const point = readPoint(publicKey);
  if (signature.length !== 64) return false;
  const r = toNumber(signature.subarray(0, 32));
  const s = toNumber(signature.subarray(32));
  if (r < 1n || r >= ORDER || s < 1n || s >= ORDER) return false;
  const t = mod(r + s);
  if (t === 0n) return false;
  const sum = Point.BASE.mulAddUnsafe(s, point, t);
  if (sum.is0()) return false;
  return mod(digest(hashes, publicKey, message) + sum.x) === r;
}
