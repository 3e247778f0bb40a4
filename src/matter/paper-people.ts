/** People a paper names without their certificates: who chairs, who takes part, who writes it down. Pure. */
import { isObject, readLine, readPerson } from '../document/values.ts';
import type { StaffMember } from '../staff/staff.ts';
import type { FieldProblem } from './act-input.ts';
import { fault, type Item } from './paper.ts';
import { PAPER_TEXTS } from './paper.texts.ts';

type People = ReadonlyMap<string, StaffMember>;

export interface Named {
  readonly name: string;
  /** JSON pointer to the item, or to its row. */
  readonly pointer: string;
}

/** The names an item gives: of a person, of the rows of a list, of a line of names. */
export function namesIn({ field, value, pointer }: Item): Named[] {
  switch (field.type) {
    case 'person':
      return [{ name: readPerson(value).name.trim(), pointer }];
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((row: unknown, index) =>
        isObject(row)
          ? [{ name: readLine(row['name']).trim(), pointer: `${pointer}/${index}` }]
          : [],
      );
    case 'line':
      return namesOfLine(readLine(value)).map((name) => ({ name, pointer }));
    default:
      return [];
  }
}

/** 曾庆山（公职律师）、吴彩云 are two; 无 is nobody. */
function namesOfLine(text: string): string[] {
  return text
    .replaceAll(/[（(][^（()）]*[)）]/g, '')
    .split(/[、，,；;。]/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== '无');
}

/** Everybody of the bureau who bears that name. */
export function bearersOf(name: string, people: People): StaffMember[] {
  return [...people.values()].filter((one) => one.name === name);
}

/** Who is named though nobody of the bureau bears that name. */
export function strangers(items: readonly Item[], people: People): FieldProblem[] {
  return items
    .flatMap(namesIn)
    .flatMap(({ name, pointer }) =>
      bearersOf(name, people).length > 0
        ? []
        : [fault(pointer, 'document/officers-differ', PAPER_TEXTS.stranger(name))],
    );
}
