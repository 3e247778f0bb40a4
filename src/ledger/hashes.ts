/**
 * The hash functions, as an argument: the proof code is the same in the server (`hashes.node.ts`), in a browser and in
 * the verifier (`hashes.pure.ts`). SHA-256 is FIPS 180-4, SM3 is GB/T 32905.
 */

/** A hash of bytes that come piece by piece. */
export interface HashStream {
  update(bytes: Uint8Array): void;
  /** The 32-byte hash of everything given so far. The stream cannot be used afterwards. */
  digest(): Uint8Array;
}

/** A hash of the concatenation of its arguments, 32 bytes. */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array;

/** Both hash functions, at once and streaming. Returned arrays are fresh: nobody else holds them. */
export interface Hashes {
  readonly sha256: Hash;
  readonly sm3: Hash;
  /** D(x) = SHA-256(x) ‖ SM3(x), 64 bytes: a break of one function does not open what the other one fixed. */
  readonly dual: Hash;
  sha256Stream(): HashStream;
  sm3Stream(): HashStream;
}
