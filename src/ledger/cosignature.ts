/**
 * Cosignatures (C2SP tlog-cosignature v1, for Ed25519; the same message for SM2). A witness states: at this time, this
 * was the largest tree of this origin I had seen, and it extends every one I saw before.
 *
 *     message = "cosignature/v1" LF "time" SP <seconds since 1970, decimal> LF <the checkpoint's text>
 *     blob    = time, 8 bytes big-endian ‖ signature, 64 bytes
 *
 * The message does not name the witness, so a witness key belongs to one name only and is never a log's key. The time
 * is never 0.
 *
 * Example: the third signature line of `test/vectors/ledger/checkpoint-1000.note` has the time 1772413400.
 */

import { utf8 } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import { type Signer, type VerifierKey, verifySignature } from './key.ts';
import { LedgerError } from './ledger-error.ts';
import type { NoteSignature } from './signature-line.ts';

const BLOB_LENGTH = 8 + 64;
/** The last second of the year 9999: a later time cannot be written as a date. */
const LATEST = 253_402_300_799;

/** The bytes a witness signs for a checkpoint text of three lines with LF at the end. */
function cosignatureMessage(checkpointText: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/** A witness's signature line. `time` is in seconds since 1970 UTC. Throws `cosignature/time` for 0 or no such time. */
export function cosign(signer: Signer, checkpointText: string, time: number): NoteSignature {
  if (signer.key.use !== 'witness') throw new Error('a log key does not cosign');
  assertTime(time);
  const blob = new Uint8Array(BLOB_LENGTH);
  const view = new DataView(blob.buffer);
  view.setBigUint64(0, BigInt(time));
  blob.set(signer.sign(cosignatureMessage(checkpointText, time)), 8);
  return { name: signer.key.name, keyId: signer.key.id, blob };
}

/**
 * The time of a witness's signature, once that has verified. Throws `cosignature/length`, `cosignature/time`,
 * `note/bad-signature`.
 */
export function openCosignature(
  hashes: Hashes,
  key: VerifierKey,
  checkpointText: string,
  blob: Uint8Array,
): number {
  if (blob.length !== BLOB_LENGTH) {
    throw new LedgerError('cosignature/length', `a cosignature of ${blob.length} bytes`);
  }
  const time = Number(new DataView(blob.buffer, blob.byteOffset).getBigUint64(0));
  assertTime(time);
  const message = cosignatureMessage(checkpointText, time);
  if (!verifySignature(hashes, key, message, blob.subarray(8))) {
    throw new LedgerError('note/bad-signature', `the cosignature of ${key.name} is wrong`);
  }
  return time;
}

function assertTime(time: number): void {
  if (!Number.isSafeInteger(time) || time <= 0 || time > LATEST) {
    throw new LedgerError('cosignature/time', `${time} is not the time of a cosignature`);
  }
}
