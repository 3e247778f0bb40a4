/**
 * When a session ends in the middle of work, requests wait here until the person has signed in again over the page.
 * Nothing on the page is thrown away, and what was asked is asked again.
 */

let times = 0;
let waiting: Promise<void> | null = null;
let open: (() => void) | null = null;
let show: (() => void) | null = null;

/** Says who shows the sign-in; called with null when nobody does any more. */
export function onSessionLost(listener: (() => void) | null): void {
  show = listener;
}

/** How many times the person has signed in again; a request takes the number along. */
export function signInsSoFar(): number {
  return times;
}

/**
 * Resolves when the person has signed in again, at once where they have since the request with the number `seen` was
 * sent; null where nobody could show the sign-in.
 */
export function signInAgain(seen: number): Promise<void> | null {
  if (seen !== times) return Promise.resolve();
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
  times += 1;
  open?.();
  waiting = null;
  open = null;
}
