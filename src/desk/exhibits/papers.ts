/** The papers of a matter in the order they came about. Pure. */
import type { ActView, DocumentView } from '../../matter/matter.api.ts';

/** Acts come newest first; within an act a paper stands before the receipt of its delivery. */
export function papersInOrder(
  acts: readonly { readonly documents: ActView['documents'] }[],
): DocumentView[] {
  return acts.toReversed().flatMap(({ documents }) => documents);
}
