/** Keys of the desk. None without Ctrl fires inside a text field or under a dialog; none while characters are being composed. */
import { useEffect, useRef } from 'react';

/** By name: `J`, `Enter`, `?`, `Ctrl+K`, `Ctrl+Enter`. Return false to let the browser have the key after all. */
export type KeyMap = Readonly<Record<string, () => boolean | void>>;

/** The name of a key press as `KeyMap` has it. Pure. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string | null {
  if (event.altKey) return null;
  const key =
    event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

/** Listens while the component stands and `enabled` holds; `first` before everybody else. */
export function useKeys(keys: KeyMap, enabled = true, first = false): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      const act = name === null ? undefined : latest.current[name];
      if (!act || !mayFire(event, name ?? '')) return;
      if (act() === false) return;
      event.preventDefault();
      // A list that is open would take it for its own Enter.
      if (first && event.ctrlKey) event.stopPropagation();
    };
    window.addEventListener('keydown', listen, first);
    return () => window.removeEventListener('keydown', listen, first);
  }, [enabled, first]);
}

/** Keys with Ctrl work everywhere; the others keep out of fields, and out of the way of a dialog over the page. */
function mayFire(event: KeyboardEvent, name: string): boolean {
  if (name.startsWith('Ctrl+')) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || target.closest('input, textarea, select, video, audio'))
    return false;
  if (isUnder(document.querySelectorAll('[aria-modal="true"]'), target)) return false;
  // Enter and Space press what has the focus.
  return !(
    (name === 'Enter' || name === 'Space') &&
    target.closest('a, button, summary, [role="button"]')
  );
}

/** Whether a dialog that is in sight lies over `target`; a closed one stays in the page and is in nobody's way. */
export function isUnder(
  dialogs: Iterable<Pick<Element, 'getClientRects'> & { contains(other: Node): boolean }>,
  target: Node,
): boolean {
  const shown = [...dialogs].filter((dialog) => dialog.getClientRects().length > 0);
  return shown.length > 0 && !shown.some((dialog) => dialog.contains(target));
}
