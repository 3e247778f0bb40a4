/** The wording of an opinion, put together from the answers. Pure. */
import type { ReviewItem } from './review-form.ts';
import { itemName, OPINION_TEXTS as T } from './review.texts.ts';

/**
 * One paragraph: the items met, those not applicable, each one not met with its note, then what is advised.
 * Items without an answer are left out. Empty while nothing is answered. Notes come without their full stop.
 */
export function assembleOpinion(
  items: readonly ReviewItem[],
  answers: Readonly<Record<string, string>>,
  noteOf: (item: string) => string,
  conclusion: string,
): string {
  const answered = (answer: string): ReviewItem[] =>
    items.filter(({ name }) => answers[name] === answer);
  const names = (list: readonly ReviewItem[]): string[] =>
    list.map(({ id, label }) => itemName(id, label));
  const met = names(answered('met'));
  const none = names(answered('not-applicable'));
  const sentences: string[] = [];
  const clauses = [
    ...(met.length > 0 ? [T.met(met)] : []),
    ...(none.length > 0 ? [T.notApplicable(none)] : []),
  ];
  if (clauses.length > 0) sentences.push(`${clauses.join(T.comma)}${T.stop}`);
  for (const { id, name, label } of answered('not-met'))
    sentences.push(`${T.notMet(itemName(id, label), noteOf(name))}${T.stop}`);
  if (sentences.length === 0) return '';
  return `${T.opening}${sentences.join('')}${T.conclusions[conclusion] ?? ''}`;
}
