/** Which decisions a filter shows. Pure. */
import type { DecisionLine } from '../../publicity/publication.api.ts';

/** Whether the line has that status and that text in its party, subject or number; an empty filter shows all. */
export function isShown(
  line: Pick<DecisionLine, 'party' | 'subject' | 'number' | 'status'>,
  filter: { readonly text: string; readonly status: string },
): boolean {
  if (filter.status !== '' && line.status !== filter.status) return false;
  const text = filter.text.trim();
  return text === '' || [line.party, line.subject, line.number].some((one) => one.includes(text));
}
