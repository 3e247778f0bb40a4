/**
 * Judges a proof file (`src/ledger/proof-file.ts`): whether one act stands in a log, as it was recorded, under a signed
 * checkpoint. Pure: no network, no clock; what to trust is an argument.
 *
 * With pinned keys the checkpoint counts only if one of them, named as the log, has signed it. Without, the keys that
 * came with the file are used, and the report says what that is worth.
 */

import { toHex, utf8 } from '../ledger/bytes.ts';
import { type Checkpoint, parseCheckpoint } from '../ledger/checkpoint.ts';
import { commitEvent } from '../ledger/commitment.ts';
import { formatEntry } from '../ledger/entry.ts';
import { checkField, type LedgerEvent, parseEvent } from '../ledger/event.ts';
import type { Hashes } from '../ledger/hashes.ts';
import { parseVkey, type VerifierKey } from '../ledger/key.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { type Note, parseNote } from '../ledger/note.ts';
import { checkInclusion } from '../ledger/proof.ts';
import { type ProofExtra, type ProofFile, parseProofFile } from '../ledger/proof-file.ts';
import { treeHasher } from '../ledger/tree.ts';
import {
  type Check,
  type CheckName,
  type FindingCode,
  type Limit,
  outcomeOf,
  type ProofFacts,
  type Report,
} from './report.ts';
import { judgeSignatures, type SignatureVerdict } from './verify-signatures.ts';
import { REASONS } from './words.ts';

/** What the reader trusts. */
export interface TrustOptions {
  /** Keys of logs and witnesses that the reader got elsewhere. They beat keys that come with the file. */
  readonly pinned?: readonly VerifierKey[];
}

/** A proof file taken apart. */
interface Parsed {
  readonly file: ProofFile;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
  readonly carried: readonly VerifierKey[] | undefined;
}

/** The report on the bytes of a proof file. Never throws for what the bytes hold. */
export function verifyProof(
  hashes: Hashes,
  bytes: Uint8Array,
  { pinned = [] }: TrustOptions = {},
): Report {
  const parsed = attempt(() => parse(hashes, bytes));
  if (parsed instanceof LedgerError) {
    return report([refuted('format', 'E_FORMAT', `文件不是完整的证明文件：${reason(parsed)}。`)]);
  }
  const { file, note, checkpoint, carried } = parsed;
  const checks: Check[] = [proven('format', '文件格式完整，没有多余或缺少的内容。')];
  const event = judgeEvent(file.extra, checkpoint, checks);
  if (event !== undefined && file.extra !== undefined) {
    judgeFields(hashes, event, file.extra, checks);
    judgeInclusion(hashes, file, file.extra, checkpoint, checks);
  }
  const signatures = judgeSignatures(hashes, note, checkpoint.origin, pinned, carried);
  checks.push(...signatures.checks);
  if (event === undefined || file.extra === undefined) return report(checks);
  return report(checks, factsOf(file.index, checkpoint, event, file.extra, signatures), signatures);
}

function parse(hashes: Hashes, bytes: Uint8Array): Parsed {
  const file = parseProofFile(bytes);
  const note = parseNote(utf8(file.checkpoint));
  return {
    file,
    note,
    checkpoint: parseCheckpoint(note.text),
    carried: file.extra?.vkeys?.map((vkey) => parseVkey(hashes, vkey)),
  };
}

function judgeEvent(
  extra: ProofExtra | undefined,
  { origin }: Checkpoint,
  checks: Check[],
): LedgerEvent | undefined {
  if (extra === undefined) {
    const detail = '文件没有附带记录原文，无法判断它证明的是哪一条记录。';
    checks.push({ check: 'event', outcome: 'unknown', detail });
    return undefined;
  }
  const event = attempt(() => parseEvent(extra.event));
  if (event instanceof LedgerError) {
    checks.push(refuted('event', 'E_EVENT', `附带的记录原文不合规定：${reason(event)}。`));
    return undefined;
  }
  if (event.log === origin) {
    checks.push(proven('event', '附带的记录原文写法规范，并且属于这个日志。'));
  } else {
    checks.push(refuted('event', 'E_EVENT', '附带的记录属于另一个日志，不是签发检查点的日志。'));
  }
  return event;
}

function judgeFields(
  hashes: Hashes,
  event: LedgerEvent,
  { open }: ProofExtra,
  checks: Check[],
): void {
  for (const [name, field] of Object.entries(open)) {
    const error = attemptReason(() => checkField(hashes, event, name, field));
    checks.push(
      error === undefined
        ? proven('field', `打开的一项“${name}”与封存时一致。`)
        : refuted('field', 'E_FIELD', `打开的一项“${name}”不能成立：${error}。`),
    );
  }
}

function judgeInclusion(
  hashes: Hashes,
  { index, path }: ProofFile,
  { event, salt }: ProofExtra,
  { size, root }: Checkpoint,
  checks: Check[],
): void {
  const hasher = treeHasher(hashes.sha256);
  const error = attemptReason(() => {
    const commitment = commitEvent(hashes, event, salt);
    const leafHash = hasher.leaf(formatEntry({ kind: 'event', commitment }));
    checkInclusion(hasher, { index, size, leafHash, path, root });
  });
  const place = `第 ${index} 号（共 ${size} 条，从 0 起编号）`;
  checks.push(
    error === undefined
      ? proven('inclusion', `记录在检查点所述的日志里，位于${place}，一字未改。`)
      : refuted('inclusion', 'E_INCLUSION', `不能证明记录在检查点所述日志的${place}：${error}。`),
  );
}

function factsOf(
  index: number,
  { origin, size, root }: Checkpoint,
  event: LedgerEvent,
  { open }: ProofExtra,
  { signatures, witnesses }: SignatureVerdict,
): ProofFacts {
  const { type, id, at, stream, n, pub } = event;
  const opened = Object.entries(open).map(([name, { value }]) => [name, value] as const);
  return {
    log: origin,
    index,
    size,
    root: toHex(root),
    type,
    id,
    at,
    stream,
    n,
    public: pub,
    opened: Object.fromEntries(opened),
    hidden: Object.keys(event.sd).length - opened.length,
    signatures,
    witnesses,
  };
}

function report(checks: readonly Check[], facts?: ProofFacts, verdict?: SignatureVerdict): Report {
  const outcome = outcomeOf(checks);
  if (outcome !== 'proven' || facts === undefined) return { outcome, checks, limits: [] };
  return { outcome, checks, limits: [...(verdict?.limits ?? []), ...contentLimits(facts)], facts };
}

function contentLimits({ hidden }: ProofFacts): Limit[] {
  const limits: Limit[] = [];
  if (hidden > 0) {
    const detail = `记录另有 ${hidden} 项内容没有打开：看不到是什么，但同样不能再改动。`;
    limits.push({ limit: 'hidden-fields', detail });
  }
  limits.push({
    limit: 'truth-before-recording',
    detail: '证明的是记录之后内容没有改动，不是记录之前内容真实；记录时间由服务器的时钟写下。',
  });
  return limits;
}

function proven(check: CheckName, detail: string): Check {
  return { check, outcome: 'proven', detail };
}

function refuted(check: CheckName, code: FindingCode, detail: string): Check {
  return { check, outcome: 'refuted', code, detail };
}

function reason(error: LedgerError): string {
  return REASONS[error.code];
}

/** The result, or the refusal. Any other error is a fault of ours and goes on. */
function attempt<T>(step: () => T): T | LedgerError {
  try {
    return step();
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

function attemptReason(step: () => void): string | undefined {
  const result = attempt(step);
  return result instanceof LedgerError ? reason(result) : undefined;
}
