/** The machine's findings laid beside the items of the review. Pure. */
import type { FindingSays, FindingView } from '../../review/findings.api.ts';
import type { ReviewItem } from './review-form.ts';

/** What the machine says of one item, and why. */
export interface ItemFinding {
  readonly says: FindingSays;
  readonly findings: readonly FindingView[];
}

/** What speaks against an item weighs most, then what a person must judge. */
const ORDER: readonly FindingSays[] = ['not-met', 'judge', 'met'];

/** Findings by the name of the item they stand beside: the first of their items that is asked, or else on the form. */
export function findingsByItem(
  items: readonly ReviewItem[],
  findings: readonly FindingView[],
): Readonly<Record<string, ItemFinding>> {
  const asked = items.filter(({ isAsked }) => isAsked);
  const placeOf = ({ items: wanted }: FindingView): string | undefined =>
    [asked, items]
      .flatMap((list) => wanted.flatMap((id) => list.find((item) => item.id === id) ?? []))
      .at(0)?.name;
  return Object.fromEntries(
    items.flatMap(({ name }) => {
      const own = findings.filter((finding) => placeOf(finding) === name);
      const says = ORDER.find((one) => own.some((finding) => finding.says === one));
      return says === undefined ? [] : [[name, { says, findings: own }] as const];
    }),
  );
}
