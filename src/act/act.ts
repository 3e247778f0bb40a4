/**
 * The act as it is recorded: one step in the life of a matter, an officer or the bureau. The record is
 * the list of acts; everything else is derived from it.
 */
import type { JsonObject } from '../ledger/canonical-json.ts';

export type StreamKind = 'matter' | 'officer' | 'bureau';

export interface Stream {
  readonly kind: StreamKind;
  readonly id: string;
}

/** What somebody did, before it takes its place in a stream. */
export interface NewAct {
  /** UUIDv7; the idempotency key of the command. */
  readonly id: string;
  readonly type: string;
  /** When it happened: ISO 8601 with `+08:00`. */
  readonly happened: string;
  /** Ids of people, or `party`. */
  readonly by: readonly string[];
  /** The account that recorded it. */
  readonly recordedBy: string;
  /** Lower-case hex SHA-256 of the rule pack it was decided under; null outside matters. */
  readonly pack: string | null;
  /** Canonical JSON: integers, NFC strings, no floats. */
  readonly data: JsonObject;
}

/** An act in its place. */
export interface RecordedAct extends NewAct {
  readonly stream: Stream;
  /** 1-based position in the stream, without gaps. */
  readonly seq: number;
  /** The server's clock, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
  readonly recorded: string;
}
