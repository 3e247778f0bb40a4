/** Moving to a field by its pointer. */
import { controlId } from './pointers.ts';

/** Moves the focus to the control of a field; to the first control of a group. */
export function focusControl(pointer: string): void {
  const control = document.getElementById(controlId(pointer));
  const inner =
    control instanceof HTMLFieldSetElement
      ? control.querySelector<HTMLElement>('input, select, textarea, button')
      : control;
  inner?.focus();
  inner?.scrollIntoView({ block: 'center' });
}

/** Moves to the first of these fields that has a fault, in the order of the screen. */
export function focusFirst(
  pointers: readonly string[],
  faults: ReadonlyMap<string, readonly string[]>,
): void {
  const first = pointers.find((pointer) => faults.has(pointer));
  // The control may only come into sight with its fault, as one that stood aside.
  if (first !== undefined) requestAnimationFrame(() => focusControl(first));
}
