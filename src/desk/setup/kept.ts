/**
 * The founding that is under way, kept in this tab until it is confirmed: the first passwords stand nowhere else, so neither a lost
 * answer nor a reload may lose them.
 */
import { DUTIES, type Founding, startFounding } from './founding.ts';
import { PROFILE_TEXTS } from './setup.texts.ts';

/**
 * `writing`: being filled in. `noting`: filled in, its passwords are being noted. `sent`: the server may have founded the bureau.
 * `done`: it has.
 */
export type Phase = 'writing' | 'noting' | 'sent' | 'done';

export interface Kept {
  /** UUIDv7 of the command; the same founding is sent under no other. */
  readonly id: string;
  readonly phase: Phase;
  /** Which bureau was chosen; null before any. */
  readonly chosen: string | null;
  readonly founding: Founding;
  /** The code of the data folder it was sent with; empty where none is asked. */
  readonly code: string;
}

const PLACE = 'zhuding-founding';
const PHASES: readonly string[] = ['writing', 'noting', 'sent', 'done'] satisfies Phase[];

/** A founding nothing is written of yet. */
export function startKept(id: string, passwords: readonly string[]): Kept {
  return { id, phase: 'writing', chosen: null, founding: startFounding(passwords), code: '' };
}

/** What this tab keeps; null when it keeps none. */
export function findKept(): Kept | null {
  try {
    return readKept(sessionStorage.getItem(PLACE));
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Keeps it, or with null forgets it. Where the browser keeps nothing the page has it in memory only. */
export function keep(kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(PLACE);
    else sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing; the passwords are shown before anything is sent.
  }
}

/** Whether its passwords may already open accounts and nobody has confirmed that they are noted. */
export function isUnsettled(kept: Kept | null): boolean {
  return kept?.phase === 'sent' || kept?.phase === 'done';
}

/** Reads what `keep` wrote; null for anything else. */
export function readKept(text: string | null): Kept | null {
  const kept: unknown = JSON.parse(text ?? 'null');
  const founding = partOf(kept, 'founding');
  const holds =
    areTexts(kept, ['id', 'phase', 'code']) &&
    PHASES.includes(String(partOf(kept, 'phase'))) &&
    (partOf(kept, 'chosen') === null || areTexts(kept, ['chosen'])) &&
    areTexts(founding, ['pack', 'area']) &&
    areTexts(partOf(founding, 'profile'), Object.keys(PROFILE_TEXTS)) &&
    DUTIES.every((duty) =>
      areTexts(partOf(partOf(founding, 'administrators'), duty), ['name', 'login', 'password']),
    );
  return holds ? (kept as Kept) : null; // every part of it was looked at
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function areTexts(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof partOf(value, name) === 'string');
}
