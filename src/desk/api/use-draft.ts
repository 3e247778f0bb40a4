/**
 * What is being typed, kept twice: at once in this browser, so that a reload or a lost network loses nothing, and a
 * little later on the server, so that another computer has it too. The newer of the two wins.
 */
import { useEffect, useRef, useState } from 'react';
import { useSession } from '../account/session.ts';
import { get, sendCommand } from './client.ts';
import { serverNow } from './server-clock.ts';

export interface Draft<T> {
  readonly value: T;
  set(next: T): void;
  /** Throws it away, here and on the server: after it was sent, or when nobody wants it. */
  discard(): void;
  /** `finding` until the draft kept earlier is there: nothing should be typed before. */
  readonly state: 'finding' | 'ready';
  /** Moment it was last kept on the server; null for never. */
  readonly savedAt: string | null;
}

interface Kept {
  readonly at: number;
  readonly content: unknown;
}

/** Milliseconds without a key after which the server is told. */
const SETTLES = 1000;

/**
 * A draft under `key` (letters, digits, `:._-`), beginning as `empty`. `read` makes the value of what was kept, which an
 * earlier version of the program may have written; it returns null for what it cannot use.
 */
export function useDraft<T>(key: string, empty: T, read: (content: unknown) => T | null): Draft<T> {
  const { person } = useSession();
  const place = `${placeOf(person.id)}${key}`;
  const [value, setValue] = useState<T>(empty);
  const [state, setState] = useState<'finding' | 'ready'>('finding');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latestRead = useRef(read);

  useEffect(() => {
    const leave = new AbortController();
    const here = findHere(place);
    const use = (kept: Kept | null): void => {
      if (leave.signal.aborted) return;
      const found = kept === null ? null : latestRead.current(kept.content);
      if (found !== null) setValue(found);
      setState('ready');
    };
    const find = async (): Promise<void> => {
      try {
        const { draft } = await get<'Draft'>(`/drafts/${key}`, {}, leave.signal);
        const there = draft && { at: Date.parse(draft.savedAt), content: draft.content };
        if (draft && !leave.signal.aborted) setSavedAt(draft.savedAt);
        use(there !== null && (here === null || there.at > here.at) ? there : here);
      } catch {
        // Without the server's copy the one here stands.
        use(here);
      }
    };
    void find();
    return () => {
      leave.abort();
      clearTimeout(timer.current);
    };
  }, [key, place]);

  return {
    value,
    state,
    savedAt,
    set(next) {
      setValue(next);
      keepHere(place, { at: serverNow(), content: next });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // Kept here in any case; the server is told again with the next key.
        sendCommand<'DraftSaved'>('PUT', `/drafts/${key}`, { content: next }).then(
          (saved) => setSavedAt(saved.savedAt),
          () => {},
        );
      }, SETTLES);
    },
    discard() {
      clearTimeout(timer.current);
      localStorage.removeItem(place);
      setValue(empty);
      setSavedAt(null);
      sendCommand<null>('DELETE', `/drafts/${key}`).catch(() => {});
    },
  };
}

/** People share computers: a draft here belongs to whoever wrote it. */
function placeOf(person: string): string {
  return `zhuding:draft:${person}:`;
}

/** Takes the drafts of somebody who leaves out of this browser; the server keeps them. */
export function forgetDrafts(person: string): void {
  const own = Object.keys(localStorage).filter((name) => name.startsWith(placeOf(person)));
  for (const name of own) localStorage.removeItem(name);
}

function findHere(place: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    typeof value.at === 'number' &&
    'content' in value
  );
}

/** A full or forbidden storage leaves the server's copy. */
function keepHere(place: string, kept: Kept): void {
  try {
    localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // nothing to be done about it here
  }
}
