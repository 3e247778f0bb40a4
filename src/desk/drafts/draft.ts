/** What is being written in a form, kept until it is recorded: its shape, and what two people changed. Pure. */
import {
  type FormState,
  isValues,
  type Path,
  valueAt,
  type Values,
  withValue,
} from '../forms/form-values.ts';
import { pointerOf } from '../forms/pointers.ts';

export interface DraftFile {
  readonly upload: string;
  readonly name: string;
}

export interface Draft {
  /** The form as it was when writing began; what differs from it was written here. */
  readonly base: FormState;
  readonly state: FormState;
  /** The id the command is sent with until it is answered. */
  readonly command: string;
  /** The last position of the matter that was seen when writing began. */
  readonly version: number;
  /** Words for the head, where the act is put before the head. */
  readonly note: string;
  /** Uploaded files to be put in evidence with the act. */
  readonly files: readonly DraftFile[];
}

/** Key of the draft of one act; its approval beforehand, and a head's answer to a request, are others. */
export function draftKey(
  matter: string,
  act: string,
  request: number | null,
  beforehand = false,
): string {
  return [
    'act',
    matter,
    act,
    ...(beforehand ? ['beforehand'] : []),
    ...(request === null ? [] : [request]),
  ].join(':');
}

/** A draft as it was kept, or null for anything else. */
export function parseDraft(value: unknown): Draft | null {
  if (!isValues(value)) return null;
  const { base, state, command, version, note, files } = value;
  return isState(base) &&
    isState(state) &&
    typeof command === 'string' &&
    typeof version === 'number' &&
    typeof note === 'string' &&
    Array.isArray(files) &&
    files.every(isFile)
    ? { base, state, command, version, note, files }
    : null;
}

/** A draft somebody wrote something into; a form that was only opened is opened anew, with the file as it stands. */
export function parseWritten(value: unknown): Draft | null {
  const draft = parseDraft(value);
  const isWritten =
    draft !== null &&
    (!same(draft.base, draft.state) || draft.note !== '' || draft.files.length > 0);
  return isWritten ? draft : null;
}

function isFile(value: unknown): value is DraftFile {
  return (
    isValues(value) && typeof value['upload'] === 'string' && typeof value['name'] === 'string'
  );
}

function isState(value: unknown): value is FormState {
  return (
    isValues(value) &&
    typeof value['at'] === 'string' &&
    isTexts(value['by']) &&
    isTexts(value['included']) &&
    isValues(value['fields']) &&
    isValues(value['documents']) &&
    Object.values(value['documents']).every(isValues)
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** A place that both changed in different ways. */
export interface Conflict {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** Mine, with what only they changed. */
  readonly state: FormState;
  readonly conflicts: readonly Conflict[];
}

/** Brings into `mine` what the file has come to say since `base`. Places both changed stay mine and are listed. */
export function mergeStates(base: FormState, mine: FormState, theirs: FormState): Merged {
  const conflicts: Conflict[] = [];
  let state = mine;
  for (const path of places(base, mine, theirs)) {
    const [was, here, there] = [base, mine, theirs].map((one) => valueAt(one, path));
    if (same(was, there) || same(here, there)) continue;
    if (same(was, here)) state = withValue(state, path, there);
    else conflicts.push({ path, mine: here, theirs: there });
  }
  return { state, conflicts };
}

/** Every field of the act and of its documents; lists and the like are merged whole. */
function places(...states: readonly FormState[]): Path[] {
  const names = (of: readonly (Values | undefined)[]): string[] => [
    ...new Set(of.flatMap((values) => Object.keys(values ?? {}))),
  ];
  const codes = names(states.map((one) => one.documents));
  return [
    ...names(states.map((one) => one.fields)).map((name) => ['fields', name]),
    ...codes.flatMap((code) =>
      names(states.map((one) => one.documents[code])).map((name) => ['documents', code, name]),
    ),
  ];
}

/** Pointers of the places at which two forms differ. */
export function changedPlaces(one: FormState, other: FormState): string[] {
  return changedPaths(one, other).map(pointerOf);
}

/** The places at which two forms differ. */
export function changedPaths(one: FormState, other: FormState): Path[] {
  return places(one, other).filter((path) => !same(valueAt(one, path), valueAt(other, path)));
}

/** Whether two values say the same; an empty one says the same as none. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(sorted);
  if (!isValues(value)) return value === undefined || value === '' ? null : value;
  const entries = Object.entries(value).flatMap(([name, part]) => {
    const known = sorted(part);
    return known === null ? [] : [[name, known] as const];
  });
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
