/** Which kinds of evidence files the verifier knows: told apart by the first line, in one table. */

import { decodeUtf8 } from '../ledger/bytes.ts';
import type { Hashes } from '../ledger/hashes.ts';
import { PROOF_FILE_HEADER } from '../ledger/proof-file.ts';
import type { Report } from './report.ts';
import { type TrustOptions, verifyProof } from './verify-proof.ts';

type Verifier = (hashes: Hashes, bytes: Uint8Array, options: TrustOptions) => Report;

const KINDS: ReadonlyMap<string, Verifier> = new Map([[PROOF_FILE_HEADER, verifyProof]]);
const LONGEST_HEADER = 100;

/**
 * The report on a file of any known kind. A file of none is refuted: whoever relies on the conclusion must not take a
 * damaged first line for something better than any other damage.
 */
export function verifyFile(hashes: Hashes, bytes: Uint8Array, options: TrustOptions): Report {
  const head = bytes.subarray(0, LONGEST_HEADER);
  const end = head.indexOf(0x0a);
  const verifier = KINDS.get(decodeUtf8(head.subarray(0, Math.max(end, 0))) ?? '');
  if (verifier !== undefined) return verifier(hashes, bytes, options);
  const detail = `这不是本程序认得的证明文件：第一行应当是 ${[...KINDS.keys()].join(' 或 ')}。`;
  return {
    outcome: 'refuted',
    checks: [{ check: 'format', outcome: 'refuted', code: 'E_FORMAT', detail }],
    limits: [],
  };
}
