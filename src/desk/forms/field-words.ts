/** What is filled in, in words: for comparing two versions and for reading a request. Pure. */
import type { FormField, FormView } from '../../matter/matter.api.ts';
import { partyItems } from '../begin/fields.ts';
import { yuanWords } from '../words/amounts.ts';
import { dayWords } from '../words/dates.ts';
import { FORM_TEXTS } from './form.texts.ts';
import { changedPaths } from '../drafts/draft.ts';
import { type FormState, isBlank, isValues, type Path, valueAt } from './form-values.ts';

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
      dateWords(value)
    );
  if (Array.isArray(value)) {
    const between = field?.type === 'paragraphs' || field?.type === 'list' ? '\n' : '、';
    return value
      .map((one) => valueWords(one, field, people))
      .filter((words) => words !== '')
      .join(between);
  }
  if (!isValues(value)) return '';
  if (field?.type === 'party')
    return partyItems(value['kind'])
      .flatMap((item) => {
        const words = valueWords(value[item.name], item, people);
        return words === '' ? [] : [`${item.label}：${words}`];
      })
      .join('\n');
  if (field?.type === 'date-range')
    return FORM_TEXTS.range(
      valueWords(value['from'], undefined, people),
      valueWords(value['to'], undefined, people),
    );
  const names = field?.items?.map(({ name }) => name) ?? Object.keys(value);
  return names
    .map((name) =>
      valueWords(
        value[name],
        field?.items?.find((item) => item.name === name),
        people,
      ),
    )
    .filter((words) => words !== '')
    .join('　');
}

/** A day or a moment with its year, as papers have it; any other text as it stands. */
function dateWords(text: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}).*)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  return time === undefined ? dayWords(day, '') : `${dayWords(day, '')} ${time}`;
}

/** Where two versions of a form differ, in words. */
export function differing(
  form: FormView,
  people: readonly Named[],
  mine: FormState,
  other: FormState,
): { readonly label: string; readonly mine: string; readonly other: string }[] {
  return changedPaths(mine, other).map((path) => {
    const field = fieldAt(form, path);
    const words = (state: FormState): string =>
      valueWords(valueAt(state, path), field, people) || FORM_TEXTS.staleEmpty;
    return { label: field?.label ?? path.join('/'), mine: words(mine), other: words(other) };
  });
}
