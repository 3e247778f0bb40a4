/** From what a person filled in to what the act says: checks the fields, derives the rest from the documents. Pure. */
import { parsePlainDate } from '../calendar/plain-date.ts';
import { readPenalties } from '../document/penalty.ts';
import { isAmount } from '../document/wording.ts';
import type { Json } from '../ledger/canonical-json.ts';
import type { ActField, ActForm, Derivation } from './act-form.ts';

export type Filled = Readonly<Record<string, unknown>>;
/** Values of documents by their code. */
export type FilledDocuments = Readonly<Record<string, Filled>>;

/** A field that does not hold. `pointer` leads into the request. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** What is wrong with the fields of an act itself. */
export function checkFields(form: ActForm, fields: Filled): FieldProblem[] {
  return checkEntry(form.fields, fields, '/fields');
}

function checkEntry(known: readonly ActField[], entry: Filled, pointer: string): FieldProblem[] {
  const names = new Set(known.map((field) => field.name));
  const unknown = Object.keys(entry).filter((name) => !names.has(name));
  return [
    ...unknown.map((name) => ({
      pointer: `${pointer}/${name}`,
      code: 'field/unknown',
      message: '这个环节没有这一项。',
    })),
    ...known.flatMap((field) =>
      checkField(field, entry[field.name], entry, `${pointer}/${field.name}`),
    ),
  ];
}

function checkField(
  field: ActField,
  value: unknown,
  siblings: Filled,
  pointer: string,
): FieldProblem[] {
  const problem = (code: string, message: string): FieldProblem[] => [{ pointer, code, message }];
  if (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
    return isRequired(field, siblings) ? problem('field/missing', `还缺“${field.label}”。`) : [];
  if (!hasType(field, value))
    return problem('field/type-wrong', `“${field.label}”填写的格式不对。`);
  if (field.declared && value !== true)
    return problem('field/not-declared', `“${field.label}”须由承办人作出。`);
  if (typeof value === 'string' && value.length > (field.maxLength ?? 400))
    return problem('field/too-long', `“${field.label}”不超过${field.maxLength ?? 400}字。`);
  if (field.type === 'date' && (typeof value !== 'string' || !parsePlainDate(value)))
    return problem('field/date-impossible', `“${field.label}”不是存在的日期。`);
  if (
    field.choices &&
    ![value].flat().every((one) => field.choices?.some((choice) => choice.value === one))
  )
    return problem(
      'field/choice-unknown',
      `“${field.label}”没有这个选项，可选：${field.choices.map(({ label }) => label).join('、')}。`,
    );
  if (field.type === 'list' && field.items && Array.isArray(value)) {
    const { items } = field;
    return value.flatMap((entry: Filled, index) => checkEntry(items, entry, `${pointer}/${index}`));
  }
  return [];
}

function isRequired(
  { required, requiredWhen }: Pick<ActField, 'required' | 'requiredWhen'>,
  siblings: Filled,
): boolean {
  if (required) return true;
  if (!requiredWhen) return false;
  const value = siblings[requiredWhen.field];
  return Array.isArray(requiredWhen.equals)
    ? requiredWhen.equals.some((one) => one === value)
    : requiredWhen.equals === value;
}

function hasType({ type }: Pick<ActField, 'type'>, value: unknown): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'act':
      return typeof value === 'number' && Number.isInteger(value) && value > 0;
    case 'money':
      return isAmount(value);
    case 'choices':
    case 'staff-list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'list':
      return (
        Array.isArray(value) &&
        value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
      );
    case 'line':
    case 'text':
    case 'date':
    case 'choice':
    case 'staff':
    case 'exhibit':
      return typeof value === 'string';
  }
}

/** The data of the act: its own fields and what its documents tell. */
export function deriveData(
  form: ActForm,
  fields: Filled,
  documents: FilledDocuments,
): Record<string, Json> {
  const data: Record<string, Json> = {};
  const derivedFrom = new Set([
    'discretion-min',
    'discretion-max',
    'gap-reason',
    'remote-reason',
    'remote-returned-on',
  ]);
  for (const { name } of form.fields) {
    const value = fields[name];
    if (!isEmpty(value) && !derivedFrom.has(name)) data[camel(name)] = value as Json; // checked by `checkFields`
  }
  for (const [key, derivation] of Object.entries(form.derive)) {
    const value = derived(derivation, fields, documents);
    if (value !== undefined) data[key] = value;
  }
  return data;
}

function derived(rule: Derivation, fields: Filled, documents: FilledDocuments): Json | undefined {
  const look = (path: string): unknown => lookUp(path, documents);
  if (rule.const !== undefined) return rule.const as Json; // from the rules file
  if (rule.copy !== undefined) return plain(look(rule.copy));
  if (rule.day !== undefined) return plain(dayOf(look(rule.day)));
  if (rule.text !== undefined) return plain([look(rule.text)].flat().join('\n'));
  if (rule.equals)
    return isEmpty(look(rule.equals[0] ?? ''))
      ? undefined
      : look(rule.equals[0] ?? '') === rule.equals[1];
  if (rule.present !== undefined) return isEmpty(look(rule.present)) ? undefined : true;
  if (rule.penalty !== undefined) return penaltyOf(look(rule.penalty));
  if (rule.discretion !== undefined) return discretionOf(fields, look(rule.discretion));
  if (rule.object) return objectOf(rule.object, fields);
  const filled = Object.entries(rule.filled ?? {}).filter(([, path]) => !isEmpty(look(path)));
  const also = Object.entries(rule.also ?? {}).filter(
    ([, [path, wanted]]) => look(path ?? '') === wanted,
  );
  return [...filled, ...also].map(([item]) => item);
}

/** `document.field`, or several such paths divided by `|` of which the first that is there counts. */
function lookUp(path: string, documents: FilledDocuments): unknown {
  for (const one of path.split('|')) {
    const dot = one.indexOf('.');
    const value = documents[one.slice(0, dot)]?.[one.slice(dot + 1)];
    if (!isEmpty(value)) return value;
  }
  return undefined;
}

/** The day of a time. */
function dayOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 10) : '';
}

function penaltyOf(rows: unknown): Json | undefined {
  const read = readPenalties(rows);
  if (read.length === 0) return undefined;
  const penalty: Record<string, Json> = {};
  for (const { kind, amount } of read)
    penalty[kind] =
      kind === 'fine' || kind === 'gains' || kind === 'goods'
        ? (typeof penalty[kind] === 'number' ? penalty[kind] : 0) + (amount ?? 0)
        : true;
  return penalty;
}

function discretionOf(fields: Filled, step: unknown): Json | undefined {
  const min = fields['discretion-min'];
  const max = fields['discretion-max'];
  return typeof min === 'number' && typeof max === 'number' && typeof step === 'string'
    ? { min, max, step }
    : undefined;
}

function objectOf(parts: Readonly<Record<string, string>>, fields: Filled): Json | undefined {
  const found = Object.entries(parts).flatMap(([key, field]) =>
    isEmpty(fields[field]) ? [] : [[key, fields[field] as Json] as const],
  );
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

function plain(value: unknown): Json | undefined {
  return isEmpty(value) ? undefined : (value as Json); // values of documents are JSON
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
