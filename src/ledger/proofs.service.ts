/**
 * Proof files of published decisions: the act that decided, as it stands in the log under the checkpoint now served, with
 * what its public entry shows opened and everything else closed. Works as the role `worker`.
 */

import { openFields } from '../act/seal.ts';
import type { Database } from '../platform/db/pool.ts';
import { equalBytes } from './bytes.ts';
import type { Json } from './canonical-json.ts';
import { commitEvent, type OpenField } from './commitment.ts';
import { formatEntry } from './entry.ts';
import { checkField, parseEvent } from './event.ts';
import { TREES } from './grow.service.ts';
import { nodeHashes } from './hashes.node.ts';
import { openCheckpoint } from './checkpoint.ts';
import { formatVkey, type VerifierKey } from './key.ts';
import type { LogStore } from './log.store.ts';
import type { Note } from './note.ts';
import { openable, shownBy } from './openable.ts';
import { checkInclusion } from './proof.ts';
import { formatProofFile } from './proof-file.ts';
import { readVkeys } from './published.store.ts';
import { openServedLog, type ServedLog, TileCache } from './served-log.service.ts';

export interface ProofsOptions {
  readonly db: Database;
  readonly store: (bureau: string) => LogStore;
}

export interface Proofs {
  /**
   * The proof file of an act of a matter, with the fields opened that `openedFields` admits; null while the act is under
   * no served checkpoint. Throws when the stored act is not what the log committed to.
   */
  makeProof(
    bureau: string,
    matter: string,
    seq: number,
    openedFields: (name: string) => boolean,
  ): Promise<Uint8Array | null>;
  /**
   * Makes the proofs that standing public entries lack, of those whose decisions are under a served checkpoint; how many
   * were made. An entry that was withdrawn, or replaced by a later version, gets none. Throws AggregateError for those
   * whose acts are not what the log committed to, after all others are made.
   */
  proveEntries(bureau: string): Promise<number>;
}

interface StoredAct {
  readonly event: Buffer;
  readonly salt: Buffer;
  readonly opened: Buffer;
  readonly commitment: Buffer;
  readonly idx: number;
}

interface ProvenAct {
  readonly file: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly commitment: Uint8Array;
}

interface UnprovenEntry {
  readonly entry_id: string;
  readonly version: number;
  readonly matter_id: string;
  readonly seq: number;
  readonly decision_seq: number;
}

/** Entries one call proves at most; the next goes on. */
const ENTRIES = 200;

/** Opens nothing yet. */
export function createProofs({ db, store }: ProofsOptions): Proofs {
  const logs = new Map<string, ServedLog>();
  const cache = new TileCache();

  function logOf(bureau: string): ServedLog {
    const log = logs.get(bureau) ?? openServedLog(store(bureau), bureau, cache);
    logs.set(bureau, log);
    return log;
  }

  async function prove(
    bureau: string,
    matter: string,
    seq: number,
    admits: (name: string) => boolean,
  ): Promise<ProvenAct | null> {
    const act = await findAct(db, bureau, matter, seq);
    const served = act === null ? null : await logOf(bureau).checkpoint();
    if (act === null || served === null || act.idx >= served.checkpoint.size) return null;
    const { size, root } = served.checkpoint;
    const path = await logOf(bureau).inclusion(act.idx, size);
    if (path === null) return null;
    const { hasher } = TREES.sha256;
    const leafHash = hasher.leaf(formatEntry({ kind: 'event', commitment: act.commitment }));
    checkInclusion(hasher, { index: act.idx, size, leafHash, path, root });
    const keys = signersOf(served.note, await readVkeys(store(bureau)));
    openCheckpoint(nodeHashes, served.bytes, keys);
    const fields = Object.entries(checkedFields(act));
    const file = formatProofFile({
      index: act.idx,
      path,
      checkpoint: new TextDecoder().decode(served.bytes),
      extra: {
        event: act.event,
        salt: act.salt,
        open: Object.fromEntries(fields.filter(([name]) => admits(name))),
        vkeys: keys.map(formatVkey),
      },
    });
    return { file, index: act.idx, size, commitment: act.commitment };
  }

  async function proveEntry(bureau: string, entry: UnprovenEntry): Promise<boolean> {
    const { matter_id: matter, seq, decision_seq } = entry;
    const publication = await findAct(db, bureau, matter, seq);
    const decision = await findAct(db, bureau, matter, decision_seq);
    if (publication === null || decision === null) return false;
    const shown = shownBy(valuesOf(checkedFields(publication)));
    const names = new Set(openable(shown, valuesOf(checkedFields(decision))));
    const proven = await prove(bureau, matter, decision_seq, (name) => names.has(name));
    if (proven === null) return false;
    await insertProof(db, bureau, entry, proven);
    return true;
  }

  return {
    async makeProof(bureau, matter, seq, openedFields) {
      return (await prove(bureau, matter, seq, openedFields))?.file ?? null;
    },
    async proveEntries(bureau) {
      let made = 0;
      const errors: unknown[] = [];
      for (const entry of await findUnproven(db, bureau)) {
        try {
          if (await proveEntry(bureau, entry)) made += 1;
        } catch (error) {
          errors.push(new Error(`no proof for ${entry.entry_id}`, { cause: error }));
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, `${errors.length} entries unproven`);
      return made;
    },
  };
}

/** The fields of a stored act, each of which leads to what the log holds. Throws for an act that was changed. */
function checkedFields({ event, salt, opened, commitment }: StoredAct): Record<string, OpenField> {
  if (!equalBytes(commitEvent(nodeHashes, event, salt), commitment)) {
    throw new Error('the stored event is not what the log committed to');
  }
  const parsed = parseEvent(event);
  const fields = openFields(opened);
  for (const [name, field] of Object.entries(fields)) checkField(nodeHashes, parsed, name, field);
  return fields;
}

function valuesOf(fields: Readonly<Record<string, OpenField>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

/** The keys of exactly the signatures there are. */
function signersOf({ signatures }: Note, keys: readonly VerifierKey[]): VerifierKey[] {
  return keys.filter(({ name, id }) =>
    signatures.some((one) => one.name === name && one.keyId === id),
  );
}

async function findAct(
  db: Database,
  bureau: string,
  stream: string,
  seq: number,
): Promise<StoredAct | null> {
  const [act] = await db.query<StoredAct & Record<string, unknown>>('worker', bureau, {
    name: 'find-sequenced-act',
    text: `select a.event, a.salt, a.opened, a.commitment, l.idx
      from acts.act a
      join ledger.leaf l on l.bureau_id = a.bureau_id and l.stream_id = a.stream_id and l.seq = a.seq
      where a.bureau_id = $1 and a.stream_id = $2 and a.seq = $3`,
    values: [bureau, stream, seq],
  });
  return act ?? null;
}

function findUnproven(db: Database, bureau: string): Promise<UnprovenEntry[]> {
  return db.query<UnprovenEntry & Record<string, unknown>>('worker', bureau, {
    name: 'find-unproven-entries',
    text: `select e.entry_id, e.version, e.matter_id, e.seq, e.decision_seq
      from published.entry e
      where e.bureau_id = $1
        and not exists (select from published.proof p
          where p.bureau_id = e.bureau_id and p.entry_id = e.entry_id and p.version = e.version)
        and not exists (select from published.withdrawal w
          where w.bureau_id = e.bureau_id and w.entry_id = e.entry_id and w.version = e.version)
        and not exists (select from published.entry later
          where later.bureau_id = e.bureau_id and later.entry_id = e.entry_id and later.version > e.version)
      order by e.published_on, e.entry_id limit ${ENTRIES}`,
    values: [bureau],
  });
}

async function insertProof(
  db: Database,
  bureau: string,
  { entry_id, version }: UnprovenEntry,
  { file, index, size, commitment }: ProvenAct,
): Promise<void> {
  await db.query('worker', bureau, {
    name: 'insert-proof',
    text: `insert into published.proof (bureau_id, entry_id, version, file, log_index, tree_size, commitment)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (bureau_id, entry_id, version) do nothing`,
    values: [bureau, entry_id, version, file, index, size, commitment],
  });
}
