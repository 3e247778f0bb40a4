/**
 * Commitments: what the public log holds instead of the act itself. Frozen: a change would break every earlier proof.
 *
 *     D(x)                 = SHA-256(x) ‖ SM3(x)                                     64 bytes
 *     F(name, value, salt) = D("ealog/field/v1\n" ‖ salt ‖ JCS([name, value]))       one field
 *     E(event, salt)       = D("ealog/event/v1\n" ‖ salt ‖ JCS(event))               one event
 *
 * Every salt is 32 bytes of the operating system's random source, used once. It stands before the value and has a fixed
 * length, so no two inputs share a preimage; and once it is destroyed, the commitment says nothing about the value, be
 * it only a yes or a no.
 *
 * Worked examples with fixed salts: `test/vectors/ledger/commitment.json`.
 */

import { utf8 } from './bytes.ts';
import { canonicalize, type Json } from './canonical-json.ts';
import type { Hashes } from './hashes.ts';
import { LedgerError } from './ledger-error.ts';

/** Length of a salt, in bytes. */
export const SALT_LENGTH = 32;
/** Length of D, F and E, in bytes. */
export const COMMITMENT_LENGTH = 64;

const FIELD_TAG = utf8('ealog/field/v1\n');
const EVENT_TAG = utf8('ealog/event/v1\n');
const FIELD_NAME = /^[a-z0-9_./-]{1,64}$/;

/** One field as its holder keeps it: enough to open the commitment. */
export interface OpenField {
  readonly value: Json;
  readonly salt: Uint8Array;
}

/** Refuses with `field/name` what cannot name a field. */
export function assertFieldName(name: string): void {
  if (!FIELD_NAME.test(name)) throw new LedgerError('field/name', 'not a field name');
}

function assertSalt(salt: Uint8Array): void {
  if (salt.length !== SALT_LENGTH) {
    throw new LedgerError('field/salt', `a salt of ${salt.length} bytes instead of ${SALT_LENGTH}`);
  }
}

/** F(name, value, salt), 64 bytes. Throws `field/name`, `field/salt`, and `json/*` for a value outside canonical JSON. */
export function commitField(
  hashes: Hashes,
  name: string,
  value: Json,
  salt: Uint8Array,
): Uint8Array {
  assertFieldName(name);
  assertSalt(salt);
  // A field name needs no escaping, so this is canonicalize([name, value]).
  return hashes.dual(FIELD_TAG, salt, utf8(`["${name}",${canonicalize(value)}]`));
}

/** E of an event's canonical bytes, 64 bytes. Throws `field/salt`. */
export function commitEvent(hashes: Hashes, eventBytes: Uint8Array, salt: Uint8Array): Uint8Array {
  assertSalt(salt);
  return hashes.dual(EVENT_TAG, salt, eventBytes);
}
