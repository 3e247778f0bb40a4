/** Putting names into texts: `{name}` in a template becomes what the name stands for. Pure. */
import type { Template } from './plot.ts';

/** What a name stands for; undefined for a name it does not know. */
export type Resolve = (name: string) => unknown;

const NAME = /\{([A-Za-z][A-Za-z0-9_.:+?\u4e00-\u9fff-]*)\}/g;
const WHOLE = /^\{([A-Za-z][A-Za-z0-9_.:+?\u4e00-\u9fff-]*)\}$/;
const DEPTH = 8;

/**
 * The template with every name replaced. A text that is one name becomes its value, of whatever kind; inside
 * a text only texts and numbers can stand. What a name stands for may hold names again.
 *
 * @throws RangeError for a name nobody knows, or one that leads back to itself
 */
export function fill(template: Template, resolve: Resolve, depth = 0): unknown {
  if (depth > DEPTH) throw new RangeError(`names lead in a circle: ${JSON.stringify(template)}`);
  if (typeof template === 'string') return fillText(template, resolve, depth);
  if (template === null || typeof template !== 'object') return template;
  if (isList(template)) return template.map((one) => fill(one, resolve, depth));
  return Object.fromEntries(
    Object.entries(template).flatMap(([key, value]) => {
      const filled = fill(value, resolve, depth);
      return filled === null ? [] : [[key, filled] as const];
    }),
  );
}

function fillText(text: string, resolve: Resolve, depth: number): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return valueOf(whole, resolve, depth);
  return text.replaceAll(NAME, (_match, name: string) => {
    const value = valueOf(name, resolve, depth);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new RangeError(`{${name}} cannot stand inside a text`);
    return String(value);
  });
}

function valueOf(name: string, resolve: Resolve, depth: number): unknown {
  const value = resolve(name);
  if (value === undefined) throw new RangeError(`{${name}} stands for nothing`);
  return fill(value as Template, resolve, depth + 1); // facts and the file hold JSON
}

function isList(template: Template): template is readonly Template[] {
  return Array.isArray(template);
}
