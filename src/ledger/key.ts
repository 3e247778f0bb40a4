/**
 * Keys (C2SP signed-note, tlog-cosignature). Frozen.
 *
 *     use, algorithm       T                                              public key    signature
 *     log, Ed25519         0x01                                           32 bytes      64
 *     log, SM2             0xff ‖ "ealog/sm2-sm3/v1"                      65 bytes      64
 *     witness, Ed25519     0x04                                           32 bytes      8 + 64
 *     witness, SM2         0xff ‖ "ealog/sm2-sm3-cosignature/v1"          65 bytes      8 + 64
 *
 *     key ID       = SHA-256(key name ‖ 0x0A ‖ T ‖ public key), first 4 bytes
 *     verifier key = key name ‖ "+" ‖ key ID as 8 hexadecimal digits ‖ "+" ‖ base64(T ‖ public key)
 *
 * A log's key name is its origin, for all its keys; the key ID tells them apart. The key ID is a label, not a proof:
 * what counts is whether the verifier trusts the key.
 *
 * Example: log.example.gov.cn/350502+ca782e65+AfX29K/dv/kOa4MXdZonKnRVN6eUig6sPpZAoRv03O7J
 */

import { ed25519 } from '@noble/curves/ed25519.js';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes, equalBytes, toHex, utf8 } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import { isKeyName } from './key-name.ts';
import { LedgerError } from './ledger-error.ts';
import {
  assertSm2PublicKey,
  sm2PublicKey,
  sm2Sign,
  SM2_PUBLIC_KEY_LENGTH,
  sm2Verify,
} from './sm2.ts';

/** A log key signs checkpoints of its own tree; a witness key states that it saw a tree grow and never shrink. */
export type KeyUse = 'log' | 'witness';
/** The signature algorithms of a log. */
export type KeyAlgorithm = 'ed25519' | 'sm2';

/** A public key with its name and purpose. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly use: KeyUse;
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: Uint8Array;
}

/** Whoever holds a private key: software here, a signing machine elsewhere. */
export interface Signer {
  readonly key: VerifierKey;
  /** The raw signature of a message, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
}

const KINDS = [
  { use: 'log', algorithm: 'ed25519', type: Uint8Array.of(1) },
  { use: 'witness', algorithm: 'ed25519', type: Uint8Array.of(4) },
  { use: 'log', algorithm: 'sm2', type: utf8Type('ealog/sm2-sm3/v1') },
  { use: 'witness', algorithm: 'sm2', type: utf8Type('ealog/sm2-sm3-cosignature/v1') },
] as const;

const PUBLIC_KEY_LENGTH = { ed25519: 32, sm2: SM2_PUBLIC_KEY_LENGTH } as const;
const NEWLINE = utf8('\n');

/** 0xff, then a name: how signed-note marks algorithms without a number of their own. */
function utf8Type(identifier: string): Uint8Array {
  return concatBytes(Uint8Array.of(0xff), utf8(identifier));
}

/** A verifier key from its parts, with its key ID worked out. Throws `key/name`, `key/public-key`. */
export function verifierKey(
  hashes: Hashes,
  name: string,
  use: KeyUse,
  algorithm: KeyAlgorithm,
  publicKey: Uint8Array,
): VerifierKey {
  if (!isKeyName(name)) throw new LedgerError('key/name', 'not a key name');
  if (publicKey.length !== PUBLIC_KEY_LENGTH[algorithm]) {
    throw new LedgerError('key/public-key', `a public key of ${publicKey.length} bytes`);
  }
  if (algorithm === 'sm2') assertSm2PublicKey(publicKey);
  const hash = hashes.sha256(utf8(name), NEWLINE, typeBytes(use, algorithm), publicKey);
  return { name, id: toHex(hash.subarray(0, 4)), use, algorithm, publicKey };
}

function typeBytes(use: KeyUse, algorithm: KeyAlgorithm): Uint8Array {
  const kind = KINDS.find((k) => k.use === use && k.algorithm === algorithm);
  if (kind === undefined) throw new Error(`no key type for ${use}, ${algorithm}`);
  return kind.type;
}

/** The text of a verifier key. */
export function formatVkey({ name, id, use, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${id}+${encodeBase64(concatBytes(typeBytes(use, algorithm), publicKey))}`;
}

/**
 * The verifier key of a text. Throws `key/format`, `key/name`, `key/algorithm`, `key/public-key`, `key/id` if the key
 * ID is not the one of this name and key, and `base64/not-canonical`.
 */
export function parseVkey(hashes: Hashes, text: string): VerifierKey {
  const [name = '', id = '', ...rest] = text.split('+');
  if (rest.length === 0 || !/^[0-9a-f]{8}$/.test(id)) {
    throw new LedgerError('key/format', 'not a verifier key');
  }
  const data = decodeBase64(rest.join('+'));
  const kind = KINDS.find(({ type }) => equalBytes(data.subarray(0, type.length), type));
  if (kind === undefined) throw new LedgerError('key/algorithm', 'an unknown signature algorithm');
  const key = verifierKey(hashes, name, kind.use, kind.algorithm, data.slice(kind.type.length));
  if (key.id !== id) throw new LedgerError('key/id', `the key ID is ${key.id}, not ${id}`);
  return key;
}

/**
 * Whether a raw signature of 64 bytes is one of this key. Ed25519 is checked as RFC 8032 §5.1.7 says, without the
 * leniency of ZIP 215, so that no second signature passes for the same message.
 */
export function verifySignature(
  hashes: Hashes,
  { algorithm, publicKey }: VerifierKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false;
  if (algorithm === 'sm2') return sm2Verify(hashes, publicKey, message, signature);
  return ed25519.verify(signature, message, publicKey, { zip215: false });
}

/** Signs with the Ed25519 key of a seed of 32 bytes (RFC 8032 §5.1.5). */
export function ed25519Signer(hashes: Hashes, name: string, use: KeyUse, seed: Uint8Array): Signer {
  const key = verifierKey(hashes, name, use, 'ed25519', ed25519.getPublicKey(seed));
  return {
    key,
    sign(message) {
      return ed25519.sign(message, seed);
    },
  };
}

/** Signs with an SM2 key of 32 bytes; `random` as in `sm2Sign`. */
export function sm2Signer(
  hashes: Hashes,
  name: string,
  use: KeyUse,
  privateKey: Uint8Array,
  random: (length: number) => Uint8Array,
): Signer {
  const key = verifierKey(hashes, name, use, 'sm2', sm2PublicKey(privateKey));
  return {
    key,
    sign(message) {
      return sm2Sign(hashes, privateKey, message, random);
    },
  };
}
