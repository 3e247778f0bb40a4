import { checkValue } from './check.ts';
import type { CaseContext } from './context.ts';
import { type DocumentKind, type Field, fieldsOf, type Values } from './document.ts';
import { isBlank, isObject, readParagraphs } from './values.ts';
import { readDate, readMoment } from './wording.ts';

/** Prefilling: takes over what the case already knows. Pure. */

/**
 * Follows a dotted path. Keys may contain dots themselves (act codes do), so at each step the longest key that exists wins.
 *
 * @returns undefined where the path leads nowhere
 */
export function lookUp(root: unknown, path: string): unknown {
  const steps = path === '' ? [] : path.split('.');
  if (steps.length === 0) return root;
  if (!isObject(root)) return undefined;
  for (let length = steps.length; length > 0; length -= 1) {
    const key = steps.slice(0, length).join('.');
    if (!Object.hasOwn(root, key)) continue;
    const found = lookUp(root[key], steps.slice(length).join('.'));
    if (found !== undefined) return found;
  }
  return undefined;
}

function asDate(source: unknown): unknown {
  if (typeof source !== 'string' || readDate(source)) return source;
  return readMoment(source)?.date;
}

/** Brings a value of the case into the shape the field wants: a day from a moment, paragraphs from a text, a name from a person. */
function convert(field: Field, source: unknown): unknown {
  switch (field.type) {
    case 'date':
      return asDate(source);
    case 'paragraphs':
      return readParagraphs(source);
    case 'line':
    case 'text':
      if (isObject(source)) return source['name'];
      return Array.isArray(source) ? readParagraphs(source).join('\n') : source;
    case 'person':
      return typeof source === 'string' ? { name: source } : source;
    case 'date-range':
    case 'datetime':
    case 'money':
    case 'number':
    case 'choice':
    case 'choices':
    case 'boolean':
    case 'officers':
    case 'party':
    case 'list':
      return source;
  }
}

/**
 * Values a document starts with. Only what fits its field is taken over: a source that is missing, or that `checkValue` would
 * refuse, leaves the field open for the officer.
 */
export function fillFromContext(kind: DocumentKind, context: CaseContext): Values {
  const values: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) {
    if (field.from === undefined) continue;
    const value = convert(field, lookUp(context, field.from));
    if (!isBlank(value) && checkValue(field, value).length === 0) values[field.name] = value;
  }
  return values;
}
