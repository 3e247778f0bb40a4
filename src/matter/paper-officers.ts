/**
 * Officers a paper names: people of the bureau with that certificate, and in the papers of a field act those
 * who carry it out (行政处罚法 art. 42, 55). Pure.
 */
import { readLine, readOfficers } from '../document/values.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import { fault, type Item, itemsOf, type Paper } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

/**
 * What is wrong with the officers of a paper. `acting` are those who carry out a field act: the paper names each
 * of them but one who only wrote it down, and nobody else. Null where the paper is not of such an act.
 */
export function officerProblems(
  paper: Paper,
  people: ReadonlyMap<string, StaffMember>,
  acting: readonly StaffMember[] | null,
): FieldProblem[] {
  const recorder = readLine(paper.values['recorder']);
  return itemsOf(paper)
    .filter(({ field }) => field.type === 'officers')
    .flatMap((item) => problemsOf(item, recorder, [...people.values()], acting));
}

function problemsOf(
  { value, pointer }: Item,
  recorder: string,
  people: readonly StaffMember[],
  acting: readonly StaffMember[] | null,
): FieldProblem[] {
  const differ = (at: string, message: string) => fault(at, 'document/officers-differ', message);
  const named = new Set<string>();
  const problems = readOfficers(value).flatMap(({ name, certificate }, index) => {
    const at = `${pointer}/${index}`;
    const person = people.find(
      (one) => one.name === name && one.certificate?.number === certificate,
    );
    if (!person) return [differ(at, PAPER_TEXTS.unknownOfficer(name, certificate))];
    if (named.has(person.id)) return [differ(at, PAPER_TEXTS.officerTwice(name))];
    named.add(person.id);
    return acting && !acting.some(({ id }) => id === person.id)
      ? [differ(at, PAPER_TEXTS.notActing(name))]
      : [];
  });
  const missing = (acting ?? []).filter(({ id, name }) => !named.has(id) && name !== recorder);
  return problems.length > 0 || missing.length === 0
    ? problems
    : [differ(pointer, PAPER_TEXTS.missingOfficers(missing.map(({ name }) => name).join('、')))];
}
