/** One form at work: its draft, the check while typing, sending it, and what others did meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DoneView, FormView, MatterView, RequestView } from '../../matter/matter.api.ts';
import { useSession } from '../account/session.ts';
import { newId, sendCommand } from '../api/client.ts';
import { isUncertain, Problem } from '../api/problem.ts';
import { serverNow } from '../api/server-clock.ts';
import { useRefresh } from '../api/use-answer.ts';
import { useDraft } from '../api/use-draft.ts';
import {
  changedPlaces,
  type Draft,
  draftKey,
  type Merged,
  mergeStates,
  parseWritten,
} from '../drafts/draft.ts';
import { momentText } from '../words/dates.ts';
import { focusFirst } from './focus.ts';
import type { FormStore } from './form-context.ts';
import { fieldPointers } from './form-fields.ts';
import {
  type ActBody,
  bodyOf,
  type FormState,
  requestedState,
  startState,
  type Values,
  withValue,
} from './form-values.ts';
import { placeFaults, type PlacedFaults, pointerOf, withAround } from './pointers.ts';
import { momentFaults } from './typed-faults.ts';
import { type Check, useCheck } from './use-check.ts';

export interface ActFormSpec {
  readonly matter: MatterView;
  readonly form: FormView;
  /** The request for approval that is answered; null for a form of one's own. */
  readonly request: RequestView | null;
  /** Put before the head instead of being recorded. */
  readonly asks: boolean;
  /** The approval before the act: `form` is its paper, asked for or, with a request, signed. */
  readonly beforehand: boolean;
  /** Answers that the link here brought along. */
  readonly preset: Values;
}

export interface ActForm {
  readonly draft: Draft;
  /** What another window wrote in the same form; null for nothing. */
  readonly other: Draft | null;
  /** Goes on with what was written here, or in the other window. */
  readonly take: (which: 'mine' | 'other') => void;
  /** Whether anything has been written that could be lost. */
  readonly isWritten: boolean;
  /** When the server last kept it; null while only this browser has. */
  readonly savedAt: string | null;
  readonly isReady: boolean;
  /** How many places were filled in at an earlier time; 0 when nothing was found. */
  readonly found: number;
  readonly check: Check;
  readonly faults: PlacedFaults;
  /** What the controls read and write. */
  readonly store: FormStore;
  readonly sending: boolean;
  readonly problem: unknown;
  readonly done: DoneView | null;
  readonly change: (more: Partial<Draft>) => void;
  readonly send: () => Promise<void>;
  /** What was recorded in the matter since writing began; null for nothing. */
  readonly newer: Newer | null;
  /** Goes on from the file as it stands, with `state` as chosen. */
  readonly goOn: (state: FormState) => void;
  /** Throws away what was written. */
  readonly startAgain: () => void;
}

export interface Newer {
  /** Position after which it was recorded. */
  readonly since: number;
  /** What of it differs from what is written and has to be chosen; null where the form goes on by itself. */
  readonly merged: Merged | null;
}

const NO_PROBLEMS: Problem['problems'] = [];

export function useActForm(spec: ActFormSpec): ActForm {
  const { matter, form, request, beforehand } = spec;
  const { person } = useSession();
  const refresh = useRefresh();
  const [fresh] = useState<Draft>(() => freshDraft(spec, person.id));
  const kept = useDraft(
    draftKey(matter.id, form.act, request?.seq ?? null, beforehand),
    fresh,
    parseWritten,
    true,
  );
  const { state } = kept.value;
  const [found, setFound] = useState<number | null>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState<DoneView | null>(null);
  const busy = useRef(false);

  if (kept.state === 'ready' && found === null)
    setFound(kept.value === fresh ? 0 : Math.max(1, changedPlaces(kept.value.base, state).length));

  const pointers = useMemo(() => fieldPointers(form, state), [form, state]);
  const timeFaults = momentFaults(state.at, serverNow());
  // A time there is not would hide everything else the server has to say.
  const asked = timeFaults.length === 0 ? state : { ...state, at: fresh.state.at };
  const check = useCheck(matter.id, form, asked, {
    id: kept.value.command,
    version: matter.seq,
    request: request?.seq ?? null,
    beforehand,
  });
  const told = problem instanceof Problem ? problem.problems : NO_PROBLEMS;
  const checked = check.verdict?.problems ?? NO_PROBLEMS;
  // Told of one submit and of the check while typing, each once; `placeFaults` leaves out what is said twice.
  const said = JSON.stringify([...timeFaults, ...told, ...checked]);
  const faults = useMemo(
    () => placeFaults(JSON.parse(said) as Problem['problems'], new Set(pointers)), // written just above
    [said, pointers],
  );

  const { store, latest, change } = useFormStore(kept, setProblem, setTouched, touched, faults);

  const { newer, goOn } = useNewerFile(spec, kept, person.id, {
    // What was sent and not answered is sent again as it was: it may be what was recorded.
    isHeld: sending || done !== null || (problem !== null && isUncertain(problem)),
    change,
    onGone: () => setProblem(null),
  });

  async function send(): Promise<void> {
    if (busy.current || done) return;
    if (timeFaults.length > 0) {
      setTouched(new Set(pointers));
      focusFirst(pointers, faults.byField);
      return;
    }
    busy.current = true;
    setSending(true);
    setProblem(null);
    const { command, version, note, files } = latest();
    const body = bodyOf(form, latest().state, {
      id: command,
      version,
      request: request?.seq ?? null,
      beforehand,
    });
    try {
      setDone(await sendForm(spec, body, note.trim()));
      // Files still have to be filed under the act; until then the draft knows of them.
      if (files.length === 0) kept.discard();
      void refresh();
    } catch (error) {
      setTouched(new Set(pointers));
      setProblem(error);
      if (error instanceof Problem) {
        focusFirst(pointers, placeFaults(error.problems, new Set(pointers)).byField);
        // Somebody was first, or an earlier attempt did arrive: show the file as it stands.
        if (error.status === 412 || error.status === 409) void refresh();
      }
    } finally {
      busy.current = false;
      setSending(false);
    }
  }

  return {
    draft: kept.value,
    other: kept.other,
    take: kept.take,
    isWritten: kept.value !== fresh,
    savedAt: kept.savedAt,
    isReady: kept.state === 'ready',
    found: found ?? 0,
    check,
    faults,
    store,
    sending,
    problem,
    done,
    change,
    send,
    newer,
    goOn,
    startAgain() {
      kept.discard();
      setFound(0);
      setProblem(null);
      change(freshDraft(spec, person.id));
    },
  };
}

type Kept = ReturnType<typeof useDraft<Draft>>;

/** The store of the controls over the draft: written at once, drawn where something changed. */
function useFormStore(
  kept: Kept,
  setProblem: (problem: null) => void,
  setTouched: (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
  touched: ReadonlySet<string>,
  faults: PlacedFaults,
): {
  readonly store: FormStore;
  readonly latest: () => Draft;
  readonly change: (more: Partial<Draft>) => void;
} {
  const [listeners] = useState(() => new Set<() => void>());
  const draft = useRef(kept.value);
  const keeper = useRef(kept);
  const said = useRef({ touched, faults });
  // Places written in here and not left yet: what is typed by halves is not spoken of.
  const [writing] = useState(() => new Set<string>());

  useEffect(() => {
    keeper.current = kept;
    draft.current = kept.value;
    said.current = { touched, faults };
    for (const listener of listeners) listener();
  }, [kept, touched, faults, listeners]);

  const change = useCallback(
    (more: Partial<Draft>): void => {
      draft.current = { ...draft.current, ...more };
      keeper.current.set(draft.current);
      for (const listener of listeners) listener();
    },
    [listeners],
  );
  const store = useMemo<FormStore>(
    () => ({
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      state: () => draft.current.state,
      faultsOf(pointer) {
        const { touched: left, faults: all } = said.current;
        const shown = left.has(pointer)
          ? all.byField
          : writing.has(pointer)
            ? all.contradicting
            : all.standing;
        return shown.get(pointer) ?? [];
      },
      set(path, value) {
        setProblem(null);
        for (const pointer of withAround(pointerOf(path))) writing.add(pointer);
        change({ state: withValue(draft.current.state, path, value) });
      },
      touch: (pointer) =>
        setTouched((before) =>
          before.has(pointer) ? before : new Set([...before, ...withAround(pointer)]),
        ),
    }),
    [change, listeners, setProblem, setTouched, writing],
  );
  const latest = useCallback(() => draft.current, []);
  return { store, latest, change };
}

/**
 * Takes over what others record while the form is filled in, so that the next click records; where it differs from what is
 * written here, the person chooses first.
 */
function useNewerFile(
  spec: ActFormSpec,
  kept: Kept,
  me: string,
  {
    isHeld,
    change,
    onGone,
  }: {
    /** Nothing is taken over for now. */
    readonly isHeld: boolean;
    readonly change: (more: Partial<Draft>) => void;
    readonly onGone: () => void;
  },
): { readonly newer: Newer | null; readonly goOn: (state: FormState) => void } {
  const { matter, form } = spec;
  const { version } = kept.value;
  const [since, setSince] = useState<number | null>(null);
  const [read, setRead] = useState(form);
  const isBehind = matter.seq > version;
  // The form may come a moment after the matter.
  const isOpen =
    !isHeld && kept.state === 'ready' && (isBehind || (since !== null && read !== form));
  const merged = isOpen ? newerFile(spec, kept.value, me) : null;
  const isFree = merged !== null && merged.conflicts.length === 0;
  const goOn = (state: FormState): void => {
    onGone();
    if (isBehind) setSince(since ?? version);
    setRead(form);
    change({ base: freshDraft(spec, me).state, state, version: matter.seq });
  };
  const go = useRef(goOn);
  useEffect(() => {
    go.current = goOn;
  });
  useEffect(() => {
    if (isFree) go.current(merged.state);
    // A state made anew at each drawing is no reason to go on again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isFree, matter.seq, form]);
  if (merged !== null && !isFree) return { newer: { since: since ?? version, merged }, goOn };
  return { newer: since === null ? null : { since, merged: null }, goOn };
}

/** Records the act, puts it before the head, or signs its approval. */
function sendForm(
  { matter, form, request, asks, beforehand }: ActFormSpec,
  body: ActBody,
  note: string,
): Promise<DoneView> {
  const place = `/matters/${matter.id}`;
  if (asks)
    return sendCommand<'Done'>(
      'POST',
      `${place}/requests/${form.act}`,
      note === '' ? body : { ...body, note },
    );
  if (!beforehand || !request)
    return sendCommand<'Done'>('POST', `${place}/acts/${form.act}`, body);
  const { id, at, documents, version } = body;
  const signed = { id, at, documents, version };
  return sendCommand<'Done'>('POST', `${place}/requests/${request.seq}/grant`, signed);
}

function freshDraft({ matter, form, request, preset }: ActFormSpec, me: string): Draft {
  const now = momentText(serverNow());
  const start =
    request && request.granted === null
      ? requestedState(form, request, me, now)
      : startState(form, me, now);
  const state = { ...start, fields: { ...start.fields, ...preset } };
  return { base: state, state, command: newId(), version: matter.seq, note: '', files: [] };
}

/** What the file has come to say since writing began, beside what was written. */
export function newerFile(
  spec: ActFormSpec,
  draft: Draft,
  me: string,
): ReturnType<typeof mergeStates> {
  const theirs = freshDraft(spec, me).state;
  const { state, conflicts } = mergeStates(draft.base, draft.state, theirs);
  // A moment nobody chose goes on with the file: an act before the last one is refused.
  const at = draft.state.at === draft.base.at ? theirs.at : draft.state.at;
  return { state: { ...state, at }, conflicts };
}
