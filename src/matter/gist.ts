/** A line or two of what an act says, for the stream. Pure; words come from the form of the act. */
import type { RecordedAct } from '../act/act.ts';
import { peopleIn } from '../staff/snapshot.ts';
import type { ActField, ActForm } from './act-form.ts';

/** The answers of the act's own fields, as `label：answer`. `files` are the words for exhibits by their ids. */
export function gistOf(
  act: RecordedAct,
  form: ActForm,
  files: ReadonlyMap<string, string> = new Map(),
): string[] {
  const names = new Map([...files, ...peopleIn(act).map(({ id, name }) => [id, name] as const)]);
  return form.fields.flatMap((field) => {
    // Another act is pointed at by the card itself.
    if (field.type === 'act') return [];
    const value =
      act.data[
        field.name.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
      ];
    const words = answerWords(field, value, names);
    return words === null ? [] : [`${field.label}：${words}`];
  });
}

/** One answer in words; null for none. `names` are of people by their ids. */
export function answerWords(
  { type, choices = [] }: Pick<ActField, 'type' | 'choices'>,
  value: unknown,
  names: ReadonlyMap<string, string> = new Map(),
): string | null {
  return type === 'money' && typeof value === 'number'
    ? moneyWords(value)
    : wordsOf(value, choices, names);
}

/** 52000 元 of 5200000 分. */
function moneyWords(fen: number): string {
  const rest = fen % 100;
  return `${Math.floor(fen / 100)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`} 元`;
}

function wordsOf(
  value: unknown,
  choices: readonly { value: string; label: string }[],
  names: ReadonlyMap<string, string>,
): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return choices.find((choice) => choice.value === value)?.label ?? names.get(value) ?? value;
  if (!Array.isArray(value)) return null;
  const words = value.map((one) => wordsOf(one, choices, names)).filter((one) => one !== null);
  return words.length === 0 ? null : words.join('、');
}
