/**
 * Checking the values of a document against its kind: every missing item, wrong type, overlong text, impossible date or
 * malformed code, all at once. Pure.
 */

import { isCitizenNumber, isCreditCode } from '../party/identifier.ts';
import {
  type DocumentKind,
  type Field,
  fieldsOf,
  isRequired,
  type Problem,
  type ProblemCode,
  type Values,
} from './document.ts';
import { parseDocumentNumber } from './number.ts';
import { PARTY_FIELDS } from './party-fields.ts';
import { isBlank, isObject } from './values.ts';
import { isAmount, readDate, readMoment } from './wording.ts';

const PERSON_FIELDS: readonly Field[] = [
  { name: 'name', label: '姓名', type: 'line', required: true, maxLength: 50 },
  { name: 'post', label: '职务', type: 'line', maxLength: 50 },
];

const OFFICER_FIELDS: readonly Field[] = [
  { name: 'name', label: '姓名', type: 'line', required: true, maxLength: 50 },
  { name: 'certificate', label: '执法证号', type: 'line', required: true, maxLength: 50 },
];

function problem(pointer: string, code: ProblemCode, message: string): Problem {
  return { pointer, code, message };
}

function wrongType(field: Field, at: string, wanted: string): Problem[] {
  return [problem(at, 'document/type-wrong', `${field.label}要填${wanted}。`)];
}

/** A JSON pointer segment (RFC 6901 §3). */
function segment(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** C0 and C1 controls print as nothing and hide what was written; only line breaks and tabs belong in a text. */
function hasControls(text: string, lineBreaks: boolean): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const breaks = lineBreaks && (code === 10 || code === 13);
    if ((code < 32 || (code >= 127 && code < 160)) && !breaks) return true;
  }
  return false;
}

function checkFormat(field: Field, at: string, text: string): Problem[] {
  if (field.format === 'credit-code' && !isCreditCode(text)) {
    return [problem(at, 'document/code-malformed', `${field.label}的校验位对不上，请核对证照。`)];
  }
  if (field.format === 'citizen-number' && !isCitizenNumber(text)) {
    return [problem(at, 'document/code-malformed', `${field.label}的校验位对不上，请核对证件。`)];
  }
  if (field.format === 'sha-256' && !/^[0-9a-f]{64}$/.test(text)) {
    return [problem(at, 'document/code-malformed', `${field.label}应为64位小写十六进制。`)];
  }
  if (field.format === 'document-number' && !parseDocumentNumber(text)) {
    const wanted = `${field.label}应写成「某市监处罚〔2026〕1号」的样子，用六角括号，序号不补零。`;
    return [problem(at, 'document/number-malformed', wanted)];
  }
  return [];
}

function checkText(field: Field, at: string, value: unknown, lineBreaks: boolean): Problem[] {
  if (typeof value !== 'string' || hasControls(value, lineBreaks)) {
    return wrongType(field, at, lineBreaks ? '文字' : '一行文字');
  }
  const { maxLength } = field;
  if (maxLength !== undefined && Array.from(value).length > maxLength) {
    return [problem(at, 'document/too-long', `${field.label}最多${maxLength}个字。`)];
  }
  return checkFormat(field, at, value);
}

function checkDay(field: Field, at: string, value: unknown): Problem[] {
  if (typeof value === 'string' && readDate(value)) return [];
  return [problem(at, 'document/date-impossible', `${field.label}不是日历上的一天。`)];
}

function checkMoment(field: Field, at: string, value: unknown): Problem[] {
  if (typeof value === 'string' && readMoment(value)) return [];
  return [problem(at, 'document/date-impossible', `${field.label}要写明年月日时分。`)];
}

function checkRange(field: Field, at: string, value: unknown): Problem[] {
  if (!isObject(value)) return wrongType(field, at, '起止时间');
  const checkEnd = field.minutes === true ? checkMoment : checkDay;
  const problems = (['from', 'to'] as const).flatMap((end) =>
    isObject(value[end]) || Array.isArray(value[end])
      ? wrongType(field, at + segment(end), '时间')
      : isBlank(value[end])
        ? [
            problem(
              at + segment(end),
              'document/field-missing',
              `还缺${field.label}的${end === 'from' ? '起' : '止'}。`,
            ),
          ]
        : checkEnd(field, at + segment(end), value[end]),
  );
  if (problems.length > 0) return problems;
  return Date.parse(String(value['from'])) <= Date.parse(String(value['to']))
    ? []
    : [problem(at, 'document/range-reversed', `${field.label}的止在起之前。`)];
}

function checkChoices(field: Field, at: string, value: unknown): Problem[] {
  if (!Array.isArray(value)) return wrongType(field, at, '选项');
  const problems = value.flatMap((entry: unknown, index) =>
    checkChoice(field, at + segment(index), entry),
  );
  return [...problems, ...checkCount(field, at, value, 1)];
}

function checkChoice(field: Field, at: string, value: unknown): Problem[] {
  return field.choices?.some((choice) => choice.value === value) === true
    ? []
    : [problem(at, 'document/choice-unknown', `${field.label}没有这个选项。`)];
}

function checkCount(field: Field, at: string, value: readonly unknown[], least: number): Problem[] {
  const wanted = field.minItems ?? least;
  return value.length >= wanted
    ? []
    : [problem(at, 'document/too-few', `${field.label}至少${wanted}项。`)];
}

function checkParagraphs(field: Field, at: string, value: unknown): Problem[] {
  if (!Array.isArray(value)) return wrongType(field, at, '段落');
  return value.flatMap((entry: unknown, index) =>
    checkText(field, at + segment(index), entry, false),
  );
}

function checkRows(field: Field, items: readonly Field[], at: string, value: unknown): Problem[] {
  if (!Array.isArray(value)) return wrongType(field, at, '列表');
  const problems = value.flatMap((row: unknown, index) =>
    isObject(row)
      ? checkFields(items, at + segment(index), row)
      : wrongType(field, at + segment(index), '一行内容'),
  );
  return [...problems, ...checkCount(field, at, value, field.type === 'officers' ? 2 : 1)];
}

function checkParty(field: Field, at: string, value: unknown): Problem[] {
  if (!isObject(value)) return wrongType(field, at, '当事人');
  const items = PARTY_FIELDS.map((item) => {
    if (item.name !== 'idNumber' || value['idKind'] !== 'other') return item;
    const { format: _, ...unchecked } = item;
    return unchecked;
  });
  return checkFields(items, at, value);
}

function checkNumber(field: Field, at: string, value: unknown): Problem[] {
  // What is hashed holds whole numbers only.
  const right = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  return right ? [] : wrongType(field, at, '整数');
}

function checkMoney(field: Field, at: string, value: unknown): Problem[] {
  return isAmount(value) ? [] : wrongType(field, at, '金额，以分为单位的整数');
}

/**
 * Problems of one given value.
 *
 * @param at JSON pointer of the value
 */
export function checkValue(field: Field, value: unknown, at = segment(field.name)): Problem[] {
  switch (field.type) {
    case 'line':
      return checkText(field, at, value, false);
    case 'text':
      return checkText(field, at, value, true);
    case 'paragraphs':
      return checkParagraphs(field, at, value);
    case 'date':
      return checkDay(field, at, value);
    case 'datetime':
      return checkMoment(field, at, value);
    case 'date-range':
      return checkRange(field, at, value);
    case 'money':
      return checkMoney(field, at, value);
    case 'number':
      return checkNumber(field, at, value);
    case 'choice':
      return checkChoice(field, at, value);
    case 'choices':
      return checkChoices(field, at, value);
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrongType(field, at, '是或否');
    case 'person':
      return isObject(value) ? checkFields(PERSON_FIELDS, at, value) : wrongType(field, at, '姓名');
    case 'officers':
      return checkRows(field, OFFICER_FIELDS, at, value);
    case 'party':
      return checkParty(field, at, value);
    case 'list':
      return checkRows(field, field.items ?? [], at, value);
  }
}

/** An empty value of another type: nothing of it would be printed, and nobody meant it. */
function checkEmpty(field: Field, value: unknown, at: string): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return checkValue(field, value, at).filter(({ code }) => code === 'document/type-wrong');
}

function checkFields(fields: readonly Field[], at: string, values: Values): Problem[] {
  const problems: Problem[] = [];
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => field.name === name)) {
      problems.push(
        problem(at + segment(name), 'document/field-unknown', `没有叫 ${name} 的一项。`),
      );
    }
  }
  for (const field of fields) {
    const value = values[field.name];
    const here = at + segment(field.name);
    if (!isBlank(value)) problems.push(...checkValue(field, value, here));
    else if (isRequired(field, values))
      problems.push(problem(here, 'document/field-missing', `还缺${field.label}。`));
    else problems.push(...checkEmpty(field, value, here));
  }
  return problems;
}

/**
 * Every reason why `values` are not a complete document of this kind; empty when they are.
 * Unknown names are refused as well: a misspelt item would otherwise be lost without a word.
 */
export function checkValues(kind: DocumentKind, values: Values): Problem[] {
  return checkFields(fieldsOf(kind), '', values);
}
