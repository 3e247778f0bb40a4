/**
 * Checkpoints (C2SP tlog-checkpoint): the log's signed statement of its size and root. The text of a signed note, of
 * exactly three lines and no extension lines. Frozen.
 *
 *     <origin> LF
 *     <size, decimal without leading zeros> LF
 *     <base64 of the 32-byte root> LF
 *
 * Example:
 *
 *     log.example.gov.cn/350502
 *     1000
 *     fVVjdbvj3uNZ+NRBwS7g0e6v5E69imPFnOazfbbgqgA=
 *
 * The SM3 shadow tree has checkpoints of the same form with the origin `<origin>/sm3`.
 */

import { decodeBase64, encodeBase64 } from './base64.ts';
import { equalBytes } from './bytes.ts';
import type { Hashes } from './hashes.ts';
import type { VerifierKey } from './key.ts';
import { isKeyName } from './key-name.ts';
import { LedgerError } from './ledger-error.ts';
import { type Note, type NoteVerdict, parseNote, verifyNote } from './note.ts';
import { assertTreeSize, HASH_LENGTH } from './tree.ts';

/** What a log signs. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A checkpoint that the log's own key has signed. */
export interface OpenedCheckpoint extends NoteVerdict {
  readonly checkpoint: Checkpoint;
  readonly note: Note;
}

/** The three lines of a checkpoint. Throws `checkpoint/origin`, `tree/size`, `checkpoint/root`. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin)) throw badOrigin();
  assertTreeSize(size);
  if (root.length !== HASH_LENGTH) throw badRoot();
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** The checkpoint of a note's text. Throws `checkpoint/*`, `base64/not-canonical`. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = '', end, ...more] = text.split('\n');
  if (end !== '' || more.length > 0) {
    throw new LedgerError('checkpoint/lines', 'a checkpoint has three lines');
  }
  if (!isKeyName(origin)) throw badOrigin();
  const checkpoint = {
    origin,
    size: parseDecimal(size, 'checkpoint/size'),
    root: decodeBase64(root),
  };
  if (checkpoint.root.length !== HASH_LENGTH) throw badRoot();
  return checkpoint;
}

/** A number from 0 to 2^53-1 in the one decimal form it has. Throws the given code for any other text. */
export function parseDecimal(text: string, code: 'checkpoint/size' | 'proof-file/index'): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value) || String(value) !== text) {
    throw new LedgerError(code, 'not a number in plain decimal form');
  }
  return value;
}

/**
 * Opens a checkpoint with the keys the caller trusts: those of the log, named exactly as its origin, and of witnesses.
 * Throws `note/no-trusted-signature` unless a log key of this origin has signed, `key/ambiguous` if one public key
 * serves both log and witness, and whatever `parseNote`, `parseCheckpoint` and `verifyNote` throw.
 */
export function openCheckpoint(
  hashes: Hashes,
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
): OpenedCheckpoint {
  const note = parseNote(bytes);
  const checkpoint = parseCheckpoint(note.text);
  assertSeparateUse(keys);
  const verdict = verifyNote(hashes, note, keys);
  if (!verdict.verified.some(({ key }) => isLogKeyOf(key, checkpoint.origin))) {
    throw new LedgerError(
      'note/no-trusted-signature',
      `no trusted key of ${checkpoint.origin} signed`,
    );
  }
  return { checkpoint, note, ...verdict };
}

/** Whether a key may sign checkpoints of this origin. Names are compared whole. */
export function isLogKeyOf({ use, name }: VerifierKey, origin: string): boolean {
  return use === 'log' && name === origin;
}

/**
 * Refuses with `key/ambiguous` one public key under two names or for both uses: a witness's message does not name it, so
 * one signature could be passed off as another's.
 */
export function assertSeparateUse(keys: readonly VerifierKey[]): void {
  for (const a of keys) {
    for (const b of keys) {
      if ((a.use !== b.use || a.name !== b.name) && equalBytes(a.publicKey, b.publicKey)) {
        throw new LedgerError('key/ambiguous', `${a.name} and ${b.name} share a public key`);
      }
    }
  }
}

function badOrigin(): LedgerError {
  return new LedgerError('checkpoint/origin', 'not the name of a log');
}

function badRoot(): LedgerError {
  return new LedgerError('checkpoint/root', 'a root is 32 bytes');
}
