/** Bodies that do not hold, made from the schema they must fit: one fault each, with the pointer to it. */
import { at } from './api-document.ts';

export interface Mutant {
  /** What is wrong with it. */
  readonly what: string;
  /** Where, as a JSON pointer. */
  readonly pointer: string;
  readonly body: unknown;
}

/** Values that some pattern asks for; the first that fits is taken. */
const CANDIDATES = [
  '甲',
  '01900000-0000-7000-8000-000000000001',
  '2024-01-02',
  '2024-01-02T09:00:00+08:00',
  '000000',
  'abcdef',
  'ABCDEFGHIJKLMNOP',
];

/** A value that fits. */
export function fitting(schema: unknown): unknown {
  const any = list(at(schema, 'anyOf'));
  if (any.length > 0) return fitting(any[0]);
  const choices = list(at(schema, 'enum'));
  if (choices.length > 0) return choices[0];
  if (at(schema, 'const') !== undefined) return at(schema, 'const');
  switch (at(schema, 'type')) {
    case 'object':
      return Object.fromEntries(propertiesOf(schema).map(([name, of]) => [name, fitting(of)]));
    case 'array':
      return [fitting(at(schema, 'items'))];
    case 'integer':
      return at(schema, 'minimum') ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return CANDIDATES.find((one) => fits(schema, one)) ?? '';
    default:
      return {};
  }
}

function fits(schema: unknown, text: string): boolean {
  const [pattern, most] = [at(schema, 'pattern'), at(schema, 'maxLength')];
  return (
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)) &&
    (typeof most !== 'number' || text.length <= most)
  );
}

/** Every fault of every part. */
export function mutants(schema: unknown): Mutant[] {
  return faultsOf(schema).map(({ what, path, value }) => ({
    what,
    pointer: path.map((name) => `/${name}`).join(''),
    body: changed(fitting(schema), path, value),
  }));
}

interface Fault {
  readonly what: string;
  readonly path: readonly (string | number)[];
  /** Undefined where the part is left out. */
  readonly value: unknown;
}

function faultsOf(schema: unknown, path: Fault['path'] = []): Fault[] {
  const any = list(at(schema, 'anyOf'));
  if (any.length > 0) return valuesFor('', ['nothing of the kind', 7, null, {}], path);
  if (at(schema, 'enum') !== undefined || at(schema, 'const') !== undefined)
    return valuesFor('choice', ['bogus', 'toString', 7, null, []], path);
  switch (at(schema, 'type')) {
    case 'object':
      return objectFaults(schema, path);
    case 'array':
      return [
        ...valuesFor('array', ['x', 7, {}, null], path),
        ...lengthFaults(schema, path),
        ...faultsOf(at(schema, 'items'), [...path, 0]),
      ];
    case 'integer':
      return valuesFor('integer', ['x', '1', 1.5, -1, 2 ** 60, true, null], path);
    case 'boolean':
      return valuesFor('boolean', ['true', 1, null], path);
    case 'string':
      return stringFaults(schema, path);
    default:
      return [];
  }
}

function objectFaults(schema: unknown, path: Fault['path']): Fault[] {
  const required = list(at(schema, 'required'));
  return [
    ...(path.length === 0 ? [] : valuesFor('object', ['x', 7, [], null], path)),
    ...required.map((name) => ({
      what: 'left out',
      path: [...path, String(name)],
      value: undefined,
    })),
    ...(at(schema, 'additionalProperties') === false
      ? [{ what: 'unknown', path: [...path, 'bogus'], value: 1 }]
      : []),
    ...propertiesOf(schema).flatMap(([name, of]) => faultsOf(of, [...path, name])),
  ];
}

function stringFaults(schema: unknown, path: Fault['path']): Fault[] {
  const sample = String(fitting(schema));
  const isDay = at(schema, 'format') === 'date';
  const [least, most, pattern] = ['minLength', 'maxLength', 'pattern'].map((name) =>
    at(schema, name),
  );
  return [
    ...valuesFor('string', [7, true, ['x'], {}, null], path),
    ...valuesFor('unreadable', [`${sample}\u0000`, `${sample}\ud800`, `${sample}\u0007`], path),
    ...(typeof most === 'number' ? valuesFor('too long', ['a'.repeat(most + 1)], path) : []),
    ...(typeof least === 'number' ? valuesFor('empty', [''], path) : []),
    ...(typeof pattern === 'string' ? valuesFor('pattern', ['不合格'], path) : []),
    ...(isDay
      ? valuesFor('day', ['2026-02-30', '2026-13-01', '0000-00-00', '2026-2-3'], path)
      : []),
  ];
}

function lengthFaults(schema: unknown, path: Fault['path']): Fault[] {
  const [least, most] = [at(schema, 'minItems'), at(schema, 'maxItems')];
  const item = fitting(at(schema, 'items'));
  return [
    ...(typeof least === 'number' ? valuesFor('empty', [[]], path) : []),
    ...(typeof most === 'number' ? valuesFor('too many', [Array(most + 1).fill(item)], path) : []),
  ];
}

function valuesFor(what: string, values: readonly unknown[], path: Fault['path']): Fault[] {
  return values.map((value) => ({ what: `${what} ${brief(value)}`, path, value }));
}

function brief(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}

function changed(body: unknown, path: Fault['path'], value: unknown): unknown {
  const copy: unknown = structuredClone(body);
  const last = path.at(-1);
  const parent: unknown = path
    .slice(0, -1)
    .reduce<unknown>((part, name) => Reflect.get(Object(part), name), copy);
  if (last === undefined) return value;
  if (value === undefined) Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, value);
  return copy;
}

function propertiesOf(schema: unknown): [string, unknown][] {
  return Object.entries(Object(at(schema, 'properties')));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
