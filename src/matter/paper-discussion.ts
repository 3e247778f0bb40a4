/**
 * Who discusses a decision together: those who answer for the bureau (行政处罚法 art. 57(2)). The record names people of the bureau,
 * and whoever files it was there. What its conclusion says in words of a sum is not read. Pure.
 */
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import { fault, itemsOf, type Paper, pointerTo } from './paper.ts';
import { namesIn, strangers } from './paper-people.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

export interface DiscussionSetting {
  readonly people: ReadonlyMap<string, StaffMember>;
  /** Whoever records the act. */
  readonly actor: Pick<StaffMember, 'name'>;
}

/** What is wrong with the people a record of a discussion names. */
export function discussionProblems(
  paper: Paper,
  { people, actor }: DiscussionSetting,
): FieldProblem[] {
  if (paper.template.code !== 'discussion-record') return [];
  const items = itemsOf(paper);
  const present = items.filter(({ field }) => field.name === 'chair' || field.name === 'members');
  const recorder = items.filter(({ field }) => field.name === 'recorder');
  const isThere = present.flatMap(namesIn).some(({ name }) => name === actor.name);
  return [
    ...strangers([...present, ...recorder], people),
    ...(present.length === 0 || isThere
      ? []
      : [
          fault(
            pointerTo(paper.template, 'members'),
            'document/officers-differ',
            PAPER_TEXTS.notAtDiscussion(actor.name),
          ),
        ]),
  ];
}
