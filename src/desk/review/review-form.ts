/** The review form as the desk shows it: which items are asked, and what a draft makes of them. Pure. */
import type { FormDocumentView, FormField } from '../../matter/matter.api.ts';

/** The document code of the review form. */
export const REVIEW_FORM = 'review-form';

/** One thing the reviewer must conclude on. */
export interface ReviewItem {
  /** Field of the form, `item-facts`. */
  readonly name: string;
  /** `facts`. */
  readonly id: string;
  readonly label: string;
  /** Whether the bureau's rules ask for it in this review; the others may be answered too. */
  readonly isAsked: boolean;
  readonly answers: readonly { readonly value: string; readonly label: string }[];
}

/** Every field of a form, section by section. */
export function fieldsOf(form: FormDocumentView): FormField[] {
  return form.sections.flatMap((section) => section.fields);
}

const PREFIX = 'item-';

/**
 * The items of the form, those the bureau asks for in front. Beside them a legal review may answer the further ones of
 * the form; a case review has none.
 */
export function reviewItems(form: FormDocumentView, kind: string): ReviewItem[] {
  const items = fieldsOf(form)
    .filter(({ name, required }) => name.startsWith(PREFIX) && (required || kind === 'legal'))
    .map(({ name, label, choices, required }) => ({
      name,
      id: name.slice(PREFIX.length),
      label,
      isAsked: required,
      answers: choices ?? [],
    }));
  return [...items.filter(({ isAsked }) => isAsked), ...items.filter(({ isAsked }) => !isAsked)];
}

/** The choices of a field; none where the form does not have it. */
export function choicesOf(
  form: FormDocumentView,
  name: string,
): readonly { readonly value: string; readonly label: string }[] {
  return fieldsOf(form).find((field) => field.name === name)?.choices ?? [];
}

/**
 * The grounds of a review in the words of the form. What the bureau's own list or scope asks for is `list`
 * on the form; other grounds stand there under their own name.
 */
export function formGrounds(grounds: readonly string[], form: FormDocumentView): string[] {
  const known = new Set(choicesOf(form, 'grounds').map(({ value }) => value));
  const named = grounds.map((ground) => (known.has(ground) ? ground : 'list'));
  return [...new Set(named)].filter((ground) => known.has(ground));
}
