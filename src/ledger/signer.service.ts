/**
 * The signer: the only holder of a log's private keys, with a memory of its own that neither database nor storage can
 * reach. It signs a tree only if that tree continues the last one it signed, and remembers before it signs. It is in
 * effect a private witness: whoever restores an old copy, or owns application and database, gets no second history
 * signed. Everything passes through `sign` as values, so the signer can become a process of its own.
 */

import { join } from 'node:path';
import { formatCheckpoint } from './checkpoint.ts';
import type { Failpoints } from './failpoint.ts';
import { nodeHashes } from './hashes.node.ts';
import type { Signer } from './key.ts';
import { LedgerError } from './ledger-error.ts';
import { LogStop } from './log-stop.ts';
import { type LogTree, sameTree } from './log-tree.ts';
import type { LogKeys } from './log-keys.store.ts';
import { formatNote, signNote } from './note.ts';
import { shadowOrigin } from './origin.ts';
import { checkConsistency } from './proof.ts';
import { openSignerMemory, type SignerMemory } from './signer.store.ts';
import { treeHasher } from './tree.ts';

/** A tree to be signed, with the proof that it continues the last one. */
export interface SignRequest {
  readonly bureau: string;
  /** The newest checkpoint the log has, null before the first. The signer must remember at least this one. */
  readonly known: LogTree | null;
  readonly next: LogTree;
  /** Size of the signer's last tree as the log was told, 0 for none: where both proofs begin. */
  readonly from: number;
  /** Consistency proofs from that size to `next`, in both trees. */
  readonly path: readonly Uint8Array[];
  readonly pathSm3: readonly Uint8Array[];
}

/** Two signed checkpoints of one size. */
export interface SignedTree {
  /** Signed by Ed25519 and SM2. */
  readonly note: string;
  /** Of the SM3 shadow, signed by SM2. */
  readonly noteSm3: string;
}

export interface CheckpointSigner {
  /**
   * The last tree the signer remembers, null when there is none. Throws LogStop `guard/damaged`, and what tells a memory
   * older than the checkpoint `known`: `guard/missing`, `guard/behind`, `guard/fork`.
   */
  last(bureau: string, known: LogTree | null): Promise<LogTree | null>;
  /**
   * Signs, or answers `overtaken` when another request came first: the log must look again. Throws LogStop `guard/*`
   * when signing could make two histories. Signing the last tree again is allowed.
   */
  sign(request: SignRequest): Promise<SignedTree | 'overtaken'>;
}

export interface SignerOptions {
  /** The memory lies in `<dataDir>/signer/<bureau>.guard`. */
  readonly dataDir: string;
  readonly keys: LogKeys;
  readonly failpoints?: Failpoints;
}

const SHA256 = treeHasher(nodeHashes.sha256);
const SM3 = treeHasher(nodeHashes.sm3);

/** Opens the signer. */
export function openSigner({ dataDir, keys, failpoints }: SignerOptions): CheckpointSigner {
  const pathOf = (bureau: string): string => join(dataDir, 'signer', `${bureau}.guard`);
  const memories = new Map<string, SignerMemory>();

  function memoryOf(bureau: string): SignerMemory {
    // The origin is worked out first: it refuses what cannot be part of a path.
    const origin = keys.origin(bureau);
    const memory = memories.get(bureau) ?? openSignerMemory(pathOf(bureau), origin);
    memories.set(bureau, memory);
    return memory;
  }

  async function recall(bureau: string, known: LogTree | null): Promise<LogTree | null> {
    const last = await memoryOf(bureau).last();
    assertRemembers(last, known, pathOf(bureau));
    return last;
  }

  return {
    last: recall,
    async sign(request) {
      const { bureau, known, next, from } = request;
      const memory = memoryOf(bureau);
      const last = await recall(bureau, known);
      const own = await keys.find(bureau);
      if (own === null) throw new LogStop('log/keys-missing', `日志 ${bureau} 没有密钥文件`);
      if ((last?.size ?? 0) !== from) return 'overtaken';
      assertContinues(last, request);
      if (last === null || !sameTree(last, next)) {
        if (!(await memory.remember(next))) return 'overtaken';
      }
      failpoints?.('F7');
      return {
        note: signedNote(own.origin, next.size, next.root, own.log),
        noteSm3: signedNote(shadowOrigin(own.origin), next.size, next.rootSm3, [own.shadow]),
      };
    },
  };
}

/** Passes only if the signer remembers the newest checkpoint the log has, or a later tree. */
function assertRemembers(last: LogTree | null, known: LogTree | null, path: string): void {
  if (known === null) return;
  if (last === null) {
    throw new LogStop(
      'guard/missing',
      `签名记忆 ${path} 不在或没有内容，而日志已有 ${known.size} 条的检查点`,
    );
  }
  if (last.size < known.size) {
    throw new LogStop(
      'guard/behind',
      `签名记忆 ${path} 只到 ${last.size} 条，而日志已有 ${known.size} 条的检查点`,
    );
  }
  if (last.size === known.size && !sameTree(last, known)) throw fork(last.size, known.size);
}

function assertContinues(last: LogTree | null, { next, path, pathSm3 }: SignRequest): void {
  const oldSize = last?.size ?? 0;
  const sizes = { oldSize, newSize: next.size };
  try {
    checkConsistency(SHA256, {
      ...sizes,
      oldRoot: last?.root ?? SHA256.empty,
      newRoot: next.root,
      path,
    });
    checkConsistency(SM3, {
      ...sizes,
      oldRoot: last?.rootSm3 ?? SM3.empty,
      newRoot: next.rootSm3,
      path: pathSm3,
    });
  } catch (error) {
    if (error instanceof LedgerError) throw fork(oldSize, next.size, error);
    throw error;
  }
}

function fork(oldSize: number, newSize: number, cause?: unknown): LogStop {
  const what = `请求签名的 ${newSize} 条不是已签名的 ${oldSize} 条的延续`;
  return new LogStop('guard/fork', what, { cause });
}

function signedNote(
  origin: string,
  size: number,
  root: Uint8Array,
  signers: readonly Signer[],
): string {
  const text = formatCheckpoint({ origin, size, root });
  return formatNote({ text, signatures: signers.map((signer) => signNote(signer, text)) });
}
