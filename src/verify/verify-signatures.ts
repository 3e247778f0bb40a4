/**
 * Judges the signatures of a checkpoint: which are by keys the reader pinned, which by keys that came with the file, and
 * what follows from that.
 */

import { assertSeparateUse, isLogKeyOf } from '../ledger/checkpoint.ts';
import type { Hashes } from '../ledger/hashes.ts';
import type { VerifierKey } from '../ledger/key.ts';
import { LedgerError } from '../ledger/ledger-error.ts';
import { type Note, type VerifiedSignature, verifyNote } from '../ledger/note.ts';
import { showMoment } from './moment.ts';
import type { Check, Limit, SignatureFact, WitnessFact } from './report.ts';
import { REASONS } from './words.ts';

/** What the signatures of a checkpoint are worth. */
export interface SignatureVerdict {
  readonly checks: readonly Check[];
  readonly limits: readonly Limit[];
  readonly signatures: readonly SignatureFact[];
  readonly witnesses: readonly WitnessFact[];
}

interface Judged {
  readonly checks: Check[];
  readonly verified: VerifiedSignature[];
}

/**
 * `carried` are the keys that came with the file, undefined if it brought none. A checkpoint is signed if a log key
 * named as the origin has signed it; of such keys only pinned ones count once there is one.
 */
export function judgeSignatures(
  hashes: Hashes,
  note: Note,
  origin: string,
  pinned: readonly VerifierKey[],
  carried: readonly VerifierKey[] | undefined,
): SignatureVerdict {
  const labels = new Set(pinned.map(label));
  // A carried key that only bears the name of a pinned one is not asked.
  const keys = [...pinned, ...(carried ?? []).filter((key) => !labels.has(label(key)))];
  const judged = judgeEach(hashes, note, keys);
  const isPinned = (key: VerifierKey): boolean => labels.has(label(key));
  const logs = judged.verified.filter(({ key }) => isLogKeyOf(key, origin));
  const trusted = pinned.some(({ use }) => use === 'log')
    ? logs.filter(({ key }) => isPinned(key))
    : logs;
  const checks = [...trusted.map(({ key }) => signed(key, isPinned(key))), ...judged.checks];
  // A wrong signature already says why; that no right one is there would only repeat it.
  const explained = judged.checks.some(({ code }) => code === 'E_CP_SIG');
  if (trusted.length === 0 && !explained) checks.push(unsigned(origin, pinned, carried));
  const signatures = logs.map(({ key }) => fact(key, isPinned(key)));
  const witnesses = judged.verified.flatMap(({ key, time }) =>
    time === undefined ? [] : [{ ...fact(key, isPinned(key)), time: isoTime(time) }],
  );
  const known = new Set(keys.map(label));
  const unknown = note.signatures.filter(({ name, keyId }) => !known.has(`${name}+${keyId}`));
  return { checks, limits: limitsOf(signatures, witnesses, unknown.length), signatures, witnesses };
}

/** One key at a time, so that a wrong signature is laid at the right door. */
function judgeEach(hashes: Hashes, note: Note, keys: readonly VerifierKey[]): Judged {
  const judged: Judged = { checks: [], verified: [] };
  try {
    assertSeparateUse(keys);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    judged.checks.push(refutedSignature(`公钥不能成立：${REASONS[error.code]}。`));
    return judged;
  }
  for (const key of keys) {
    try {
      const { verified } = verifyNote(hashes, note, [key]);
      judged.verified.push(...verified);
      for (const { time } of verified) {
        if (time !== undefined) judged.checks.push(witnessed(key, time));
      }
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      judged.checks.push(wrong(key, error));
    }
  }
  return judged;
}

function signed(key: VerifierKey, isPinned: boolean): Check {
  const source = isPinned ? '您指定的公钥' : '文件自带的公钥';
  const detail = `检查点由日志签名，${source} ${label(key)}（${algorithmName(key)}）核对无误。`;
  return { check: 'signature', outcome: 'proven', detail };
}

function witnessed(key: VerifierKey, time: number): Check {
  const moment = showMoment(isoTime(time));
  const detail = `见证人 ${label(key)}（${algorithmName(key)}）于${moment}见过这个日志，签名核对无误。`;
  return { check: 'cosignature', outcome: 'proven', detail };
}

function wrong(key: VerifierKey, error: LedgerError): Check {
  const detail = `${label(key)} 的签名不能成立：${REASONS[error.code]}。`;
  return key.use === 'log'
    ? { check: 'signature', outcome: 'refuted', code: 'E_CP_SIG', detail }
    : { check: 'cosignature', outcome: 'refuted', code: 'E_COSIG', detail };
}

/** Why there is no signature of the log to rely on: a contradiction, or a key that is missing. */
function unsigned(
  origin: string,
  pinned: readonly VerifierKey[],
  carried: readonly VerifierKey[] | undefined,
): Check {
  const pinnedLogs = pinned.filter(({ use }) => use === 'log');
  if (pinnedLogs.some((key) => isLogKeyOf(key, origin))) {
    return refutedSignature(`检查点没有您指定的公钥的签名，不能认定是日志 ${origin} 签发的。`);
  }
  if (pinnedLogs.length > 0) {
    return unknownSignature(`您指定的公钥都不属于日志 ${origin}，无法判断是不是它签发的。`);
  }
  if (carried !== undefined) {
    return refutedSignature(`检查点没有日志 ${origin} 自己的签名。`);
  }
  return unknownSignature('文件没有附带公钥，您也没有指定公钥，无法核对签名。请用 --key 指定。');
}

function refutedSignature(detail: string): Check {
  return { check: 'signature', outcome: 'refuted', code: 'E_CP_SIG', detail };
}

function unknownSignature(detail: string): Check {
  return { check: 'signature', outcome: 'unknown', detail };
}

function limitsOf(
  signatures: readonly SignatureFact[],
  witnesses: readonly WitnessFact[],
  unknown: number,
): Limit[] {
  const limits: Limit[] = [];
  if (!signatures.some(({ pinned }) => pinned)) {
    limits.push({
      limit: 'key-not-pinned',
      detail:
        '核对签名用的公钥来自文件本身，任何人都能造出自带公钥的文件。请另从该机关取得公钥，用 --key 指定后再验一次。',
    });
  }
  if (witnesses.length === 0) {
    limits.push({
      limit: 'not-witnessed',
      detail: '没有见证人的签名，不能排除日志给别人看的是另一个版本。',
    });
  } else if (!witnesses.some(({ pinned }) => pinned)) {
    limits.push({
      limit: 'witness-not-pinned',
      detail: '见证人的公钥来自文件本身，请另从见证人取得公钥，用 --key 指定后再验一次。',
    });
  }
  if (unknown > 0) {
    limits.push({
      limit: 'unknown-signatures',
      detail: `检查点另有 ${unknown} 个签名没有对应的公钥，未作核对。`,
    });
  }
  return limits;
}

function fact({ name, id, algorithm }: VerifierKey, pinned: boolean): SignatureFact {
  return { name, keyId: id, algorithm, pinned };
}

function label({ name, id }: VerifierKey): string {
  return `${name}+${id}`;
}

function algorithmName({ algorithm }: VerifierKey): string {
  return algorithm === 'sm2' ? 'SM2' : 'Ed25519';
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
