/** Who makes a statement, as its record says: the party is nobody else. Pure. */
import { readLine } from '../document/values.ts';
import type { FieldProblem } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { fault, itemsOf, type Paper } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/** A record of a statement by the party, or by who represents it, bears that name; an agent is whoever was authorised. */
export function speakerProblems(paper: Paper, { begun: { party } }: CaseFile): FieldProblem[] {
  if (paper.template.code !== 'statement-record') return [];
  const item = itemsOf(paper).find(({ field }) => field.name === 'name');
  const represented = party.representative === undefined ? [] : [party.representative];
  const kind = paper.values['speaker-kind'];
  const names =
    kind === 'party' ? [party.name, ...represented] : kind === 'representative' ? represented : [];
  // A party that is no person speaks through a person, where nobody knows yet who represents it.
  const isOpen = party.kind !== 'natural' && represented.length === 0;
  return item === undefined || names.length === 0 || isOpen || names.includes(readLine(item.value))
    ? []
    : [fault(item.pointer, 'document/contradicts-file', PAPER_TEXTS.speaker(names.join('，')))];
}
