/** What acts are called. */
import { useAnswer } from '../api/use-answer.ts';

/** The term of an act; of one that several procedures have, that of the first. Undefined until it is known. */
export function useTerms(): (act: string) => string | undefined {
  const procedures = useAnswer('Procedures', '/procedures').data?.procedures ?? [];
  return (act) => procedures.flatMap(({ acts }) => acts).find((one) => one.act === act)?.term;
}
