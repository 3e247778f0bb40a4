/**
 * Entries: the leaves of the log. Frozen.
 *
 *     0x01 ‖ 0x01 ‖ E                 66 bytes           a private event; E is its commitment
 *     0x01 ‖ 0x02 ‖ JCS(statement)    ≤ 60 000 bytes     a public statement of the log about itself
 *
 * The first byte is the version of the format, the second the kind; kinds 0x00 and 0x03 to 0xff are refused. Entry 0 of
 * every log is the statement `log.genesis`. Statements are the only readable text in the public log.
 *
 * Example of a statement: {"at":"2026-01-01T00:00:00.000Z","hash":["sha256","sm3"],"keys":[…],
 * "origin":"log.example.gov.cn/350502","type":"log.genesis","v":1}
 */

import { decodeBase64 } from './base64.ts';
import { concatBytes, utf8 } from './bytes.ts';
import {
  canonicalize,
  isJsonObject,
  type Json,
  type JsonObject,
  parseCanonical,
} from './canonical-json.ts';
import { COMMITMENT_LENGTH } from './commitment.ts';
import { isMoment } from './event.ts';
import { isKeyName } from './key-name.ts';
import { LedgerError } from './ledger-error.ts';
import { HASH_LENGTH } from './tree.ts';

/** Entry 0: who the log is, how it hashes and with which keys it begins. */
export interface GenesisStatement {
  readonly v: 1;
  readonly type: 'log.genesis';
  readonly at: string;
  readonly origin: string;
  readonly hash: readonly ['sha256', 'sm3'];
  /** Verifier keys, see `key.ts`. */
  readonly keys: readonly string[];
  /** SHA-256 of the log's trust policy, lower-case hexadecimal. */
  readonly policy?: string;
}

/** Binds the SHA-256 tree and its SM3 shadow: both roots at one earlier size, in padded base64. */
export interface AnchorStatement {
  readonly v: 1;
  readonly type: 'log.anchor';
  readonly at: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly root_sm3: string;
}

/** Statements about keys, recovery and the end of a log; further members are the statement's own. */
export interface OtherStatement extends JsonObject {
  readonly v: 1;
  readonly type:
    | 'log.key_add'
    | 'log.key_retire'
    | 'log.key_revoke'
    | 'log.recovered'
    | 'log.closed';
  readonly at: string;
  readonly origin: string;
}

/** What a log says about itself in public. */
export type Statement = GenesisStatement | AnchorStatement | OtherStatement;

/** What an entry says. */
export type Entry =
  | { readonly kind: 'event'; readonly commitment: Uint8Array }
  | { readonly kind: 'statement'; readonly statement: Statement };

const VERSION = 1;
const EVENT = 1;
const STATEMENT = 2;
const MAX_STATEMENT_ENTRY = 60_000;
const SHA256_HEX = /^[0-9a-f]{64}$/;

/** The bytes of an entry. Throws `entry/length`, `statement/shape`, `json/*` for what no reader would accept. */
export function formatEntry(entry: Entry): Uint8Array {
  if (entry.kind === 'event') {
    if (entry.commitment.length !== COMMITMENT_LENGTH) throw badLength(entry.commitment.length);
    return concatBytes(Uint8Array.of(VERSION, EVENT), entry.commitment);
  }
  const json: JsonObject = { ...entry.statement };
  readStatement(json);
  const bytes = concatBytes(Uint8Array.of(VERSION, STATEMENT), utf8(canonicalize(json)));
  if (bytes.length > MAX_STATEMENT_ENTRY) throw badLength(bytes.length);
  return bytes;
}

/** What the bytes of an entry say. Throws `entry/version`, `entry/kind`, `entry/length`, `statement/shape`, `json/*`. */
export function parseEntry(bytes: Uint8Array): Entry {
  const [version, kind] = bytes;
  if (version !== VERSION) throw new LedgerError('entry/version', 'not a version 1 entry');
  const body = bytes.slice(2);
  if (kind === EVENT) {
    if (body.length !== COMMITMENT_LENGTH) throw badLength(bytes.length);
    return { kind: 'event', commitment: body };
  }
  if (kind === STATEMENT) {
    if (bytes.length > MAX_STATEMENT_ENTRY) throw badLength(bytes.length);
    return { kind: 'statement', statement: readStatement(parseCanonical(body)) };
  }
  throw new LedgerError('entry/kind', `no entry of kind ${kind}`);
}

function readStatement(value: Json): Statement {
  if (!isJsonObject(value)) throw shape('not an object');
  const { v, type, at, origin } = value;
  if (v !== 1) throw shape('v');
  if (typeof at !== 'string' || !isMoment(at)) throw shape('at');
  if (typeof origin !== 'string' || !isKeyName(origin)) throw shape('origin');
  if (typeof type !== 'string') throw shape('type');
  switch (type) {
    case 'log.genesis':
      return { v, type, at, origin, ...readGenesis(value) };
    case 'log.anchor':
      return { v, type, at, origin, ...readAnchor(value) };
    case 'log.key_add':
    case 'log.key_retire':
    case 'log.key_revoke':
    case 'log.recovered':
    case 'log.closed':
      return { ...value, v, type, at, origin };
    default:
      throw shape('type');
  }
}

function readGenesis(value: JsonObject): Pick<GenesisStatement, 'hash' | 'keys' | 'policy'> {
  const { hash, keys, policy } = value;
  if (Object.keys(value).length !== (policy === undefined ? 6 : 7)) throw shape('members');
  if (!Array.isArray(hash) || hash.join() !== 'sha256,sm3') throw shape('hash');
  if (!isTextList(keys) || keys.length === 0) throw shape('keys');
  if (policy === undefined) return { hash: ['sha256', 'sm3'], keys };
  if (typeof policy !== 'string' || !SHA256_HEX.test(policy)) throw shape('policy');
  return { hash: ['sha256', 'sm3'], keys, policy };
}

function readAnchor(value: JsonObject): Pick<AnchorStatement, 'size' | 'root' | 'root_sm3'> {
  const { size, root, root_sm3 } = value;
  if (Object.keys(value).length !== 7) throw shape('members');
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw shape('size');
  if (typeof root !== 'string' || decodeBase64(root).length !== HASH_LENGTH) throw shape('root');
  if (typeof root_sm3 !== 'string' || decodeBase64(root_sm3).length !== HASH_LENGTH) {
    throw shape('root_sm3');
  }
  return { size, root, root_sm3 };
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function badLength(length: number): LedgerError {
  return new LedgerError('entry/length', `an entry cannot have ${length} bytes here`);
}

function shape(member: string): LedgerError {
  return new LedgerError('statement/shape', `"${member}" of a statement is not as it must be`);
}
