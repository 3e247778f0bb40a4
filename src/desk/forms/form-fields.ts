/** Every field of a form as it stands on the screen, in its order. Pure. */
import type { FormField, FormView } from '../../matter/matter.api.ts';
import { type FormState, isValues, openDocuments, type Path, valueAt } from './form-values.ts';
import { pointerOf } from './pointers.ts';

/** Kinds that one control fills in whole; faults inside them are told at the control. */
function rowsOf(field: FormField, value: unknown): readonly unknown[] | null {
  return field.type === 'list' && field.items && Array.isArray(value) ? value : null;
}

/** Pointers of all controls in the order of the screen, `at` and `by` first. */
export function fieldPointers(form: FormView, state: FormState): string[] {
  const found = ['/at', '/by'];
  const walk = (fields: readonly FormField[], path: Path): void => {
    for (const field of fields) {
      const here = [...path, field.name];
      found.push(pointerOf(here));
      const value = valueAt(state, here);
      rowsOf(field, value)?.forEach((row, index) => {
        if (isValues(row)) walk(field.items ?? [], [...here, index]);
      });
      if (field.type === 'party')
        found.push(...PARTY_ITEMS.map((name) => pointerOf([...here, name])));
      if (field.type === 'date-range')
        found.push(pointerOf([...here, 'from']), pointerOf([...here, 'to']));
      if (field.type === 'person')
        found.push(pointerOf([...here, 'name']), pointerOf([...here, 'post']));
    }
  };
  walk(form.fields, ['fields']);
  for (const document of openDocuments(form, state))
    for (const section of document.sections)
      walk(
        section.fields.filter(({ name }) => !document.fixed.includes(name)),
        ['documents', document.code],
      );
  return found;
}

/** Items of a party, in the order they are filled in. */
export const PARTY_ITEMS = [
  'kind',
  'name',
  'licenceName',
  'code',
  'address',
  'representative',
  'idKind',
  'idNumber',
  'phone',
  'otherContact',
  'gender',
  'birth',
] as const;
