/** Reading streams and writing commands: the only place where acts enter or leave the database. */
import { createHash } from 'node:crypto';
import type { Json } from '../ledger/canonical-json.ts';
import type { Role } from '../platform/db/roles.ts';
import { isUniqueViolation, violatedConstraint } from '../platform/db/errors.ts';
import type { Database } from '../platform/db/pool.ts';
import type { RecordedAct, Stream, StreamKind } from './act.ts';
import { readOpened, START, type Tip } from './seal.ts';
import { commitStatement, type Write } from './statement.ts';

/** A stream read to its end. */
export interface ReadStream {
  readonly acts: readonly RecordedAct[];
  readonly tip: Tip;
}

/** A row of `acts.act` as far as reading needs it. */
export interface ActRow {
  readonly act_id: string;
  readonly stream_kind: StreamKind;
  readonly type: string;
  readonly seq: number;
  readonly recorded_at: Date;
  readonly commitment: Buffer;
  readonly opened: Buffer;
}

/** Its columns. */
export const ACT_COLUMNS = 'act_id, stream_kind, type, seq, recorded_at, commitment, opened';

/** All acts of a stream, oldest first; none for a stream that does not exist. */
export async function readStream(
  db: Database,
  role: Role,
  bureau: string,
  id: string,
  after = 0,
): Promise<ReadStream> {
  const rows = await db.query<ActRow & Record<string, unknown>>(role, bureau, {
    name: 'read-stream',
    text: `select ${ACT_COLUMNS} from acts.act where bureau_id = $1 and stream_id = $2 and seq > $3 order by seq`,
    values: [bureau, id, after],
  });
  const last = rows.at(-1);
  return {
    acts: rows.map((one) => recordedAct(one, id)),
    tip: last ? { seq: last.seq, commitment: last.commitment } : START,
  };
}

/** The act that a row holds. */
export function recordedAct(one: ActRow, id: string): RecordedAct {
  return {
    ...readOpened(one.opened),
    id: one.act_id,
    type: one.type,
    stream: { kind: one.stream_kind, id },
    seq: one.seq,
    recorded: one.recorded_at.toISOString(),
  };
}

/** An act already recorded under a command's key, with the hash of the request that recorded it. */
export interface Earlier {
  readonly stream: Stream;
  readonly seq: number;
  readonly type: string;
  readonly requestHash: Uint8Array;
}

/** What an earlier command with this key recorded, if any. */
export async function findByKey(
  db: Database,
  role: Role,
  bureau: string,
  actId: string,
): Promise<Earlier | null> {
  const [found] = await db.query<{
    stream_id: string;
    stream_kind: StreamKind;
    seq: number;
    type: string;
    request_hash: Buffer;
  }>(role, bureau, {
    name: 'find-by-key',
    text: 'select stream_id, stream_kind, seq, type, request_hash from acts.act where bureau_id = $1 and act_id = $2',
    values: [bureau, actId],
  });
  return found
    ? {
        stream: { kind: found.stream_kind, id: found.stream_id },
        seq: found.seq,
        type: found.type,
        requestHash: found.request_hash,
      }
    : null;
}

export type CommitOutcome =
  | 'committed'
  /** Another command came first in the stream, or took the number: read again and decide again. */
  | 'conflict'
  /** The key was used before: find out by whom. */
  | 'repeated';

/** Writes a command in one statement. Throws what the database refuses for any other reason. */
export async function commit(db: Database, role: Role, write: Write): Promise<CommitOutcome> {
  try {
    await db.query(role, write.bureau, commitStatement(write));
    return 'committed';
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (await isRecorded(db, role, write)) return 'repeated';
    if (CONTENDED.has(violatedConstraint(error) ?? '')) return 'conflict';
    if (await isTaken(db, role, write)) return 'conflict';
    throw error;
  }
}

/*
 * The name of the violated constraint tells neither that a command came twice nor that another came first: PostgreSQL may
 * write a fact, or the place in the queue, before its act, and then it is that which is there already.
 */

/** Whether the place of an act of the command is taken. */
async function isTaken(db: Database, role: Role, { bureau, acts }: Write): Promise<boolean> {
  const [first] = acts;
  if (!first) return false;
  const found = await db.query(role, bureau, {
    name: 'is-taken',
    text: 'select from acts.act where bureau_id = $1 and stream_id = $2 and seq >= $3 limit 1',
    values: [bureau, first.stream.id, first.seq],
  });
  return found.length > 0;
}

/** Whether an act of the command is there already. */
async function isRecorded(db: Database, role: Role, { bureau, acts }: Write): Promise<boolean> {
  const found = await db.query(role, bureau, {
    name: 'is-recorded',
    text: 'select from acts.act where bureau_id = $1 and act_id = any ($2) limit 1',
    values: [bureau, acts.map(({ act }) => act.id)],
  });
  return found.length > 0;
}

/** Unique keys that two commands may honestly want at once. */
const CONTENDED: ReadonlySet<string> = new Set([
  'act_pkey',
  'act_commitment_key',
  'act_type_key',
  'document_number_pkey',
  'document_number_once',
  'document_number_parts_key',
  'decision_number_key',
  'review_basis_pkey',
  'review_basis_one_successor',
]);

/** SHA-256 of what was asked, so that one key cannot stand for two requests. */
export function requestHash(request: Json): Uint8Array {
  return createHash('sha256').update(JSON.stringify(request)).digest();
}
