/** What acts are called. */
import { termsOf } from '../../rule/act-terms.ts';
import { useAnswer } from '../api/use-answer.ts';

/** The term of an act. Undefined until it is known. */
export function useTerms(): (act: string) => string | undefined {
  const terms = termsOf(useAnswer('Procedures', '/procedures').data?.procedures ?? []);
  return (act) => terms.get(act);
}
