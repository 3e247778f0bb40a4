/**
 * What is being typed, kept twice: at once in this browser, so that a reload or a lost network loses nothing, and a
 * little later on the server, so that another computer has it too. The newer of the two wins. What another window of this
 * browser wrote meanwhile is never written over: it is offered beside what was written here.
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
  /** What another window wrote in the same form since this one read it; null for nothing. Until one is taken nothing is kept. */
  readonly other: T | null;
  /** Goes on with what was written here, or in the other window. */
  take(which: 'mine' | 'other'): void;
}

export interface Kept {
  readonly at: number;
  readonly content: unknown;
}

/** Milliseconds without a key after which the server is told. */
const SETTLES = 1000;

/**
 * A draft under `key` (letters, digits, `:._-`), beginning as `empty`. `read` makes the value of what was kept, which an
 * earlier version of the program may have written; it returns null for what it cannot use. A form that shows `other` is
 * guarded; in one that does not, the later window wins.
 */
export function useDraft<T>(
  key: string,
  empty: T,
  read: (content: unknown) => T | null,
  isGuarded = false,
): Draft<T> {
  const { person } = useSession();
  const place = `${placeOf(person.id)}${key}`;
  const [value, setValue] = useState<T>(empty);
  const [state, setState] = useState<'finding' | 'ready'>('finding');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latestRead = useRef(read);
  /** The moment of the draft in this browser that this window last read or wrote. */
  const seen = useRef(0);
  const isWritten = useRef(false);
  const [other, setOther] = useState<T | null>(null);

  useEffect(() => {
    if (!isGuarded) return undefined;
    const hear = (event: StorageEvent): void => {
      if (event.key !== place) return;
      const found = foreign(findHere(place), seen.current);
      const theirs = found && latestRead.current(found.content);
      if (!found || theirs === null) return;
      if (isWritten.current) {
        setOther(theirs);
        return;
      }
      // Nothing was written here: what the other window wrote is simply the draft.
      seen.current = found.at;
      setValue(theirs);
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }, [place, isGuarded]);

  useEffect(() => {
    const leave = new AbortController();
    const here = findHere(place);
    const use = (kept: Kept | null): void => {
      if (leave.signal.aborted) return;
      const found = kept === null ? null : latestRead.current(kept.content);
      seen.current = here?.at ?? 0;
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

  function keep(next: T): void {
    seen.current = serverNow();
    keepHere(place, { at: seen.current, content: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // Kept here in any case; the server is told again with the next key.
      sendCommand<'DraftSaved'>('PUT', `/drafts/${key}`, { content: next }).then(
        (saved) => setSavedAt(saved.savedAt),
        () => {},
      );
    }, SETTLES);
  }

  return {
    value,
    state,
    savedAt,
    other,
    set(next) {
      isWritten.current = true;
      setValue(next);
      const found = isGuarded ? foreign(findHere(place), seen.current) : null;
      const theirs = found && latestRead.current(found.content);
      if (theirs === null) keep(next);
      else setOther(theirs);
    },
    take(which) {
      const chosen = which === 'other' && other !== null ? other : value;
      setOther(null);
      setValue(chosen);
      keep(chosen);
    },
    discard() {
      clearTimeout(timer.current);
      localStorage.removeItem(place);
      isWritten.current = false;
      setOther(null);
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

/** The draft as another window left it; null for the one this window has read or written itself, `seen`, and for none. */
export function foreign(kept: Kept | null, seen: number): Kept | null {
  return kept !== null && kept.at !== seen ? kept : null;
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
