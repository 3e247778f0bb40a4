/** Signature lines of notes; a witness answers with them alone. The format is in `note.ts`. */

import { decodeBase64, encodeBase64 } from './base64.ts';
import { concatBytes, fromHex, toHex } from './bytes.ts';
import { isKeyName } from './key-name.ts';
import { LedgerError } from './ledger-error.ts';

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** Key ID, eight hexadecimal digits. */
  readonly keyId: string;
  /** What follows the key ID: the signature, for witnesses preceded by the time. */
  readonly blob: Uint8Array;
}

const LINE = /^\u2014 ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/;

/** The line of a signature, without its LF. Throws `key/id` for a malformed key ID. */
export function formatSignatureLine({ name, keyId, blob }: NoteSignature): string {
  const id = fromHex(keyId);
  if (id?.length !== 4) throw new LedgerError('key/id', 'a key ID is eight hexadecimal digits');
  return `\u2014 ${name} ${encodeBase64(concatBytes(id, blob))}`;
}

/** The signature of a line, without its LF. Throws `note/signature-line`, `key/name`, `base64/not-canonical`. */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', base64 = ''] = LINE.exec(line) ?? [];
  if (base64 === '') throw new LedgerError('note/signature-line', 'not a signature line');
  if (!isKeyName(name)) throw new LedgerError('key/name', 'a signature line without a key name');
  const data = decodeBase64(base64);
  if (data.length < 5) throw new LedgerError('note/signature-line', 'a line without a signature');
  return { name, keyId: toHex(data.subarray(0, 4)), blob: data.slice(4) };
}
