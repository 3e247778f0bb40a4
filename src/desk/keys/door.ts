/** Something over the page that anything may open, and one place shows. */
export interface Door {
  readonly open: () => void;
  /** Says who shows it; returns how to stop. */
  readonly onOpen: (show: () => void) => () => void;
}

export function createDoor(): Door {
  let show: (() => void) | null = null;
  return {
    open: () => show?.(),
    onOpen(listener) {
      show = listener;
      return () => {
        if (show === listener) show = null;
      };
    },
  };
}

export const FINDER = createDoor();
export const KEY_HELP = createDoor();
