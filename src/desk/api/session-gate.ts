/**
 * When a session ends in the middle of work, requests wait here until the person has signed in again over the page.
 * Nothing on the page is thrown away, and what was asked is asked again.
 */

let waiting: Promise<void> | null = null;
let open: (() => void) | null = null;
let show: (() => void) | null = null;

/** Says who shows the sign-in; called with null when nobody does any more. */
export function onSessionLost(listener: (() => void) | null): void {
  show = listener;
}

/** Resolves when the person has signed in again; null where nobody could show the sign-in. */
export function signInAgain(): Promise<void> | null {
  if (show === null) return null;
  if (waiting === null) {
    waiting = new Promise((resolve) => {
      open = resolve;
    });
    show();
  }
  return waiting;
}

/** Lets every waiting request go on. */
export function signedInAgain(): void {
  open?.();
  waiting = null;
  open = null;
}
