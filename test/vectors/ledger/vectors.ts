/** The published vectors of the ledger, for tests: files read, keys and the log of 70 000 entries built. */

import { readFileSync } from 'node:fs';
import { concatBytes, fromHex, utf8 } from '../../../src/ledger/bytes.ts';
import type { Json } from '../../../src/ledger/canonical-json.ts';
import { nodeHashes } from '../../../src/ledger/hashes.node.ts';
import {
  ed25519Signer,
  parseVkey,
  type Signer,
  type VerifierKey,
} from '../../../src/ledger/key.ts';
import checkpoint1000 from './checkpoint-1000.json' with { type: 'json' };
import commitment from './commitment.json' with { type: 'json' };
import log from './log.json' with { type: 'json' };
import proofs from './proofs.json' with { type: 'json' };
import spec from './spec.json' with { type: 'json' };

export { checkpoint1000, commitment, log, proofs, spec };

const hashes = nodeHashes;

/** The bytes of a vector file. */
export function vectorFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, import.meta.url)));
}

/** Bytes of hexadecimal in a vector. */
export function hex(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error(`not hexadecimal: ${text}`);
  return bytes;
}

/** Salt i of the commitment vectors. */
export function vectorSalt(i: number): Uint8Array {
  return hashes.sha256(utf8(`ealog test salt ${i}\n`));
}

/** A field of the commitment vectors, opened. */
export function vectorField(name: 'party' | 'blob/0'): { value: Json; salt: Uint8Array } {
  const field = commitment.fields.find((f) => f.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return { value: field.value, salt: vectorSalt(field.salt) };
}

/** The private key of this name in the vectors: an Ed25519 seed or an SM2 scalar. */
export function vectorPrivateKey(name: keyof typeof log.keyTexts): Uint8Array {
  return hashes.sha256(utf8(log.keyTexts[name]));
}

/** A verifier key of the vectors. */
export function vectorKey(name: keyof typeof log.vkeys): VerifierKey {
  return parseVkey(hashes, log.vkeys[name]);
}

/** The Ed25519 keys of the vectors, ready to sign. */
export function vectorSigner(name: 'log' | 'witness'): Signer {
  return ed25519Signer(hashes, log[name === 'log' ? 'origin' : name], name, vectorPrivateKey(name));
}

/** Entries 0 to size-1 of the vector log. */
export function vectorEntries(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, i) => {
    if (i === 0) return concatBytes(Uint8Array.of(1, 2), utf8(log.genesis));
    const commit = i === 1 ? hex(commitment.event.commitment) : otherCommitment(i);
    return concatBytes(Uint8Array.of(1, 1), commit);
  });
}

function otherCommitment(i: number): Uint8Array {
  return hashes.dual(utf8(`ealog test entry ${i}\n`));
}
