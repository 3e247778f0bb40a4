import { LedgerError, type LedgerErrorCode } from './ledger-error.ts';

/** For tests: the code with which a step is refused, undefined if it passes. Any other error goes on. */
export function refusal(step: () => unknown): LedgerErrorCode | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}
