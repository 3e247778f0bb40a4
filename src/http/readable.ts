/**
 * Text as it may be recorded: what was sent is brought to normal form C, what shows nothing is no text, and what nobody could
 * read or store is named.
 */
import { isBlankText } from '../document/values.ts';
import { type FieldFault, fault, segment } from './field-faults.ts';

/** Deeper than any form; canonical JSON ends at the same depth. */
const MAX_DEPTH = 64;

/** Text that is in normal form C, has no controls and no halves of surrogate pairs: nearly all there is. */
const PLAIN =
  /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u3000-\u3029\u3030-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;
/** Controls print as nothing and hide what was written; line breaks and tabs do not. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Brings every text in `value`, as JSON.parse made it, to normal form C in place, empties those of nothing but spaces and
 * signs that print nothing, so that they are as good as not given, and says which texts cannot be recorded: controls, halves of
 * surrogate pairs, numbers no computer holds exactly, nesting without end.
 */
export function makeReadable(value: unknown, pointer = '', depth = 0): FieldFault[] {
  if (typeof value === 'string')
    return isReadable(value) ? [] : [fault(pointer, 'field/unreadable')];
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value)
      ? [fault(pointer, 'field/out-of-range')]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  if (depth >= MAX_DEPTH) return [fault(pointer, 'field/type-wrong')];
  const faults: FieldFault[] = [];
  for (const [name, part] of Object.entries(value)) {
    const at = `${pointer}${segment(name)}`;
    if (!isReadable(name) || name.normalize('NFC') !== name)
      faults.push(fault(at, 'field/unknown'));
    faults.push(...makeReadable(part, at, depth + 1));
    if (typeof part === 'string') tidy(value, name, part);
  }
  return faults;
}

function tidy(holder: object, name: string, text: string): void {
  if (isBlankText(text)) Reflect.set(holder, name, '');
  else if (!PLAIN.test(text)) Reflect.set(holder, name, text.normalize('NFC'));
}

function isReadable(text: string): boolean {
  return PLAIN.test(text) || (!CONTROL.test(text) && !LONE_SURROGATE.test(text));
}
