/**
 * What a statutory document (文书) is: a kind is data, read from `templates/<folder>/document.json`. Pure.
 *
 * Source of the kinds: 市场监督管理行政处罚文书格式范本 (2021 revision, 国市监法发〔2021〕42号), 56 forms.
 */

/** Data types of a field. Shapes of their values: see {@link Values}. */
export type FieldType =
  | 'line'
  | 'text'
  | 'paragraphs'
  | 'date'
  | 'datetime'
  | 'date-range'
  | 'money'
  | 'number'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'person'
  | 'officers'
  | 'party'
  | 'list';

/** What must be looked at before a value is published (45号令 art. 6, 个人信息保护法 art. 28). */
export type Sensitive =
  | 'id-number'
  | 'phone'
  | 'address'
  | 'birth'
  | 'natural-name'
  | 'reporter'
  | 'account';

/** Written forms a value must have, and for a list the way it is printed. */
export type Format =
  | 'credit-code'
  | 'citizen-number'
  | 'document-number'
  | 'sha-256'
  | 'penalties'
  | 'evidence';

/** A field is required when the sibling `field` has this value, or one of these values. */
export interface Condition {
  readonly field: string;
  readonly equals: string | boolean | readonly string[];
}

/** One of the values a choice may take. `value` is stored, `label` printed. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One item of a document. */
export interface Field {
  /** kebab-case, unique in the document */
  readonly name: string;
  /** Chinese, as the form prints it */
  readonly label: string;
  readonly type: FieldType;
  readonly required?: boolean;
  /** Whose opinion, name or date it is: required of somebody of that post, and asked of nobody else. */
  readonly post?: 'head' | 'unit-head';
  readonly requiredWhen?: Condition;
  /** characters: of the text, or of each paragraph */
  readonly maxLength?: number;
  /** rows, officers or choices at least; defaults to 2 for officers and 1 otherwise */
  readonly minItems?: number;
  readonly choices?: readonly Choice[];
  readonly items?: readonly Field[];
  /** date-range: the ends are moments to the minute, not days */
  readonly minutes?: boolean;
  /** number: the unit printed after it */
  readonly unit?: string;
  readonly format?: Format;
  readonly hint?: string;
  readonly phrases?: readonly string[];
  readonly sensitive?: Sensitive;
  /** dotted path into the CaseContext the value is taken from */
  readonly from?: string;
  /** A date that may lie after the act: a limit, or that of a paper written later. Every other tells of what has happened. */
  readonly ahead?: boolean;
  /** false: not itself on the paper: it decides which words are printed, or is kept for redaction */
  readonly printed?: boolean;
}

/** A group of fields under a heading. `added` marks what a bureau put there itself. */
export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly added?: boolean;
}

/** 内部审批, 对外, 笔录记录, 案卷 */
export type Category = 'internal' | 'external' | 'transcript' | 'file';

/** A kind of document. */
export interface DocumentKind {
  /** number among the 56 forms; null for forms derived from the bureaus' own rules */
  readonly no: number | null;
  /** slug, stable */
  readonly code: string;
  readonly title: string;
  /** The printed title follows a choice, as in 立案/不予立案审批表. */
  readonly titleBy?: { readonly field: string; readonly titles: Readonly<Record<string, string>> };
  readonly category: Category;
  /** 文种字 of its number, null where the form carries none */
  readonly numberWord: string | null;
  /** laws the form rests on, short names with articles */
  readonly basis: readonly string[];
  /** 份数说明 of an external document */
  readonly copies: string | null;
  readonly sections: readonly Section[];
}

/** A kind together with the folder below `templates/` that holds its `template.typ`. */
export interface DocumentTemplate extends DocumentKind {
  readonly folder: string;
}

/** A person who signs: name, and post where the form asks for it. */
export interface Person {
  readonly name: string;
  readonly post?: string;
}

/** An enforcement officer with the number of the enforcement certificate (执法证号). */
export interface Officer {
  readonly name: string;
  readonly certificate: string;
}

/** Both ends belong to the range: `YYYY-MM-DD`, or ISO moments where the field says `minutes`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** 法人, 自然人, 个体工商户, 其他组织 */
export type PartyKind = 'legal' | 'natural' | 'individual-business' | 'other';

/** 当事人基本信息块 of the forms. */
export interface Party {
  readonly kind: PartyKind;
  readonly name: string;
  /** 主体资格证照名称 */
  readonly licenceName?: string;
  /** 统一社会信用代码 */
  readonly code?: string;
  /** 住所（住址） */
  readonly address: string;
  /** 法定代表人、负责人、经营者 */
  readonly representative?: string;
  /** identity document: of the natural person, the operator or the representative */
  readonly idNumber?: string;
  /** `other`: a document that is not the citizen identity card, so its number is not checked */
  readonly idKind?: 'citizen' | 'other';
  readonly phone?: string;
  readonly otherContact?: string;
  readonly gender?: 'male' | 'female';
  /** `YYYY-MM-DD` */
  readonly birth?: string;
}

/**
 * Values of a document by field name. line, text: string · paragraphs: string[] · date: `YYYY-MM-DD` · datetime: ISO with
 * offset · date-range: {@link DateRange} · money: integer 分 · number: number · choice: string · choices: string[] ·
 * boolean · person: {@link Person} · officers: {@link Officer}[] · party: {@link Party} · list: rows by item name.
 * They arrive from outside, hence unknown until `checkValues` finds no problem.
 */
export type Values = Readonly<Record<string, unknown>>;

/** Why a document is refused. `pointer` is a JSON pointer (RFC 6901) into the values; `message` is for the officer. */
export interface Problem {
  readonly pointer: string;
  readonly code: ProblemCode;
  readonly message: string;
}

/** Closed list of refusals of this feature. */
export type ProblemCode =
  | 'document/field-missing'
  | 'document/field-unknown'
  | 'document/type-wrong'
  | 'document/too-long'
  | 'document/too-few'
  | 'document/choice-unknown'
  | 'document/date-impossible'
  | 'document/range-reversed'
  | 'document/code-malformed'
  | 'document/number-malformed'
  | 'document/number-missing'
  | 'document/glyph-missing';

/** All fields of a kind in printing order. */
export function fieldsOf(kind: DocumentKind): readonly Field[] {
  return kind.sections.flatMap((section) => section.fields);
}

/** Whether `condition` holds for the values beside it. */
function conditionHolds(condition: Condition, siblings: Values): boolean {
  const value = siblings[condition.field];
  const { equals } = condition;
  return typeof equals === 'object'
    ? typeof value === 'string' && equals.includes(value)
    : value === equals;
}

/** Whether `field` must be given among these values. */
export function isRequired(field: Field, siblings: Values): boolean {
  if (field.required === true) return true;
  return field.requiredWhen !== undefined && conditionHolds(field.requiredWhen, siblings);
}

/** Title as printed: that of the kind, or the one its deciding choice names. */
export function titleOf(kind: DocumentKind, values: Values): string {
  const chosen = kind.titleBy ? values[kind.titleBy.field] : undefined;
  return (typeof chosen === 'string' ? kind.titleBy?.titles[chosen] : undefined) ?? kind.title;
}
