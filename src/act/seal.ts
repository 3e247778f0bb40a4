/** Sealing: an act with its fields committed and chained to the one before it (ledger format §3). */
import { encodeBase64Url, decodeBase64Url } from '../ledger/base64.ts';
import { utf8 } from '../ledger/bytes.ts';
import { canonicalize, isJsonObject, type Json, parseCanonical } from '../ledger/canonical-json.ts';
import { type OpenField } from '../ledger/commitment.ts';
import { sealEvent } from '../ledger/event.ts';
import type { Hashes } from '../ledger/hashes.ts';
import type { NewAct, Stream } from './act.ts';
import { actOfFields, fieldsOf } from './fields.ts';

/** The end of a stream, to which the next act is chained. */
export interface Tip {
  readonly seq: number;
  readonly commitment: Uint8Array | null;
}

export const START: Tip = { seq: 0, commitment: null };

/** The stored form of an act. */
export interface SealedAct {
  readonly act: NewAct;
  readonly stream: Stream;
  readonly seq: number;
  readonly recorded: string;
  readonly prev: Tip;
  readonly commitment: Uint8Array;
  /** Canonical bytes that were committed. */
  readonly event: Uint8Array;
  readonly salt: Uint8Array;
  /** Canonical JSON: field name → [salt in base64url, value]. */
  readonly opened: Uint8Array;
}

/** Sources of what a seal may not invent itself. */
export interface SealContext {
  readonly hashes: Hashes;
  /** Origin of the bureau's log. */
  readonly origin: string;
  /** The server's clock. */
  readonly recorded: string;
  /** 32 fresh random bytes at each call. */
  readonly salt: () => Uint8Array;
}

/** Seals `act` as the next of its stream. Throws LedgerError for data no reader would accept. */
export function sealAct(act: NewAct, stream: Stream, tip: Tip, context: SealContext): SealedAct {
  const fields: Record<string, OpenField> = {};
  const opened: Record<string, Json> = {};
  for (const [name, value] of Object.entries(fieldsOf(act))) {
    const salt = context.salt();
    fields[name] = { value, salt };
    opened[name] = [encodeBase64Url(salt), value];
  }
  const salt = context.salt();
  const seq = tip.seq + 1;
  const draft = {
    log: context.origin,
    id: act.id,
    type: act.type,
    at: context.recorded,
    stream: stream.id,
    n: seq,
    prev: tip.commitment,
    pub: {},
  };
  const { bytes, commitment } = sealEvent(context.hashes, draft, fields, salt);
  return {
    act,
    stream,
    seq,
    recorded: context.recorded,
    prev: tip,
    commitment,
    event: bytes,
    salt,
    opened: utf8(canonicalize(opened)),
  };
}

/** The fields an act was stored with, each with its salt. Throws LedgerError or RangeError when the bytes do not hold. */
export function openFields(opened: Uint8Array): Record<string, OpenField> {
  const json = parseCanonical(opened);
  if (!isJsonObject(json)) throw new RangeError('opened fields are not an object');
  return Object.fromEntries(
    Object.entries(json).map(([name, entry]) => {
      if (
        !Array.isArray(entry) ||
        entry.length !== 2 ||
        typeof entry[0] !== 'string' ||
        entry[1] === undefined
      )
        throw new RangeError(`field ${name} is not opened`);
      return [name, { salt: decodeBase64Url(entry[0]), value: entry[1] as Json }];
    }),
  );
}

/** What a stored act says. */
export function readOpened(opened: Uint8Array): ReturnType<typeof actOfFields> {
  // JSON.parse: the bytes were canonical when written, and whoever judges them uses `openFields`.
  const json: Record<string, [string, Json]> = JSON.parse(new TextDecoder().decode(opened));
  return actOfFields(
    Object.fromEntries(Object.entries(json).map(([name, [, value]]) => [name, value])),
  );
}
