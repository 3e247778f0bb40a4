/** A refusal to check a form is an answer about it. Pure. */
import type { VerdictView } from '../../matter/matter.api.ts';
import { Problem } from '../api/problem.ts';

/** What an error says of the form that was to be checked; null where it says nothing of it, as when no answer came. */
export function verdictIn(error: unknown): VerdictView | null {
  if (!(error instanceof Problem) || error.isUncertain) return null;
  const { problems, refusals } = error;
  return problems.length > 0 || refusals.length > 0 ? { problems, refusals } : null;
}
