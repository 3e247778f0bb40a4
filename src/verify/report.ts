/** What a verification says: one conclusion, the checks it rests on, and what it leaves open. */

import type { Json } from '../ledger/canonical-json.ts';
import type { KeyAlgorithm } from '../ledger/key.ts';

/** `refuted` means a contradiction was found; `unknown` that something needed to judge is missing. */
export type Outcome = 'proven' | 'refuted' | 'unknown';

/** What a check looks at, in the order in which a fault in one explains faults in the later ones. */
export type CheckName = 'format' | 'event' | 'field' | 'inclusion' | 'signature' | 'cosignature';

/** Stable codes of findings, for programs. */
export type FindingCode =
  | 'E_FORMAT'
  | 'E_EVENT'
  | 'E_FIELD'
  | 'E_INCLUSION'
  | 'E_CP_SIG'
  | 'E_COSIG';

/** One check. `detail` is a sentence in Chinese. */
export interface Check {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** Present if and only if the outcome is `refuted`. */
  readonly code?: FindingCode;
  readonly detail: string;
}

/** Something a reader might take as proven and is not. `detail` is a sentence in Chinese. */
export interface Limit {
  readonly limit:
    | 'key-not-pinned'
    | 'not-witnessed'
    | 'witness-not-pinned'
    | 'unknown-signatures'
    | 'hidden-fields'
    | 'truth-before-recording';
  readonly detail: string;
}

/** A signature that verified, and whether its key was given by the reader or came with the file. */
export interface SignatureFact {
  readonly name: string;
  readonly keyId: string;
  readonly algorithm: KeyAlgorithm;
  readonly pinned: boolean;
}

/** A witness's signature; `time` is UTC in ISO 8601. */
export interface WitnessFact extends SignatureFact {
  readonly time: string;
}

/** What a proven file is about. */
export interface ProofFacts {
  readonly log: string;
  readonly index: number;
  readonly size: number;
  /** SHA-256 root, lower-case hexadecimal. */
  readonly root: string;
  readonly type: string;
  readonly id: string;
  /** When it was recorded, by the server's clock, UTC in ISO 8601. */
  readonly at: string;
  readonly stream: string;
  /** Position in the stream, from 1. */
  readonly n: number;
  readonly public: Readonly<Record<string, Json>>;
  readonly opened: Readonly<Record<string, Json>>;
  /** Fields the holder did not open. */
  readonly hidden: number;
  readonly signatures: readonly SignatureFact[];
  readonly witnesses: readonly WitnessFact[];
}

/** The report on one file. `facts` is present if and only if the outcome is `proven`. */
export interface Report {
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
  readonly limits: readonly Limit[];
  readonly facts?: ProofFacts;
}

/** Refuted if any check is, otherwise unknown if any check is, otherwise proven. */
export function outcomeOf(checks: readonly Check[]): Outcome {
  if (checks.some(({ outcome }) => outcome === 'refuted')) return 'refuted';
  return checks.every(({ outcome }) => outcome === 'proven') ? 'proven' : 'unknown';
}
