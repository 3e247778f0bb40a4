/** A paper of an act as it was filled in, before it is issued: what its checks read. Pure. */
import { checkValue } from '../document/check.ts';
import { type DocumentTemplate, type Field, fieldsOf, type Values } from '../document/document.ts';
import { isBlank } from '../document/values.ts';
import type { FieldProblem } from './act-input.ts';

export interface Paper {
  readonly template: DocumentTemplate;
  readonly values: Values;
  /** Fields that are filled when the papers of the act get their numbers. */
  readonly numbered: readonly string[];
}

/** A value somebody gave that its field accepts. */
export interface Item {
  readonly field: Field;
  readonly value: unknown;
  /** JSON pointer into the request. */
  readonly pointer: string;
}

/** Why a paper is refused though each of its items is well formed. */
export type PaperFault =
  | 'document/contradicts-file'
  | 'document/field-missing'
  | 'document/not-on-file'
  | 'document/after-act'
  | 'document/before-issue'
  | 'document/officers-differ'
  | 'document/amount-differs';

/** What is filled in; a value its field refuses is reported elsewhere. */
export function itemsOf({ template, values, numbered }: Paper): Item[] {
  return fieldsOf(template).flatMap((field) => {
    const value = values[field.name];
    const sound =
      !isBlank(value) && !numbered.includes(field.name) && checkValue(field, value).length === 0;
    return sound ? [{ field, value, pointer: pointerTo(template, field.name) }] : [];
  });
}

/** JSON pointer to a field of the paper. */
export function pointerTo({ code }: Pick<DocumentTemplate, 'code'>, name: string): string {
  return `/documents/${code}/${name}`;
}

export function fault(pointer: string, code: PaperFault, message: string): FieldProblem {
  return { pointer, code, message };
}
