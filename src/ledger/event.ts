/**
 * The event: one act as the ledger sees it. A canonical JSON object with exactly these keys (frozen):
 *
 *     v       1
 *     log     the log's origin; an event cannot be replayed into another bureau's log
 *     id      UUIDv7, also the idempotency key
 *     type    kind of act, such as evidence.sealed
 *     at      YYYY-MM-DDTHH:MM:SS.sssZ by the server's clock; informative, the order comes from the log's index
 *     stream  UUID of the matter, device, officer or configuration the event belongs to
 *     n       position in the stream, from 1, without gaps
 *     prev    null if n is 1, else base64url of the commitment E of event n-1
 *     pub     values anyone may see who is shown the event
 *     sd      field name → base64url of the commitment F; the values stay with their holder
 *
 * `prev` makes a stream self-contained: with events 1 to n opened, none can be missing in between.
 * Example: `test/vectors/ledger/commitment.json`.
 */

import { decodeBase64Url, encodeBase64Url } from './base64.ts';
import { utf8 } from './bytes.ts';
import { canonicalize, isJsonObject, type JsonObject, parseCanonical } from './canonical-json.ts';
import {
  assertFieldName,
  COMMITMENT_LENGTH,
  commitEvent,
  commitField,
  type OpenField,
} from './commitment.ts';
import type { Hashes } from './hashes.ts';
import { isKeyName } from './key-name.ts';
import { LedgerError } from './ledger-error.ts';

/** An event of a log; see the head of this file. */
export interface LedgerEvent {
  readonly v: 1;
  readonly log: string;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly stream: string;
  readonly n: number;
  readonly prev: string | null;
  readonly pub: JsonObject;
  readonly sd: Readonly<Record<string, string>>;
}

/** What the writer knows of an event before its fields are committed. */
export interface EventDraft {
  readonly log: string;
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly stream: string;
  readonly n: number;
  /** Commitment of the event before it in the stream, 64 bytes; null for the first. */
  readonly prev: Uint8Array | null;
  readonly pub: JsonObject;
}

/** An event ready to be stored: the bytes that were hashed and the commitment that goes into the log. */
export interface SealedEvent {
  readonly event: LedgerEvent;
  readonly bytes: Uint8Array;
  readonly commitment: Uint8Array;
}

/** Longest canonical form of an event, in bytes. */
const MAX_EVENT_LENGTH = 256 * 1024;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYPE = /^[a-z]+(\.[a-z_]+)+$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const KEYS = 10;

/**
 * Commits to every field, links the event to the one before it and commits to the whole. Salts come from the caller:
 * 32 fresh random bytes each. Throws `field/*`, `event/*` and `json/*` for what no reader would accept.
 */
export function sealEvent(
  hashes: Hashes,
  draft: EventDraft,
  fields: Readonly<Record<string, OpenField>>,
  eventSalt: Uint8Array,
): SealedEvent {
  const sd = Object.fromEntries(
    Object.entries(fields).map(([name, { value, salt }]): [string, string] => [
      name,
      encodeBase64Url(commitField(hashes, name, value, salt)),
    ]),
  );
  const { at, id, log, n, pub, stream, type } = draft;
  const prev = draft.prev === null ? null : encodeCommitment(draft.prev);
  const event: LedgerEvent = { at, id, log, n, prev, pub, sd, stream, type, v: 1 };
  assertHead(event);
  const bytes = utf8(canonicalize({ ...event }));
  assertLength(bytes);
  return { event, bytes, commitment: commitEvent(hashes, bytes, eventSalt) };
}

/** The event of canonical bytes. Throws `json/*`, `event/shape`, `event/too-long`, `field/name`. */
export function parseEvent(bytes: Uint8Array): LedgerEvent {
  assertLength(bytes);
  const value = parseCanonical(bytes);
  const event = isJsonObject(value) ? readShape(value) : undefined;
  if (event === undefined) throw new LedgerError('event/shape', 'not an event');
  assertHead(event);
  if (event.prev !== null) assertCommitment(event.prev, 'prev');
  for (const [name, commitment] of Object.entries(event.sd)) {
    assertFieldName(name);
    assertCommitment(commitment, 'sd');
  }
  return event;
}

/**
 * Passes only if the opened field is what the event committed to. Throws `field/not-committed`, `field/differs` and what
 * `commitField` throws.
 */
export function checkField(
  hashes: Hashes,
  event: LedgerEvent,
  name: string,
  { value, salt }: OpenField,
): void {
  const commitment = encodeBase64Url(commitField(hashes, name, value, salt));
  const committed = Object.hasOwn(event.sd, name) ? event.sd[name] : undefined;
  if (committed === undefined) {
    throw new LedgerError('field/not-committed', `the event has no field ${name}`);
  }
  if (committed !== commitment) {
    throw new LedgerError('field/differs', `field ${name} is not what was committed to`);
  }
}

/** Checks the type of every member; what the values must look like is checked after it. */
function readShape(value: JsonObject): LedgerEvent | undefined {
  const { v, log, id, type, at, stream, n, prev, pub, sd } = value;
  if (Object.keys(value).length !== KEYS || v !== 1) return undefined;
  if (typeof log !== 'string' || typeof id !== 'string' || typeof type !== 'string')
    return undefined;
  if (typeof at !== 'string' || typeof stream !== 'string' || typeof n !== 'number')
    return undefined;
  if (typeof prev !== 'string' && prev !== null) return undefined;
  if (!isJsonObject(pub) || !isJsonObject(sd) || !isTextRecord(sd)) return undefined;
  return { v, log, id, type, at, stream, n, prev, pub, sd };
}

function isTextRecord(value: JsonObject): value is Readonly<Record<string, string>> {
  return Object.values(value).every((member) => typeof member === 'string');
}

/** Everything but the commitments, which a writer has just made and a reader decodes. */
function assertHead(event: LedgerEvent): void {
  if (!isKeyName(event.log)) throw shape('log');
  if (!UUID_V7.test(event.id)) throw shape('id');
  if (!UUID.test(event.stream)) throw shape('stream');
  if (!TYPE.test(event.type)) throw shape('type');
  if (!isMoment(event.at)) throw shape('at');
  if (!Number.isSafeInteger(event.n) || event.n < 1) throw shape('n');
  if ((event.n === 1) !== (event.prev === null)) throw shape('prev');
}

/** Whether a text is a moment in UTC to the millisecond, written the one way the ledger writes it. */
export function isMoment(text: string): boolean {
  // Writing the moment again refuses days and hours that do not exist.
  const time = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

function assertCommitment(text: string, member: string): void {
  if (decodeBase64Url(text).length !== COMMITMENT_LENGTH) throw shape(member);
}

function encodeCommitment(commitment: Uint8Array): string {
  if (commitment.length !== COMMITMENT_LENGTH) throw shape('prev');
  return encodeBase64Url(commitment);
}

function assertLength(bytes: Uint8Array): void {
  if (bytes.length > MAX_EVENT_LENGTH) {
    throw new LedgerError('event/too-long', `an event of ${bytes.length} bytes`);
  }
}

function shape(member: string): LedgerError {
  return new LedgerError('event/shape', `"${member}" of an event is not as it must be`);
}
