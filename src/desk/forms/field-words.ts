/** What is filled in, in words: for comparing two versions and for reading a request. Pure. */
import type { FormField, FormView } from '../../matter/matter.api.ts';
import { yuanWords } from '../words/amounts.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { isBlank, isValues, type Path } from './form-values.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The field at a place of a form; undefined where there is none. */
export function fieldAt(form: FormView, path: Path): FormField | undefined {
  const [part, name, item] = path;
  if (part === 'fields') return form.fields.find((field) => field.name === name);
  return form.documents
    .find(({ code }) => code === name)
    ?.sections.flatMap(({ fields }) => fields)
    .find((field) => field.name === item);
}

/** A value as people read it; empty for none. */
export function valueWords(
  value: unknown,
  field: FormField | undefined,
  people: readonly Named[],
): string {
  if (isBlank(value)) return '';
  if (typeof value === 'boolean') return value ? FORM_TEXTS.yes : FORM_TEXTS.no;
  if (typeof value === 'number')
    return field?.type === 'money' ? yuanWords(value) : `${value}${field?.unit ?? ''}`;
  if (typeof value === 'string')
    return (
      field?.choices?.find((choice) => choice.value === value)?.label ??
      people.find(({ id }) => id === value)?.name ??
      value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*$/, '$1 $2')
    );
  if (Array.isArray(value)) {
    const between = field?.type === 'paragraphs' || field?.type === 'list' ? '\n' : '、';
    return value
      .map((one) => valueWords(one, field, people))
      .filter((words) => words !== '')
      .join(between);
  }
  if (!isValues(value)) return '';
  return Object.entries(value)
    .map(([name, part]) =>
      valueWords(
        part,
        field?.items?.find((item) => item.name === name),
        people,
      ),
    )
    .filter((words) => words !== '')
    .join('　');
}
