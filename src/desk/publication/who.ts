/** Who has the page of a publication: whoever may record an act of it in this matter, and who answers for it. Pure. */
import type { MatterView } from '../../matter/matter.api.ts';

/** Acts that are done on the page. */
const ACTS: ReadonlySet<string> = new Set([
  'publication.reviewed',
  'publication.published',
  'publication.withdrawn',
]);
/** Who looks on. */
const LOOKING: ReadonlySet<string> = new Set(['unit-head', 'head']);

/** Whether the person who sees the matter so may record that act of the matter. */
export function mayRecord({ possible }: Pick<MatterView, 'possible'>, act: string): boolean {
  return possible.some((one) => one.act === act && one.mine);
}

/** Null where somebody with these roles has the page; otherwise the roles that have it. */
export function closedTo(
  { possible }: Pick<MatterView, 'possible'>,
  roles: readonly string[],
): readonly string[] | null {
  const acts = possible.filter(({ act }) => ACTS.has(act));
  if (acts.some(({ mine }) => mine) || roles.some((role) => LOOKING.has(role))) return null;
  return [...new Set(acts.flatMap(({ who }) => who))];
}
