/**
 * Signed notes (C2SP signed-note): a text and signature lines, in one file that people can read.
 *
 *     text, one or more lines, each ended by LF
 *     LF
 *     U+2014 SP <key name> SP base64( key ID, 4 bytes ‖ signature ) LF          one line a signature, 1 to 100
 *
 * UTF-8 without control characters below U+0020 but LF, at most 1 MiB. Text and signatures part at the last empty line.
 * The same (key name, key ID) may occur once. A note proves nothing before the caller's own keys have opened it:
 *
 * - a signature by a known key that does not verify makes the whole note invalid;
 * - signatures by unknown keys prove nothing, spoil nothing, and are reported.
 *
 * Example: `test/vectors/ledger/checkpoint-1000.note`.
 */

import { decodeUtf8, equalBytes, utf8 } from './bytes.ts';
import { openCosignature } from './cosignature.ts';
import type { Hashes } from './hashes.ts';
import { type Signer, type VerifierKey, verifySignature } from './key.ts';
import { LedgerError } from './ledger-error.ts';
import { formatSignatureLine, type NoteSignature, parseSignatureLine } from './signature-line.ts';

/** A note whose signatures nobody has checked. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that verified under a known key. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** For a witness: when it saw the tree, in seconds since 1970 UTC. */
  readonly time?: number;
}

/** What a set of known keys says of a note. */
export interface NoteVerdict {
  readonly verified: readonly VerifiedSignature[];
  readonly unknown: readonly NoteSignature[];
}

const MAX_LENGTH = 1024 * 1024;
const MAX_SIGNATURES = 100;

/** The text of a note. Throws what `parseNote` would throw on reading it back. */
export function formatNote(note: Note): string {
  const lines = note.signatures.map((signature) => `${formatSignatureLine(signature)}\n`);
  const text = `${note.text}\n${lines.join('')}`;
  parseNote(utf8(text));
  return text;
}

/** The note of its bytes; every byte counts. Throws `note/*`, `key/name`, `base64/not-canonical`. */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.length > MAX_LENGTH) throw new LedgerError('note/too-long', `${bytes.length} bytes`);
  const all = decodeUtf8(bytes);
  if (all === undefined) throw new LedgerError('note/not-utf8', 'not UTF-8');
  if (/[^\P{Cc}\n\u007f-\u009f]/u.test(all)) {
    throw new LedgerError('note/control-character', 'a control character other than LF');
  }
  const split = all.lastIndexOf('\n\n');
  if (split < 1) throw new LedgerError('note/no-signature', 'no text followed by signatures');
  const rest = all.slice(split + 2);
  if (!rest.endsWith('\n')) throw new LedgerError('note/signature-line', 'the last line has no LF');
  const lines = rest.slice(0, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) {
    throw new LedgerError('note/too-many-signatures', `${lines.length} signatures`);
  }
  const signatures = lines.map(parseSignatureLine);
  const seen = new Set(signatures.map(({ name, keyId }) => `${name}+${keyId}`));
  if (seen.size !== signatures.length) {
    throw new LedgerError('note/duplicate-signature', 'two signatures by one key');
  }
  return { text: all.slice(0, split + 1), signatures };
}

/** The log's signature of a note text, which ends with LF. */
export function signNote(signer: Signer, text: string): NoteSignature {
  if (signer.key.use !== 'log') throw new Error('a witness key signs cosignatures only');
  return { name: signer.key.name, keyId: signer.key.id, blob: signer.sign(utf8(text)) };
}

/**
 * Checks a note with the caller's keys. Throws `note/bad-signature` if a known key's signature does not verify,
 * `cosignature/*` for a malformed one, `key/ambiguous` if two different keys share name and key ID. An empty `verified`
 * is for the caller to judge.
 */
export function verifyNote(hashes: Hashes, note: Note, keys: readonly VerifierKey[]): NoteVerdict {
  const known = keyTable(keys);
  const verified: VerifiedSignature[] = [];
  const unknown: NoteSignature[] = [];
  for (const signature of note.signatures) {
    const key = known.get(`${signature.name}+${signature.keyId}`);
    if (key === undefined) unknown.push(signature);
    else verified.push(verifyOne(hashes, note.text, signature, key));
  }
  return { verified, unknown };
}

function verifyOne(
  hashes: Hashes,
  text: string,
  { blob }: NoteSignature,
  key: VerifierKey,
): VerifiedSignature {
  if (key.use === 'witness') return { key, time: openCosignature(hashes, key, text, blob) };
  if (verifySignature(hashes, key, utf8(text), blob)) return { key };
  throw new LedgerError('note/bad-signature', `the signature of ${key.name} is wrong`);
}

function keyTable(keys: readonly VerifierKey[]): Map<string, VerifierKey> {
  const table = new Map<string, VerifierKey>();
  for (const key of keys) {
    const label = `${key.name}+${key.id}`;
    const other = table.get(label);
    if (other !== undefined && !sameKey(other, key)) {
      throw new LedgerError('key/ambiguous', `two keys are called ${label}`);
    }
    table.set(label, key);
  }
  return table;
}

function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.use === b.use && a.algorithm === b.algorithm && equalBytes(a.publicKey, b.publicKey);
}
