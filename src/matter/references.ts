/** What the fields of an act name must be there: people of the bureau, exhibits of the file. Pure. */
import type { StaffMember } from '../staff/staff.ts';
import type { ActField, ActForm } from './act-form.ts';
import type { FieldProblem, Filled } from './act-input.ts';
import type { CaseFile } from './case-file.ts';
import { REFERENCE_TEXTS } from './references.texts.ts';

/** People and exhibits that are not there, and exhibits of another kind than the field asks for. */
export function referenceProblems(
  form: Pick<ActForm, 'fields'>,
  fields: Filled,
  file: CaseFile,
  people: ReadonlyMap<string, StaffMember>,
): FieldProblem[] {
  return form.fields.flatMap((field): FieldProblem[] => {
    const { name, type } = field;
    const value = fields[name];
    const pointer = `/fields/${name}`;
    if (type === 'exhibit' && isText(value)) return exhibitProblems(field, value, pointer, file);
    if (type === 'staff' && isText(value) && !people.has(value)) return [unknownPerson(pointer)];
    if (type !== 'staff-list' || !Array.isArray(value)) return [];
    return value.flatMap((one: unknown, index) =>
      isText(one) && !people.has(one) ? [unknownPerson(`${pointer}/${index}`)] : [],
    );
  });
}

/** A recording is sound or moving pictures by what was sniffed when it was filed, whatever its name says (118号文). */
function exhibitProblems(
  { media }: ActField,
  id: string,
  pointer: string,
  { exhibits }: CaseFile,
): FieldProblem[] {
  const exhibit = exhibits.find((one) => one.exhibit === id);
  if (!exhibit) return [{ pointer, code: 'act/exhibit-unknown', message: REFERENCE_TEXTS.exhibit }];
  return media && !media.some((kind) => exhibit.blob.type.startsWith(`${kind}/`))
    ? [{ pointer, code: 'field/wrong-medium', message: REFERENCE_TEXTS.medium(media) }]
    : [];
}

function unknownPerson(pointer: string): FieldProblem {
  return { pointer, code: 'act/person-unknown', message: REFERENCE_TEXTS.person };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
