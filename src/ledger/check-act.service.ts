/** Holds an act as it is stored against the entry that commits to it: event, place in its stream, columns, values. */

import { openFields } from '../act/seal.ts';
import { encodeBase64Url } from './base64.ts';
import { equalBytes, toHex } from './bytes.ts';
import { canonicalize, type Json } from './canonical-json.ts';
import { commitEvent, type OpenField } from './commitment.ts';
import { checkField, type LedgerEvent, parseEvent } from './event.ts';
import type { Report } from './finding.ts';
import { nodeHashes } from './hashes.node.ts';
import { LedgerError } from './ledger-error.ts';

/** An act's row. */
export interface ActRow {
  readonly act_id: string;
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly happened_at: Date;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly prev_seq: number | null;
  readonly prev_commitment: Buffer | null;
  readonly commitment: Buffer;
  readonly event: Buffer;
  readonly salt: Buffer;
  readonly opened: Buffer;
}

/** The last act of each stream so far, in the order of the log. */
export type StreamEnds = Map<string, { readonly seq: number; readonly commitment: Uint8Array }>;

/**
 * Reports how an act differs from what the log of this origin `committed` to. Of an event that is not the one committed to, nothing
 * else is reported: what it says proves nothing.
 */
export function checkAct(
  act: ActRow,
  origin: string,
  committed: Uint8Array,
  ends: StreamEnds,
  report: Report,
): void {
  const where = `act ${act.stream_id}/${act.seq}`;
  if (!equalBytes(act.commitment, committed)) {
    report('E_EVENT', `${where} commitment`, toHex(committed), toHex(act.commitment));
  }
  const end = ends.get(act.stream_id) ?? { seq: 0, commitment: null };
  ends.set(act.stream_id, { seq: act.seq, commitment: committed });
  const event = readEvent(act, committed, where, report);
  if (event === null) return;
  const prev = end.commitment === null ? null : encodeBase64Url(end.commitment);
  if (event.n !== end.seq + 1 || event.prev !== prev) {
    report('E_STREAM', where, `${end.seq + 1} after ${prev}`, `${event.n} after ${event.prev}`);
  }
  if (event.log !== origin) report('E_EVENT', `${where} log`, origin, event.log);
  checkColumns(act, event, where, report);
  checkOpened(act, event, where, report);
}

function readEvent(
  { event, salt }: ActRow,
  committed: Uint8Array,
  where: string,
  report: Report,
): LedgerEvent | null {
  try {
    const commitment = commitEvent(nodeHashes, event, salt);
    if (equalBytes(commitment, committed)) return parseEvent(event);
    report('E_EVENT', `${where} event`, toHex(committed), toHex(commitment));
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    report('E_EVENT', `${where} event`, toHex(committed), error.code);
  }
  return null;
}

/** Columns that repeat what the event says. */
function checkColumns(act: ActRow, event: LedgerEvent, where: string, report: Report): void {
  const pairs: readonly (readonly [column: string, expected: Json, found: Json])[] = [
    ['act_id', event.id, act.act_id],
    ['stream_id', event.stream, act.stream_id],
    ['seq', event.n, act.seq],
    ['prev_seq', event.n === 1 ? null : event.n - 1, act.prev_seq],
    ['prev_commitment', event.prev, act.prev_commitment && encodeBase64Url(act.prev_commitment)],
    ['type', event.type, act.type],
    ['recorded_at', event.at, act.recorded_at.toISOString()],
  ];
  compare(pairs, where, report);
}

/** Every field the event commits to, opened as it was sealed, and none besides. */
function checkOpened(act: ActRow, event: LedgerEvent, where: string, report: Report): void {
  const fields = readFields(act.opened);
  if (fields === null) return report('E_FIELD', `${where} opened`, 'opened fields', null);
  for (const name of Object.keys(event.sd)) {
    if (!fields.has(name)) report('E_FIELD', `${where} ${name}`, 'a value', null);
  }
  let sealed = true;
  for (const [name, field] of fields) {
    try {
      checkField(nodeHashes, event, name, field);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      sealed = false;
      report('E_FIELD', `${where} ${name}`, event.sd[name] ?? null, canonicalize(field.value));
    }
  }
  if (sealed) compare(openedColumns(act, fields), where, report);
}

function openedColumns(
  { happened_at, recorded_by }: ActRow,
  fields: ReadonlyMap<string, OpenField>,
): (readonly [string, Json, Json])[] {
  const happened = fields.get('happened')?.value;
  const at = typeof happened === 'string' ? Date.parse(happened) : Number.NaN;
  return [
    ['happened_at', Number.isNaN(at) ? null : at, happened_at.getTime()],
    ['recorded_by', fields.get('recorded-by')?.value ?? null, recorded_by],
  ];
}

function compare(
  pairs: readonly (readonly [column: string, expected: Json, found: Json])[],
  where: string,
  report: Report,
): void {
  for (const [column, expected, found] of pairs) {
    if (expected === found) continue;
    report('E_FIELD', `${where} ${column}`, canonicalize(expected), canonicalize(found));
  }
}

function readFields(opened: Uint8Array): Map<string, OpenField> | null {
  try {
    return new Map(Object.entries(openFields(opened)));
  } catch (error) {
    if (error instanceof LedgerError || error instanceof RangeError) return null;
    throw error;
  }
}
