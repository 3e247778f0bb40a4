/**
 * Proof files, `.tlog-proof` (C2SP tlog-proof, draft v1): one act, proven without our server and without our software.
 *
 *     c2sp.org/tlog-proof@v1 LF
 *     extra <base64> LF                  optional
 *     index <decimal> LF
 *     <base64 of a 32-byte hash> LF      the audit path, from the leaf upwards, at most 63
 *     LF
 *     <signed checkpoint, with cosignatures>
 *
 * `extra` holds canonical JSON with the event itself and the fields its holder chose to open:
 *
 *     {"event": b64u(JCS(event)), "open": {field: [b64u(salt), value], …}, "salt": b64u(event salt), "vkeys": [vkey, …]}
 *
 * Nothing in `extra` is authenticated, and nothing of it needs to be: event, salt and openings either lead to the leaf or
 * do not. `vkeys` is the exception. It is optional and lets a file be checked alone, but whoever makes a file also
 * chooses its keys, so such a check only shows that the file is consistent in itself. A key the reader got elsewhere beats
 * it. If present, it names the key of every signature line, so that no line of such a file can be changed unnoticed.
 *
 * Example: `test/vectors/ledger/index-1.tlog-proof`.
 */

import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from './base64.ts';
import { decodeUtf8, utf8 } from './bytes.ts';
import {
  canonicalize,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCanonical,
} from './canonical-json.ts';
import { parseDecimal } from './checkpoint.ts';
import type { OpenField } from './commitment.ts';
import { LedgerError } from './ledger-error.ts';
import { parseNote } from './note.ts';
import type { NoteSignature } from './signature-line.ts';
import { HASH_LENGTH } from './tree.ts';

/** The event that is proven, with what its holder opens of it. */
export interface ProofExtra {
  /** Canonical bytes of the event. */
  readonly event: Uint8Array;
  /** Salt of the event, 32 bytes. */
  readonly salt: Uint8Array;
  readonly open: Readonly<Record<string, OpenField>>;
  /** Verifier keys of all signature lines; see the head of this file for what they are worth. */
  readonly vkeys?: readonly string[];
}

/** A proof file. */
export interface ProofFile {
  readonly extra?: ProofExtra;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed checkpoint: text of the note. */
  readonly checkpoint: string;
}

/** First line of a proof file. */
export const PROOF_FILE_HEADER = 'c2sp.org/tlog-proof@v1';
/** Longest proof file, in bytes: an event of 256 KiB, its values opened, in base64. */
const MAX_PROOF_FILE_LENGTH = 4 * 1024 * 1024;
const MAX_PATH = 63;

/** The bytes of a proof file. Throws what `parseProofFile` would throw on reading them back. */
export function formatProofFile(file: ProofFile): Uint8Array {
  const lines = [PROOF_FILE_HEADER];
  if (file.extra !== undefined) lines.push(`extra ${encodeBase64(utf8(formatExtra(file.extra)))}`);
  lines.push(`index ${file.index}`, ...file.path.map(encodeBase64), '', file.checkpoint);
  const bytes = utf8(lines.join('\n'));
  parseProofFile(bytes);
  return bytes;
}

/**
 * The proof file of its bytes; every byte counts. Whether it proves anything is for a verifier to say: the event is not
 * parsed and no signature checked here. Throws `proof-file/*`, `note/*`, `key/name`, `json/*`, `base64/not-canonical`.
 */
export function parseProofFile(bytes: Uint8Array): ProofFile {
  if (bytes.length > MAX_PROOF_FILE_LENGTH) {
    throw new LedgerError('proof-file/too-long', `a proof file of ${bytes.length} bytes`);
  }
  const text = decodeUtf8(bytes) ?? '';
  if (!text.startsWith(`${PROOF_FILE_HEADER}\n`)) {
    throw new LedgerError('proof-file/header', `does not begin with ${PROOF_FILE_HEADER}`);
  }
  const end = text.indexOf('\n\n');
  if (end < 0) throw new LedgerError('proof-file/lines', 'no empty line before the checkpoint');
  const lines = text.slice(PROOF_FILE_HEADER.length + 1, end).split('\n');
  const extra = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
  const index = lines.shift() ?? '';
  if (!index.startsWith('index '))
    throw new LedgerError('proof-file/index', 'no line with the index');
  if (lines.length > MAX_PATH)
    throw new LedgerError('proof-file/lines', 'a path of over 63 hashes');
  const checkpoint = text.slice(end + 2);
  const { signatures } = parseNote(utf8(checkpoint));
  const file = {
    index: parseDecimal(index.slice('index '.length), 'proof-file/index'),
    path: lines.map(parseHash),
    checkpoint,
  };
  if (extra === undefined) return file;
  return { ...file, extra: parseExtra(extra.slice('extra '.length), signatures) };
}

function parseHash(line: string): Uint8Array {
  const hash = decodeBase64(line);
  if (hash.length !== HASH_LENGTH) throw new LedgerError('proof-file/lines', 'not a 32-byte hash');
  return hash;
}

function formatExtra({ event, salt, open, vkeys }: ProofExtra): string {
  return canonicalize({
    event: encodeBase64Url(event),
    open: Object.fromEntries(
      Object.entries(open).map(([name, field]): [string, Json] => [
        name,
        [encodeBase64Url(field.salt), field.value],
      ]),
    ),
    salt: encodeBase64Url(salt),
    ...(vkeys === undefined ? {} : { vkeys }),
  });
}

function parseExtra(base64: string, signatures: readonly NoteSignature[]): ProofExtra {
  const value = parseCanonical(decodeBase64(base64));
  if (!isJsonObject(value)) throw badExtra();
  const { event, salt, open, vkeys } = value;
  if (Object.keys(value).length !== (vkeys === undefined ? 3 : 4)) throw badExtra();
  if (typeof event !== 'string' || typeof salt !== 'string' || !isJsonObject(open))
    throw badExtra();
  const extra = {
    event: decodeBase64Url(event),
    salt: decodeBase64Url(salt),
    open: parseOpen(open),
  };
  return vkeys === undefined ? extra : { ...extra, vkeys: parseVkeys(vkeys, signatures) };
}

function parseOpen(open: JsonObject): Record<string, OpenField> {
  const fields = Object.entries(open).map(([name, opening]): [string, OpenField] => {
    if (!Array.isArray(opening)) throw badExtra();
    const [salt, value, ...more]: readonly Json[] = opening;
    if (typeof salt !== 'string' || value === undefined || more.length > 0) throw badExtra();
    return [name, { salt: decodeBase64Url(salt), value }];
  });
  return Object.fromEntries(fields);
}

function parseVkeys(vkeys: Json, signatures: readonly NoteSignature[]): string[] {
  const texts = Array.isArray(vkeys) ? vkeys.filter((vkey) => typeof vkey === 'string') : [];
  if (!Array.isArray(vkeys) || texts.length !== vkeys.length) throw badExtra();
  if (new Set(texts).size !== texts.length) throw badExtra();
  for (const { name, keyId } of signatures) {
    if (!texts.some((vkey) => vkey.startsWith(`${name}+${keyId}+`))) {
      throw new LedgerError('proof-file/vkeys', `vkeys lacks the key of ${name}+${keyId}`);
    }
  }
  return texts;
}

function badExtra(): LedgerError {
  return new LedgerError('proof-file/extra', 'extra is not as it must be');
}
