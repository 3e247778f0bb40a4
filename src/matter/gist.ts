/** A line or two of what an act says, for the stream. Pure; words come from the form of the act. */
import type { RecordedAct } from '../act/act.ts';
import { peopleIn } from '../staff/snapshot.ts';
import type { ActForm } from './act-form.ts';

/** The answers of the act's own fields, as `label：answer`. */
export function gistOf(act: RecordedAct, form: ActForm): string[] {
  const names = new Map(peopleIn(act).map((person) => [person.id, person.name]));
  return form.fields.flatMap((field) => {
    // Another act is pointed at by the card itself.
    if (field.type === 'act') return [];
    const value =
      act.data[
        field.name.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
      ];
    const words =
      field.type === 'money' && typeof value === 'number'
        ? moneyWords(value)
        : wordsOf(value, field.choices ?? [], names);
    return words === null ? [] : [`${field.label}：${words}`];
  });
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
