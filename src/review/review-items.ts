/** What a review must answer (程序规定 art. 53): the items of the statute for a penalty, and those the bureau adds to a legal review. Pure. */
import type { PlainDate } from '../calendar/plain-date.ts';
import type { Matter } from '../matter/matter.ts';
import type { Law } from '../rule/law.ts';

/** The document code of the review form (form 36), and how its fields for the items begin. */
export const REVIEW_FORM = 'review-form';
export const ITEM_PREFIX = 'item-';

/** The items in the order of the rules; empty where the rules ask for none by name. */
export function askedItems(
  { procedure }: Pick<Matter, 'procedure'>,
  law: Law,
  day: PlainDate,
  kind: string | undefined,
): string[] {
  const base = procedure.id === 'penalty.ordinary' ? law.value('review.items.penalty', day) : [];
  const own = kind === 'legal' ? law.value('review.items', day) : [];
  return [...new Set([...base, ...own])];
}
