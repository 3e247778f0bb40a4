/** The checkpoints a log serves, in its storage. */

import { utf8 } from './bytes.ts';
import { type Checkpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { nodeHashes } from './hashes.node.ts';
import { parseVkey, type VerifierKey } from './key.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import type { LogStore } from './log.store.ts';
import { type Note, parseNote } from './note.ts';

export const CHECKPOINT = 'checkpoint';
export const CHECKPOINT_SM3 = 'sm3/checkpoint';
/** One verifier key a line: those of the log, and of its shadow. */
export const VKEYS = 'vkeys';

/** A checkpoint as it is served; its signatures are for the reader to check. */
export interface ServedCheckpoint {
  readonly bytes: Uint8Array;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** The checkpoint served under `path`; null before there is one. Throws LedgerError for bytes that are none. */
export async function readServed(
  store: LogStore,
  path = CHECKPOINT,
): Promise<ServedCheckpoint | null> {
  const bytes = await store.read(path);
  if (bytes === null) return null;
  const note = parseNote(bytes);
  return { bytes, note, checkpoint: parseCheckpoint(note.text) };
}

/** The verifier keys served; none before there is a checkpoint. Throws LedgerError for bytes that are none. */
export async function readVkeys(store: LogStore): Promise<VerifierKey[]> {
  const bytes = await store.read(VKEYS);
  const lines = bytes === null ? [] : new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map((line) => parseVkey(nodeHashes, line));
}

/**
 * The checkpoint of a note that this log has signed, with every one of its keys for this origin. Throws LogStop
 * `log/checkpoint-damaged`; `where` names the note.
 */
export function openOwn(
  note: string | Uint8Array,
  origin: string,
  vkeys: readonly string[],
  where: string,
): Checkpoint {
  const keys = vkeys
    .map((vkey) => parseVkey(nodeHashes, vkey))
    .filter(({ name }) => name === origin);
  try {
    const bytes = typeof note === 'string' ? utf8(note) : note;
    const { checkpoint, verified } = openCheckpoint(nodeHashes, bytes, keys);
    if (checkpoint.origin === origin && verified.length === keys.length) return checkpoint;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new LogStop('log/checkpoint-damaged', `${where}的签名不能成立`, { cause: error });
  }
  throw new LogStop('log/checkpoint-damaged', `${where}不是本日志的检查点`);
}
